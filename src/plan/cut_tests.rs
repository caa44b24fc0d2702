//! Lists of names that are made up, each harder to cut than the one before.

use std::collections::BTreeSet;

use super::*;
use crate::texts::{Collator, Language};

const ROWS: usize = 10;
const ROOM: Room = Room {
    rows: ROWS,
    length: 1_000,
};

fn listing(names: &[String], first: Room, length: usize) -> Listing<usize> {
    let collator = Collator::new(&Language::parse("en").unwrap());
    let mut spelling = Spelling::new(&collator);
    let mut entries: Vec<Entry<usize>> = names
        .iter()
        .zip(0..)
        .map(|(name, key)| Entry {
            key,
            name: name.clone(),
            places: spelling.places(name),
            length,
        })
        .collect();
    entries.sort_by(|a, b| collator.compare(&a.name, &b.name));
    cut(
        &entries.iter().collect::<Vec<_>>(),
        first,
        ROOM,
        &mut spelling,
    )
}

/// What holds however a list is cut: everybody is on one page, no page is too
/// long, and each is reached from the first one.
#[track_caller]
fn cut_well(names: &[String]) -> Listing<usize> {
    let listing = listing(names, ROOM, 1);
    let mut keys: Vec<usize> = Vec::new();
    for section in &listing.sections {
        assert!(section.entries.len() <= ROWS, "{section:?}");
        keys.extend(&section.entries);
    }
    keys.sort_unstable();
    assert_eq!(keys, (0..names.len()).collect::<Vec<_>>());
    assert!(listing.sections.is_sorted_by_key(|section| &section.part));
    let parts: BTreeSet<Part> = listing.parts().collect();
    assert_eq!(parts.len(), listing.sections.len(), "two pages of one name");
    let mut reached = BTreeSet::from([Part::whole()]);
    let mut at = vec![Part::whole()];
    while let Some(part) = at.pop() {
        for section in listing.below(&part) {
            assert_eq!(listing.above(&section.part).len(), depth(&listing, &part));
            reached.insert(section.part.clone());
            at.push(section.part.clone());
        }
    }
    assert_eq!(reached, parts);
    listing
}

fn depth(listing: &Listing<usize>, part: &Part) -> usize {
    match part.is_whole() {
        true => 0,
        false => listing.above(part).len() + 1,
    }
}

fn parts(listing: &Listing<usize>) -> Vec<(String, &str, usize)> {
    let told = |section: &'_ Section<usize>| (section.part.to_string(), section.entries.len());
    listing
        .sections
        .iter()
        .map(|section| {
            let (part, people) = told(section);
            (part, section.letters.as_str(), people)
        })
        .collect()
}

#[test]
fn a_short_list_is_one_page() {
    let listing = cut_well(&["anna".into(), "boris".into()]);
    assert_eq!(listing.sections.len(), 1);
    assert!(!listing.is_cut());
}

#[test]
fn a_long_list_is_cut_by_letters() {
    let names: Vec<String> = (0..30)
        .map(|n| {
            let first = ["a", "b", "b"][n % 3];
            format!("{first}{}x", ["a", "o"][n % 2])
        })
        .collect();
    let listing = cut_well(&names);
    let expected = [
        ("letter", "", 0),
        ("letter-01", "A", 10),
        ("letter-02", "B", 0),
        ("letter-02-01", "Ba", 10),
        ("letter-02-15", "Bo", 10),
    ]
    .map(|(part, letters, people)| (part.to_owned(), letters, people));
    assert_eq!(parts(&listing), expected);
}

#[test]
fn what_all_names_have_in_common_is_passed_over() {
    let names: Vec<String> = (0..40).map(|n| format!("Penal colony No. {n}")).collect();
    let listing = cut_well(&names);
    let first = listing.below(&Part::whole());
    assert_eq!(first.len(), 10, "one for each digit");
    assert_eq!(first[1].letters, "Penal colony No 1");
}

#[test]
fn a_common_surname_is_cut_by_the_given_name() {
    let mut names: Vec<String> = (0..12).map(|_| "Smith Ann".to_owned()).collect();
    names.extend((0..8).map(|_| "Smith Bob".to_owned()));
    names.extend((0..5).map(|_| "Smithson Cy".to_owned()));
    let listing = cut_well(&names);
    let letters: Vec<&str> = parts(&listing).iter().map(|(_, it, _)| *it).collect();
    assert_eq!(
        letters,
        [
            "", "Smith", "Smith A", "Smith A", "Smith A", "Smith B", "Smiths"
        ]
    );
    let numbers: Vec<Option<u16>> = listing.sections.iter().map(|it| it.number).collect();
    assert_eq!(&numbers[2..5], [None, Some(1), Some(2)]);
}

#[test]
fn people_of_one_name_are_cut_by_number_however_many_they_are() {
    for (count, pages) in [(11, 2), (95, 10), (1_500, 150)] {
        let listing = cut_well(&vec!["Kim Lee".to_owned(); count]);
        let with_people = listing.sections.iter().filter(|it| !it.entries.is_empty());
        assert_eq!(with_people.count(), pages);
        let most = listing.parts().map(|part| listing.below(&part).len()).max();
        assert!(most.unwrap() <= PIECES);
    }
}

#[test]
fn names_that_end_where_others_go_on_are_not_mixed_with_numbers() {
    let mut names = vec!["Li".to_owned(); 25];
    names.extend(vec!["Li A".to_owned(); 25]);
    names.extend(vec!["Lia".to_owned(); 25]);
    cut_well(&names);
}

#[test]
fn a_new_name_moves_no_page() {
    let mut names: Vec<String> = vec!["Ko a".into(); 8];
    names.extend(vec!["Kob b".into(); 8]);
    let before: BTreeSet<Part> = cut_well(&names).parts().collect();
    for new in ["Kim", "Koc", "Ko z", "A", "Kob c"] {
        names.push(new.to_owned());
        let after: BTreeSet<Part> = cut_well(&names).parts().collect();
        assert!(before.is_subset(&after), "{new}: {before:?} {after:?}");
    }
}

#[test]
fn long_rows_need_more_pages_and_a_page_beside_other_things_has_less_room() {
    let names: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).into();
    assert_eq!(listing(&names, ROOM, 250).sections.len(), 1);
    assert_eq!(listing(&names, ROOM, 251).sections.len(), 5);
    let first = Room {
        rows: 3,
        length: 1_000,
    };
    assert_eq!(listing(&names, first, 1).sections.len(), 5);
    assert_eq!(listing(&names[..1], first, 9_999).sections.len(), 1);
}

#[test]
fn from_each_way_in_every_page_below_is_one_step_away() {
    let (one, two, three) = (26, 5, 26);
    let letter = |n: usize| char::from(b'a' + u8::try_from(n).unwrap());
    let name = |n: usize| {
        let (first, second, third) = (n % one, n / one % two, n / one / two % three);
        format!("{}{}{}", letter(first), letter(second), letter(third))
    };
    let mut names: Vec<String> = (0..3 * one * two * three).map(name).collect();
    // Some names are more frequent than others.
    names.extend((0..9_000).map(|n| format!("k{n:04}")));
    let listing = cut_well(&names);
    assert!(!listing.is_shallow());
    let mut reached = BTreeSet::new();
    for way in listing.ways_in() {
        let here = way.entries.iter().copied();
        let far = listing.far_below(&way.part);
        let far = far.iter().flat_map(|(_, pages)| pages.iter());
        let near = listing.below(&way.part);
        let pages = far.chain(near.iter()).copied();
        let there: Vec<usize> = pages.flat_map(|page| page.entries.clone()).collect();
        reached.extend(here.chain(there));
    }
    assert_eq!(reached.len(), names.len());
    let most = listing.ways_in().len();
    assert!((26..100).contains(&most), "{most}");
}
