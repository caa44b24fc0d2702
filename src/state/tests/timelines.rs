//! Whole timelines, and what they come to.

use jiff::civil::date;

use super::people::{TODAY, derived, id, made, prisoner, timeline};
use crate::record::{Correspondence, Custody, PartialDate};
use crate::state::{
    Decision, Derived, Level, Misfit, Places, Reason, Staleness, Via, derive, fold,
};

fn folded(events: &str) -> (crate::state::Folded, Vec<Misfit>) {
    let places = made();
    let facility_type = |id: &crate::record::Id| places.facility(id).map(|f| f.kind);
    fold(&timeline(events), &facility_type, TODAY)
}

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

#[test]
fn an_arrival_means_what_the_type_of_the_facility_says() {
    let table = [
        ("ik", "colony", "colony"),
        ("vk", "colony", "colony"),
        ("camp", "colony", "colony"),
        ("kp", "open_settlement", "open_settlement"),
        ("prison", "prison", "prison"),
        ("lpu", "prison", "prison"),
        (
            "psychiatric",
            "compulsory_psychiatric",
            "compulsory_psychiatric",
        ),
        ("ivs", "pretrial", "convicted_awaiting_transfer"),
        ("sizo", "pretrial", "convicted_awaiting_transfer"),
        ("other", "unknown", "unknown"),
    ];
    for (place, before, after) in table {
        let arrival = format!("2024-03-01 transfer_end, facility: {place} !");
        let start = "2024-01-01 arrest !";
        let remanded = folded(&format!("{start}\n2024-02-01 transfer_start !\n{arrival}")).0;
        let convicted = folded(&format!("{start}\n2024-02-01 verdict !\n{arrival}")).0;
        assert_eq!(remanded.custody.as_str(), before, "{place}");
        assert_eq!(convicted.custody.as_str(), after, "{place}");
    }
    let stated = folded(
        "2024-01-01 arrest !\n2024-02-01 transfer_end, facility: other, custody: compulsory_labour !",
    );
    assert_eq!(stated.0.custody, Custody::CompulsoryLabour);
    assert_eq!(stated.1, []);
}

#[test]
fn the_facility_is_forgotten_by_whatever_takes_somebody_away() {
    let start =
        "2024-01-01 arrest, facility: sizo !\n2024-01-02 punishment_start, punishment: shizo !";
    let here = folded(start).0;
    assert_eq!(here.facility, Some(id("sizo")));
    assert!(here.punishment.is_some());
    for line in [
        "transfer_start",
        "release",
        "exchange",
        "deportation",
        "pardon",
        "acquittal",
        "death",
        "wanted",
        "disappearance",
        "capture",
        "arrest",
        "measure, custody: travel_restriction",
        "transfer_end, custody: colony",
    ] {
        let away = folded(&format!("{start}\n2024-02-01 {line}")).0;
        assert_eq!(away.facility, None, "{line}");
        assert_eq!(away.punishment, None, "{line}");
        assert_eq!(away.moved, PartialDate::parse("2024-02-01"), "{line}");
    }
    for line in [
        "verdict",
        "hearing",
        "health_alert",
        "correspondence, correspondence: banned",
    ] {
        let stays = folded(&format!("{start}\n2024-02-01 {line}")).0;
        assert_eq!(stays.facility, Some(id("sizo")), "{line}");
        assert!(stays.punishment.is_some(), "{line}");
    }
}

#[test]
fn who_dies_free_stays_free_and_everybody_else_has_died() {
    let start = "2020-01-01 arrest !\n";
    let table = [
        ("", "died"),
        ("2020-02-01 transfer_start", "died"),
        ("2020-02-01 disappearance", "died"),
        ("2020-02-01 measure, custody: house_arrest", "died"),
        ("2020-02-01 release\n2020-02-02 wanted", "died"),
        ("2020-02-01 release", "released"),
        ("2020-02-01 exchange", "exchanged"),
        ("2020-02-01 pardon", "pardoned"),
    ];
    for (events, custody) in table {
        let (folded, misfits) = folded(&format!("{start}{events}\n2021 death"));
        assert_eq!(folded.custody.as_str(), custody, "{events}");
        assert_eq!(folded.died, PartialDate::parse("2021"));
        assert_eq!(misfits, []);
    }
    let later =
        "2020-01-01 arrest !\n2021 death !\n2022 cassation !\n2023 acquittal !\n2024 recognition !";
    assert_eq!(folded(later).0.custody, Custody::Died);
    assert_eq!(folded(later).1, []);
}

#[test]
fn a_new_persecution_has_its_own_arrest_articles_and_sentence() {
    let first = "2010-01-01 arrest, articles: ['1'] !\n2011-01-01 verdict, sentence: x !\n2012-01-01 release !\n";
    let (freed, _) = folded(first);
    assert_eq!(
        (freed.sentence, freed.arrested),
        (Some(1), PartialDate::parse("2010-01-01"))
    );
    let (again, misfits) = folded(&format!("{first}2024-01-01 wanted !\n2024-02-01 arrest !"));
    assert_eq!(
        (again.sentence, again.articles, again.convicted),
        (None, None, false)
    );
    assert_eq!(again.arrested, PartialDate::parse("2024-02-01"));
    assert_eq!(misfits, []);
}

#[test]
fn what_does_not_fit_is_said_and_names_the_event() {
    let held = "2024-01-01 arrest, facility: sizo !\n";
    let table: &[(&str, &str, &str, bool)] = &[
        (
            "2024-01-01 release",
            "event",
            "`release` cannot follow: nothing before it says where the person is",
            true,
        ),
        (
            "2024-01-01 transfer_start",
            "event",
            "`transfer_start` cannot follow: nothing before it says where the person is",
            false,
        ),
        (
            "2024-01-01 acquittal",
            "event",
            "`acquittal` of somebody who was never tried",
            false,
        ),
        (
            "HELD 2024-02-01 arrest",
            "event",
            "`arrest` cannot follow: the person is `pretrial` since `2024-01-01`",
            false,
        ),
        (
            "HELD 2024-02-01 release, custody: colony",
            "custody",
            "`release` cannot have the custody `colony`",
            false,
        ),
        (
            "HELD 2024-02-01 measure",
            "event",
            "`measure` does not say which",
            false,
        ),
        (
            "HELD 2024-02-01 transfer_end",
            "event",
            "`transfer_end` does not say where",
            false,
        ),
        (
            "HELD 2024-02-01 transfer_end, facility: other",
            "event",
            "`transfer_end` at a facility of type `other` does not say the custody",
            false,
        ),
        (
            "HELD 2024-02-01 transfer_start, facility: ik",
            "facility",
            "nobody is in a facility after this `transfer_start`",
            false,
        ),
        (
            "HELD 2024-02-01 punishment_start",
            "event",
            "`punishment_start` does not say which",
            false,
        ),
        (
            "HELD 2024-02-01 punishment_end",
            "event",
            "`punishment_end` without a start",
            false,
        ),
        (
            "HELD 2024-02-01 hearing, punishment: pkt",
            "punishment",
            "only `punishment_start` puts somebody in a punishment cell",
            false,
        ),
        (
            "HELD 2024-02-01 correspondence",
            "event",
            "`correspondence` does not say who may write",
            false,
        ),
        (
            "HELD 2024-02-01 charge, expected_release: 2030",
            "expected_release",
            "`charge` cannot have an `expected_release`",
            false,
        ),
        (
            "HELD 2026-11-23 release",
            "date",
            "`2026-11-23` is in the future",
            true,
        ),
        (
            "HELD 2023 hearing",
            "date",
            "`hearing` on `2023` stands after `arrest` on `2024-01-01`",
            true,
        ),
        (
            "DEAD 2024-03-01 release",
            "event",
            "`release` cannot follow a death",
            true,
        ),
        (
            "DEAD 2024-03-01 cassation, custody: released",
            "event",
            "`cassation` cannot follow a death",
            true,
        ),
    ];
    for (events, key, message, impossible) in table {
        let events = events
            .replace("HELD ", held)
            .replace("DEAD ", &format!("{held}2024-02-01 death !\n"));
        let last = events.lines().count() - 1;
        let misfits = folded(&events).1;
        let [misfit] = &misfits[..] else {
            panic!("{events}\n{misfits:#?}");
        };
        assert_eq!((misfit.event, misfit.key), (last, *key), "{events}");
        assert_eq!(misfit.message, *message);
        assert_eq!(misfit.rule == Some("E13"), *impossible, "{events}");
        assert!(!misfit.hint.is_empty());
    }
}

#[test]
fn what_does_fit_is_not_complained_of() {
    let held = "2024-01-01 arrest, facility: sizo !\n";
    for events in [
        "2024-01-01 exchange",
        "2024-01-01 deportation",
        "2024 verdict\n2024-05-01 hearing\n2024-05 appeal",
        "HELD2024-02-01 measure, custody: house_arrest\n2024-03-01 arrest",
        "HELD2024-02-01 pardon\n2024-02-01 exchange",
        "HELD2024-02-01 release\n2024-02-01 deportation\n2024-03-01 acquittal",
        "HELD2024-02-01 release\n2024-02-02 arrest",
        "HELD2024-02-01 disappearance\n2024-03-01 arrest",
        "HELD2024-02-01 transfer_end, custody: colony",
        "2026-11-22 search",
        "2026-11 search",
    ] {
        let events = events.replace("HELD", held);
        assert_eq!(folded(&events).1, [], "{events}");
    }
}

#[test]
fn events_in_the_future_do_not_apply() {
    let (folded, misfits) = folded("2024-01-01 arrest !\n2027-01-01 release !");
    assert_eq!(folded.custody, Custody::Pretrial);
    assert_eq!(misfits.len(), 1);
}

#[test]
fn the_nearest_word_on_who_may_write_wins_and_one_that_forbids_is_not_undone() {
    let ik = "2024-01-01 arrest !\n2024-02-01 transfer_end, facility: ik !";
    let forbidden = &ik.replace(": ik", ": forbidden");
    let open = "\n2024-03-01 correspondence, correspondence: open !";
    let table = [
        (ik.to_owned(), None, Correspondence::Open, Level::Country),
        (
            forbidden.clone(),
            None,
            Correspondence::Banned,
            Level::Facility,
        ),
        (
            forbidden.clone(),
            Some(Correspondence::ListedOnly),
            Correspondence::ListedOnly,
            Level::Person,
        ),
        (
            format!("{forbidden}{open}"),
            None,
            Correspondence::Open,
            Level::Event,
        ),
        (
            format!("{ik}{open}"),
            Some(Correspondence::ListedOnly),
            Correspondence::Open,
            Level::Event,
        ),
        (
            format!("{ik}{open}"),
            Some(Correspondence::Banned),
            Correspondence::Banned,
            Level::Person,
        ),
        (
            format!("{ik}{}", open.replace(": open", ": requests_no_mail")),
            Some(Correspondence::Open),
            Correspondence::RequestsNoMail,
            Level::Event,
        ),
    ];
    for (events, word, expected, level) in table {
        let mut prisoner = prisoner(&events);
        prisoner.correspondence = word;
        assert_eq!(
            derived(&prisoner).correspondence,
            Some((expected, level)),
            "{events}"
        );
    }
}

#[test]
fn letter_rules_inherit_key_by_key_from_the_nearest_level() {
    use super::people::decoded;
    use crate::record::{Facility, FacilityType, LetterRules, RuleKey, Rules};
    use crate::state::letter_rules;
    let rules: Rules = decoded(
        "{name: x, title: x, letters: {who: c, reply: c, avoid: c, safety: c}, by_type: {ik: {letters: {reply: t, avoid: t, safety: t}}}}",
    );
    let facility: Facility =
        decoded("{name: x, type: ik, country: ru, letters: {avoid: f, safety: f}}");
    let person: LetterRules = decoded("{safety: p}");
    let all = letter_rules(
        Some(&rules),
        Some(FacilityType::Ik),
        Some(&facility),
        &person,
    );
    let found: Vec<_> = all.iter().map(|i| (i.key, i.level)).collect();
    assert_eq!(
        found,
        [
            (RuleKey::Who, Level::Country),
            (RuleKey::Reply, Level::FacilityType),
            (RuleKey::Avoid, Level::Facility),
            (RuleKey::Safety, Level::Person),
        ]
    );
    let hidden = letter_rules(Some(&rules), None, None, &person);
    assert!(hidden.iter().all(|i| i.level != Level::Facility));
    assert_eq!(
        letter_rules(None, Some(FacilityType::Ik), None, &person).len(),
        1
    );
}

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
        prisoner.birth = (!birth.is_empty()).then(|| super::people::decoded(birth));
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
    prisoner.birth = Some(super::people::decoded(
        "{date: 1980-05-05, publish: day_month}",
    ));
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
