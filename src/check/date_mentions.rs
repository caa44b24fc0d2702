//! Dates in running text, in the forms that languages use.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::calendars::Calendar;
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
    /// In which calendar they count.
    pub calendar: Calendar,
    /// Whether words of birth stand close by.
    pub of_birth: bool,
    /// Bytes of the folded text.
    pub range: Range<usize>,
}

/// The beginnings of month names, January first, in Russian, Belarusian,
/// Ukrainian, English, German and Persian. Those in Cyrillic may go on with an
/// ending of the language's cases; the longest that fits counts.
const MONTHS: [&str; 12] = [
    "январ студзен січ january jan januar jänner ژانویه",
    "феврал лют february feb februar فوریه",
    "март сакавік берез march märz maerz مارس",
    "апрел красавік квіт april apr آوریل",
    "май мая мае ма трав may mai مه می",
    "июн чэрвен черв june juni ژوئن",
    "июл ліпен лип july juli ژوئیه جولای",
    "август жні серп august aug اوت آگوست",
    "сентябр верасн верес september sept sep سپتامبر",
    "октябр кастрычнік жовт october oct oktober اکتبر",
    "ноябр лістапад листопад november nov نوامبر",
    "декабр снежан снежн груд december dec dezember دسامبر",
];

/// The months of the Solar Hijri calendar, those of Iran and those of Afghanistan.
const SOLAR_MONTHS: [&str; 12] = [
    "فروردین حمل",
    "اردیبهشت ثور",
    "خرداد جوزا",
    "تیر سرطان",
    "مرداد امرداد اسد",
    "شهریور سنبله",
    "مهر میزان",
    "آبان عقرب",
    "آذر قوس",
    "دی جدی",
    "بهمن دلو",
    "اسفند حوت",
];

/// The same, with their months, by their first letter.
static STEMS: LazyLock<BTreeMap<char, Vec<(&str, What)>>> = LazyLock::new(|| {
    let mut stems: BTreeMap<char, Vec<(&str, What)>> = BTreeMap::new();
    for (calendar, all) in [
        (Calendar::Gregorian, MONTHS),
        (Calendar::SolarHijri, SOLAR_MONTHS),
    ] {
        for (names, month) in all.iter().zip(1..) {
            for stem in names.split(' ') {
                let first = stem.chars().next().unwrap_or_default();
                let month = What::Month(month, calendar);
                stems.entry(first).or_default().push((stem, month));
            }
        }
    }
    stems
});

/// The longest ending that a month's name may have after its beginning, in letters.
const ENDING: usize = 4;

/// Beginnings of words that say that a date is one of birth.
const BIRTH: [&str; 20] = [
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
    "geb.",
    "متولد",
    "تولد",
    "زاده",
    "زادروز",
    "به دنیا",
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
        let Parts {
            day,
            month,
            year,
            calendar,
        } = parts;
        found.push(Mention {
            day,
            month,
            year,
            calendar,
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
    calendar: Calendar,
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
    Month(i8, Calendar),
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
    longest.map_or(What::Word, |(_, month)| *month)
}

/// Names in Latin and Arabic letters have no endings, and the shortest beginnings few.
fn ending_of(stem: &str) -> usize {
    match stem {
        "ма" => 1,
        "май" | "мая" | "мае" => 0,
        _ if !stem.starts_with(|c| ('\u{400}'..='\u{4FF}').contains(&c)) => 0,
        _ => ENDING,
    }
}

/// A date at the beginning of tokens, and how many of them it takes.
fn read(text: &str, tokens: &[Token]) -> Option<(Parts, usize)> {
    numeric(text, tokens)
        .or_else(|| day_first(text, tokens))
        .or_else(|| month_first(text, tokens))
        .or_else(|| {
            let (year, calendar) = year(tokens.first()?)?;
            let parts = Parts {
                year: Some(year),
                calendar,
                ..Parts::default()
            };
            Some((parts, 1))
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
    let all = |day: &Token, month: &Token, of: Option<(i16, Calendar)>| {
        Some(Parts {
            day: Some(small(day, 31)?),
            month: Some(small(month, 12)?),
            year: of.map(|(year, _)| year),
            calendar: of.map(|(_, calendar)| calendar).unwrap_or_default(),
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
    let (month, calendar) = month(tokens.get(at)?)?;
    let year = following_year(text, &tokens[at..], calendar);
    Some((
        Parts {
            day: Some(day),
            month: Some(month),
            year,
            calendar,
        },
        at + 1 + usize::from(year.is_some()),
    ))
}

/// `January 23, 1938`, `январь 1938`.
fn month_first(text: &str, tokens: &[Token]) -> Option<(Parts, usize)> {
    let (month, calendar) = month(tokens.first()?)?;
    let month = Some(month);
    if let Some(year) = following_year(text, tokens, calendar) {
        return Some((
            Parts {
                day: None,
                month,
                year: Some(year),
                calendar,
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
    let year = following_year(text, &tokens[at..], calendar);
    Some((
        Parts {
            day,
            month,
            year,
            calendar,
        },
        at + 1 + usize::from(year.is_some()),
    ))
}

/// A year of a calendar right after the first of these tokens.
fn following_year(text: &str, tokens: &[Token], calendar: Calendar) -> Option<i16> {
    let (before, token) = (tokens.first()?, tokens.get(1)?);
    let between = &text[before.range.end..token.range.start];
    let (year, of) = year(token)?;
    (of == calendar && between.chars().count() <= 2).then_some(year)
}

fn is_particle(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "of" | "го" | "е")
}

fn year(token: &Token) -> Option<(i16, Calendar)> {
    match token.what {
        What::Number(year, 4) => Some((year, Calendar::of_year(year)?)),
        _ => None,
    }
}

fn month(token: &Token) -> Option<(i8, Calendar)> {
    match token.what {
        What::Month(month, calendar) => Some((month, calendar)),
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
