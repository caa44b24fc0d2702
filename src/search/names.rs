//! The words by which somebody is found, as far as they may be shown.

use std::collections::BTreeSet;

use super::fold::fold;
use crate::record::{Facility, LangText};
use crate::site::{Person, Site};

/// The names of somebody, by what they are to a key.
pub(super) struct Names {
    /// What comes first in a list: surnames.
    first: Vec<String>,
    /// Given names.
    second: Vec<String>,
    /// Patronymics, other spellings.
    more: Vec<String>,
    /// How long the longest of the names is that pages show.
    pub(super) longest: usize,
}

impl Names {
    /// A protected minor has the names that pages show and nothing else.
    pub(super) fn of_person(site: &Site, person: &Person) -> Self {
        let open = !person.derived.minor_protected;
        let names = &person.record.names;
        let part = |text: Option<&LangText>| folded(text.filter(|_| open));
        let also = names.also.iter().filter(|_| open);
        let order = &site.config.languages;
        let shown: Vec<String> = order
            .iter()
            .map(|lang| person.name(lang, order).short)
            .collect();
        let given = match open {
            true => folded(Some(&names.given)),
            false => shown.iter().flat_map(|name| fold(name)).collect(),
        };
        Names {
            first: part(names.surname.as_ref()),
            second: given,
            more: part(names.patronymic.as_ref())
                .into_iter()
                .chain(also.flat_map(|name| fold(name)))
                .collect(),
            longest: shown.iter().map(String::len).max().unwrap_or(0),
        }
    }

    pub(super) fn of_facility(facility: &Facility) -> Self {
        let town = facility
            .address
            .as_ref()
            .and_then(|address| address.town.as_deref());
        let longest = facility.name.all().map(str::len).max();
        Names {
            first: folded(facility.short.as_ref()),
            second: folded(Some(&facility.name)),
            more: folded(facility.region_name.as_ref())
                .into_iter()
                .chain(
                    facility
                        .renamed
                        .iter()
                        .flat_map(|old| folded(Some(&old.from))),
                )
                .chain(town.into_iter().flat_map(fold))
                .collect(),
            longest: longest.unwrap_or(0),
        }
    }

    pub(super) fn words(&self) -> BTreeSet<String> {
        let all = self.first.iter().chain(&self.second).chain(&self.more);
        all.cloned().collect()
    }

    /// What stands after a word in its key, so that a common name is cut by what
    /// tells its bearers apart.
    pub(super) fn beside(&self, word: &String) -> &str {
        let (one, other) = match self.first.contains(word) {
            true => (&self.second, &self.first),
            false => (&self.first, &self.second),
        };
        one.first().or(other.first()).map_or("", String::as_str)
    }
}

fn folded(text: Option<&LangText>) -> Vec<String> {
    let texts = text.into_iter().flat_map(LangText::all);
    texts.flat_map(fold).collect()
}
