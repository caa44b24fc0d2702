//! What happened to somebody, line by line.

use super::desk::Desk;
use super::sources;
use crate::record::{Certainty, Event, Id};
use crate::site::Person;
use crate::view::{Named, TimelineEntry};

/// The timeline, the oldest first.
pub(super) fn of(desk: &Desk<'_>, person: &Person) -> Vec<TimelineEntry> {
    person
        .record
        .timeline
        .iter()
        .map(|event| entry(desk, person, event))
        .collect()
}

fn entry(desk: &Desk<'_>, person: &Person, event: &Event) -> TimelineEntry {
    TimelineEntry {
        date: desk.date(event.date),
        event: desk.word("event", event.kind.as_str()),
        articles: event
            .articles
            .iter()
            .map(|article| desk.article(article))
            .collect(),
        sentence: desk.phrase_of(event.sentence.as_ref()),
        place: desk.phrase_of(event.place.as_ref()),
        facility: facility(desk, person, event),
        note: desk.phrase_of(event.note.as_ref()),
        certainty: (event.certainty != Certainty::Confirmed)
            .then(|| desk.word("certainty", event.certainty.as_str())),
        sources: sources::numbers(&event.source, &person.record.common.sources),
    }
}

/// The facility of an event in words. It is a link only where no address is
/// withheld; and where one is, the present facility is named only if the event
/// says that it may be.
fn facility(desk: &Desk<'_>, person: &Person, event: &Event) -> Option<Named> {
    let id = event.facility.as_ref()?;
    let named = desk.facility(id)?;
    let free =
        person.derived.folded.custody.is_over() || desk.site().shown_facility(person).is_some();
    if free {
        return Some(named);
    }
    let may_be_there = places_where_now(person).contains(&id);
    (!may_be_there || event.names_facility).then_some(Named {
        href: None,
        ..named
    })
}

/// The facilities in which somebody may be today: the one that the timeline
/// gives, and, while that is a rumour, the one before it too.
fn places_where_now(person: &Person) -> Vec<&Id> {
    let folded = &person.derived.folded;
    let before = folded.doubts.first().and_then(|rumour| {
        let earlier = &person.record.timeline[..rumour];
        earlier
            .iter()
            .rev()
            .find_map(|event| event.facility.as_ref())
    });
    folded.facility.iter().chain(before).collect()
}
