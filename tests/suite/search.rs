//! The search index: everybody who is published is in it, with nothing that lists do
//! not say, and one change changes few files.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::site::{DATE, Site, Tree};

/// What a file of the index gives to the page.
fn arguments(text: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(text).unwrap();
    let inner = text.strip_prefix("found(").unwrap();
    let inner = inner.strip_suffix(");\n").unwrap();
    serde_json::from_str(&format!("[{inner}]")).unwrap()
}

/// The shards of a language, by path.
fn shards<'a>(tree: &'a Tree, lang: &str) -> BTreeMap<&'a str, Vec<Value>> {
    let start = format!("{lang}/search/p");
    tree.iter()
        .filter(|(path, _)| path.starts_with(&start))
        .map(|(path, bytes)| (path.as_str(), arguments(bytes)))
        .collect()
}

/// Every line of the index, by the page to which it leads.
fn lines(tree: &Tree, lang: &str) -> BTreeMap<String, Value> {
    let shards = shards(tree, lang);
    let all = shards
        .values()
        .flat_map(|shard| shard[2].as_array().unwrap());
    all.map(|line| (line[0].as_str().unwrap().to_owned(), line.clone()))
        .collect()
}

#[test]
fn everybody_who_is_published_is_found_and_nobody_else() {
    for site in [Site::demo(), Site::golden("full")] {
        let tree = site.built();
        let json: Value = serde_json::from_slice(&tree["people.json"]).unwrap();
        for lang in ["ru", "en"] {
            let published: BTreeSet<String> = json["people"]
                .as_array()
                .unwrap()
                .iter()
                .map(|person| format!("people/{}", person["id"].as_str().unwrap()))
                .collect();
            let found = lines(&tree, lang);
            for path in found.keys() {
                assert!(tree.contains_key(&format!("{lang}/{path}.html")), "{path}");
            }
            let people = found.into_keys().filter(|path| path.starts_with("people/"));
            assert_eq!(people.collect::<BTreeSet<_>>(), published, "{lang}");
        }
    }
}

#[test]
fn a_line_tells_the_place_of_somebody_only_where_lists_do() {
    let tree = Site::demo().built();
    let json: Value = serde_json::from_slice(&tree["people.json"]).unwrap();
    let found = lines(&tree, "en");
    let (mut told, mut withheld) = (0, 0);
    for person in json["people"].as_array().unwrap() {
        let line = &found[&format!("people/{}", person["id"].as_str().unwrap())];
        assert_eq!(line[4].is_null(), person["facility"].is_null(), "{line}");
        let can_write = ["yes", "listed"].contains(&line[2].as_str().unwrap());
        assert_eq!(person["can_write"], can_write, "{line}");
        match line[4].is_null() {
            true => withheld += 1,
            false => told += 1,
        }
    }
    assert!(told > 3 && withheld > 3, "{told}, {withheld}");
}

#[test]
fn a_minor_is_found_by_the_shown_name_alone() {
    let tree = Site::golden("full").built();
    for lang in ["ru", "en"] {
        let line = &lines(&tree, lang)["people/p-4k7m2x"];
        let shown = vestochka::search::fold(line[1].as_str().unwrap());
        let more: Vec<&str> = line[5].as_str().unwrap().split(' ').collect();
        assert_eq!(shown.len(), 1, "{line}");
        let given = Site::golden("full").read("content/people/p-4k7m2x.md");
        let names = given.lines().find(|line| line.contains("given")).unwrap();
        let allowed = vestochka::search::fold(names);
        assert!(
            more.iter()
                .all(|word| word.is_empty() || allowed.contains(&(*word).to_owned())),
            "{line}"
        );
    }
}

/// Enough people for an index of many files.
fn crowd() -> Site {
    let site = Site::golden("full");
    let syllables = ["ба", "ве", "го", "ду", "жи", "за", "ко", "лю", "мя", "но"];
    for number in 0..400_usize {
        let at = |power: u32| syllables[number / 10_usize.pow(power) % 10];
        let surname = format!("{}{}{}ров", at(0), at(1), at(2));
        let text = format!(
            "---\nlang: ru\nnames:\n  given: {{ru: Алексей}}\n  surname: {{ru: {surname}}}\n  patronymic: {{ru: Иванович}}\n\
             gender: male\npublic_record: A sample\ntimeline:\n  - {{date: 2026-01-02, event: arrest, source: s}}\n\
             sources:\n  - {{id: s, title: S}}\n---\nТекст.\n"
        );
        site.write(&format!("content/people/x-{number}.md"), text);
    }
    site
}

#[test]
fn one_change_changes_few_files_of_many_and_each_stays_small() {
    let site = crowd();
    let before = site.built_cleanly(&["--date", DATE]);
    let count = shards(&before, "ru").len();
    assert!(count > 8, "{count}");
    for (path, bytes) in before.iter().filter(|(path, _)| path.contains("/search/")) {
        assert!(bytes.len() < 16_000, "{path}: {} bytes", bytes.len());
    }
    site.edit("content/people/x-123.md", "Алексей", "Борис");
    let after = site.built_cleanly(&["--date", DATE]);
    let of = |tree: &Tree| -> BTreeMap<String, Vec<u8>> {
        let own = tree
            .iter()
            .filter(|(path, _)| path.starts_with("ru/search/"));
        own.map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect()
    };
    let (before, after) = (of(&before), of(&after));
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = paths
        .iter()
        .filter(|path| before.get(**path) != after.get(**path));
    let changed = changed.count();
    // That of each of three names, and of the given name that it was before.
    assert!((1..=4).contains(&changed), "{changed} of {count}");
}

#[test]
fn no_other_page_asks_for_the_script_and_no_page_for_the_index() {
    for (path, bytes) in &Site::golden("full").built() {
        if !path.ends_with(".html") || path.starts_with("files") {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        let is_search = path.ends_with("/search.html");
        assert_eq!(text.contains("search.js"), is_search, "{path}");
        assert_eq!(
            text.contains("script-src 'self'; img-src"),
            is_search || path.contains("/paper/"),
            "{path}"
        );
        assert!(!text.contains("search/p"), "{path}");
    }
}
