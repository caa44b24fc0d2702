//! Dates in running text, in the forms that languages use.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::folded::is_word;

/// A date that a text mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// 1 to 31.
    pub day: Option<i8>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// Four digits.
    pub year: Option<i16>,
    /// Whether words of birth stand close by.
    pub of_birth: bool,
    /// Bytes of the folded text.
    pub range: Range<usize>,
}

/// The beginnings of month names, January first, in Russian, Belarusian,
/// Ukrainian and English. Those that are not Latin may go on with an ending of
/// the language's cases; the longest that fits counts.
const MONTHS: [&str; 12] = [
    "январ студзен січ january jan",
    "феврал лют february feb",
    "март сакавік берез march",
    "апрел красавік квіт april apr",
    "май мая мае ма трав may",
    "июн чэрвен черв june",
    "июл ліпен лип july",
    "август жні серп august aug",
    "сентябр верасн верес september sept sep",
    "октябр кастрычнік жовт october oct",
    "ноябр лістапад листопад november nov",
    "декабр снежан снежн груд december dec",
];

/// The same, with their months, by their first letter.
static STEMS: LazyLock<BTreeMap<char, Vec<(&str, i8)>>> = LazyLock::new(|| {
    let mut stems: BTreeMap<char, Vec<(&str, i8)>> = BTreeMap::new();
    for (names, month) in MONTHS.iter().zip(1..) {
        for stem in names.split(' ') {
            let first = stem.chars().next().unwrap_or_default();
            stems.entry(first).or_default().push((stem, month));
        }
    }
    stems
});

/// The longest ending that a month's name may have after its beginning, in letters.
const ENDING: usize = 4;

/// Beginnings of words that say that a date is one of birth.
const BIRTH: [&str; 14] = [
    "родил",
    "рожден",
    "г.р",
    "г. р",
    "народи",
    "нарадз",
    "р.н",
    "р. н",
    "born",
    "birth",
    "b.",
    "geboren",
    "d.o.b",
    "dob",
];

/// How far from a date a word of birth still belongs to it, in characters.
const NEAR: usize = 40;

/// Every date in a folded text, in the text's order.
#[must_use]
pub fn date_mentions(text: &str) -> Vec<Mention> {
    // Every date has a number, and few texts do.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((parts, length)) = read(text, &tokens[at..]) else {
            at += 1;
            continue;
        };
        let range = tokens[at].range.start..tokens[at + length - 1].range.end;
        let Parts { day, month, year } = parts;
        found.push(Mention {
            day,
            month,
            year,
            of_birth: is_of_birth(text, &range),
            range,
        });
        at += length;
    }
    found
}

#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    day: Option<i8>,
    month: Option<i8>,
    year: Option<i16>,
}

#[derive(Debug, Clone)]
struct Token {
    what: What,
    range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// A number, and how many digits it has.
    Number(i16, usize),
    Month(i8),
    Word,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if !is_word(c) {
            continue;
        }
        let digits = c.is_ascii_digit();
        let mut end = start + c.len_utf8();
        while let Some((at, next)) =
            rest.next_if(|(_, next)| is_word(*next) && next.is_ascii_digit() == digits)
        {
            end = at + next.len_utf8();
        }
        tokens.push(Token {
            what: what(&text[start..end], digits),
            range: start..end,
        });
    }
    tokens
}

fn what(word: &str, digits: bool) -> What {
    if digits {
        return word
            .parse()
            .map_or(What::Word, |number| What::Number(number, word.len()));
    }
    let fits = |stem: &str| {
        word.strip_prefix(stem)
            .is_some_and(|ending| ending.chars().count() <= ending_of(stem))
    };
    let first = word.chars().next().unwrap_or_default();
    let stems = STEMS.get(&first).into_iter().flatten();
    let longest = stems
        .filter(|(stem, _)| fits(stem))
        .max_by_key(|(stem, _)| stem.len());
    longest.map_or(What::Word, |(_, month)| What::Month(*month))
}

/// English names have no endings, and the shortest beginnings few.
fn ending_of(stem: &str) -> usize {
    match stem {
        "ма" => 1,
        "май" | "мая" | "мае" => 0,
        _ if stem.is_ascii() => 0,
        _ => ENDING,
    }
}

/// A date at the beginning of tokens, and how many of them it takes.
fn read(text: &str, tokens: &[Token]) -> Option<(Parts, usize)> {
    numeric(text, tokens)
        .or_else(|| day_first(text, tokens))
        .or_else(|| month_first(text, tokens))
        .or_else(|| {
            Some((
                Parts {
                    year: Some(year(tokens.first()?)?),
                    ..Parts::default()
                },
                1,
            ))
        })
}

/// `1938-01-23`, `23.01.1938`, `23/1/1938`, `23.01`.
fn numeric(text: &str, tokens: &[Token]) -> Option<(Parts, usize)> {
    let joined = |count: usize, signs: &[&str]| {
        tokens.len() >= count
            && tokens[..count]
                .windows(2)
                .all(|pair| signs.contains(&&text[pair[0].range.end..pair[1].range.start]))
    };
    let all = |day: &Token, month: &Token, of: Option<i16>| {
        Some(Parts {
            day: Some(small(day, 31)?),
            month: Some(small(month, 12)?),
            year: of,
        })
    };
    if joined(3, &["-", ".", "/"]) && year(&tokens[0]).is_some() {
        return Some((all(&tokens[2], &tokens[1], year(&tokens[0]))?, 3));
    }
    if joined(3, &["-", ".", "/", ". "]) && year(&tokens[2]).is_some() {
        return Some((all(&tokens[0], &tokens[1], year(&tokens[2]))?, 3));
    }
    let two_digits = |token: &Token| matches!(token.what, What::Number(_, 2));
    if joined(2, &["."]) && two_digits(&tokens[0]) && two_digits(&tokens[1]) && !joined(3, &["."]) {
        return Some((all(&tokens[0], &tokens[1], None)?, 2));
    }
    None
}

/// `23 января 1938`, `23rd of January, 1938`.
fn day_first(text: &str, tokens: &[Token]) -> Option<(Parts, usize)> {
    let day = small(tokens.first()?, 31)?;
    let mut at = 1;
    while tokens
        .get(at)
        .is_some_and(|token| is_particle(&text[token.range.clone()]))
    {
        at += 1;
    }
    let month = month(tokens.get(at)?)?;
    let year = following_year(text, &tokens[at..]);
    Some((
        Parts {
            day: Some(day),
            month: Some(month),
            year,
        },
        at + 1 + usize::from(year.is_some()),
    ))
}

/// `January 23, 1938`, `январь 1938`.
fn month_first(text: &str, tokens: &[Token]) -> Option<(Parts, usize)> {
    let month = Some(month(tokens.first()?)?);
    if let Some(year) = following_year(text, tokens) {
        return Some((
            Parts {
                day: None,
                month,
                year: Some(year),
            },
            2,
        ));
    }
    let day = Some(small(tokens.get(1)?, 31)?);
    let mut at = 1;
    while tokens
        .get(at + 1)
        .is_some_and(|token| is_particle(&text[token.range.clone()]))
    {
        at += 1;
    }
    let year = following_year(text, &tokens[at..]);
    Some((
        Parts { day, month, year },
        at + 1 + usize::from(year.is_some()),
    ))
}

/// A year right after the first of these tokens.
fn following_year(text: &str, tokens: &[Token]) -> Option<i16> {
    let (before, token) = (tokens.first()?, tokens.get(1)?);
    let between = &text[before.range.end..token.range.start];
    year(token).filter(|_| between.chars().count() <= 2)
}

fn is_particle(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "of" | "го" | "е")
}

fn year(token: &Token) -> Option<i16> {
    match token.what {
        What::Number(year, 4) if (1800..2200).contains(&year) => Some(year),
        _ => None,
    }
}

fn month(token: &Token) -> Option<i8> {
    match token.what {
        What::Month(month) => Some(month),
        _ => None,
    }
}

fn small(token: &Token, most: i16) -> Option<i8> {
    match token.what {
        What::Number(number, 1 | 2) if (1..=most).contains(&number) => i8::try_from(number).ok(),
        _ => None,
    }
}

/// Whether a word of birth stands near, without a full stop between. The
/// abbreviations that follow a year hold full stops themselves.
fn is_of_birth(text: &str, range: &Range<usize>) -> bool {
    let before = last_chars(&text[..range.start], NEAR);
    let after = first_chars(&text[range.end..], NEAR / 2);
    let same_sentence = before.rsplit_once(". ").map_or(before, |(earlier, rest)| {
        if earlier.ends_with('b') || earlier.ends_with('р') {
            before
        } else {
            rest
        }
    });
    let after = after.split_once(". ").map_or(
        after,
        |(first, _)| if first.len() <= 3 { after } else { first },
    );
    BIRTH
        .iter()
        .any(|word| begins_a_word(same_sentence, word) || begins_a_word(after, word))
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| text[..at].chars().next_back().is_none_or(|c| !is_word(c)))
}

fn last_chars(text: &str, count: usize) -> &str {
    let start = text
        .char_indices()
        .rev()
        .nth(count - 1)
        .map_or(0, |(at, _)| at);
    &text[start..]
}

fn first_chars(text: &str, count: usize) -> &str {
    let end = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests;
