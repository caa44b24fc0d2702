//! E4: an address that would be shown is complete in the form of its country.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::findings::Findings;
use super::rule::Inspection;
use super::standing;
use crate::record::{Country, Facility, Kind};
use crate::site::{Person, Site};
use crate::state::{Missing, envelope};

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    // What a facility lacks is one problem, whoever is held there.
    let mut told = BTreeSet::new();
    for (file, facility) in inspection.site.facilities.values() {
        for missing in lacking(inspection.site, facility) {
            if told.insert((
                Arc::clone(file),
                missing.route.clone(),
                missing.message.clone(),
            )) {
                findings.at(file, missing.route, &missing.message, &missing.hint);
            }
        }
    }
    for person in inspection.site.people.values() {
        for missing in standing::missing(person) {
            let file = file(inspection.site, person, missing);
            if told.insert((
                Arc::clone(file),
                missing.route.clone(),
                missing.message.clone(),
            )) {
                findings.at(file, missing.route.clone(), &missing.message, &missing.hint);
            }
        }
    }
}

/// What a facility's own page needs of an address that is there, whoever is held.
fn lacking(site: &Site, facility: &Facility) -> Vec<Missing> {
    if facility.address.is_none() || facility.closed.is_some() {
        return Vec::new();
    }
    let rules = site.rules(&facility.country);
    envelope::to_place(facility, rules)
        .err()
        .unwrap_or_default()
}

/// The record in which to mend it.
fn file<'a>(site: &'a Site, person: &'a Person, missing: &Missing) -> &'a Arc<str> {
    let facility = standing::facility(person).and_then(|id| site.facilities.get(id));
    let found = match missing.record {
        Kind::Facility => facility.map(|(file, _)| file),
        Kind::Organisation => {
            let agency = person
                .record
                .agency
                .as_ref()
                .and_then(|id| site.organisations.get(id));
            agency.map(|(file, _)| file)
        }
        Kind::Rules => country(site, person)
            .and_then(|country| site.rules.get(country.as_str()))
            .map(|(file, _)| file),
        _ => None,
    };
    found.unwrap_or(&person.file)
}

fn country<'a>(site: &'a Site, person: &'a Person) -> Option<&'a Country> {
    let facility = standing::facility(person).and_then(|id| site.facility(id));
    let intermediary = person.record.intermediary.as_ref();
    facility
        .map(|facility| &facility.country)
        .or_else(|| intermediary.map(|somebody| &somebody.country))
}
