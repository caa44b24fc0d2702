//! The tables against their documentation, and names of every kind.

use proptest::prelude::*;

use super::tables::{BELARUSIAN, PERSIAN, RUSSIAN, UKRAINIAN};
use super::*;

const DOCS: &str = include_str!("../../docs/ids.md");

fn id(name: &str, language: &str) -> String {
    id_from_name(name, Some(language)).unwrap_or_default()
}

/// The rows under a heading of the document, cell by cell.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let section = DOCS
        .split("\n## ")
        .find(|section| section.starts_with(heading));
    let lines = section
        .unwrap_or_default()
        .lines()
        .filter(|line| line.starts_with("| `"));
    let cell = |cell: &str| cell.trim().trim_matches('`').to_owned();
    lines
        .map(|line| line.trim_matches('|').split('|').map(cell).collect())
        .collect()
}

/// Each table as rows of letter, usually, at a start, at an end.
fn table_rows(table: &Table) -> BTreeSet<Vec<String>> {
    let find = |pairs: &[(char, &str)], c| {
        pairs
            .iter()
            .find(|(letter, _)| *letter == c)
            .map_or("", |(_, latin)| *latin)
            .to_owned()
    };
    let letters = table
        .letters
        .iter()
        .map(|(c, latin)| vec![c.to_string(), latin.to_string(), find(table.first, *c)]);
    let pairs = table.pairs.iter().chain(table.last);
    let pairs = pairs.map(|(pair, latin)| vec![pair.to_string(), latin.to_string(), String::new()]);
    letters.chain(pairs).collect()
}

#[test]
fn the_documented_tables_are_the_ones_in_use() {
    for (heading, table) in [
        ("Russian", &RUSSIAN),
        ("Ukrainian", &UKRAINIAN),
        ("Belarusian", &BELARUSIAN),
        ("Persian", &PERSIAN),
    ] {
        let documented: BTreeSet<Vec<String>> = rows(heading).into_iter().collect();
        assert_eq!(documented, table_rows(table), "{heading}");
    }
}

#[test]
fn the_documented_examples_are_true() {
    let examples = rows("Examples");
    assert!(examples.len() >= 15, "{} examples", examples.len());
    for example in examples {
        assert_eq!(id(&example[0], &example[1]), example[2], "{}", example[0]);
    }
}

#[test]
fn a_tag_with_a_region_uses_its_languages_table() {
    assert_eq!(id("Сергей", "ru-RU"), "sergei");
}

#[test]
fn letters_in_two_parts_are_the_same_letters() {
    assert_eq!(id("Андреи\u{306} Ё", "ru"), id("Андрей Е\u{308}", "ru"));
}

#[test]
fn persian_names_are_the_same_with_arabic_letters_and_joiners() {
    assert_eq!(id("مهدي كريمی", "fa"), id("مهدی کریمی", "fa"));
    assert_eq!(id("علی\u{200c}رضا", "fa"), id("علیرضا", "fa"));
}

#[test]
fn a_name_of_nothing_usable_gives_no_id() {
    for name in ["", "  ", "—", "'’", "\u{301}", "!?"] {
        assert_eq!(id_from_name(name, Some("ru")), None, "{name:?}");
    }
}

#[test]
fn a_long_name_is_cut_at_a_word() {
    let long = id(&"abcdefghi ".repeat(20), "en");
    assert_eq!(long, ["abcdefghi"; 8].join("-"));
    assert_eq!(id(&"x".repeat(99), "en").len(), MAX_LENGTH);
}

#[test]
fn twins_are_numbered() {
    let existing = ["anna", "anna-2", "anna-4"].map(str::to_owned).into();
    assert_eq!(unused_id("anna", &existing), "anna-3");
    assert_eq!(unused_id("olga", &existing), "olga");
    let long = "x".repeat(MAX_LENGTH);
    let twin = unused_id(&long, &[long.clone()].into());
    assert_eq!((twin.len(), twin.ends_with("x-2")), (MAX_LENGTH, true));
}

#[test]
fn an_opaque_id_has_six_characters_of_its_alphabet() {
    assert_eq!(opaque_id([0; 8]), "p-222222");
    assert_ne!(opaque_id([1; 8]), opaque_id([2; 8]));
    let id = opaque_id([255; 8]);
    assert!(
        id.len() == 8 && id[2..].bytes().all(|c| OPAQUE_ALPHABET.contains(&c)),
        "{id}"
    );
}

proptest! {
    #[test]
    fn any_name_gives_a_valid_id_or_none(name in ".{0,120}", language in "ru|uk|be|fa|en") {
        if let Some(id) = id_from_name(&name, Some(&language)) {
            prop_assert!(id.len() <= MAX_LENGTH && !id.is_empty());
            prop_assert!(id.bytes().all(|c| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            prop_assert!(!id.starts_with('-') && !id.ends_with('-') && !id.contains("--"));
        }
    }
}
