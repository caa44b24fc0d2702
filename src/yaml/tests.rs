use super::*;
use crate::problem::{Place, Route};

const RECORD: &str = "---
name: { ru: Анна, en: Anna }
birth:
  date: 1980-02-03   # from the register
  publish: \"year\"
timeline:
  - date: 2020
    event: arrest
  - event: released
    date: 2021-05
    note: |
      two
      lines
postcode: 007
name: again
";

fn at(place: &Place) -> &str {
    &RECORD[locate(RECORD, place).expect("the place is there")]
}

#[test]
fn a_value_is_found_by_its_route() {
    let value = |route: Route| Place::Value(route);
    assert_eq!(at(&value(Route::key("birth").then("date"))), "1980-02-03");
    assert_eq!(at(&value(Route::key("birth").then("publish"))), "\"year\"");
    assert_eq!(at(&value(Route::key("name").then("ru"))), "Анна");
    assert_eq!(at(&value(Route::key("name").then("en"))), "Anna");
    assert_eq!(
        at(&value(Route::key("timeline").then(1).then("event"))),
        "released"
    );
    assert_eq!(
        at(&value(Route::key("timeline").then(0).then("date"))),
        "2020"
    );
}

#[test]
fn a_key_and_its_duplicate_are_told_apart() {
    let first = locate(RECORD, &Place::Key(Route::key("name"), 0)).unwrap();
    let second = locate(RECORD, &Place::Key(Route::key("name"), 1)).unwrap();
    assert_eq!(&RECORD[first.clone()], "name");
    assert_eq!(&RECORD[second.clone()], "name");
    assert!(first.start < second.start);
    let key = Place::Key(Route::key("timeline").then(1).then("date"), 0);
    assert_eq!(at(&key), "date");
}

#[test]
fn a_place_that_is_not_there_is_not_invented() {
    assert_eq!(locate(RECORD, &Place::Value(Route::key("nothing"))), None);
    assert_eq!(
        locate(RECORD, &Place::Value(Route::key("timeline").then(9))),
        None
    );
    assert_eq!(
        locate(RECORD, &Place::Value(Route::key("postcode").then("x"))),
        None
    );
}

#[test]
fn a_number_is_read_as_it_is_written() {
    assert_eq!(
        written(RECORD, &Place::Value(Route::key("postcode"))).unwrap(),
        "007"
    );
}

#[test]
fn duplicates_are_found_at_any_depth() {
    let node = parse("a: 1\nb: {c: 1, c: 2}\na: 2\n").unwrap();
    let routes: Vec<String> = node
        .duplicates()
        .iter()
        .map(|duplicate| duplicate.route.to_string())
        .collect();
    assert_eq!(routes, ["b.c", "a"]);
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = format!("*a{}, ", level - 1).repeat(9);
        text.push_str(&format!(
            "a{level}: &a{level} [{}]\n",
            before.trim_end_matches(", ")
        ));
    }
    let error = parse(&text).unwrap_err();
    assert!(error.message.contains("aliases"), "{error:?}");
}

#[test]
fn deep_nesting_is_refused() {
    let error = parse(&"[".repeat(5_000)).unwrap_err();
    assert!(!error.message.is_empty());
}

#[test]
fn a_tab_is_named() {
    let error = parse("a:\n\t- b\n").unwrap_err();
    assert_eq!(error.message, "a tab stands where YAML needs spaces");
    assert!(error.offset.is_some());
}
