//! E1, E4, E7, E10, E11, E15: who is published, and with what.

use super::small_site::{at, person, small_site};

const ANNA: &str = "people/anna-sokolova.md";

#[test]
fn e1_wants_consent_or_a_reason() {
    let site = small_site().with(
        "people/boris.md",
        &person("Борис", "Орлов", "", "").replace("public_record: так решено\n", ""),
    );
    assert_eq!(site.check_for_only("E1"), [at("people/boris.md", "")]);
    let draft = site.edit("people/boris.md", "gender", "draft: true\ngender");
    assert_eq!(draft.check(), []);
}

#[test]
fn e1_finds_the_name_of_an_unpublished_person_in_its_cases() {
    for name in [
        "Бориса Орлова",
        "ОРЛОВ Борис",
        "Орловым Борисом",
        "Борис Петрович Орлов",
        "Boris Orlov",
    ] {
        let draft = "---\nnames: {given: {ru: Борис, en: Boris}, surname: {ru: Орлов, en: Orlov}}\ngender: male\ndraft: true\n\
                     timeline: [{date: 2025-05-05, event: search}]\n---\n";
        let site = small_site()
            .with("people/boris.md", draft)
            .anna_reads(&format!("Её друг: {name}."));
        let found = site.check_for_only("E1");
        assert_eq!(found.len(), 1, "{name}");
        assert!(
            name.contains(&found[0].1) && found[0].0 == ANNA,
            "{name}: {found:?}"
        );
    }
}

#[test]
fn e1_leaves_namesakes_and_other_families_alone() {
    let draft = person("Борис", "Орлов", "draft: true", "");
    let site = small_site()
        .with("people/boris.md", &draft)
        .anna_reads("Орлов и Борис Орловский, орлы.");
    assert_eq!(site.check(), []);
    let namesake = site.with(
        "people/boris-orlov-2.md",
        &person("Борис", "Орлов", "", "Борис Орлов поёт."),
    );
    assert_eq!(namesake.check_for("E1"), []);
}

#[test]
fn e4_tells_what_an_address_lacks_in_the_record_that_lacks_it() {
    let site = small_site()
        .edit(
            "facilities/ik-2.md",
            "postcode: \"403870\"",
            "postcode: \"40387\"",
        )
        .with("people/second.md", &second());
    let found = site.check_for_only("E4");
    assert_eq!(found, [at("facilities/ik-2.md", "\"40387\"")]);
}

#[test]
fn e4_asks_for_a_choice_where_the_birth_year_may_not_be_published() {
    let site = small_site().edit(ANNA, ", publish: full", "");
    let found = site.check_for_only("E4");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, ANNA);
    assert_eq!(small_site().check(), []);
}

#[test]
fn e4_is_silent_where_something_else_withholds_the_address() {
    let site = small_site()
        .edit(ANNA, ", publish: full", "")
        .anna_withheld();
    assert_eq!(site.check(), []);
}

/// Somebody else in Anna's colony.
fn second() -> String {
    "---
names: {given: Вера, surname: Белкина, patronymic: none, envelope: Белкиной Вере}
gender: female
birth: {date: 1990, publish: year}
public_record: так решено
verified: {address: {date: 2026-11-01}}
sources: [{id: court, title: Приговор}]
timeline:
  - {date: 2025-03-01, event: arrest, source: court}
  - {date: 2025-09-01, event: verdict, source: court}
  - {date: 2026-01-10, event: transfer_start, source: court}
  - {date: 2026-02-01, event: transfer_end, facility: ik-2, source: court}
---
"
    .into()
}

const CARD: &str = "Карта мамы: 4111 1111 1111 1111.";

#[test]
fn e7_finds_ways_to_send_money_where_that_is_prosecuted() {
    let site = small_site()
        .edit(
            "rules/ru.md",
            "correspondence: open",
            "correspondence: open\ndonating_prosecuted: {since: 2014}",
        )
        .anna_says("support: [{kind: donate, url: \"https://money.example/\"}]")
        .anna_reads(CARD);
    let found = site.check_for_only("E7");
    assert_eq!(found[0].0, ANNA);
    assert_eq!(found[1], at(ANNA, "4111 1111 1111 1111"));
    assert_eq!(found.len(), 2);
}

#[test]
fn e7_allows_vetted_organisations_and_other_countries() {
    let elsewhere = small_site().anna_reads(CARD);
    assert_eq!(elsewhere.check(), []);
    let vetted = small_site()
        .edit(
            "rules/ru.md",
            "correspondence: open",
            "correspondence: open\ndonating_prosecuted: {since: 2014}",
        )
        .edit(
            "site.yaml",
            "audience",
            "vetted_organisations: [fund]\naudience",
        )
        .with("organisations/fund.md", "---\nname: Фонд\n---\n")
        .anna_says(
            "support: [{kind: donate, url: \"https://money.example/\", organisation: fund}]",
        );
    assert_eq!(vetted.check(), []);
}

#[test]
fn e10_wants_organisation_and_date_of_a_recognition() {
    let site = small_site().anna_says("recognitions: [{status: political_prisoner}]");
    assert_eq!(site.check_for_only("E10").len(), 2);
    let whole = small_site()
        .with("organisations/fund.md", "---\nname: Фонд\n---\n")
        .anna_says("recognitions: [{status: political_prisoner, organisation: fund, date: 2025}]");
    assert_eq!(whole.check(), []);
}

#[test]
fn e11_wants_a_photo_with_its_words_and_its_file() {
    let site = small_site().anna_says("photo: {file: anna.jpg}");
    let messages: Vec<String> = site
        .check()
        .into_iter()
        .map(|found| found.message)
        .collect();
    assert_eq!(
        messages,
        [
            "this photo has no alternative text",
            "this photo has no credit",
            "this photo has no licence",
            "there is no picture `anna.jpg`",
        ]
    );
}

#[test]
fn e15_finds_the_id_of_a_removed_person() {
    let site = small_site()
        .with("people/boris.md", "---\nremoved: {date: 2026-10-01}\n---\n")
        .anna_says("not_same_as: [boris]");
    assert_eq!(site.check_for_only("E15"), [at(ANNA, "boris")]);
    let unrelated = small_site().with("people/boris.md", "---\nremoved: {date: 2026-10-01}\n---\n");
    assert_eq!(unrelated.check(), []);
}
