//! The address on a page: exactly as it goes on the envelope, and how sure it is.

use super::desk::{Desk, dir_of, dir_of_lines};
use crate::record::{Facility, Lang};
use crate::site::Person;
use crate::state::{self, Decision, Staleness, Via, envelope};
use crate::view::{Envelope, Verified};

/// Somebody's address, if it may be shown.
pub(super) fn of_person(desk: &Desk<'_>, person: &Person) -> Option<Envelope> {
    let Decision::Show(via) = person.derived.decision else {
        return None;
    };
    let written = person.derived.envelope.as_ref()?;
    let notice = notice(desk, person, via);
    let verified = person
        .record
        .address_verified
        .as_ref()
        .map(|verified| Verified {
            date: desk.day(verified.date),
            by: desk.phrase_of(verified.by.as_ref()),
        });
    Some(Envelope {
        notice: notice.map(Into::into),
        verified,
        ask_after: person.derived.ask_after.map(|day| desk.texts().date(day)),
        stale: person.derived.staleness != Staleness::Fresh,
        ..view_of(desk, written)
    })
}

/// A facility's own address, which needs a person's name above it.
pub(super) fn of_facility(desk: &Desk<'_>, facility: &Facility) -> Option<Envelope> {
    if facility.closed.is_some() {
        return None;
    }
    let rules = desk.site().rules(&facility.country);
    let written = envelope::to_place(facility, rules).ok()?;
    let verified = facility.address_verified.as_ref().map(|verified| Verified {
        date: desk.day(verified.date),
        by: desk.phrase_of(verified.by.as_ref()),
    });
    Some(Envelope {
        verified,
        ..view_of(desk, &written)
    })
}

fn view_of(desk: &Desk<'_>, written: &state::Envelope) -> Envelope {
    let dir = dir_of_lines(&written.lines, written.lang.as_ref());
    let mut lines = written.lines.iter().cloned();
    Envelope {
        lang: written
            .lang
            .as_ref()
            .map(Lang::to_string)
            .unwrap_or_default(),
        dir: Some(dir).filter(|dir| *dir != dir_of(desk.lang())),
        recipient: lines.next().unwrap_or_default(),
        lines: lines.collect(),
        // It already stands in its line.
        postcode: None,
        country_latin: written.latin_line().map(str::to_owned),
        notice: None,
        verified: None,
        ask_after: None,
        stale: false,
    }
}

fn notice(desk: &Desk<'_>, person: &Person, via: Via) -> Option<String> {
    match via {
        Via::Intermediary => Some(desk.say("write-intermediary")),
        Via::Agency => Some(desk.say("write-agency")),
        Via::Facility if person.is_listed_only() => Some(desk.say("write-listed")),
        Via::Facility => None,
    }
}
