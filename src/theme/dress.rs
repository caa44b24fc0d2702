//! Puts the style into a finished page, and its hash into the page's policy.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use super::source::Sources;
use super::style;
use super::stylesheet::Stylesheet;
use super::used::Used;

/// Where a template wants the style. Nothing that a template escapes can be like it.
pub(super) const STYLE: &str = "/*<style>*/";
/// Where a policy wants the style's hash.
pub(super) const STYLE_HASH: &str = "'sha256-<style>'";

/// The sheets of a theme, in their order; pages hold what they use of all.
pub(super) const SHEETS: &[&str] = &["style.css", "controls.css", "paper.css"];

/// The style of a theme, for any page.
pub(super) struct Wardrobe(Stylesheet);

impl Wardrobe {
    pub(super) fn new(sources: &Sources) -> Self {
        let sheets = SHEETS
            .iter()
            .map(|sheet| style::minified(sources.text(sheet)));
        Wardrobe(Stylesheet::parse(&sheets.collect::<String>()))
    }

    /// The page with the style that it needs.
    pub(super) fn dress(&self, page: String, sources: &Sources) -> String {
        let Some((before, after)) = page.split_once(STYLE) else {
            return page;
        };
        let script = |file: &str| sources.script_file(file);
        let style = self.0.shaken(&Used::on_page(&page, self.0.names(), script));
        // A page for paper of one size says that size after the style.
        let more = after.split("</style").next().unwrap_or_default();
        let hashed = before.replacen(STYLE_HASH, &source(&format!("{style}{more}")), 1);
        [&hashed, &*style, after].concat()
    }
}

/// What lets exactly this text through a policy.
pub(super) fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
}
