//! Scripts put together from files of the theme, as text.

use serde::Serialize;

use super::lean::lean;
use super::source::Sources;

/// The script that `check.html` holds, so that it can be saved as one file. It is most of that
/// page, which must come whole over a connection that is cut early.
pub(super) fn checker(sources: &Sources) -> String {
    let names = ["minisign", "release", "check"];
    lean(&names.map(|name| sources.script(name)).join("\n"))
}

/// The service worker: it checks signatures with the same text as `check.html`.
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

/// Without indentation, empty lines and lines of comment. Its lines stay: whoever looks at such a
/// file finds those of its source.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}
