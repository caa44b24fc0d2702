//! W1: an address that nobody has verified for long.

use super::findings::Findings;
use super::rule::Inspection;
use crate::problem::{Place, Route};
use crate::site::Person;
use crate::state::{Decision, Reason, Staleness};

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    for person in inspection.site.people.values() {
        let Some(message) = message(person) else {
            continue;
        };
        let place = match person.record.address_verified {
            Some(_) => Place::Value(Route::key("verified").then("address").then("date")),
            None => Place::File,
        };
        let hint = "ask whether the person is still there, then write the day into `verified.address.date`";
        findings.report(&person.file, place, message, hint);
    }
}

/// Only where a verification would change what readers see.
fn message(person: &Person) -> Option<&'static str> {
    match (person.derived.decision, person.derived.staleness) {
        (Decision::Show(_), Staleness::Notice) => Some(
            "this address was verified long ago: the page asks readers to ask before they write",
        ),
        (Decision::Withhold(Reason::NeverVerified), _) => Some(
            "nobody has verified that the person is there since the last move: the address is not shown",
        ),
        (Decision::Withhold(Reason::VerificationTooOld), _) => {
            Some("this was verified so long ago that the address is no longer shown")
        }
        _ => None,
    }
}
