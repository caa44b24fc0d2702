//! What the rules find, less what a record's waivers silence.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::entry::Entry;
use super::rule::Rule;
use crate::problem::{Place, Problem, Route};
use crate::record::Waiver;
use crate::site::Site;

/// Which waivers stand in which file.
pub type Waivers<'a> = BTreeMap<Arc<str>, &'a [Waiver]>;

/// Collects what one rule finds, or what is wrong by no rule.
pub struct Findings<'a> {
    rule: Option<&'static Rule>,
    waivers: &'a Waivers<'a>,
    today: Date,
    problems: Vec<Problem>,
}

impl<'a> Findings<'a> {
    /// Nothing found yet.
    #[must_use]
    pub fn new(rule: Option<&'static Rule>, waivers: &'a Waivers<'a>, today: Date) -> Self {
        Findings {
            rule,
            waivers,
            today,
            problems: Vec::new(),
        }
    }

    /// Adds a finding, with a way to mend it.
    pub fn report(
        &mut self,
        file: &Arc<str>,
        place: Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let problem = Problem::error(Arc::clone(file), place, message).hint(hint);
        match self.rule {
            Some(rule) => self.add(Problem {
                severity: rule.severity,
                rule: Some(rule.id),
                ..problem
            }),
            None => self.add(problem),
        }
    }

    /// Adds a finding at a value of the front matter.
    pub fn at(
        &mut self,
        file: &Arc<str>,
        route: Route,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.report(file, Place::Value(route), message, hint);
    }

    /// Adds a problem that was made elsewhere.
    pub fn add(&mut self, problem: Problem) {
        if !is_waived(&problem, self.waivers, self.today) {
            self.problems.push(problem);
        }
    }

    /// Everything that was found.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

/// The problems that no waiver silences. For those that other stages found.
#[must_use]
pub fn without_waived(site: &Site, problems: Vec<Problem>) -> Vec<Problem> {
    if problems.is_empty() {
        return problems;
    }
    let entries = super::entry::entries(site);
    let waivers = waivers(site, &entries);
    problems
        .into_iter()
        .filter(|problem| !is_waived(problem, &waivers, site.today))
        .collect()
}

fn is_waived(problem: &Problem, waivers: &Waivers<'_>, today: Date) -> bool {
    let Some(rule) = problem
        .rule
        .and_then(super::rule)
        .filter(|rule| rule.waivable)
    else {
        return false;
    };
    let of_file = waivers.get(&problem.file).copied().unwrap_or_default();
    of_file
        .iter()
        .any(|waiver| waiver.rule == rule.id && is_in_force(waiver, today))
}

/// A record's waivers hold for its translations too.
pub fn waivers<'a>(site: &'a Site, entries: &[Entry<'a>]) -> Waivers<'a> {
    let mut waivers = BTreeMap::new();
    for entry in entries {
        let files = entry
            .translations
            .iter()
            .map(|translation| &translation.body.file);
        for file in files.chain([entry.file]) {
            waivers.insert(Arc::clone(file), entry.common.waivers.as_slice());
        }
    }
    for draft in site.drafts.values() {
        waivers.insert(
            Arc::clone(&draft.file),
            draft.record.common.waivers.as_slice(),
        );
    }
    waivers
}

fn is_in_force(waiver: &Waiver, today: Date) -> bool {
    waiver.date <= today && today <= last_day(waiver)
}

/// The last day on which a waiver silences its rule.
#[must_use]
pub fn last_day(waiver: &Waiver) -> Date {
    waiver.date.saturating_add(Span::new().days(Waiver::DAYS))
}

/// Says which waivers do nothing: those that have expired, and those that name
/// a rule which cannot be waived or which does not exist.
pub fn check_waivers(site: &Site, findings: &mut Findings<'_>, entries: &[Entry<'_>]) {
    let drafts = site
        .drafts
        .values()
        .map(|draft| (&draft.file, &draft.record.common.waivers));
    for (file, waivers) in entries
        .iter()
        .map(|entry| (entry.file, &entry.common.waivers))
        .chain(drafts)
    {
        for (index, waiver) in waivers.iter().enumerate() {
            let route = Route::key("waivers").then(index);
            check_waiver(file, route, waiver, site.today, findings);
        }
    }
}

fn check_waiver(
    file: &Arc<str>,
    route: Route,
    waiver: &Waiver,
    today: Date,
    findings: &mut Findings<'_>,
) {
    let name = &waiver.rule;
    match super::rule(name) {
        None => {
            let hint = crate::problem::did_you_mean(name, super::ids())
                .unwrap_or_else(|| "`vestochka check --explain RULE` tells what a rule is".into());
            findings.at(
                file,
                route.then("rule"),
                format!("there is no rule `{name}`"),
                hint,
            );
        }
        Some(rule) if !rule.waivable => {
            let message = format!("the rule `{name}` cannot be waived");
            findings.at(
                file,
                route.then("rule"),
                message,
                "delete this waiver, and mend what the rule finds",
            );
        }
        Some(_) if waiver.date > today.saturating_add(1.day()) => {
            let message = format!("this waiver is dated `{}`, which has not come", waiver.date);
            let place = Place::Value(route.then("date"));
            let problem = Problem::error(Arc::clone(file), place, message)
                .hint("write the day on which it was decided");
            findings.add(problem.rule("E13"));
        }
        Some(_) if today > last_day(waiver) => {
            let message = format!("this waiver of `{name}` expired on {}", last_day(waiver));
            let problem =
                Problem::warning(Arc::clone(file), Place::Value(route.then("date")), message);
            findings.add(problem.hint("delete it, or decide anew and change its date"));
        }
        Some(_) => {}
    }
}
