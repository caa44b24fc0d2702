//! How somebody is named in a language, as far as that may be.

use super::Person;
use crate::record::{Lang, LangText, Names};
use crate::texts::Direction;

/// A name in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    /// As pages show it: `Anatoly Marchenko`.
    pub short: String,
    /// With the patronymic.
    pub full: String,
    /// By which lists are sorted: `Marchenko Anatoly`.
    pub sort: String,
    /// One or two letters for a stand-in picture.
    pub initials: String,
    /// Its language, if the wanted one is missing.
    pub other: Option<Lang>,
}

impl Person {
    /// The name in a language, else in the first of `order` that has one. A
    /// protected minor has no surname.
    #[must_use]
    pub fn name(&self, lang: &Lang, order: &[Lang]) -> PersonName {
        let names = &self.record.names;
        let lang = language_of(&names.given, lang, order);
        let surname = names
            .surname
            .as_ref()
            .filter(|_| !self.derived.minor_protected);
        let parts = Parts {
            given: pick(Some(&names.given), lang.0, order),
            surname: pick(surname, lang.0, order),
            patronymic: pick(
                names.patronymic.as_ref().filter(|_| surname.is_some()),
                lang.0,
                order,
            ),
        };
        parts.name(names, lang.1.cloned())
    }
}

/// All parts of a name are taken from one language, so that scripts do not mix:
/// the wanted one if the given name has it.
fn language_of<'a>(
    given: &'a LangText,
    wanted: &'a Lang,
    order: &[Lang],
) -> (&'a Lang, Option<&'a Lang>) {
    match given.pick(wanted, order).other {
        Some(other) => (other, Some(other)),
        None => (wanted, None),
    }
}

fn pick<'a>(text: Option<&'a LangText>, lang: &Lang, order: &[Lang]) -> &'a str {
    text.map_or("", |text| text.pick(lang, order).text)
}

struct Parts<'a> {
    given: &'a str,
    surname: &'a str,
    patronymic: &'a str,
}

impl Parts<'_> {
    fn name(&self, names: &Names, other: Option<Lang>) -> PersonName {
        let Parts {
            given,
            surname,
            patronymic,
        } = *self;
        let (short, full) = if names.surname_first {
            (join(&[surname, given]), join(&[surname, given, patronymic]))
        } else {
            (join(&[given, surname]), join(&[given, patronymic, surname]))
        };
        let sort = join(&[surname, given, patronymic]);
        PersonName {
            short,
            full,
            sort,
            initials: initials(given, surname),
            other,
        }
    }
}

fn join(parts: &[&str]) -> String {
    let given: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    given.join(" ")
}

/// Letters that would join, as those of Persian do, are kept apart.
fn initials(given: &str, surname: &str) -> String {
    let first = |name: &str| name.chars().find(|c| c.is_alphanumeric());
    let letters: Vec<String> = [given, surname]
        .into_iter()
        .filter_map(first)
        .map(|c| c.to_uppercase().collect())
        .collect();
    let joins = Direction::first_of(&letters.concat()) == Some(Direction::Rtl);
    letters.join(if joins { "\u{200c}" } else { "" })
}
