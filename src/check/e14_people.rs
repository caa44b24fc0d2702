//! E14: a release stops when many people vanish; and with it the half of E15
//! that only a release can see.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::findings::Findings;
use super::rule::Inspection;
use crate::output::Digest;
use crate::plan::{Output, path_of, people_at};
use crate::problem::{Place, Problem};
use crate::record::Id;
use crate::site::Site;
use crate::trust::Sums;

const CONTENT: &str = "content/people";

/// The people of an earlier release, with which a site is compared.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// Everybody who had a page: a profile, a tombstone, or a link to a new path.
    pages: BTreeSet<Id>,
    /// Everybody who had a profile; unknown where only the list of files is there.
    people: Option<BTreeSet<Id>>,
}

impl Earlier {
    /// What an earlier release's `SHA256SUMS` says of its people, in whatever
    /// languages it was; and its `people.json`, which is believed only if it is
    /// the one that is listed.
    #[must_use]
    pub fn new(sums: &Sums, people_json: Option<&[u8]>) -> Self {
        let people = people_json
            .filter(|bytes| is_listed(sums, bytes))
            .and_then(people_of);
        let mut pages = people_at(sums.entries.keys().map(|path| path.as_str()));
        pages.extend(people.iter().flatten().cloned());
        Earlier { pages, people }
    }

    /// How many people there were. The list alone counts each of its pages, since a
    /// tombstone looks like a profile there; but somebody who moved counts once.
    fn count(&self, site: &Site) -> usize {
        let twice = |person: &crate::site::Person| {
            let old = &person.record.common.formerly;
            let pages = old.iter().chain([&person.id]);
            let pages: BTreeSet<&Id> = pages.filter(|id| self.pages.contains(*id)).collect();
            pages.len().saturating_sub(1)
        };
        match &self.people {
            Some(people) => people.len(),
            None => self.pages.len() - site.people.values().map(twice).sum::<usize>(),
        }
    }
}

fn is_listed(sums: &Sums, people_json: &[u8]) -> bool {
    let path = path_of(&Output::PeopleJson);
    sums.entries.get(path.as_str()) == Some(&Digest::of(people_json))
}

fn people_of(people_json: &[u8]) -> Option<BTreeSet<Id>> {
    #[derive(Deserialize)]
    struct File {
        people: Vec<Person>,
    }
    #[derive(Deserialize)]
    struct Person {
        id: String,
    }
    let file: File = serde_json::from_slice(people_json).ok()?;
    let ids = file.people.iter().map(|person| Id::parse(&person.id));
    ids.collect()
}

/// A build knows no release: nothing is to be found here. See [`against`].
pub(super) fn check(_: &Inspection<'_, '_>, _: &mut Findings<'_>) {}

/// Compares a site with an earlier release of it: whether many people are
/// missing (E14, unless `fewer` is allowed), and whether a person's page is
/// gone without a trace that was asked for (E15).
#[must_use]
pub fn against(site: &Site, earlier: &Earlier, fewer: bool) -> Vec<Problem> {
    let stand = standing(site);
    let lost = earlier.pages.iter().filter(|id| !stand.contains(id));
    let mut problems: Vec<Problem> = lost.map(gone).collect();
    problems.extend(fewer_people(site, earlier).filter(|_| !fewer));
    problems
}

/// The ids of which the site still says something: a profile, a tombstone, or
/// where somebody moved to.
fn standing(site: &Site) -> BTreeSet<&Id> {
    let people = site.people.values();
    let moved = people.flat_map(|person| &person.record.common.formerly);
    let named = site.people.keys().chain(site.removed.keys());
    named.chain(moved).collect()
}

fn gone(id: &Id) -> Problem {
    let message = format!("the page of `{id}` stood in the last release, and is gone");
    Problem::error(CONTENT, Place::File, message)
        .rule("E15")
        .hint(format!(
            "somebody who is to be removed leaves a file `{id}.md` with `removed:` and a date; a new id says `formerly: [{id}]`"
        ))
}

fn fewer_people(site: &Site, earlier: &Earlier) -> Option<Problem> {
    let (before, now) = (earlier.count(site), site.people.len());
    let lost = before.saturating_sub(now);
    let message = format!("{before} people stood in the last release, and {now} do now");
    let hint = match earlier.people {
        Some(_) => "",
        None => {
            "the list alone does not tell tombstones from people: put the release's `people.json` beside it to count exactly. "
        }
    };
    (lost >= 10 && lost * 10 > before).then(|| {
        Problem::error(CONTENT, Place::File, message)
            .rule("E14")
            .hint(format!("{hint}was a folder moved, or a key renamed? If all is as it should be, say `--fewer-people`"))
    })
}
