//! The address on a page: exactly as it goes on the envelope, and how sure it is.

use super::desk::{Desk, dir_of};
use crate::record::{Correspondence, Facility, Lang};
use crate::site::Person;
use crate::state::{self, Decision, Staleness, Via};
use crate::view::{Envelope, Verified};

/// Somebody's address, if it may be shown.
pub(super) fn of_person(desk: &Desk<'_>, person: &Person) -> Option<Envelope> {
    let Decision::Show(via) = person.derived.decision else { return None };
    let written = state::envelope_for(&person.record, &person.derived, &Around(desk)).ok()?;
    let notice = notice(desk, person, via);
    let verified = person.record.address_verified.as_ref().map(|verified| Verified {
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
    let written = state::facility_envelope(facility, rules)?;
    let verified = facility.address_verified.as_ref().map(|verified| Verified {
        date: desk.day(verified.date),
        by: desk.phrase_of(verified.by.as_ref()),
    });
    Some(Envelope { verified, ..view_of(desk, written) })
}

fn view_of(desk: &Desk<'_>, written: state::Envelope) -> Envelope {
    let lang: Option<Lang> = written.lang;
    let lang_code = lang.as_ref().unwrap_or(desk.lang());
    let mut lines = written.lines;
    let recipient = if lines.is_empty() { String::new() } else { lines.remove(0) };
    Envelope {
        lang: lang_code.to_string(),
        dir: Some(dir_of(lang_code)).filter(|dir| *dir != dir_of(desk.lang())),
        recipient,
        lines,
        postcode: written.postcode,
        country_latin: written.country_latin,
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
        Via::Facility if person.derived.correspondence == Some(Correspondence::ListedOnly) => {
            Some(desk.say("write-listed"))
        }
        Via::Facility => None,
    }
}

/// The site as state asks for it.
pub(super) struct Around<'a, 'b>(pub &'b Desk<'a>);

impl state::Places for Around<'_, '_> {
    fn facility(&self, id: &crate::record::Id) -> Option<&Facility> {
        self.0.site().facility(id)
    }

    fn rules(&self, country: &crate::record::Country) -> Option<&crate::record::Rules> {
        self.0.site().rules(country)
    }

    fn organisation_has_address(&self, id: &crate::record::Id) -> bool {
        self.0.site().organisation(id).is_some_and(|organisation| !organisation.address.is_empty())
    }
}
