//! Which files no page leads to: programs that copy a site by its links need a
//! list of them.

use super::{Local, Output};
use crate::output::{Plan, SitePath};

/// How many files one page of the list holds.
const LINES: usize = 200;

/// The files that no `a` and no `img` of any page leads to, sorted by path.
pub fn unlinked(plan: &Plan<Output>) -> impl Iterator<Item = &SitePath> {
    let items = plan.items().iter();
    items
        .filter(|item| !is_linked(&item.kind))
        .map(|item| &item.path)
}

/// The files on one page of the list, counted from 1.
pub fn on_page(plan: &Plan<Output>, page: usize) -> impl Iterator<Item = &SitePath> {
    unlinked(plan)
        .skip(LINES * page.saturating_sub(1))
        .take(LINES)
}

/// How many pages the list of the unlinked among these files has.
pub(super) fn pages(outputs: &[Output]) -> usize {
    let unlinked = outputs.iter().filter(|output| !is_linked(output)).count();
    unlinked.div_ceil(LINES)
}

/// Whether a page surely leads to a file. Bodies alone know which pictures they
/// show; a month without birthdays, a country without rules and a page outside of
/// the menu may have no link; and what was removed or moved has none.
fn is_linked(output: &Output) -> bool {
    match output {
        Output::Languages
        | Output::Photo(..)
        | Output::Files(_)
        | Output::Envelope(..)
        | Output::LetterDays(_)
        | Output::BirthdayDays(_) => true,
        Output::NotFound
        | Output::PhotoSource(..)
        | Output::PeopleJson
        | Output::Image(_)
        | Output::Feed(_)
        | Output::Worker
        | Output::Script(_)
        | Output::Search(..) => false,
        Output::Page(_, local) => !matches!(
            local,
            Local::Removed(_)
                | Local::Moved { .. }
                | Local::BirthdayMonth(_)
                | Local::Rules(_)
                | Local::Text(_)
        ),
    }
}
