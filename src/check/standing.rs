//! What checks ask of a person's state.

use std::collections::BTreeSet;

use crate::record::Id;
use crate::site::Person;
use crate::state::{Decision, Misfit, Missing};

/// Whether something of the address is to be kept from readers. Whoever is free
/// or dead has none: old numbers and places are history.
pub(super) fn is_withheld(person: &Person) -> bool {
    matches!(person.derived.decision, Decision::Withhold(_)) && !is_over(person)
}

/// Whether the persecution has ended.
pub(super) fn is_over(person: &Person) -> bool {
    person.derived.folded.custody.is_over()
}

/// Whether surname, photo and address must stay off.
pub(super) fn is_minor(person: &Person) -> bool {
    person.derived.minor_protected
}

/// Where the person is.
pub(super) fn facility(person: &Person) -> Option<&Id> {
    person.derived.folded.facility.as_ref()
}

/// Every facility in which the person may be now: where a rumour has moved
/// somebody, that may be the former one still.
pub(super) fn places(person: &Person) -> BTreeSet<&Id> {
    let doubtful = person.derived.folded.doubts.first().is_some();
    let named = person
        .record
        .timeline
        .iter()
        .rev()
        .filter_map(|event| event.facility.as_ref());
    let former = named.filter(|_| doubtful).take(2);
    facility(person).into_iter().chain(former).collect()
}

/// Events that cannot be right where they stand.
pub(super) fn misfits(person: &Person) -> &[Misfit] {
    &person.derived.misfits
}

/// What the envelope lacks, where nothing else withholds the address.
pub(super) fn missing(person: &Person) -> &[Missing] {
    &person.derived.missing
}
