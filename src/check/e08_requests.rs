//! E8: no page asks another host for anything.
//!
//! Pictures in bodies are refused where bodies are rendered, and raw HTML that
//! loads something too; what is left is a site's own theme.

use super::findings::Findings;
use super::rule::Inspection;
use crate::problem::{Place, Problem};

pub(super) fn check(_: &Inspection<'_, '_>, _: &mut Findings<'_>) {}

/// What a file of a theme would load from another host.
#[must_use]
pub fn theme_requests(name: &str, text: &str) -> Vec<Problem> {
    let starts = text
        .match_indices("//")
        .filter(|(at, _)| is_request(&text[..*at]));
    starts
        .map(|(at, _)| problem(name, address(text, at)))
        .collect()
}

/// Whether what stands before `//` makes a browser load the address at once.
fn is_request(before: &str) -> bool {
    let before = before
        .strip_suffix("https:")
        .or_else(|| before.strip_suffix("http:"))
        .unwrap_or(before);
    let bare = before
        .trim_end_matches(['"', '\'', ' ', '\t'])
        .to_ascii_lowercase_tail();
    let in_css = ["url(", "@import"].iter().any(|sign| bare.ends_with(sign));
    let loads = ["src=", "srcset=", "poster=", "data=", "background="];
    in_css
        || loads.iter().any(|sign| bare.ends_with(sign))
        || (bare.ends_with("href=") && in_loading_link(before))
}

/// A `<link>` is loaded, an `<a>` only when somebody follows it.
fn in_loading_link(before: &str) -> bool {
    let element = before
        .rfind('<')
        .map_or("", |at| &before[at..])
        .to_ascii_lowercase();
    ["<link", "<use", "<image", "<base"]
        .iter()
        .any(|name| element.starts_with(name))
}

trait LowercaseTail {
    /// The last few characters in small letters: enough to compare endings.
    fn to_ascii_lowercase_tail(&self) -> String;
}

impl LowercaseTail for str {
    fn to_ascii_lowercase_tail(&self) -> String {
        let start = self.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
        self[start..].to_ascii_lowercase()
    }
}

/// From the scheme to the end of the address.
fn address(text: &str, slashes: usize) -> (usize, usize) {
    let before = &text[..slashes];
    let start = ["https:", "http:"]
        .iter()
        .find_map(|scheme| before.strip_suffix(scheme))
        .map_or(slashes, str::len);
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ')' | '>' | ';');
    let end = text[slashes..]
        .find(ends)
        .map_or(text.len(), |length| slashes + length);
    (start, end)
}

fn problem(name: &str, (start, end): (usize, usize)) -> Problem {
    Problem::error(
        name,
        Place::Bytes { start, end },
        "this asks another host for a part of every page",
    )
    .hint("put the file into the theme: whoever runs that host would see every reader")
    .rule("E8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let place = |problem: Problem| match problem.place {
            Place::Bytes { start, end } => &text[start..end],
            _ => "",
        };
        theme_requests("base.html", text)
            .into_iter()
            .map(place)
            .collect()
    }

    #[test]
    fn what_a_browser_loads_by_itself_is_found() {
        for (text, address) in [
            (
                "<script src=\"https://cdn.example/a.js\"></script>",
                "https://cdn.example/a.js",
            ),
            ("<img SRC='//cdn.example/a.png'>", "//cdn.example/a.png"),
            (
                "body { background: url( \"http://a.example/x.png\" ) }",
                "http://a.example/x.png",
            ),
            (
                "@import 'https://fonts.example/css';",
                "https://fonts.example/css",
            ),
            (
                "<link rel=stylesheet href=https://a.example/x.css>",
                "https://a.example/x.css",
            ),
        ] {
            assert_eq!(found(text), [address], "{text}");
        }
    }

    #[test]
    fn a_link_to_follow_and_a_file_of_the_theme_are_left_alone() {
        for text in [
            "<a href=\"https://example.org/\">x</a>",
            "<link rel=icon href=\"data:,\">",
            "url(fonts/a.woff2)",
            "// a comment with https://example.org/",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
