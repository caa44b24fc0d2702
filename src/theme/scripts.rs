//! Scripts put together from files of the theme, as text.

use serde::Serialize;

use super::source::Sources;

/// The script that `verify.html` holds, so that it can be saved as one file.
pub(super) fn verify(sources: &Sources) -> String {
    joined(sources, &["minisign", "release", "verify"])
}

/// The service worker: it checks signatures with the same text as `verify.html`.
pub(super) fn worker(sources: &Sources, pinned: &impl Serialize) -> String {
    // A view that cannot be written as JSON does not occur: it is texts alone.
    let pinned = serde_json::to_string(pinned).unwrap_or_else(|_| "null".into());
    let text = joined(sources, &["minisign", "release", "worker"]);
    format!("{text}begin({pinned});\n")
}

/// The script of the search pages, which often comes over a slow connection.
pub(super) fn search(sources: &Sources) -> String {
    joined(sources, &["search"])
}

fn joined(sources: &Sources, names: &[&str]) -> String {
    names
        .iter()
        .map(|name| bare(sources.script(name)))
        .collect()
}

/// Without indentation, empty lines and lines of comment: the page must stay within what a
/// connection brings that is cut early.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}
