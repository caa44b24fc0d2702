//! E5: a birth date is shown no finer than its `publish` allows.

use rayon::prelude::*;

use super::date_mentions::{Mention, date_mentions};
use super::findings::Findings;
use super::passage::Passage;
use super::rule::Inspection;
use crate::problem::{Place, Route};
use crate::record::{Birth, PartialDate, PublishBirth};
use crate::site::{Person, Site};

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    let found: Vec<(&Passage<'_>, Mention)> = inspection
        .passages
        .par_iter()
        .flat_map_iter(|passage| in_passage(site, passage))
        .collect();
    for (passage, mention) in found {
        findings.report(
            &passage.file,
            passage.place(&passage.text[mention.range]),
            "this text gives away more of a birth date than may be published",
            "take the date out, or widen `birth.publish` if the person agrees",
        );
    }
    for person in site.people.values() {
        check_names_of_files(person, findings);
    }
}

/// Whether a text gives away more of somebody's birth date than may be published.
pub(super) fn is_told_in(site: &Site, passage: &Passage<'_>) -> bool {
    !in_passage(site, passage).is_empty()
}

fn in_passage<'p, 'a>(site: &Site, passage: &'p Passage<'a>) -> Vec<(&'p Passage<'a>, Mention)> {
    let people = passage.people.iter().filter_map(|id| site.people.get(*id));
    let births: Vec<(bool, Birth)> = people
        .filter_map(|person| Some((passage.is_of(&person.id), person.record.birth?)))
        .filter(|(_, birth)| has_secret(birth))
        .collect();
    if births.is_empty() {
        return Vec::new();
    }
    let tells = |mention: &Mention| {
        births
            .iter()
            .any(|(own, birth)| gives_away(mention, *birth, *own))
    };
    date_mentions(&passage.text)
        .into_iter()
        .filter(tells)
        .map(|mention| (passage, mention))
        .collect()
}

fn has_secret(birth: &Birth) -> bool {
    birth.publish != PublishBirth::Full
}

/// Whether a mention is of the birth date, in a part that is not published. A day
/// without a year and without a word of birth tells only in the person's own texts.
fn gives_away(mention: &Mention, birth: Birth, is_own: bool) -> bool {
    let calendar = mention.calendar;
    let day_is = birth.date.day().map(|day| calendar.parts(day));
    let day_is = day_is.map(|(_, month, day)| (month, day));
    // A month or a year of one calendar lies in two of the other.
    let ends = [birth.date.first(), birth.date.last()].map(|day| calendar.parts(day));
    let may_be = |part: fn((i16, i8, i8)) -> i16, said: Option<i16>| {
        ends.iter().any(|end| Some(part(*end)) == said)
    };
    let day_said = mention.month.zip(mention.day);
    let (shows_year, shows_day) = (birth.public_year().is_some(), birth.public_day().is_some());
    let (same_day, same_year) = (
        day_is.is_some() && day_said == day_is,
        may_be(|(year, ..)| year, mention.year),
    );
    match (day_said, mention.year) {
        // A day of another year is another day.
        (Some(_), Some(_)) => same_day && same_year,
        (Some(_), None) => same_day && !shows_day && (is_own || mention.of_birth),
        (None, _) if !mention.of_birth || !same_year => false,
        (None, _) => {
            let month = mention.month.map(i16::from);
            let known = month.is_some() && !matches!(birth.date, PartialDate::Year(_));
            !shows_year || (known && may_be(|(_, month, _)| month.into(), month))
        }
    }
}

/// An id, an old id and a file's name stand in addresses.
fn check_names_of_files(person: &Person, findings: &mut Findings<'_>) {
    let Some(birth) = person
        .record
        .birth
        .filter(|birth| birth.public_year().is_none())
    else {
        return;
    };
    let year = birth.date.year().to_string();
    let holds_year = |name: &str| {
        name.split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits == year)
    };
    let hint = "choose another name: addresses are public";
    if holds_year(person.id.as_str()) {
        findings.report(
            &person.file,
            Place::File,
            "this file's name holds the year of birth",
            hint,
        );
    }
    for (index, _) in person
        .record
        .common
        .formerly
        .iter()
        .enumerate()
        .filter(|(_, id)| holds_year(id.as_str()))
    {
        let route = Route::key("formerly").then(index);
        findings.at(
            &person.file,
            route,
            "this old id holds the year of birth",
            hint,
        );
    }
    if person
        .record
        .photo
        .as_ref()
        .is_some_and(|photo| holds_year(&photo.file))
    {
        let route = Route::key("photo").then("file");
        findings.at(
            &person.file,
            route,
            "this picture's name holds the year of birth",
            hint,
        );
    }
}
