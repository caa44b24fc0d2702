//! A person in a list.

use super::desk::Desk;
use crate::record::{Custody, PartialDate};
use crate::site::Person;
use crate::state::{Decision, Reason};
use crate::view::{Date, Mark, PersonRow};

/// A person as lists show one.
pub(super) fn row(desk: &Desk<'_>, person: &Person) -> PersonRow {
    PersonRow {
        href: desk.person_link(&person.id),
        name: desk.person_name(&person.id),
        state: desk.word("custody", person.derived.folded.custody.as_str()),
        place: desk.place_of(person),
        about: desk.phrase_of(person.record.about.as_ref()),
        mark: mark(person),
        date: None,
    }
}

/// A person with the day for which the list has him or her.
pub(super) fn dated(desk: &Desk<'_>, person: &Person, date: Date) -> PersonRow {
    PersonRow {
        date: Some(date),
        ..row(desk, person)
    }
}

/// The people of some ids.
pub(super) fn rows<'i>(
    desk: &Desk<'_>,
    ids: impl IntoIterator<Item = &'i crate::record::Id>,
) -> Vec<PersonRow> {
    let people = &desk.site().people;
    ids.into_iter()
        .filter_map(|id| people.get(id))
        .map(|person| row(desk, person))
        .collect()
}

/// Whether one can write, in one word.
pub(super) fn mark(person: &Person) -> Mark {
    let custody = person.derived.folded.custody;
    match person.derived.decision {
        Decision::Show(_) if person.is_open_to_letters() => Mark::Yes,
        Decision::Show(_) => Mark::Listed,
        Decision::Withhold(_) if custody.is_over() => Mark::None,
        Decision::Withhold(reason) if is_for_now(reason) => Mark::Wait,
        Decision::Withhold(_) => Mark::No,
    }
}

/// What may be otherwise soon, without anybody's decision.
fn is_for_now(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::InTransit
            | Reason::FacilityUnknown
            | Reason::FacilityClosed
            | Reason::Unconfirmed
            | Reason::NeverVerified
            | Reason::VerificationTooOld
            | Reason::AddressIncomplete
    )
}

/// The day on which the persecution of somebody ended, for the list of those who are free.
pub(super) fn end_of(person: &Person) -> Option<PartialDate> {
    let folded = &person.derived.folded;
    (folded.custody.is_over() && folded.custody != Custody::Unknown)
        .then_some(folded.custody_since)
        .flatten()
}
