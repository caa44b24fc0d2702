//! What the page says after every line of a timeline.

use super::people::{derived, prisoner};
use crate::state::{Decision, Derived, Reason, Staleness, Via};

fn outcome(derived: &Derived) -> String {
    match derived.decision {
        Decision::Show(Via::Facility) => {
            format!("writes to {}", derived.folded.facility.as_ref().unwrap())
        }
        Decision::Show(Via::Intermediary) => "writes to the intermediary".into(),
        Decision::Show(Via::Agency) => "writes to the agency".into(),
        Decision::Withhold(reason) => reason.as_str().into(),
    }
}

/// Each with the events before it: what the page says after every line.
fn story(lines: &[(&str, &str)]) {
    let mut events = String::new();
    for (line, expected) in lines {
        events.push_str(line);
        events.push('\n');
        assert_eq!(outcome(&derived(&prisoner(&events))), *expected, "{events}");
    }
}

#[test]
fn a_usual_way_through_the_system_shows_and_hides_line_by_line() {
    story(&[
        ("2024-01-10 search !", "custody_unknown"),
        (
            "2024-01-11 measure, custody: house_arrest !",
            "house_arrest",
        ),
        ("2024-02-01 arrest, facility: sizo !", "writes to sizo"),
        ("2024-02-05 charge, articles: ['280'] !", "writes to sizo"),
        (
            "2025-01-01 verdict, expected_release: 2027-01-01",
            "writes to sizo",
        ),
        ("2025-02-01 transfer_start", "in_transit"),
        ("2025-03-01 transfer_end, facility: ik", "unconfirmed"),
        ("2025-03-02 transfer_end, facility: ik !", "writes to ik"),
        (
            "2025-04-01 punishment_start, punishment: shizo !",
            "writes to ik",
        ),
        (
            "2025-05-01 correspondence, correspondence: banned",
            "correspondence_banned",
        ),
        (
            "2025-05-02 correspondence, correspondence: open",
            "correspondence_banned",
        ),
        (
            "2025-05-03 correspondence, correspondence: open !",
            "writes to ik",
        ),
        (
            "2026-06-01 appeal, expected_release: 2026-11-21",
            "release_expected",
        ),
        (
            "2026-06-02 appeal, expected_release: 2030",
            "release_expected",
        ),
        (
            "2026-06-03 cassation, expected_release: 2030 !",
            "writes to ik",
        ),
        ("2026-07-01 release", "released"),
        ("2026-08-01 acquittal !", "acquitted"),
        ("2026-09-01 death !", "acquitted"),
    ]);
}

#[test]
fn a_doubt_about_the_place_outlasts_a_confirmation_that_does_not_name_it() {
    story(&[
        ("2024-02-01 arrest, facility: sizo !", "writes to sizo"),
        ("2024-03-01 health_alert, facility: lpu", "unconfirmed"),
        ("2024-03-02 hearing, custody: pretrial !", "unconfirmed"),
        ("2024-03-03 verdict !", "unconfirmed"),
        ("2024-03-04 health_alert, facility: lpu !", "writes to lpu"),
    ]);
}

#[test]
fn a_rumour_that_says_nothing_new_hides_nothing() {
    story(&[
        ("2024-02-01 arrest, facility: sizo !", "writes to sizo"),
        ("2024-03-01 health_alert, facility: sizo", "writes to sizo"),
        ("2024-03-02 hearing, custody: pretrial", "writes to sizo"),
    ]);
}

#[test]
fn an_event_of_this_month_hides_now_and_shows_when_the_month_is_over() {
    story(&[
        ("2024-02-01 arrest, facility: sizo !", "writes to sizo"),
        ("2026-11 transfer_end, facility: ik !", "unconfirmed"),
        ("2026-11 release !", "released"),
    ]);
}

#[test]
fn an_intermediary_by_rumour_shows_no_address_at_all() {
    story(&[
        ("2024-02-01 arrest, facility: sizo !", "writes to sizo"),
        (
            "2024-02-02 correspondence, correspondence: intermediary_only",
            "unconfirmed",
        ),
        (
            "2024-02-03 correspondence, correspondence: intermediary_only !",
            "writes to the intermediary",
        ),
        ("2024-02-04 transfer_start !", "in_transit"),
    ]);
}

#[test]
fn a_prisoner_of_war_is_reached_through_the_agency_alone() {
    story(&[
        ("2024-02-01 capture, correspondence: open", "unconfirmed"),
        (
            "2024-02-02 arrest, custody: prisoner_of_war !",
            "correspondence_unknown",
        ),
        (
            "2024-02-03 correspondence, correspondence: listed_only !",
            "writes to the agency",
        ),
        ("2024-02-04 exchange", "exchanged"),
    ]);
}

#[test]
fn what_was_verified_before_the_last_move_does_not_count() {
    let events = "2024-02-01 arrest, facility: sizo !\n";
    let moved = |date: &str| format!("{events}{date} transfer_end, facility: ik !");
    let look = |events: &str| derived(&prisoner(events));
    assert_eq!(
        look(&moved("2026-11-20")).decision,
        Decision::Show(Via::Facility)
    );
    let later = look(&moved("2026-11-21"));
    assert_eq!(later.reason(), Some(Reason::NeverVerified));
    assert_eq!((later.staleness, later.ask_after), (Staleness::Never, None));
}

/// Whether a rumour is news must not hang on another rumour about the past.
#[test]
fn a_rumour_of_remand_is_no_news_to_somebody_on_remand_before_or_after_a_verdict() {
    for past in ["", "2024-01-01 verdict\n"] {
        let events = format!("{past}2024-02-01 transfer_end, facility: sizo !\n");
        let rumour = format!("{events}2024-03-01 charge, custody: pretrial");
        let news = format!("{events}2024-03-01 charge, custody: colony");
        assert_eq!(outcome(&derived(&prisoner(&rumour))), "writes to sizo");
        assert_eq!(outcome(&derived(&prisoner(&news))), "unconfirmed");
    }
}

#[test]
fn a_place_is_no_surer_than_that_somebody_is_held_at_all() {
    story(&[
        ("2024-02-01 arrest, facility: sizo !", "writes to sizo"),
        ("2024-02-02 release !", "released"),
        ("2024-02-03 arrest", "unconfirmed"),
        ("2024-02-04 hearing, facility: sizo !", "unconfirmed"),
        ("2024-02-05 hearing, custody: pretrial !", "unconfirmed"),
        ("2024-02-06 hearing, facility: sizo !", "writes to sizo"),
    ]);
}
