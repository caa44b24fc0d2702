//! How many lines an address takes in print, by the widths of letters in common fonts.
//!
//! The estimate is on the wide side: what does not surely fit is not offered.

use super::Envelope;

/// The widths of the words of an address, line by line, in ems.
pub struct Widths {
    recipient: Vec<f32>,
    others: Vec<Vec<f32>>,
}

impl Envelope {
    /// How wide its words are.
    #[must_use]
    pub fn widths(&self) -> Widths {
        let of = |line: &str| line.split(' ').map(width).collect();
        let mut lines = self.lines.iter().map(String::as_str);
        Widths {
            recipient: lines.next().map(of).unwrap_or_default(),
            others: lines.chain(self.latin_line()).map(of).collect(),
        }
    }
}

impl Widths {
    /// The number of lines where each has room for so many ems.
    #[must_use]
    pub fn lines_within(&self, ems: f32) -> usize {
        let recipient = match &self.recipient[..] {
            [] => 0,
            words => wrapped(words, ems / BOLD),
        };
        recipient
            + self
                .others
                .iter()
                .map(|words| wrapped(words, ems))
                .sum::<usize>()
    }
}

/// Into how many lines a line breaks at its spaces.
fn wrapped(words: &[f32], room: f32) -> usize {
    let (mut lines, mut used) = (1, 0.0);
    for &word in words {
        let after = if used == 0.0 {
            word
        } else {
            used + SPACE + word
        };
        if after > room && used > 0.0 {
            lines += 1;
            used = word;
        } else {
            used = after;
        }
        // A word that is wider than the line is broken.
        while used > room {
            lines += 1;
            used -= room;
        }
    }
    lines
}

fn width(word: &str) -> f32 {
    word.chars().map(letter).sum()
}

/// How much wider the recipient's bold letters are.
const BOLD: f32 = 1.06;
const SPACE: f32 = 0.27;

/// The width of a letter in ems.
fn letter(c: char) -> f32 {
    match c {
        '.' | ',' | ':' | ';' | '\'' | '(' | ')' | '-' | '/' | 'i' | 'j' | 'l' | 'f' | 't'
        | 'r' => 0.38,
        'ш' | 'щ' | 'ж' | 'ю' | 'ф' | 'ы' | 'м' | 'm' | 'w' => 0.82,
        c if c >= '\u{2e80}' => 1.0,
        c if c.is_uppercase() => 0.67,
        _ => 0.57,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_long_words_anywhere() {
        let letters = |count: usize| "а".repeat(count);
        let room = 0.57 * 10.5;
        let one = |count| wrapped(&[width(&letters(count))], room);
        assert_eq!([one(10), one(11), one(35)], [1, 2, 4]);
        let two = |count| wrapped(&[width(&letters(count)); 2], room);
        assert_eq!([two(4), two(6)], [1, 2]);
    }

    #[test]
    fn wide_letters_take_more_room() {
        assert!(width("шшш") > width("ооо") && width("ооо") > width("ttt"));
    }
}
