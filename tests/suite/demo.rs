//! The demonstration: it builds without a problem, and shows everything that can happen.

use std::collections::BTreeSet;

use vestochka::record::{self, Custody};
use vestochka::{source, state};

use crate::site::{Site, repository};

#[test]
fn the_demonstration_has_no_problem_and_builds_on_its_own_date() {
    let site = Site::demo();
    let check = site.run(&["check"]).succeeded();
    assert_eq!(
        (check.out.as_str(), check.err.as_str()),
        ("no problems\n", "")
    );
    let build = site.run(&["build"]).succeeded();
    assert!(
        build.out.contains(" for 2026-11-21: ") && build.err.is_empty(),
        "{}{}",
        build.out,
        build.err
    );
}

#[test]
fn the_demonstration_has_every_kind_of_page_in_both_languages() {
    let site = Site::demo();
    let tree = site.built_with(&[]);
    let folders = [
        "articles",
        "birthdays",
        "calendar",
        "cases",
        "facilities",
        "organisations",
        "pages",
        "people",
        "regions",
        "released",
        "rules",
        "services",
    ];
    for lang in ["ru", "en"] {
        for folder in folders {
            assert!(
                tree.contains_key(&format!("{lang}/{folder}/index.html")) || folder == "pages",
                "{lang}/{folder}"
            );
            if !matches!(folder, "released" | "calendar") {
                let page = |path: &&String| {
                    path.starts_with(&format!("{lang}/{folder}/")) && !path.ends_with("index.html")
                };
                assert!(
                    tree.keys().any(|path| page(&path)),
                    "{lang}/{folder} has no page of its own"
                );
            }
        }
    }
    for path in [
        "index.html",
        "404.html",
        "people.json",
        "ru/feed.xml",
        "en/feed.xml",
    ] {
        assert!(tree.contains_key(path), "{path}");
    }
}

#[test]
fn somebody_in_the_demonstration_passes_through_every_custody() {
    let sources = source::read(&repository()).unwrap();
    let (records, problems) = record::read(&sources);
    assert!(problems.is_empty(), "{problems:?}");
    let today = jiff::civil::date(2026, 11, 21);
    let mut seen = BTreeSet::new();
    for (_, whole) in records.people.values() {
        for length in 1..=whole.timeline.len() {
            let mut person = whole.clone();
            person.timeline.truncate(length);
            seen.insert(
                state::derive(&person, &records, 365, today)
                    .folded
                    .custody
                    .as_str(),
            );
        }
    }
    let every: BTreeSet<&str> = Custody::ALL.iter().map(|(word, _)| *word).collect();
    let missing: Vec<&str> = every.difference(&seen).copied().collect();
    assert!(missing.is_empty(), "never occur: {missing:?}");
}

#[test]
fn every_way_to_choose_somebody_has_a_page_in_the_demonstration() {
    let tree = Site::demo().built();
    for lang in ["ru", "en"] {
        for list in ["write", "few-letters", "languages", "interests"] {
            assert!(
                tree.contains_key(&format!("{lang}/{list}/index.html")),
                "{list}"
            );
        }
        for list in ["languages/de", "languages/tt", "interests/chess"] {
            assert!(tree.contains_key(&format!("{lang}/{list}.html")), "{list}");
        }
    }
}
