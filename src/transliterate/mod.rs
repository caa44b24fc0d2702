//! Makes ids from names, by one table for each language. `docs/ids.md` shows
//! the tables; they never change, because an id is part of an address.

mod tables;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use any_ascii::any_ascii_char;
use icu::normalizer::ComposingNormalizerBorrowed;

use tables::Table;

/// The longest id, in characters.
pub const MAX_LENGTH: usize = 80;

/// Without vowels no word or name comes about by chance, and nothing in it is
/// mistaken for something else when it is read aloud or copied by hand.
const OPAQUE_ALPHABET: &[u8] = b"23456789bcdfghjkmnpqrstvwxyz";

/// An id of `a-z`, `0-9` and `-` from a name: words joined by `-`, at most
/// [`MAX_LENGTH`] characters, cut at a word. `language` is the name's own
/// (`ru`, `be-tarask`); `ru`, `uk`, `be` and `fa` have a table, and any other
/// language and letter goes by the crate `any_ascii`. `None` if nothing of the
/// name can be used.
///
/// ```
/// use vestochka::transliterate::id_from_name;
///
/// let id = id_from_name("Алексей Щербаков", Some("ru"));
/// assert_eq!(id.as_deref(), Some("aleksei-shcherbakov"));
/// ```
#[must_use]
pub fn id_from_name(name: &str, language: Option<&str>) -> Option<String> {
    let table = Table::of(language);
    let name = ComposingNormalizerBorrowed::new_nfc()
        .normalize(name)
        .to_lowercase();
    let latin: Vec<String> = words(&name)
        .map(|word| ascii(&table.latin(&word)))
        .collect();
    let id = join(
        latin
            .iter()
            .flat_map(|word| word.split('-'))
            .filter(|word| !word.is_empty()),
    );
    (!id.is_empty()).then_some(id)
}

/// The id itself, or with `-2`, `-3` and so on if there is such a record.
#[must_use]
pub fn unused_id(id: &str, existing: &BTreeSet<String>) -> String {
    let candidate = |number: usize| {
        let suffix = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let room = MAX_LENGTH - suffix.len();
        let kept: String = id.chars().take(room).collect();
        kept.trim_end_matches('-').to_owned() + &suffix
    };
    let mut number = 1;
    while existing.contains(&candidate(number)) {
        number += 1;
    }
    candidate(number)
}

/// `p-` and six characters that say nothing about the person, for a minor. The
/// bytes are to come from the system's source of random numbers.
#[must_use]
pub fn opaque_id(random: [u8; 8]) -> String {
    let base = OPAQUE_ALPHABET.len() as u64;
    let mut rest = u64::from_le_bytes(random);
    let mut id = String::from("p-");
    for _ in 0..6 {
        id.push(char::from(OPAQUE_ALPHABET[(rest % base) as usize]));
        rest /= base;
    }
    id
}

/// Whether an id is one of those: `p-` and six characters of their alphabet.
#[must_use]
pub fn is_opaque_id(id: &str) -> bool {
    let random = id.strip_prefix("p-").unwrap_or("");
    random.len() == 6 && random.bytes().all(|c| OPAQUE_ALPHABET.contains(&c))
}

/// Apostrophes of every shape belong to their word; white space, hyphens and
/// dashes divide words, so that the rules for a word's start apply after them.
fn words(name: &str) -> impl Iterator<Item = String> + '_ {
    name.split(|c: char| c.is_whitespace() || any_ascii_char(c) == "-")
        .map(|word| word.replace(['’', 'ʼ', '‘', '`', '´', '′'], "'"))
        .filter(|word| !word.is_empty())
}

/// Small letters and digits, without apostrophes, and `-` for all else.
fn ascii(latin: &str) -> String {
    latin
        .chars()
        .filter(|c| !matches!(c, '\'' | '"' | '`'))
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect()
}

fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut id = String::new();
    for word in words {
        if id.is_empty() {
            id.extend(word.chars().take(MAX_LENGTH));
        } else if id.len() + 1 + word.len() <= MAX_LENGTH {
            id = id + "-" + word;
        } else {
            break;
        }
    }
    id
}
