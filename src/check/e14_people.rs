//! E14: a release stops when many people vanish; and with it the half of E15
//! that only a release can see.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::findings::Findings;
use super::rule::Inspection;
use crate::plan::{Local, Output, path_of};
use crate::problem::{Place, Problem};
use crate::record::Id;
use crate::site::Site;
use crate::trust::Sums;

const CONTENT: &str = "content/people";

/// What a site is compared with: the files of an earlier release, and its day.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// Its `SHA256SUMS`.
    pub sums: &'a Sums,
    /// The day that it was built for.
    pub day: Date,
}

/// A build knows no release: nothing is to be found here. See [`against`].
pub(super) fn check(_: &Inspection<'_, '_>, _: &mut Findings<'_>) {}

/// Compares a site with an earlier release of it: whether many people are
/// missing (E14, unless `fewer` is allowed), and whether a person's page is
/// gone without a trace that was asked for (E15).
#[must_use]
pub fn against(site: &Site, earlier: Earlier<'_>, fewer: bool) -> Vec<Problem> {
    let before = people_of(site, earlier);
    let lost: Vec<&Id> = before.iter().filter(|id| !has_page(site, id)).collect();
    let mut problems: Vec<Problem> = lost.iter().map(|id| gone(id)).collect();
    problems.extend(fewer_people(before.len(), site.people.len()).filter(|_| !fewer));
    problems
}

/// The ids that had a profile. A page that was a tombstone then, or that says
/// now where somebody moved to, counts for nobody.
fn people_of(site: &Site, earlier: Earlier<'_>) -> BTreeSet<Id> {
    let folder = path_of(&Output::Page(
        site.first_language().clone(),
        Local::List(crate::voice::ListKey::People, crate::plan::Part::whole()),
    ));
    let folder = folder.trim_end_matches("index.html");
    let id = |path: &str| {
        let stem = path.strip_prefix(folder)?.strip_suffix(".html")?;
        Id::parse(stem)
    };
    let names: BTreeSet<&str> = earlier.sums.entries.keys().map(|it| it.as_str()).collect();
    let story = |id: &Id| {
        let whole = id.as_str().strip_suffix("-story");
        whole.is_some_and(|whole| names.contains(&*format!("{folder}{whole}.html")))
    };
    let moved: BTreeSet<&Id> = site
        .people
        .values()
        .flat_map(|person| &person.record.common.formerly)
        .collect();
    let tombstone = |id: &Id| {
        let removed = site.removed.get(id.as_str());
        removed.is_some_and(|(_, removed)| removed.date < earlier.day)
    };
    names
        .iter()
        .filter_map(|path| id(path))
        .filter(|id| !story(id) && !moved.contains(id) && !tombstone(id))
        .collect()
}

fn has_page(site: &Site, id: &Id) -> bool {
    site.people.contains_key(id.as_str()) || site.removed.contains_key(id.as_str())
}

fn gone(id: &Id) -> Problem {
    let message = format!("the page of `{id}` stood in the last release, and is gone");
    Problem::error(CONTENT, Place::File, message)
        .rule("E15")
        .hint(format!(
            "somebody who is to be removed leaves a file `{id}.md` with `removed:` and a date; a new id says `formerly: [{id}]`"
        ))
}

fn fewer_people(before: usize, now: usize) -> Option<Problem> {
    let lost = before.saturating_sub(now);
    let message = format!("{before} people stood in the last release, and {now} do now");
    (lost >= 10 && lost * 10 > before).then(|| {
        Problem::error(CONTENT, Place::File, message)
            .rule("E14")
            .hint("was a folder moved, or a key renamed? If all is as it should be, say `--fewer-people`")
    })
}
