//! Hides secrets, however they are spaced and whichever letters are capitals.

use std::collections::BTreeSet;
use std::ops::Range;

/// What stands for a secret.
pub(super) const DOTS: &str = "•••";

/// The secrets of one file.
pub(super) struct Mask {
    /// Each secret in the form of [`Folded`], the longest first.
    secrets: Vec<Vec<char>>,
}

impl Mask {
    /// A secret of several lines is also hidden line by line.
    pub fn new(secrets: &[String]) -> Self {
        let folded: BTreeSet<Vec<char>> = secrets
            .iter()
            .flat_map(|secret| secret.lines().chain([secret.as_str()]))
            .map(|secret| Folded::new(secret.trim()).chars)
            .filter(|chars| chars.len() >= 2)
            .collect();
        Mask {
            secrets: folded.into_iter().collect(),
        }
    }

    /// Where secrets stand in a text: sorted, and no two touch.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.secrets.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let mut found: Vec<Range<usize>> = self
            .secrets
            .iter()
            .flat_map(|secret| folded.find(secret))
            .collect();
        found.sort_by_key(|range| (range.start, range.end));
        merge(found)
    }

    /// The text with dots for each secret.
    pub fn apply(&self, text: &str) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut rest = 0;
        for hidden in self.ranges(text) {
            masked.push_str(&text[rest..hidden.start]);
            masked.push_str(DOTS);
            rest = hidden.end;
        }
        masked + &text[rest..]
    }
}

/// A text in small letters with one space for each run of white space: YAML
/// folds and indents long values, and a name may be written in capitals.
struct Folded {
    chars: Vec<char>,
    /// The bytes of the text that each of them stands for.
    bytes: Vec<Range<usize>>,
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded = Folded {
            chars: Vec::new(),
            bytes: Vec::new(),
        };
        for (at, c) in text.char_indices() {
            folded.push(c, at..at + c.len_utf8());
        }
        folded
    }

    fn push(&mut self, c: char, bytes: Range<usize>) {
        if !c.is_whitespace() {
            self.bytes.extend(c.to_lowercase().map(|_| bytes.clone()));
            self.chars.extend(c.to_lowercase());
        } else if self.chars.last() == Some(&' ') {
            self.bytes.last_mut().expect("as many as characters").end = bytes.end;
        } else {
            self.chars.push(' ');
            self.bytes.push(bytes);
        }
    }

    /// Overlapping hits too: in `ananas`, `ana` hides five letters.
    fn find<'a>(&'a self, secret: &'a [char]) -> impl Iterator<Item = Range<usize>> + 'a {
        self.chars
            .windows(secret.len())
            .enumerate()
            .filter(move |(_, window)| *window == secret)
            .map(move |(at, _)| self.bytes[at].start..self.bytes[at + secret.len() - 1].end)
    }
}

fn merge(sorted: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in sorted {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str, secrets: &[&str]) -> String {
        let secrets: Vec<String> = secrets.iter().map(ToString::to_string).collect();
        Mask::new(&secrets).apply(text)
    }

    #[test]
    fn every_occurrence_is_hidden_in_any_case() {
        assert_eq!(
            masked("Иванова, ИВАНОВА и иванов", &["Иванова"]),
            "•••, ••• и иванов"
        );
    }

    #[test]
    fn overlapping_and_touching_secrets_become_one_run() {
        assert_eq!(masked("ananas", &["ana"]), "•••s");
        assert_eq!(masked("abcd", &["ab", "cd"]), "•••");
    }

    #[test]
    fn a_secret_is_found_across_line_ends() {
        assert_eq!(
            masked("x: ask her\n    sister first", &["ask her sister"]),
            "x: ••• first"
        );
    }

    #[test]
    fn one_line_of_a_long_secret_is_secret() {
        assert_eq!(
            masked("only the second one", &["first one\nthe second\n"]),
            "only ••• one"
        );
    }

    #[test]
    fn one_character_is_no_secret() {
        assert_eq!(masked("a b", &["a", " ", ""]), "a b");
    }
}
