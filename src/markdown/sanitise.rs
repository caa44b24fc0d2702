//! Cuts raw HTML down to listed elements, in pieces that fit together.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;

use super::elements::{Context, FLOW, PHRASING, is_phrasing, is_spanning};

/// A piece of raw HTML that may stay.
pub(super) struct Clean {
    /// It closes only what it or an earlier piece opened.
    pub html: String,
    /// The names of the elements that are open after it, the outermost first.
    pub open: Vec<String>,
}

/// Stand around a piece while it is cleaned.
const START: char = '\u{E002}';
const END: char = '\u{E003}';

static AMONG_WORDS: LazyLock<Builder> = LazyLock::new(|| cleaner(PHRASING.iter()));
static AMONG_BLOCKS: LazyLock<Builder> = LazyLock::new(|| cleaner(PHRASING.iter().chain(FLOW)));

fn cleaner(tags: impl Iterator<Item = &'static &'static str>) -> Builder<'static> {
    let attributes = HashMap::from([
        ("del", HashSet::from(["datetime"])),
        ("details", HashSet::from(["open"])),
        ("ins", HashSet::from(["datetime"])),
        ("ol", HashSet::from(["reversed", "start"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
        ("th", HashSet::from(["colspan", "rowspan", "scope"])),
        ("time", HashSet::from(["datetime"])),
    ]);
    let mut cleaner = Builder::empty();
    cleaner
        .tags(tags.copied().collect())
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["dir", "lang"]))
        .clean_content_tags(HashSet::from(["script", "style"]))
        .link_rel(None);
    cleaner
}

/// Cleans a piece that follows others, which left the elements `open`.
///
/// Markdown gives raw HTML in pieces: a tag among words, a block with one half
/// of a `details`. Each is cleaned inside the elements that are open before it,
/// so that the cleaner sees what its closing tags close.
pub(super) fn clean(piece: &str, open: Vec<String>, context: Context) -> Clean {
    let cleaner = match context {
        Context::Inline => &AMONG_WORDS,
        Context::Block => &AMONG_BLOCKS,
    };
    let opening: String = open.iter().map(|name| format!("<{name}>")).collect();
    let whole = cleaner
        .clean(&format!("{opening}{START}{piece}{END}"))
        .to_string();
    between_marks(&whole, context).unwrap_or_else(|| Clean {
        html: cleaner.clean(piece).to_string(),
        open,
    })
}

/// The part between the marks, and what is open at its end. `None` if more than
/// closing tags follows: a mark was moved, as happens in half a table, or forged.
fn between_marks(whole: &str, context: Context) -> Option<Clean> {
    let (_, rest) = whole.split_once(START)?;
    let (piece, closing) = rest.split_once(END)?;
    let names = closing_names(closing)?;
    let stays = |name: &&str| match context {
        Context::Inline => is_phrasing(name),
        Context::Block => is_spanning(name),
    };
    let staying = names.iter().rev().take_while(|name| stays(name)).count();
    let (closed, open) = names.split_at(names.len() - staying);
    let mut html = piece.to_owned();
    html.extend(closed.iter().map(|name| format!("</{name}>")));
    Some(Clean {
        html,
        open: open.iter().rev().map(|&name| name.to_owned()).collect(),
    })
}

/// The names of closing tags, if there is nothing else.
fn closing_names(mut html: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    while !html.is_empty() {
        let (name, rest) = html.strip_prefix("</")?.split_once('>')?;
        names.push(name);
        html = rest;
    }
    Some(names)
}

/// The words of clean HTML.
pub(super) fn words(html: &str) -> String {
    let mut words = String::new();
    let mut parts = html.split('<');
    words.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, text) = split_tag(part);
        let name = tag
            .trim_start_matches('/')
            .split([' ', '>'])
            .next()
            .unwrap_or_default();
        if name == "br" || !is_phrasing(name) {
            words.push(' ');
        }
        words.push_str(text);
    }
    decoded(&words)
}

/// A tag without its `<`, and the text after it; a `>` in quotes ends no tag.
fn split_tag(part: &str) -> (&str, &str) {
    let mut quoted = false;
    let end = part.find(|character| {
        quoted ^= character == '"';
        character == '>' && !quoted
    });
    part.split_at(end.map_or(part.len(), |end| end + 1))
}

/// Undoes the escapes that the cleaner writes.
fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{A0}")
        .replace("&amp;", "&")
}
