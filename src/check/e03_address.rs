//! E3: what is withheld of an address stands in no text either.

use super::findings::Findings;
use super::rule::{Inspection, Look};
use super::search::{Form, Needle, Needles, Scope};
use super::standing;
use crate::markdown::Target;
use crate::problem::Place;
use crate::record::{Id, Kind};
use crate::site::{Person, Site};

const RULE: &str = "E3";
/// A shorter number would be found in dates and sums.
const SHORTEST_NUMBER: usize = 4;

pub(super) fn needles<'a>(look: &Look<'a>, needles: &mut Needles<'a>) {
    for person in look
        .site
        .people
        .values()
        .filter(|person| standing::is_withheld(person))
    {
        for (text, what, scope) in withheld_facts(look.site, person) {
            needles.add(Needle {
                rule: RULE,
                text,
                form: Form::Words,
                who: Some(&person.id),
                what,
                scope,
            });
        }
    }
}

/// What must not be read of somebody whose address is withheld. A facility's
/// address is that of many: it tells only in texts about the person.
pub(super) fn withheld_facts(site: &Site, person: &Person) -> Vec<(String, &'static str, Scope)> {
    let mut facts = Vec::new();
    let record = &person.record;
    if let Some(number) = record
        .prisoner_number
        .as_ref()
        .filter(|number| number.chars().count() >= SHORTEST_NUMBER)
    {
        facts.push((number.clone(), "prisoner number", Scope::Everywhere));
    }
    let places = standing::places(person)
        .into_iter()
        .filter_map(|id| site.facility(id));
    for address in places.filter_map(|facility| facility.address.as_ref()) {
        facts.extend(
            address
                .postcode
                .clone()
                .map(|code| (code, "postal code", Scope::About)),
        );
        facts.extend(
            address
                .street
                .clone()
                .map(|street| (street, "street", Scope::About)),
        );
    }
    if let Some(intermediary) = &record.intermediary {
        let telling = intermediary
            .address
            .iter()
            .filter(|line| line.chars().any(|c| c.is_ascii_digit()));
        facts.extend(telling.map(|line| {
            (
                line.clone(),
                "address of the intermediary",
                Scope::Everywhere,
            )
        }));
    }
    facts
}

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    for hit in inspection.hits(RULE) {
        findings.report(
            &hit.passage.file,
            hit.passage.place(hit.words()),
            format!("this text holds the withheld {}", hit.needle.what),
            "take it out: the address is not shown now, and this gives it away",
        );
    }
    for person in inspection
        .site
        .people
        .values()
        .filter(|person| standing::is_withheld(person))
    {
        check_links(inspection.site, person, findings);
    }
}

/// Neither does the person's text lead to the facility, nor the facility's to the person.
fn check_links(site: &Site, person: &Person, findings: &mut Findings<'_>) {
    let page = |kind: Kind, id: &Id| format!("{}/{id}", kind.folder());
    let own = page(Kind::Prisoner, &person.id);
    for place in standing::places(person) {
        let there = page(Kind::Facility, place);
        let message = "this link leads to the facility in which the person is, which is withheld";
        check_text(
            site,
            (Kind::Prisoner, &person.id),
            &there,
            message,
            findings,
        );
        let message = "this link leads to somebody who is in this facility, which is withheld";
        check_text(site, (Kind::Facility, place), &own, message, findings);
    }
}

fn check_text(
    site: &Site,
    (kind, id): (Kind, &Id),
    page: &str,
    message: &str,
    findings: &mut Findings<'_>,
) {
    for body in site
        .bodies(kind, id)
        .into_iter()
        .flat_map(|bodies| &bodies.0)
    {
        for link in &body.rendered.links {
            if matches!(&link.target, Target::Record { page: other, .. } if other == page) {
                let place = Place::Bytes {
                    start: body.offset + link.range.start,
                    end: body.offset + link.range.end,
                };
                findings.report(
                    &body.file,
                    place,
                    message,
                    "take the link out while the address is not shown",
                );
            }
        }
    }
}
