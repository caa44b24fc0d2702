//! W3: health, sexuality, religion and cooperation want a second pair of eyes.

use std::collections::BTreeSet;

use super::findings::Findings;
use super::rule::{Inspection, Look};
use super::search::{Needle, Needles, Scope};
use super::words::SENSITIVE;
use crate::record::{EventKind, Id};
use crate::site::Person;

const RULE: &str = "W3";

pub(super) fn needles<'a>(_: &Look<'a>, needles: &mut Needles<'a>) {
    for topic in SENSITIVE {
        for (word, form) in topic.needles() {
            let (text, what, scope) = (word.to_owned(), topic.name, Scope::Everywhere);
            needles.add(Needle {
                rule: RULE,
                text,
                form,
                who: None,
                what,
                scope,
            });
        }
    }
}

/// One warning for each record and topic, where it comes up first.
pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let mut told: BTreeSet<(&Id, &str)> = BTreeSet::new();
    for hit in inspection.hits(RULE) {
        let Some((_, id)) = hit.passage.owner else {
            continue;
        };
        let Some(person) = inspection
            .site
            .people
            .get(id)
            .filter(|_| hit.passage.is_of(id))
        else {
            continue;
        };
        if is_quiet(person)
            || is_about_a_source(hit.passage)
            || !told.insert((&person.id, hit.needle.what))
        {
            continue;
        }
        findings.report(
            &hit.passage.file,
            hit.passage.place(hit.words()),
            format!("this speaks of {}", hit.needle.what),
            "let a second person read it, then add `sensitive_reviewed:` with the day",
        );
    }
}

/// Titles of articles and reports are others' words, and name what they are about.
fn is_about_a_source(passage: &super::passage::Passage<'_>) -> bool {
    passage
        .route()
        .is_some_and(|route| route.0.first() == Some(&"sources".into()))
}

/// The dead cannot be harmed; and a text can be no newer than a review that
/// follows everything that the timeline tells.
fn is_quiet(person: &Person) -> bool {
    let timeline = &person.record.timeline;
    let died = timeline
        .iter()
        .any(|event| event.kind == EventKind::Death && event.is_confirmed());
    let told = timeline
        .iter()
        .filter(|event| event.note.is_some())
        .map(|event| event.date.first())
        .max();
    let reviewed = person.record.common.sensitive_reviewed;
    died || reviewed.is_some_and(|day| told.is_none_or(|told| told <= day))
}
