//! W11: two records with one name, which may be one person.

use std::collections::{BTreeMap, BTreeSet};

use any_ascii::any_ascii;

use super::findings::Findings;
use super::folded::fold;
use super::name_stems::spellings;
use super::rule::Inspection;
use crate::problem::Route;
use crate::record::{Id, LangText, Names};
use crate::site::Person;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let people = &inspection.site.people;
    let mut by_name: BTreeMap<String, BTreeSet<&Id>> = BTreeMap::new();
    for person in people.values() {
        for name in names(&person.record.names) {
            by_name.entry(name).or_default().insert(&person.id);
        }
    }
    let mut pairs = BTreeSet::new();
    for ids in by_name.values().filter(|ids| ids.len() > 1) {
        let mut earlier: Vec<&Id> = Vec::new();
        for id in ids {
            pairs.extend(earlier.iter().map(|first| (*first, *id)));
            earlier.push(id);
        }
    }
    for (first, second) in pairs {
        if let (Some(one), Some(other)) = (people.get(first), people.get(second)) {
            compare(one, other, findings);
        }
    }
}

fn compare(one: &Person, other: &Person, findings: &mut Findings<'_>) {
    let year = |person: &Person| person.record.birth.map(|birth| birth.date.year());
    let contradict = matches!((year(one), year(other)), (Some(a), Some(b)) if a != b);
    let told =
        one.record.not_same_as.contains(&other.id) || other.record.not_same_as.contains(&one.id);
    if !contradict && !told {
        let message = format!("`{}` has the same name", one.id);
        let hint = format!(
            "if they are two people, write `not_same_as: [{}]`; if not, delete one record",
            one.id
        );
        findings.at(&other.file, Route::key("names"), message, hint);
    }
}

/// Given name and surname in every language, in their own script and in Latin
/// letters, whichever comes first.
fn names(names: &Names) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let Some(surname) = &names.surname else {
        return found;
    };
    let languages: BTreeSet<_> = names.given.languages().chain(surname.languages()).collect();
    for lang in languages {
        if let (Some(given), Some(surname)) = (names.given.get(lang), surname.get(lang)) {
            found.extend(keys(given, surname));
        }
    }
    let everywhere = |text: &LangText| text.languages().next().is_none();
    if everywhere(&names.given) && everywhere(surname) {
        let pairs = spellings(Some(&names.given)).zip(spellings(Some(surname)));
        found.extend(pairs.flat_map(|(given, surname)| keys(given, surname)));
    }
    found
}

fn keys(given: &str, surname: &str) -> [String; 2] {
    let latin = |name: &str| any_ascii(&fold(name)).replace(['\'', '`'], "");
    let ordered = |a: String, b: String| {
        if a <= b {
            format!("{a} {b}")
        } else {
            format!("{b} {a}")
        }
    };
    [
        ordered(fold(given), fold(surname)),
        ordered(latin(given), latin(surname)),
    ]
}
