//! E7: no way to send money in the profile of somebody held where that is prosecuted.

use std::sync::Arc;

use super::findings::Findings;
use super::numbers::money_numbers;
use super::rule::Inspection;
use super::short_texts::{ShortTexts, Words};
use super::standing;
use crate::problem::{Place, Route};
use crate::record::{Country, Id, SupportKind};
use crate::site::{Person, Site};

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    for person in site
        .people
        .values()
        .filter(|person| is_prosecuted(site, person))
    {
        check_support(site, person, findings);
        check_texts(person, findings);
    }
}

/// Whether giving money is prosecuted where somebody is, or was last known to be.
fn is_prosecuted(site: &Site, person: &Person) -> bool {
    let rules = country(site, person).and_then(|country| site.rules(country));
    let donating = rules.and_then(|rules| rules.donating_prosecuted.as_ref());
    let in_force =
        donating.is_some_and(|law| law.since.is_none_or(|since| !since.is_future(site.today)));
    in_force && !standing::is_over(person)
}

fn country<'a>(site: &'a Site, person: &'a Person) -> Option<&'a Country> {
    let known = |id: &'a Id| site.facility(id).map(|facility| &facility.country);
    let earlier = person
        .record
        .timeline
        .iter()
        .rev()
        .filter_map(|event| event.facility.as_ref());
    standing::facility(person)
        .into_iter()
        .chain(earlier)
        .find_map(known)
}

fn check_support(site: &Site, person: &Person, findings: &mut Findings<'_>) {
    for (index, support) in person.record.support.iter().enumerate() {
        let vetted = support
            .organisation
            .as_ref()
            .is_some_and(|id| site.config.vetted_organisations.contains(id));
        if support.kind == SupportKind::Donate && !vetted {
            findings.at(
                &person.file,
                Route::key("support").then(index),
                "this asks for money where giving it is prosecuted",
                "take it out, or name an organisation that `vetted_organisations` in `site.yaml` lists",
            );
        }
    }
}

fn check_texts(person: &Person, findings: &mut Findings<'_>) {
    let mut report = |file: &Arc<str>, place: Place, what: &str| {
        let message = format!("this is {what}, and giving money is prosecuted where the person is");
        findings.report(
            file,
            place,
            message,
            "take it out: whoever sends money there can be found by it",
        );
    };
    for short in person.record.short_texts() {
        let texts: Vec<&str> = match short.words {
            Words::Map(map) => map.all().collect(),
            Words::Plain(text) => vec![text],
        };
        for number in texts.into_iter().flat_map(money_numbers) {
            report(&person.file, Place::Value(short.route.clone()), number.what);
        }
    }
    let translations = person
        .record
        .translations
        .iter()
        .map(|translation| &translation.body);
    for body in std::iter::once(&person.record.body).chain(translations) {
        for number in money_numbers(body.text()) {
            let (start, end) = (
                body.offset + number.range.start,
                body.offset + number.range.end,
            );
            report(&body.file, Place::Bytes { start, end }, number.what);
        }
    }
}
