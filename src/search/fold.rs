//! Folding: a name in any script and spelling as what all its spellings share.

use icu::normalizer::DecomposingNormalizerBorrowed;
use serde::Serialize;

use super::letters::{self, Letter, MARKS, SPACES};
use super::pairs::{PERHAPS, SAME};

/// Longer words are cut, so that paths stay short.
const LONGEST: usize = 24;

/// The tables by which the browser folds what is typed.
#[derive(Debug, Serialize)]
pub struct Tables {
    /// Letters, one after the other.
    letters: String,
    /// What they are in Latin, in the same order, with a space between two.
    latin: String,
    /// Signs at letters, as ranges of a regular expression.
    marks: String,
    /// What ends a word, likewise.
    spaces: String,
    /// What is replaced by what.
    same: String,
    /// What a reader may have meant as well.
    perhaps: String,
}

/// The tables of [`fold`].
#[must_use]
pub fn tables() -> Tables {
    let latin: Vec<&str> = letters::table().values().map(String::as_str).collect();
    Tables {
        letters: letters::table().keys().collect(),
        latin: latin.join(" "),
        marks: ranges(&MARKS),
        spaces: ranges(&SPACES),
        same: listed(SAME),
        perhaps: listed(PERHAPS),
    }
}

fn ranges(ranges: &[(char, char)]) -> String {
    let escaped = |c: char| format!("\\u{:04x}", u32::from(c));
    let range = |(first, last): &(char, char)| format!("{}-{}", escaped(*first), escaped(*last));
    ranges.iter().map(range).collect()
}

fn listed(pairs: &[(&str, &str)]) -> String {
    let words: Vec<&str> = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
    words.join(" ")
}

/// The words of a text, folded: runs of `a-z`, and runs of digits.
///
/// ```
/// use vestochka::search::fold;
///
/// assert_eq!(fold("Хрущёв"), fold("Khrushchev"));
/// assert_eq!(fold("ИК-6"), ["ik", "6"]);
/// ```
#[must_use]
pub fn fold(text: &str) -> Vec<String> {
    words(&latin(text))
        .map(|word| same(word).chars().take(LONGEST).collect())
        .collect()
}

/// A text in small Latin letters, digits and spaces. A sign of a script that is
/// not spelled out is its number, so that it is found by itself.
fn latin(text: &str) -> String {
    let whole = DecomposingNormalizerBorrowed::new_nfkd();
    let mut latin = String::with_capacity(text.len());
    for c in whole.normalize(text).to_lowercase().chars() {
        match letters::letter(c) {
            _ if c.is_ascii_alphanumeric() => latin.push(c),
            Letter::Latin(letters) => latin.push_str(letters),
            Letter::Space => latin.push(' '),
            Letter::Sign => latin.push_str(&format!("{:05}", u32::from(c) % 100_000)),
        }
    }
    latin
}

/// Letters and digits are words of their own: `ик6` is `ик-6`.
fn words(latin: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| c.is_ascii_digit();
    latin.split(' ').flat_map(move |run| {
        let bounds = run.char_indices().zip(run.chars().skip(1));
        let mut cuts: Vec<usize> = bounds
            .filter(|((_, before), after)| kind(*before) != kind(*after))
            .map(|((at, before), _)| at + before.len_utf8())
            .collect();
        cuts.insert(0, 0);
        cuts.push(run.len());
        let pieces: Vec<&str> = cuts.windows(2).map(|ends| &run[ends[0]..ends[1]]).collect();
        pieces.into_iter().filter(|piece| !piece.is_empty())
    })
}

/// All spellings of a sound as one, and doubled letters as single ones.
fn same(word: &str) -> String {
    let mut now = word.to_owned();
    loop {
        let mut next = now.clone();
        for (from, to) in SAME {
            // Most pairs are ruled out by their letters alone.
            if letters_of(from) & !letters_of(&next) == 0 {
                next = next.replace(from, to);
            }
        }
        undouble(&mut next);
        if next == now {
            return now;
        }
        now = next;
    }
}

/// Which of `a` to `z` a word has, as bits.
fn letters_of(word: &str) -> u32 {
    let small = word.bytes().filter(u8::is_ascii_lowercase);
    small.fold(0, |bits, letter| bits | 1 << (letter - b'a'))
}

fn undouble(word: &mut String) {
    let mut before = None;
    word.retain(|c| {
        let doubled = before == Some(c) && c.is_ascii_lowercase();
        before = Some(c);
        !doubled
    });
}

#[cfg(test)]
mod tests;
