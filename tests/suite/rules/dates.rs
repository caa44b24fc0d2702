//! E13: dates that cannot be.

use super::small_site::{at, small_site};

const ANNA: &str = "people/anna-sokolova.md";

#[test]
fn e13_finds_dates_that_have_not_come() {
    let site = small_site()
        .edit(
            ANNA,
            "address: {date: 2026-11-01}",
            "address: {date: 2026-11-23}",
        )
        .anna_says("consent: {by: self, date: 2027-01-01}\nsensitive_reviewed: 2027-01-02")
        .edit(
            "facilities/ik-2.md",
            "channels",
            "closed: {date: 2027}\nchannels",
        );
    let found = site.check_for("E13");
    assert_eq!(
        found,
        [
            at(ANNA, "2027-01-01"),
            at(ANNA, "2026-11-23"),
            at(ANNA, "2027-01-02"),
            at("facilities/ik-2.md", "2027"),
        ]
    );
}

#[test]
fn e13_accepts_tomorrow_and_the_present_month() {
    let site = small_site()
        .anna_says("consent: {by: self, date: 2026-11-22}")
        .edit(
            "facilities/ik-2.md",
            "channels",
            "renamed: [{date: 2026-11, from: ИК}]\nchannels",
        );
    assert_eq!(site.check(), []);
}

#[test]
fn e13_finds_a_birth_after_the_arrest() {
    let site = small_site()
        .edit(ANNA, "1988-04-09", "2025-04-09")
        .anna_says("adult_consent: 2026-01-01");
    assert!(site.check_for("E13").contains(&at(ANNA, "2025-04-09")));
}

#[test]
fn e13_tells_of_events_that_do_not_fit() {
    let site = small_site().edit(ANNA, "event: arrest", "event: release");
    assert!(!site.check_for("E13").is_empty());
}
