//! Spellings of one name are folded to one thing.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// The table that the browser's tests read, too.
const SPELLINGS: &str = include_str!("../../../tests/browser/folding.txt");

#[test]
fn all_spellings_of_the_table_are_folded_to_its_first_column() {
    let (mut seen, mut wrong) = (0, Vec::new());
    for line in SPELLINGS.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split(" | ");
        let expected = columns.next().unwrap_or_default();
        for spelling in columns {
            let found = fold(spelling).join(" ");
            if found != expected {
                wrong.push(format!("{spelling}: {found}, not {expected}"));
            }
            seen += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(seen > 80, "{seen}");
}

#[test]
fn a_name_of_nothing_usable_has_no_words() {
    for name in ["", "  ", "—", "'’", "ь", "\u{301}", "!?"] {
        assert!(fold(name).is_empty(), "{name:?}");
    }
}

#[test]
fn a_long_word_is_cut() {
    assert_eq!(fold(&"ab".repeat(99))[0].len(), LONGEST);
}

#[test]
fn no_replacement_leads_back() {
    let froms: BTreeSet<&str> = SAME.iter().map(|(from, _)| *from).collect();
    assert_eq!(froms.len(), SAME.len(), "each is replaced by one thing");
    for (from, to) in SAME {
        assert!(to.len() <= from.len() || *from == "x", "{from}");
    }
}

#[test]
fn the_tables_say_as_many_letters_as_they_say_what_they_are() {
    let tables = tables();
    let letters = tables.letters.chars().count();
    assert_eq!(letters, tables.latin.split(' ').count());
    assert!(letters > 200, "{letters}");
    assert_eq!(tables.same.split(' ').count() % 2, 0);
}

proptest! {
    #[test]
    fn what_is_folded_stays_as_it_is(text in "\\PC{0,40}") {
        for word in fold(&text) {
            prop_assert!(word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            prop_assert!(!word.is_empty() && word.len() <= LONGEST);
            prop_assert_eq!(fold(&word), vec![word]);
        }
    }
}
