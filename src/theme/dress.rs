//! Puts the style into a finished page, and its hash into the page's policy.

use std::collections::HashMap;

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
pub(super) struct Wardrobe {
    sheet: Stylesheet,
    /// What the scripts that pages load may make more of, by the names of their files.
    scripts: HashMap<String, Used>,
}

impl Wardrobe {
    pub(super) fn new(sources: &Sources) -> Self {
        let sheets = SHEETS
            .iter()
            .map(|sheet| style::minified(sources.text(sheet)));
        let sheet = Stylesheet::parse(&sheets.collect::<String>());
        let scripts = sources.script_files();
        let scripts =
            scripts.map(|(file, text)| (file.to_owned(), Used::in_script(text, sheet.names())));
        Wardrobe {
            scripts: scripts.collect(),
            sheet,
        }
    }

    /// The page with the style that it needs.
    pub(super) fn dress(&self, page: String) -> String {
        let Some((before, after)) = page.split_once(STYLE) else {
            return page;
        };
        // A page for paper of one size says that size after the style.
        let more = after.split("</style").next().unwrap_or_default();
        let used = Used::on_page(&page, self.sheet.names(), &self.scripts);
        let style = self.sheet.shaken(used, more);
        let hashed = before.replacen(STYLE_HASH, &style.source, 1);
        [&hashed, &*style.text, after].concat()
    }
}

/// What lets exactly this text through a policy.
pub(super) fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
}
