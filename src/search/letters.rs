//! Letters of other scripts as Latin ones, by the crate `any_ascii`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use any_ascii::any_ascii_char;
use icu::normalizer::DecomposingNormalizerBorrowed;

/// Alphabets whose letters stand for sounds: small letters, and digits. Signs of
/// other scripts are found by themselves.
const ALPHABETS: [(char, char); 9] = [
    ('α', 'ω'),
    ('а', 'џ'),
    ('ա', 'ֆ'),
    ('א', 'ת'),
    ('ء', 'غ'),
    ('ـ', 'ي'),
    ('٠', '٩'),
    ('۰', '۹'),
    ('ა', 'ჰ'),
];

/// Letters that do not fall apart into one of `a-z` and a sign above or below, and
/// those that further languages add to the Cyrillic and the Arabic ones.
const OTHERS: &str = "ßæðøþđħıłŋœŧəґғҗқңүұһәөپچژکگیہےڈٹڑں";

/// Stand inside words and count for nothing.
const SILENT: &str = "'`‘’ʹʼ";

/// Signs above, below and inside letters.
pub(super) const MARKS: [(char, char); 5] = [
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{487}'),
    ('\u{591}', '\u{5c7}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{670}', '\u{670}'),
];

/// Whatever is no letter of a script: spaces, punctuation, symbols.
pub(super) const SPACES: [(char, char); 3] = [
    ('\0', '\u{36f}'),
    ('\u{2000}', '\u{2e7f}'),
    ('\u{3000}', '\u{303f}'),
];

/// What a character is to a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    /// These letters of `a-z` and digits, or nothing at all.
    Latin(&'static str),
    /// The end of a word.
    Space,
    /// A sign of a script that is not spelled out.
    Sign,
}

/// Letters with what they are in Latin.
pub(super) fn table() -> &'static BTreeMap<char, String> {
    static TABLE: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| {
        let silent = SILENT.chars().map(|c| (c, String::new()));
        letters().map(|c| (c, latin(c))).chain(silent).collect()
    });
    &TABLE
}

/// What a small letter without signs above and below is.
pub(super) fn letter(c: char) -> Letter {
    match table().get(&c) {
        Some(latin) => Letter::Latin(latin),
        None if is_in(c, &MARKS) => Letter::Latin(""),
        None if is_in(c, &SPACES) => Letter::Space,
        None => Letter::Sign,
    }
}

fn is_in(c: char, ranges: &[(char, char)]) -> bool {
    ranges
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&c))
}

fn letters() -> impl Iterator<Item = char> {
    let whole = DecomposingNormalizerBorrowed::new_nfkd();
    let stays = move |c: &char| {
        let small = c.to_lowercase().eq([*c]);
        small && whole.normalize(c.encode_utf8(&mut [0; 4])).chars().eq([*c])
    };
    let alphabets = ALPHABETS.into_iter().flat_map(|(first, last)| first..=last);
    alphabets
        .filter(|c| c.is_alphanumeric())
        .chain(OTHERS.chars())
        .filter(stays)
}

fn latin(c: char) -> String {
    let latin = any_ascii_char(c).to_ascii_lowercase();
    latin.chars().filter(char::is_ascii_alphanumeric).collect()
}
