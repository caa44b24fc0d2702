//! `people.json`: the list of people for programs. `docs/people-json.md` has its schema.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::plan::{Local, Output, path_of};
use crate::press::Press;
use crate::record::Lang;
use crate::site::Person;

/// The whole file.
#[derive(Debug, Serialize)]
pub(super) struct PeopleJson {
    /// The schema's version.
    version: u32,
    site: String,
    languages: Vec<String>,
    people: Vec<PersonJson>,
}

/// What lists say of somebody, and nothing more: no address, number, grammar,
/// free text or unpublished date.
#[derive(Debug, Serialize)]
struct PersonJson {
    id: String,
    paths: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
    custody: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    custody_since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    facility: Option<String>,
    can_write: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    birth_year: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    birthday: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<String>,
}

/// Everybody who is published, by id.
pub(super) fn people(press: &Press) -> PeopleJson {
    let site = &press.site;
    PeopleJson {
        version: 1,
        site: site.config.id.to_string(),
        languages: site.config.languages.iter().map(Lang::to_string).collect(),
        people: site
            .people
            .values()
            .map(|person| line(press, person))
            .collect(),
    }
}

fn line(press: &Press, person: &Person) -> PersonJson {
    let shown = press.site.shown_facility(person);
    let open = !person.derived.minor_protected;
    let birth = person.record.birth.as_ref().filter(|_| open);
    let path = |lang: &Lang| {
        path_of(&Output::Page(
            lang.clone(),
            Local::Profile(person.id.clone()),
        ))
    };
    PersonJson {
        id: person.id.to_string(),
        paths: press
            .voices
            .iter()
            .map(|voice| (voice.lang.to_string(), path(&voice.lang)))
            .collect(),
        names: names(press, person),
        custody: person.derived.folded.custody.as_str(),
        custody_since: person
            .derived
            .folded
            .custody_since
            .map(|date| date.to_string()),
        region: shown.and_then(|(_, facility)| facility.region.clone()),
        facility: shown.map(|(id, _)| id.to_string()),
        can_write: person.derived.one_may_write(),
        birth_year: birth.and_then(|birth| birth.public_year()),
        birthday: person
            .birthday()
            .map(|(month, day)| format!("{month:02}-{day:02}")),
        verified: person
            .derived
            .one_may_write()
            .then(|| {
                person
                    .record
                    .address_verified
                    .as_ref()
                    .map(|verified| verified.date.to_string())
            })
            .flatten(),
    }
}

/// The name in each language that has one of its own.
fn names(press: &Press, person: &Person) -> BTreeMap<String, String> {
    let own = press
        .voices
        .iter()
        .filter(|voice| voice.name(&person.id).other.is_none());
    own.map(|voice| (voice.lang.to_string(), voice.name(&person.id).short.clone()))
        .collect()
}
