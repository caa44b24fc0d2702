//! E12, and what reports mask.

use vestochka::check::{self, secrets_of};
use vestochka::problem::{Place, Problem};

use super::small_site::{SmallSite, at, small_site};

const ANNA: &str = "people/anna-sokolova.md";

#[test]
fn e12_finds_tokens_in_content_and_config() {
    let site = small_site()
        .edit(
            "site.yaml",
            "edition: 1\n",
            "edition: 1 # https://anna:hunter2@example.org/\n",
        )
        .anna_reads("AKIAABCDEFGHIJKLMNOP");
    assert_eq!(
        site.check_for_only("E12"),
        [at("site.yaml", "hunter2"), at(ANNA, "AKIAABCDEFGHIJKLMNOP")]
    );
    assert_eq!(
        small_site().anna_reads("https://example.org/@anna").check(),
        []
    );
}

/// What reports mask in a file that has some problem.
fn masked(site: &SmallSite, file: &str) -> Vec<String> {
    let path = format!("content/{file}");
    let (assembled, sources, _) = site.assemble();
    let mut problems = check::run(&assembled, &sources);
    problems.push(Problem::error(path.as_str(), Place::File, "some problem"));
    let mut secrets = secrets_of(Some(&assembled), &sources, &problems);
    secrets.remove(&path).unwrap_or_default()
}

#[track_caller]
fn assert_holds(secrets: &[String], wanted: &[&str]) {
    for secret in wanted {
        assert!(
            secrets.iter().any(|known| known == secret),
            "{secret} is not among {secrets:?}"
        );
    }
}

#[test]
fn reports_mask_private_values_birth_dates_and_withheld_facts() {
    let site = small_site()
        .anna_withheld()
        .anna_says("private: {sister: Мария, tel: 12345}\nprisoner_number: \"77-1204\"")
        .edit(ANNA, "publish: full", "publish: none")
        .anna_reads("Родилась 9 апреля 1988 года, индекс 403870.");
    let expected = [
        "Мария",
        "12345",
        "77-1204",
        "1988-04-09",
        "Соколовой Анне Олеговне",
        "9 апреля 1988",
        "403870",
        "ул. Дальняя, д. 7",
    ];
    assert_holds(&masked(&site, ANNA), &expected);
    let en = "---\ntranslator: A\n---\nBorn on 9 April 1988.\n";
    let translated = site.with("people/anna-sokolova.en.md", en);
    assert_holds(
        &masked(&translated, "people/anna-sokolova.en.md"),
        &["Мария", "77-1204", "9 April 1988"],
    );
}

#[test]
fn what_is_shown_is_not_masked() {
    assert!(
        masked(&small_site(), ANNA).is_empty(),
        "{:?}",
        masked(&small_site(), ANNA)
    );
}

#[test]
fn a_file_that_does_not_parse_is_masked_line_by_line() {
    let broken = "---\nnames: {given: Петя, surname: Журавлёв}\ngender: male\nbirth: {date: 2010-02-03}\nprivate:\n  a: \"x\n\
                  phone: 5550199\n\tнеровно\n---\n";
    let site = small_site().with("people/p-4k7m2x.md", broken);
    let secrets = masked(&site, "people/p-4k7m2x.md");
    assert_holds(
        &secrets,
        &[
            "names: {given: Петя, surname: Журавлёв}",
            "birth: {date: 2010-02-03}",
            "5550199",
            "неровно",
        ],
    );
    assert!(
        !secrets.iter().any(|secret| secret.contains("gender")),
        "{secrets:?}"
    );
}

#[test]
fn nothing_of_a_file_of_private_notes_is_printed() {
    let site = small_site().with(
        "people/anna-sokolova.private.md",
        "---\nnote: тихо\n---\nАдвокат просил молчать.\n",
    );
    assert_holds(
        &masked(&site, "people/anna-sokolova.private.md"),
        &["note: тихо", "Адвокат просил молчать."],
    );
}

#[test]
fn without_a_site_everything_that_could_be_withheld_is_masked() {
    let sources = small_site()
        .anna_says("prisoner_number: \"77-1204\"")
        .sources();
    let path = format!("content/{ANNA}");
    let problem = Problem::error(path.as_str(), Place::File, "some problem");
    let secrets = secrets_of(None, &sources, &[problem]);
    assert_holds(&secrets[&path], &["77-1204", "Соколовой Анне Олеговне"]);
}
