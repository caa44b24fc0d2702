//! E13: no impossible or future date of what has happened, no event out of sequence.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::findings::Findings;
use super::rule::Inspection;
use super::standing;
use crate::problem::{Place, Problem, Route};
use crate::record::{PartialDate, Prisoner, Verified};
use crate::site::Person;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    for person in site.people.values() {
        sequence(person, findings);
        birth(person, findings);
    }
    let mut dates = Dates {
        today: site.today,
        findings,
    };
    for person in site.people.values() {
        dates.of_person(&person.file, &person.record);
    }
    for entry in inspection.entries {
        dates.day(
            entry.file,
            Route::key("sensitive_reviewed"),
            entry.common.sensitive_reviewed,
        );
        for (index, source) in entry.common.sources.iter().enumerate() {
            dates.partial(
                entry.file,
                Route::key("sources").then(index).then("date"),
                source.date,
            );
        }
    }
    for (file, facility) in site.facilities.values() {
        dates.partial(
            file,
            Route::key("closed").then("date"),
            facility.closed.as_ref().map(|closed| closed.date),
        );
        dates.verified(file, "address", facility.address_verified.as_ref());
        dates.verified(file, "letters", facility.letters_verified.as_ref());
    }
    for (file, service) in site.services.values() {
        dates.partial(
            file,
            Route::key("closed").then("date"),
            service.closed.as_ref().map(|closed| closed.date),
        );
        dates.day(
            file,
            Route::key("price").then("checked"),
            service.price.as_ref().and_then(|price| price.checked),
        );
    }
    for (file, case) in site.cases.values() {
        dates.partial(file, Route::key("date"), case.date);
    }
    for (file, route, rules) in super::entry::letter_rules(site) {
        for (key, rule) in rules.iter() {
            dates.day(
                file,
                route.clone().then(key.as_str()).then("checked"),
                rule.checked,
            );
        }
    }
}

/// Events that the fold could not place; all of them, whichever rule they break.
fn sequence(person: &Person, findings: &mut Findings<'_>) {
    for misfit in standing::misfits(person) {
        let mut route = Route::key("timeline").then(misfit.event);
        if misfit.key != "event" || person.record.timeline.len() > misfit.event {
            route = route.then(misfit.key);
        }
        let problem = Problem::error(
            Arc::clone(&person.file),
            Place::Value(route),
            &misfit.message,
        );
        let problem = problem.hint(&misfit.hint);
        findings.add(match misfit.rule {
            Some(rule) => problem.rule(rule),
            None => problem,
        });
    }
}

fn birth(person: &Person, findings: &mut Findings<'_>) {
    let Some(birth) = person.record.birth else {
        return;
    };
    let first = person
        .record
        .timeline
        .iter()
        .map(|event| event.date.last())
        .min();
    if first.is_some_and(|first| birth.date.first() > first) {
        let route = Route::key("birth").then("date");
        let message = "this birth date lies after an event of the timeline";
        findings.at(&person.file, route, message, "mend the one that is wrong");
    }
}

struct Dates<'f, 's> {
    today: Date,
    findings: &'f mut Findings<'s>,
}

impl Dates<'_, '_> {
    fn of_person(&mut self, file: &Arc<str>, record: &Prisoner) {
        let top = |key: &str, inner: &str| Route::key(key).then(inner);
        self.day(
            file,
            top("consent", "date"),
            record.consent.map(|consent| consent.date),
        );
        self.day(file, Route::key("adult_consent"), record.adult_consent);
        self.partial(
            file,
            top("birth", "date"),
            record.birth.map(|birth| birth.date),
        );
        self.verified(file, "address", record.address_verified.as_ref());
        self.verified(
            file,
            "correspondence",
            record.correspondence_verified.as_ref(),
        );
        let agreed = record
            .intermediary
            .as_ref()
            .and_then(|intermediary| intermediary.consent);
        self.day(
            file,
            top("intermediary", "consent").then("date"),
            agreed.map(|consent| consent.date),
        );
        for (index, recognition) in record.recognitions.iter().enumerate() {
            self.partial(
                file,
                Route::key("recognitions").then(index).then("date"),
                recognition.date,
            );
        }
    }

    fn verified(&mut self, file: &Arc<str>, key: &str, verified: Option<&Verified>) {
        let route = Route::key("verified").then(key).then("date");
        self.day(file, route, verified.map(|verified| verified.date));
    }

    fn partial(&mut self, file: &Arc<str>, route: Route, date: Option<PartialDate>) {
        if date.is_some_and(|date| date.is_future(self.today)) {
            self.future(file, route);
        }
    }

    fn day(&mut self, file: &Arc<str>, route: Route, date: Option<Date>) {
        if date.is_some_and(|date| date > self.today.saturating_add(1.day())) {
            self.future(file, route);
        }
    }

    fn future(&mut self, file: &Arc<str>, route: Route) {
        let message = "this has happened, but its date has not come";
        self.findings.at(
            file,
            route,
            message,
            "mend the date: it is later than the build date",
        );
    }
}
