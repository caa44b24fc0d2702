//! Numbers that move money: payment cards, bank accounts, wallets.

use std::ops::Range;

/// A number that moves money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyNumber {
    /// What it is, in words.
    pub what: &'static str,
    /// Bytes of the text.
    pub range: Range<usize>,
}

/// Every such number in a text. Wallets are case-sensitive: give the text as it is.
#[must_use]
pub fn money_numbers(text: &str) -> Vec<MoneyNumber> {
    let mut found = digits_in_groups(text);
    for range in words(text) {
        let word = &text[range.clone()];
        let what = if is_ethereum(word) || is_bech32(word) || is_base58(word) {
            "a cryptocurrency wallet"
        } else if is_iban(word) {
            "a bank account"
        } else {
            continue;
        };
        found.push(MoneyNumber { what, range });
    }
    found.extend(spaced_ibans(text));
    found.sort_by_key(|number| (number.range.start, number.range.end));
    found
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(|c: char| c.is_ascii_alphanumeric())?;
        end = text[start..]
            .find(|c: char| !c.is_ascii_alphanumeric())
            .map_or(text.len(), |length| start + length);
        Some(start..end)
    })
}

/// Runs of 13 to 19 digits, alone or in groups parted by single spaces or hyphens.
fn digits_in_groups(text: &str) -> Vec<MoneyNumber> {
    let mut found = Vec::new();
    let mut start = None;
    let mut digits: Vec<u8> = Vec::new();
    let mut end = 0;
    let chars = text.char_indices().chain([(text.len(), '\n')]);
    for (at, c) in chars {
        if let Some(digit) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            start.get_or_insert(at);
            digits.push(digit);
            end = at + c.len_utf8();
        } else if !(matches!(c, ' ' | '-' | '\u{A0}') && at == end && start.is_some()) {
            if let Some(start) = start
                .take()
                .filter(|start| is_card(&digits) && stands_alone(text, *start..end))
            {
                found.push(MoneyNumber {
                    what: "a card number",
                    range: start..end,
                });
            }
            digits.clear();
        }
    }
    found
}

/// Digits in the middle of letters are a hash or a key, not a card.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !touches(text[..range.start].chars().next_back()) && !touches(text[range.end..].chars().next())
}

/// 13 to 19 digits, a first digit that networks use, and Luhn's check digit.
fn is_card(digits: &[u8]) -> bool {
    let fits = (13..=19).contains(&digits.len()) && matches!(digits.first(), Some(2..=6));
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let value = u32::from(*digit) * if at % 2 == 1 { 2 } else { 1 };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    fits && sum.is_multiple_of(10)
}

/// Two letters, two check digits, and the remainder 1 that ISO 13616 asks for.
fn is_iban(word: &str) -> bool {
    let bytes = word.as_bytes();
    let shape = (15..=34).contains(&bytes.len())
        && bytes[..2].iter().all(u8::is_ascii_alphabetic)
        && bytes[2..4].iter().all(u8::is_ascii_digit);
    if !shape {
        return false;
    }
    let moved = bytes[4..].iter().chain(&bytes[..4]);
    let remainder = moved.fold(0_u32, |rest, byte| match byte.to_ascii_uppercase() {
        digit @ b'0'..=b'9' => (rest * 10 + u32::from(digit - b'0')) % 97,
        letter => (rest * 100 + u32::from(letter - b'A' + 10)) % 97,
    });
    remainder == 1
}

/// Accounts in groups of four, as they stand on paper.
fn spaced_ibans(text: &str) -> Vec<MoneyNumber> {
    let words: Vec<Range<usize>> = words(text).collect();
    let mut found = Vec::new();
    for (first, range) in words
        .iter()
        .enumerate()
        .filter(|(_, range)| range.len() == 4)
    {
        let mut joined = text[range.clone()].to_owned();
        for pair in words[first..].windows(2).take(8) {
            if &text[pair[0].end..pair[1].start] != " " || pair[1].len() > 4 {
                break;
            }
            joined.push_str(&text[pair[1].clone()]);
            if is_iban(&joined) {
                found.push(MoneyNumber {
                    what: "a bank account",
                    range: range.start..pair[1].end,
                });
                break;
            }
        }
    }
    found
}

fn is_ethereum(word: &str) -> bool {
    word.strip_prefix("0x")
        .is_some_and(|hex| hex.len() == 40 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn is_bech32(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let data = lower.strip_prefix("bc1");
    let alphabet = |b: u8| b.is_ascii_alphanumeric() && !matches!(b, b'1' | b'b' | b'i' | b'o');
    let one_case = word == lower || word == word.to_ascii_uppercase();
    one_case
        && data.is_some_and(|data| (39..=59).contains(&data.len()) && data.bytes().all(alphabet))
}

/// 26 to 35 characters from `1` or `3`, in small letters, capitals and digits,
/// without the four that base 58 leaves out.
fn is_base58(word: &str) -> bool {
    let has = |is: fn(&u8) -> bool| word.as_bytes().iter().any(&is);
    (26..=35).contains(&word.len())
        && word.starts_with(['1', '3'])
        && !word.contains(['0', 'O', 'I', 'l'])
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_uppercase)
        && word.bytes().filter(u8::is_ascii_digit).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&'static str> {
        money_numbers(text)
            .into_iter()
            .map(|number| number.what)
            .collect()
    }

    #[test]
    fn card_numbers_are_known_by_their_check_digit() {
        for text in [
            "4111111111111111",
            "карта 4111 1111 1111 1111.",
            "5500-0000-0000-0004",
        ] {
            assert_eq!(kinds(text), ["a card number"], "{text}");
        }
        for text in [
            "4111111111111112",
            "1234567890123",
            "дело 4111 1111 и 1111 1111",
        ] {
            assert!(kinds(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn accounts_are_known_by_their_check_digits() {
        assert_eq!(kinds("GB82WEST12345698765432"), ["a bank account"]);
        assert_eq!(
            kinds("IBAN GB82 WEST 1234 5698 7654 32, спасибо"),
            ["a bank account"]
        );
        assert!(kinds("GB83WEST12345698765432").is_empty());
    }

    #[test]
    fn wallets_are_known_by_their_form() {
        for text in [
            "0x52908400098527886E0F7030069857D2E4169EE7",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        ] {
            assert_eq!(
                kinds(&format!("на {text}.")),
                ["a cryptocurrency wallet"],
                "{text}"
            );
        }
        assert!(kinds("0x5290840009852788 and bc1q and 1938").is_empty());
    }
}
