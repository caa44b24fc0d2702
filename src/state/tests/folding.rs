//! What the fold makes of single events.

use super::people::{folded, id};
use crate::record::{Custody, PartialDate};

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
fn events_in_the_future_do_not_apply() {
    let (folded, misfits) = folded("2024-01-01 arrest !\n2027-01-01 release !");
    assert_eq!(folded.custody, Custody::Pretrial);
    assert_eq!(misfits.len(), 1);
}
