//! A text in the form in which it is searched, with the way back.

use std::ops::Range;

use crate::texts::nfc;

/// A text in small letters, NFC, with one space for each run of white space and
/// no invisible characters: what looks the same is the same.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of it, the byte of the original that it comes from.
    from: Vec<usize>,
    /// Bytes of the original.
    length: usize,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let normal = nfc(text);
        let mut from = Vec::with_capacity(normal.len());
        let text = folded(&normal, |at, length| from.resize(length, at));
        Folded {
            text,
            from,
            length: normal.len(),
        }
    }

    /// The bytes of the original that a range of the folded text stands for.
    #[must_use]
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let end = |at: usize| self.from.get(at).copied().unwrap_or(self.length);
        end(range.start)..end(range.end)
    }
}

/// A text folded, without the way back, and without white space at its ends.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut text = folded(nfc(text).trim(), |_, _| ());
    // What was invisible may have stood before or after one more space.
    if text.ends_with(' ') {
        text.pop();
    }
    if text.starts_with(' ') {
        text.remove(0);
    }
    text
}

/// A text in NFC folded. After each letter it says where in the text that stands, and how
/// long the folded text is then.
fn folded(normal: &str, mut went: impl FnMut(usize, usize)) -> String {
    let mut text = String::with_capacity(normal.len());
    for (at, c) in normal.char_indices() {
        if c.is_ascii_alphanumeric() {
            text.push(c.to_ascii_lowercase());
        } else if ('а'..='я').contains(&c) {
            // Most letters of most texts are folded already.
            text.push(c);
        } else if c.is_whitespace() {
            if !text.ends_with(' ') {
                text.push(' ');
            }
        } else if !is_invisible(c) {
            c.to_lowercase().for_each(|small| text.push(plain(small)));
        }
        went(at, text.len());
    }
    text
}

/// Where a folded needle stands in a text; none in a text that is not NFC,
/// whose bytes are others than those of its folded form.
#[must_use]
pub fn find(text: &str, needle: &str) -> Option<Range<usize>> {
    if needle.is_empty() || nfc(text) != text {
        return None;
    }
    let folded = Folded::new(text);
    let start = folded.text.find(needle)?;
    Some(folded.original(start..start + needle.len()))
}

/// Letters, digits and signs that are written in several ways.
fn plain(c: char) -> char {
    match c {
        'ё' => 'е',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        '٠'..='٩' => ascii_digit(c, '٠'),
        '۰'..='۹' => ascii_digit(c, '۰'),
        '’' | 'ʼ' | '‘' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        other => other,
    }
}

fn ascii_digit(c: char, zero: char) -> char {
    let value = u32::from(c) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(c)
}

/// Soft hyphens, joiners, marks of direction, and the vowel signs of Arabic letters.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{301}'
            | '\u{61C}'
            | '\u{640}'
            | '\u{64B}'..='\u{655}'
    )
}

/// Whether a word may go on with this character. Scripts that write without
/// spaces have no such boundaries.
#[must_use]
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        && !matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        assert_eq!(fold("  Пётр\u{A0}\n  Ива\u{AD}нов "), "петр иванов");
        assert_eq!(fold("\u{200B} Пётр \u{AD} "), "петр");
        assert_eq!(fold("Й"), fold("И\u{306}"));
        assert_eq!(fold("О’Нил — 12"), "о'нил - 12");
        assert_eq!(fold("۱۲۳ و ٤٥٦"), "123 و 456");
        assert_eq!(fold("علي كَريمي می‌آید"), fold("علی کریمی میآید"));
        assert_eq!(fold("\u{2067}۶۰\u{2069}۰۰\u{202C}۰۱"), "600001");
    }

    #[test]
    fn a_needle_is_found_where_it_stands_in_the_original() {
        let text = "Это ПЁТР\n  Иванов.";
        let range = find(text, "петр иванов").unwrap();
        assert_eq!(&text[range], "ПЁТР\n  Иванов");
        assert_eq!(find(text, "анна"), None);
    }

    #[test]
    fn ranges_go_back_over_letters_of_other_lengths() {
        let text = "İx ß";
        let folded = Folded::new(text);
        let at = folded.text.find('ß').unwrap();
        assert_eq!(&text[folded.original(at..at + 'ß'.len_utf8())], "ß");
    }
}
