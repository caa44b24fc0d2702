//! W1 to W4, W9 to W11.

use super::small_site::{at, person, small_site};

const ANNA: &str = "people/anna-sokolova.md";

#[test]
fn w1_asks_for_a_verification_while_it_matters() {
    let old = small_site().edit(
        ANNA,
        "address: {date: 2026-11-01}",
        "address: {date: 2026-03-01}",
    );
    assert_eq!(old.check_for_only("W1"), [at(ANNA, "2026-03-01")]);
    let never = small_site().edit(ANNA, "verified:\n  address: {date: 2026-11-01}\n", "");
    assert_eq!(never.check_for_only("W1"), [at(ANNA, "")]);
    assert_eq!(never.anna_withheld().check(), []);
}

const RULE: &str = "letters:\n  enclosures: {text: Бумага, checked: DAY}\nchannels";

#[test]
fn w2_asks_for_a_new_look_at_prices_and_rules() {
    let rule =
        |day: &str| small_site().edit("facilities/ik-2.md", "channels", &RULE.replace("DAY", day));
    assert_eq!(rule("2026-05-25").check(), []);
    assert_eq!(rule("2026-05-24").check_for_only("W2").len(), 1);
    let unsaid = small_site().anna_says("letters: {reply: Конверт}");
    assert_eq!(unsaid.check_for_only("W2"), [at(ANNA, "Конверт")]);
}

#[test]
fn w3_flags_each_topic_once_until_somebody_has_reviewed_it() {
    let site = small_site().anna_reads("У неё диабет.\n\nДиабетикам трудно. Она верующая.");
    assert_eq!(
        site.check_for_only("W3"),
        [at(ANNA, "диабет"), at(ANNA, "верующая")]
    );
    let reviewed = site.anna_says("sensitive_reviewed: 2026-11-02");
    assert_eq!(reviewed.check(), []);
    let told_since = reviewed.edit(
        ANNA,
        "event: transfer_end,",
        "event: transfer_end, note: Диабет,",
    );
    assert_eq!(told_since.check(), []);
    let later = told_since.edit(
        ANNA,
        "sensitive_reviewed: 2026-11-02",
        "sensitive_reviewed: 2026-01-02",
    );
    assert_eq!(later.check_for_only("W3").len(), 2);
}

#[test]
fn w3_leaves_words_alone_that_only_hold_such_letters() {
    assert_eq!(
        small_site()
            .anna_reads("Вичуга, гейзер, субъектом, лекарства от СПИДа")
            .check_for("W3")
            .len(),
        1
    );
    assert_eq!(
        small_site().anna_reads("Вичуга, гейзер, Стамбул.").check(),
        []
    );
}

#[test]
fn w4_finds_the_case_in_what_to_write_about() {
    let letters = |text: &str| {
        let letters = format!(
            "letters: {{write_about: {{text: \"{text}\", checked: 2026-11-01}}, avoid: {{text: Суд, checked: 2026-11-01}}}}"
        );
        small_site().anna_says(&letters)
    };
    assert_eq!(
        letters("Спросите про адвоката и суд").check_for_only("W4"),
        [at(ANNA, "\"Спросите про адвоката и суд\"")]
    );
    assert_eq!(letters("Книги, судьба, посуда").check(), []);
}

#[test]
fn w9_finds_missing_and_older_translations() {
    let site = small_site()
        .edit("site.yaml", "languages: [ru]", "languages: [ru, en]")
        .anna_says("about: {ru: Учительница}");
    assert_eq!(
        site.check_for_only("W9"),
        [at(ANNA, ""), at(ANNA, "{ru: Учительница}")]
    );
    let unmarked = site.with(
        "people/anna-sokolova.en.md",
        "---\ntranslator: A\n---\nAnna teaches.\n",
    );
    assert_eq!(
        unmarked.check_for_only("W9")[0],
        at("people/anna-sokolova.en.md", "")
    );
    let older = unmarked.edit(
        "people/anna-sokolova.en.md",
        "translator: A",
        "of: 0123456789abcdef",
    );
    assert!(older.check()[0].message.contains("has changed since"));
}

#[test]
fn w11_finds_one_name_in_two_scripts() {
    let twin =
        |more: &str| small_site().with("people/zz-twin.md", &person("Anna", "Sokolova", more, ""));
    let found = twin("").check_for_only("W11");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "people/zz-twin.md");
    assert_eq!(twin("birth: {date: 1970}").check(), []);
    assert_eq!(twin("not_same_as: [anna-sokolova]").check(), []);
}

#[test]
fn w10_wants_printouts_to_say_how_the_site_is_found() {
    let line = "how_to_find_us: Спросите у друзей.\n";
    let silent = small_site().edit("site.yaml", line, "");
    assert_eq!(silent.check_for_only("W10"), [at("site.yaml", "")]);
    let free = "event: release, source: court}\n---";
    let over = silent.edit(
        ANNA,
        "\n---\n",
        &format!("\n  - {{date: 2026-11-10, {free}\n"),
    );
    assert_eq!(over.check(), [], "nobody has a sheet any more");
}
