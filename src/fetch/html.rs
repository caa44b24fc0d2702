//! Whether bytes are a page where something else was asked for.

/// Whether bytes begin as an HTML page does, after white space, a byte order mark and comments.
#[must_use]
pub fn looks_like_html(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    [
        "<!doctype",
        "<html",
        "<head",
        "<body",
        "<script",
        "<meta",
        "<!--",
    ]
    .iter()
    .any(|start| starts_with_ignoring_case(text, start.as_bytes()))
}

fn starts_with_ignoring_case(text: &[u8], start: &[u8]) -> bool {
    text.get(..start.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_lists() {
        for page in [
            "<!DOCTYPE html>",
            "\u{feff}\r\n <HTML>",
            "<!-- blocked --><html>",
        ] {
            assert!(looks_like_html(page.as_bytes()), "{page:?}");
        }
        for other in ["", "<", "vestochka-release 1\n", "{\"html\": 1}", "<?xml"] {
            assert!(!looks_like_html(other.as_bytes()), "{other:?}");
        }
    }
}
