//! Names letter by letter, as lists are cut by them.

use std::collections::BTreeMap;

use crate::texts::{Collator, OTHERS};

/// The place of what stands between two words of a name, and of a name's end.
pub const GAP: u16 = 0;

/// A language's letters, each with its place in the alphabet.
pub struct Spelling<'a> {
    collator: &'a Collator,
    places: BTreeMap<&'static str, u16>,
    seen: BTreeMap<char, &'static str>,
}

/// One letter of a name, or the gap between two words of it.
enum Sign {
    Gap(char),
    Letter(char),
}

impl<'a> Spelling<'a> {
    /// The letters of a language.
    #[must_use]
    pub fn new(collator: &'a Collator) -> Self {
        Spelling {
            collator,
            places: collator.alphabet().zip(1..).collect(),
            seen: BTreeMap::new(),
        }
    }

    /// The places of a name's letters. What stands under no letter has the last
    /// place of all; digits after the first sign can be told apart.
    pub fn places(&mut self, name: &str) -> Vec<u16> {
        let place = |(at, sign)| match sign {
            Sign::Gap(_) => GAP,
            Sign::Letter(c) => self.place(at, c),
        };
        signs(name).enumerate().map(place).collect()
    }

    fn place(&mut self, at: usize, c: char) -> u16 {
        let digit = c.to_digit(10).and_then(|digit| u16::try_from(digit).ok());
        let digit = digit.filter(|_| at > 0);
        let letter = self.letter(c);
        let place = self.places[letter];
        digit.map_or(place, |digit| place + 1 + digit)
    }

    fn letter(&mut self, c: char) -> &'static str {
        let collator = self.collator;
        let initial = || collator.initial(c.encode_utf8(&mut [0; 4]));
        self.seen.entry(c).or_insert_with(initial)
    }

    /// How a part is named whose names begin like this one: `Bara`, `Smith A`.
    pub fn beginning(&mut self, name: &str, signs_of: usize) -> String {
        let mut beginning = String::new();
        for (at, sign) in signs(name).take(signs_of).enumerate() {
            match sign {
                Sign::Gap(c) => beginning.push(c),
                Sign::Letter(c) => match self.letter(c) {
                    OTHERS if at > 0 => beginning.push(c),
                    letter if at == 0 || c.is_uppercase() => beginning.push_str(letter),
                    letter => beginning.push_str(&letter.to_lowercase()),
                },
            }
        }
        beginning.trim_end_matches([' ', '-']).to_owned()
    }
}

/// Letters and gaps; other signs are passed over, as in the order of names.
fn signs(name: &str) -> impl Iterator<Item = Sign> + '_ {
    let mut was_letter = false;
    name.chars().filter_map(move |c| {
        let is_gap = was_letter && (c.is_whitespace() || c == '-');
        let is_letter = c.is_alphanumeric();
        was_letter = is_letter || was_letter && !is_gap;
        match (is_letter, is_gap) {
            (true, _) => Some(Sign::Letter(c)),
            (_, true) => Some(Sign::Gap(c)),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    fn collator(code: &str) -> Collator {
        Collator::new(&Language::parse(code).unwrap())
    }

    #[test]
    fn words_of_a_name_are_told_from_its_letters() {
        let collator = collator("en");
        let mut spelling = Spelling::new(&collator);
        assert_eq!(spelling.places("Ad b-c"), [1, 4, GAP, 2, GAP, 3]);
        assert_eq!(spelling.places(" A’a  — a"), [1, 1, GAP, 1]);
    }

    #[test]
    fn digits_are_told_apart_but_not_at_the_beginning() {
        let collator = collator("en");
        let mut spelling = Spelling::new(&collator);
        let places = |spelling: &mut Spelling<'_>, name| spelling.places(name);
        assert_eq!(places(&mut spelling, "1"), places(&mut spelling, "2"));
        assert_ne!(places(&mut spelling, "A 1"), places(&mut spelling, "A 2"));
    }

    #[test]
    fn a_part_is_named_by_the_letters_of_the_alphabet() {
        let collator = collator("ru");
        let mut spelling = Spelling::new(&collator);
        let mut beginning = |name, count| spelling.beginning(name, count);
        assert_eq!(beginning("Ёлкин Пётр", 1), "Е");
        assert_eq!(beginning("Ёлкин Пётр", 6), "Елкин");
        assert_eq!(beginning("Ёлкин Пётр", 7), "Елкин П");
        assert_eq!(beginning("1984", 1), "#");
    }
}
