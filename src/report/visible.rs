//! Shows characters that a terminal would act on, or that nobody would see.

use std::borrow::Cow;

/// A character as it is printed: a control, direction or invisible character
/// by its number, a tab as spaces.
pub(super) fn character(c: char) -> Cow<'static, str> {
    match c {
        '\t' => Cow::Borrowed("    "),
        c if is_deceptive(c) => Cow::Owned(format!("<U+{:04X}>", c as u32)),
        c => Cow::Owned(c.to_string()),
    }
}

/// A text with a space for each line end.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    let joined = text.replace("\r\n", " ").replace(['\n', '\t'], " ");
    joined.trim_end().chars().map(character).collect()
}

/// How much of a foreign text is quoted, in characters.
const LONGEST_QUOTE: usize = 80;

/// A foreign text in backticks, shortened: whoever wrote it must not fill a
/// screen, nor push what is said of it out of sight.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("`{}`", shortened(text, LONGEST_QUOTE))
}

/// A text of at most so many characters, and a mark where it was cut.
#[must_use]
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// The joiners U+200C and U+200D are not among them: Persian and emoji need them.
fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}')
        || matches!(c,
            '\u{00AD}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_is_quoted_at_most_80_characters_long() {
        assert_eq!(quoted("short"), "`short`");
        let long = "ж".repeat(80);
        assert_eq!(quoted(&long), format!("`{long}`"));
        assert_eq!(quoted(&format!("{long}x")), format!("`{long}…`"));
    }

    #[test]
    fn what_could_trick_a_terminal_is_shown_by_number() {
        assert_eq!(
            on_one_line("a\u{1b}[2Kb\u{202e}c\u{9b}"),
            "a<U+001B>[2Kb<U+202E>c<U+009B>"
        );
    }

    #[test]
    fn ordinary_scripts_stay_as_they_are() {
        let text = "Щербаков می\u{200c}خواهم 深圳 👩\u{200d}👧";
        assert_eq!(on_one_line(text), text);
    }

    #[test]
    fn lines_are_joined() {
        assert_eq!(on_one_line("one\r\ntwo\nthree\n"), "one two three");
    }
}
