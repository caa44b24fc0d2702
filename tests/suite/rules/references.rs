//! Ids that lead nowhere.

use super::small_site::{SmallSite, at, small_site};

const ANNA: &str = "people/anna-sokolova.md";

#[track_caller]
fn assert_dead(site: &SmallSite, file: &str, marked: &str, message: &str, hint: &str) {
    let found = site.check();
    let dead = found
        .iter()
        .find(|found| found.message == message)
        .unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(
        (at(&dead.file, &dead.marked), dead.hint.as_str(), dead.rule),
        (at(file, marked), hint, "")
    );
}

#[test]
fn a_dead_id_is_told_with_the_nearest_one() {
    let site = small_site().edit(ANNA, "facility: ik-2", "facility: ik-22");
    assert_dead(
        &site,
        ANNA,
        "ik-22",
        "there is no facility `ik-22`",
        "did you mean `ik-2`?",
    );
    let site = small_site().anna_says("cases: [joint]");
    let hint = "add `content/cases/joint.md`, or mend the id";
    assert_dead(&site, ANNA, "joint", "there is no case `joint`", hint);
    let site = small_site().edit(
        ANNA,
        "event: arrest, source: court",
        "event: arrest, source: cort",
    );
    assert_dead(
        &site,
        ANNA,
        "cort",
        "this record has no source `cort`",
        "did you mean `court`?",
    );
}

#[test]
fn every_kind_of_reference_is_looked_at() {
    let site = small_site()
        .anna_says(
            "not_same_as: [nobody]\nagency: no-agency\nsupport: [{kind: other, url: \"https://a.example/\", organisation: no-one}]\n\
             recognitions: [{status: award, organisation: no-award, date: 2025}]",
        )
        .edit("facilities/ik-2.md", "channels: [post]", "channels: [post, parcels, no-service]\nclosed: {date: 2026-11-20, successor: no-place}")
        .edit("facilities/ik-2.md", "country: ru", "country: by")
        .edit("site.yaml", "audience", "vetted_organisations: [no-fund]\naudience")
        .with("organisations/group.md", "---\nname: Группа\nalternative: no-other\n---\n");
    let mut dead: Vec<String> = site
        .check()
        .into_iter()
        .filter(|found| found.rule.is_empty())
        .map(|found| found.marked)
        .collect();
    dead.sort();
    assert_eq!(
        dead,
        [
            "by",
            "no-agency",
            "no-award",
            "no-fund",
            "no-one",
            "no-other",
            "no-place",
            "no-service",
            "nobody"
        ]
    );
}

#[test]
fn a_record_that_cannot_be_read_counts_as_known() {
    let site = small_site().with("facilities/ik-2.md", "---\nname: x\n---\n");
    let (assembled, sources, problems) = site.assemble();
    assert!(!problems.is_empty());
    let found = vestochka::check::run(&assembled, &sources);
    assert!(
        found
            .iter()
            .all(|problem| !problem.message.contains("ik-2")),
        "{found:?}"
    );
}

#[test]
fn an_old_id_leads_to_one_page() {
    let site = small_site()
        .with(
            "cases/first.md",
            "---\nname: Первое\nformerly: [old]\n---\n",
        )
        .with(
            "cases/second.md",
            "---\nname: Второе\nformerly: [old, first]\n---\n",
        );
    let message = "the id `old` belongs to `content/cases/first.md`";
    let hint = "an old id can lead to one page only: delete it here or there";
    assert_dead(&site, "cases/second.md", "old", message, hint);
    assert_dead(
        &site,
        "cases/second.md",
        "first",
        "the id `first` belongs to `content/cases/first.md`",
        hint,
    );
}
