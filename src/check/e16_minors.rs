//! E16: a minor's surname, photo and address are off.

use std::sync::Arc;

use super::e01_consent::{is_named, name_needles};
use super::findings::Findings;
use super::name_stems::{spellings, stems};
use super::rule::{Inspection, Look};
use super::search::{Form, Needle, Needles, Scope};
use super::standing;
use crate::problem::{Place, Route};
use crate::record::PublishBirth;
use crate::site::Person;
use crate::transliterate::is_opaque_id;

const RULE: &str = "E16";
/// Found in a text that may be about the minor: enough by itself.
const SURNAME_NEAR: &str = "minor's surname";

pub(super) fn needles<'a>(look: &Look<'a>, needles: &mut Needles<'a>) {
    for person in minors(look.site) {
        name_needles(
            RULE,
            &person.id,
            &person.record.names,
            Scope::Everywhere,
            needles,
        );
        let mut add = |(text, form): (String, Form)| {
            let (who, what, scope) = (Some(&person.id), SURNAME_NEAR, Scope::About);
            needles.add(Needle {
                rule: RULE,
                text,
                form,
                who,
                what,
                scope,
            });
        };
        spellings(person.record.names.surname.as_ref())
            .flat_map(stems)
            .for_each(&mut add);
        let private = person
            .record
            .common
            .private
            .0
            .iter()
            .filter(|value| may_be_a_surname(value));
        private.flat_map(|value| stems(value)).for_each(&mut add);
    }
}

/// Editors keep the surname under `private:`, where it is one word with a capital.
fn may_be_a_surname(value: &str) -> bool {
    let value = value.trim();
    value.chars().count() >= 3
        && value.chars().next().is_some_and(char::is_uppercase)
        && value
            .chars()
            .all(|c| c.is_alphabetic() || c == '-' || c == '\'')
}

fn minors(site: &crate::site::Site) -> impl Iterator<Item = &Person> {
    site.people
        .values()
        .filter(|person| standing::is_minor(person))
}

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    for person in minors(inspection.site) {
        check_record(person, findings);
    }
    for hit in inspection.hits(RULE) {
        let Some(person) = hit.needle.who.and_then(|id| inspection.site.people.get(id)) else {
            continue;
        };
        if hit.needle.what == SURNAME_NEAR || is_named(hit, &person.record.names) {
            findings.report(
                &hit.passage.file,
                hit.passage.place(hit.words()),
                "this text holds the surname of a minor",
                "take it out; a given name alone may stay",
            );
        }
    }
}

fn check_record(person: &Person, findings: &mut Findings<'_>) {
    let (file, record) = (&person.file, &person.record);
    if !is_opaque_id(person.id.as_str()) {
        let hint = "rename it to `p-` and six random characters; `vestochka new --minor` makes such a name";
        findings.report(
            file,
            Place::File,
            "the name of this file can give a minor away",
            hint,
        );
    }
    let names = Route::key("names");
    let year_shown = record
        .birth
        .is_some_and(|birth| birth.publish != PublishBirth::None);
    let held = [
        (
            record.names.surname.is_some(),
            names.clone().then("surname"),
            "surname",
        ),
        (
            !record.names.also.is_empty(),
            names.clone().then("also"),
            "other names",
        ),
        (
            record.names.envelope.is_some(),
            names.then("envelope"),
            "line for the envelope",
        ),
        (record.photo.is_some(), Route::key("photo"), "photo"),
        (
            !record.common.formerly.is_empty(),
            Route::key("formerly"),
            "former id",
        ),
    ];
    for (_, route, what) in held.into_iter().filter(|(is_held, ..)| *is_held) {
        forbidden(file, route, what, findings);
    }
    if year_shown {
        let route = Route::key("birth").then("publish");
        let message = "nothing of a minor's birth date may be published";
        findings.at(
            file,
            route,
            message,
            "write `publish: none`, or leave it out",
        );
    }
}

fn forbidden(file: &Arc<str>, route: Route, what: &str, findings: &mut Findings<'_>) {
    let message = format!("the record of a minor holds a {what}").replace("a other", "other");
    let hint = "delete it, in the repository's history too; once grown up, the person may agree: `adult_consent:`";
    findings.at(file, route, message, hint);
}
