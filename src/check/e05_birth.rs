//! E5: a birth date is shown no finer than its `publish` allows.

use super::date_mentions::{Mention, date_mentions};
use super::findings::Findings;
use super::passage::Passage;
use super::rule::Inspection;
use crate::problem::{Place, Route};
use crate::record::{Birth, PublishBirth};
use crate::site::Person;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    for passage in inspection
        .passages
        .iter()
        .filter(|passage| !passage.people.is_empty())
    {
        check_passage(inspection, passage, findings);
    }
    for person in inspection.site.people.values() {
        check_names_of_files(person, findings);
    }
}

fn check_passage(
    inspection: &Inspection<'_, '_>,
    passage: &Passage<'_>,
    findings: &mut Findings<'_>,
) {
    let people = passage
        .people
        .iter()
        .filter_map(|id| inspection.site.people.get(*id));
    let births: Vec<Birth> = people
        .filter_map(|person| person.record.birth)
        .filter(has_secret)
        .collect();
    if births.is_empty() {
        return;
    }
    for mention in date_mentions(&passage.text) {
        if births.iter().any(|birth| gives_away(&mention, *birth)) {
            findings.report(
                &passage.file,
                passage.place(&passage.text[mention.range]),
                "this text gives away more of a birth date than may be published",
                "take the date out, or widen `birth.publish` if the person agrees",
            );
        }
    }
}

fn has_secret(birth: &Birth) -> bool {
    birth.publish != PublishBirth::Full
}

/// Whether a mention is of the birth date, in a part that is not published.
pub(super) fn gives_away(mention: &Mention, birth: Birth) -> bool {
    if !has_secret(&birth) {
        return false;
    }
    let date = birth.date.first();
    let day_is = birth.date.day().map(|day| (day.month(), day.day()));
    let day_said = mention.month.zip(mention.day);
    let (shows_year, shows_day) = (birth.public_year().is_some(), birth.public_day().is_some());
    let (same_day, same_year) = (
        day_is.is_some() && day_said == day_is,
        mention.year == Some(date.year()),
    );
    match (day_said, mention.year) {
        // A day of another year is another day.
        (Some(_), Some(_)) => same_day && same_year,
        (Some(_), None) => same_day && !shows_day,
        (None, _) if !mention.of_birth || !same_year => false,
        (None, _) => !shows_year || mention.month.is_some_and(|month| month == date.month()),
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
