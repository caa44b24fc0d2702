//! How many lines an address takes in print, by the widths of letters in common fonts.
//!
//! The estimate is on the wide side: what does not surely fit is not offered.

use super::Envelope;

impl Envelope {
    /// The number of lines where each has room for so many ems.
    #[must_use]
    pub fn lines_within(&self, ems: f32) -> usize {
        let mut lines = self.lines.iter().map(String::as_str);
        let recipient = lines.next().map_or(0, |line| wrapped(line, ems / BOLD));
        let others = lines.chain(self.latin_line());
        recipient + others.map(|line| wrapped(line, ems)).sum::<usize>()
    }
}

/// Into how many lines a line breaks at its spaces.
fn wrapped(line: &str, room: f32) -> usize {
    let (mut lines, mut used) = (1, 0.0);
    for word in line.split(' ').map(width) {
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
        assert_eq!(wrapped(&letters(10), room), 1);
        assert_eq!(wrapped(&letters(11), room), 2);
        let two = |count| format!("{} {}", letters(count), letters(count));
        assert_eq!(wrapped(&two(4), room), 1);
        assert_eq!(wrapped(&two(6), room), 2);
        assert_eq!(wrapped(&letters(35), room), 4);
    }

    #[test]
    fn wide_letters_take_more_room() {
        assert!(width("шшш") > width("ооо") && width("ооо") > width("ttt"));
    }
}
