//! What follows from a whole record: protection, envelope, the next change.

use jiff::civil::date;

use super::people::{decoded, derived, made, prisoner, timeline};
use crate::state::{Reason, Staleness, derive};

#[test]
fn somebody_who_may_have_been_under_eighteen_at_arrest_is_protected() {
    let arrest = "2022-02-28 arrest, facility: sizo !";
    let table = [
        ("{date: 2004-02-28, publish: full}", "", arrest, false),
        ("{date: 2004-02-29, publish: full}", "", arrest, true),
        ("{date: 2004-03-01, publish: full}", "", arrest, true),
        ("{date: 2004-02, publish: full}", "", arrest, true),
        ("{date: 2004, publish: none}", "", arrest, true),
        ("{date: 2003, publish: none}", "", arrest, false),
        ("{date: 2004-03-01}", "", "2022 arrest", true),
        (
            "{date: 2004-03-01}",
            "",
            "2022-02-01 search\n2023-01-01 arrest",
            false,
        ),
        ("{date: 2004-03-01}", "", "2022-02-01 charge", true),
        ("{date: 2004-03-01}", "2022-02-28", arrest, true),
        ("{date: 2004-03-01}", "2022-03-01", arrest, false),
        ("{date: 2004-03-01}", "2026-11-22", arrest, true),
        ("", "", arrest, false),
        ("", "", "2022-02-28 arrest, facility: vk !", true),
        ("", "2026-01-01", "2022-02-28 arrest, facility: vk !", false),
    ];
    for (birth, consent, events, expected) in table {
        let mut prisoner = prisoner(events);
        prisoner.birth = (!birth.is_empty()).then(|| decoded(birth));
        prisoner.adult_consent = consent.parse().ok();
        let derived = derived(&prisoner);
        assert_eq!(
            derived.minor_protected, expected,
            "{birth} {consent} {events}"
        );
        if expected {
            assert!(derived.envelope.is_none() && derived.public_facility().is_none());
        }
    }
}

#[test]
fn an_envelope_is_there_only_with_its_decision() {
    let mut prisoner = prisoner("2024-02-01 arrest, facility: sizo !");
    let shown = derived(&prisoner);
    assert_eq!(
        shown.envelope.unwrap().lines[0],
        "Узнику Образцу Образцовичу, 1980 г. р."
    );
    prisoner.birth = Some(decoded("{date: 1980-05-05, publish: day_month}"));
    let withheld = derived(&prisoner);
    assert_eq!(withheld.reason(), Some(Reason::BirthUnpublished));
    assert_eq!(withheld.envelope, None);
    assert!(withheld.missing[0].unpublished);
    prisoner.birth = None;
    assert_eq!(derived(&prisoner).reason(), Some(Reason::AddressIncomplete));
    prisoner.timeline = timeline("2024-02-01 arrest, facility: closed !");
    assert_eq!(derived(&prisoner).reason(), Some(Reason::FacilityClosed));
    assert_eq!(derived(&prisoner).missing, []);
}

#[test]
fn the_next_change_is_the_next_day_that_looks_different() {
    let verified = |events: &str| {
        let prisoner = prisoner(events);
        derived(&prisoner).next_change
    };
    let arrest = "2024-02-01 arrest, facility: sizo !";
    let colony = "2024-02-01 arrest !\n2024-03-01 transfer_end, facility: ik !";
    let table = [
        // Verified on 20 November: 60 days before trial, 180 after.
        (arrest.to_owned(), Some(date(2027, 1, 20))),
        (colony.to_owned(), Some(date(2027, 5, 20))),
        (
            format!("{arrest}\n2024-04-01 verdict, expected_release: 2026-12 !"),
            Some(date(2026, 12, 1)),
        ),
        (
            format!("{arrest}\n2026-12-31 release"),
            Some(date(2026, 12, 30)),
        ),
        (format!("{arrest}\n2026-11 release"), None),
        (
            "2026-11 arrest, facility: sizo !".into(),
            Some(date(2026, 11, 30)),
        ),
        ("2024-02-01 arrest, facility: closed !".into(), None),
    ];
    for (events, expected) in table {
        assert_eq!(verified(&events), expected, "{events}");
    }
    let mut prisoner = prisoner(arrest);
    prisoner.address_verified.as_mut().unwrap().date = date(2026, 6, 1);
    let old = derived(&prisoner);
    assert_eq!(
        (old.staleness, old.ask_after),
        (Staleness::Notice, Some(date(2026, 7, 31)))
    );
    assert_eq!(old.next_change, Some(date(2027, 6, 2)));
    let then = derive(&prisoner, &made(), 365, date(2027, 6, 2));
    assert_eq!(then.reason(), Some(Reason::VerificationTooOld));
    assert_eq!(then.next_change, None);
}
