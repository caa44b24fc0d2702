//! Checks: the domain's rules, each a file, a test, a page and an id.
//!
//! [`RULES`] is the table. A rule looks at the assembled site and reports; it
//! changes nothing. What a rule wants searched in texts it names beforehand, so
//! that all rules together read each text once.

mod calendars;
mod date_mentions;
mod e01_consent;
mod e02_private;
mod e03_address;
mod e04_complete_address;
mod e05_birth;
mod e06_designated;
mod e07_money;
mod e08_requests;
mod e09_own_links;
mod e10_recognition;
mod e11_photo;
mod e12_secrets;
mod e13_dates;
mod e14_people;
mod e15_removed;
mod e16_minors;
mod entry;
mod findings;
mod folded;
mod name_stems;
mod numbers;
mod passage;
mod references;
mod rule;
mod search;
mod secrets;
mod short_texts;
mod standing;
mod table;
mod tokens;
mod w01_verification;
mod w02_unchecked;
mod w03_sensitive;
mod w04_tactics;
mod w09_translations;
mod w10_printouts;
mod w11_namesakes;
mod words;

use rayon::prelude::*;

use crate::problem::Problem;
use crate::site::Site;
use crate::source::Sources;

pub use e08_requests::theme_requests;
pub use e14_people::{Earlier, against};
pub use findings::{Findings, without_waived};
pub use rule::{Inspection, Look, Rule};
pub use secrets::secrets_of;
pub use table::{NOT_BUILT, RULES};
pub use w10_printouts::{OnSheet, lacking_on_sheet};

/// Applies every rule, and finds ids that lead nowhere.
#[must_use]
pub fn run(site: &Site, sources: &Sources) -> Vec<Problem> {
    let look = Look { site, sources };
    let entries = entry::entries(site);
    let mut needles = search::Needles::default();
    for add in RULES.iter().filter_map(|rule| rule.needles) {
        add(&look, &mut needles);
    }
    let search = needles.search();
    let passages = passage::passages(site, &entries, |passage| {
        search.finds_any_in(passage) || e05_birth::is_told_in(site, passage)
    });
    let hits = search.hits(&passages);
    let inspection = Inspection {
        site,
        sources,
        entries: &entries,
        passages: &passages,
        hits: &hits,
    };
    let waivers = findings::waivers(site, &entries);
    let find = |rule, look: &dyn Fn(&mut Findings<'_>)| {
        let mut findings = Findings::new(rule, &waivers, site.today);
        look(&mut findings);
        findings.into_problems()
    };
    // Side by side; what they find is in the order of the table all the same.
    let (mut problems, others) = rayon::join(
        || -> Vec<Problem> {
            let by_rule = RULES.par_iter().flat_map_iter(|rule| {
                find(Some(rule), &|findings| (rule.check)(&inspection, findings))
            });
            by_rule.collect()
        },
        || {
            find(None, &|findings| {
                references::check(&inspection, findings);
                findings::check_waivers(site, findings, &entries);
            })
        },
    );
    problems.extend(others);
    problems
}

/// A rule by its id, if it is built.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// A rule's page of documentation, also of one that is not built yet.
#[must_use]
pub fn explain(id: &str) -> Option<&'static str> {
    let not_built = NOT_BUILT.iter().find(|(other, ..)| *other == id);
    rule(id)
        .map(|rule| rule.explain)
        .or_else(|| not_built.map(|(.., page)| *page))
}

/// A rule's title.
#[must_use]
pub fn title(id: &str) -> Option<&'static str> {
    let not_built = NOT_BUILT.iter().find(|(other, ..)| *other == id);
    rule(id)
        .map(|rule| rule.title)
        .or_else(|| not_built.map(|(_, title, _)| *title))
}

/// The ids of all rules, those that are not built included.
pub fn ids() -> impl Iterator<Item = &'static str> + Clone {
    RULES
        .iter()
        .map(|rule| rule.id)
        .chain(NOT_BUILT.iter().map(|(id, ..)| *id))
}
