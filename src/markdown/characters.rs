//! Which characters reach the HTML, and how they are written there.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use super::Trouble;

/// Whether a character has no place in a page: private use (markers of our
/// own), and the controls and non-characters that HTML forbids.
pub(super) fn is_unfit(character: char) -> bool {
    matches!(character,
        '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\0'..='\u{8}' | '\u{B}' | '\u{C}'
        | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}')
        || u32::from(character) & 0xFFFE == 0xFFFE
}

/// The text without unfit characters.
pub(super) fn fit(text: &str) -> Cow<'_, str> {
    if text.contains(is_unfit) {
        Cow::Owned(text.replace(is_unfit, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// The unfit characters of a text, and what to say of each.
pub(super) fn unfit(text: &str) -> impl Iterator<Item = (Range<usize>, Trouble)> {
    text.match_indices(is_unfit).map(|(start, found)| {
        let character = found.chars().next().unwrap_or_default();
        (start..start + found.len(), trouble(character))
    })
}

/// What to say of an unfit character.
pub(super) fn trouble(character: char) -> Trouble {
    let kind = match character {
        '\u{E000}'..='\u{F8FF}' => "private-use",
        character if character.is_control() => "control",
        _ => "reserved",
    };
    Trouble::new(
        format!(
            "the {kind} character `U+{:04X}` is not allowed",
            u32::from(character)
        ),
        "remove it; readers do not see it, or each sees something else",
    )
}

/// Writes text so that it stays text, in an element and in an attribute.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| b"&<>\"".contains(&byte)) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// Writes a URL for an attribute: what a URL may not hold as percent and
/// hexadecimal digits, percents that are there left alone.
pub(super) fn push_url(html: &mut String, url: &str) {
    for byte in url.bytes() {
        match byte {
            b'&' => html.push_str("&amp;"),
            byte if byte.is_ascii_alphanumeric() || b"-_.!~*'();/?:@=+$,#%".contains(&byte) => {
                html.push(char::from(byte));
            }
            // Writing to a string cannot fail.
            _ => drop(write!(html, "%{byte:02X}")),
        }
    }
}

/// The text that percent signs stand for; unchanged if they stand for none.
pub(super) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        match after {
            [high, low, tail @ ..] if first == b'%' => {
                if let Some(byte) = hexadecimal(*high, *low) {
                    bytes.push(byte);
                    rest = tail;
                    continue;
                }
                bytes.push(first);
            }
            _ => bytes.push(first),
        }
        rest = after;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hexadecimal(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
