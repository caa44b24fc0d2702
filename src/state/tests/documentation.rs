//! The tables in the documentation say what the tables in the program say.

use std::collections::BTreeMap;

use crate::record::{Custody, EventKind, FacilityType};
use crate::state::{After, Arrival, EFFECTS, Reason, States, arrival, effect};

const CONTENT_MODEL: &str = include_str!("../../../docs/content-model.md");
const STATE: &str = include_str!("../../../docs/state.md");

/// The rows of the table whose first row begins with `| head |`.
fn table<'a>(page: &'a str, head: &str) -> Vec<Vec<&'a str>> {
    page.lines()
        .skip_while(|line| !line.starts_with(&format!("| {head} |")))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// The words between backticks.
fn words(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn custody(word: &str) -> Custody {
    let known = Custody::ALL.iter().find(|(other, _)| *other == word);
    known.unwrap_or_else(|| panic!("`{word}` is no custody")).1
}

fn kind(word: &str) -> EventKind {
    let known = EventKind::ALL.iter().find(|(other, _)| *other == word);
    known.unwrap_or_else(|| panic!("`{word}` is no event")).1
}

#[test]
fn the_content_model_gives_each_event_the_custody_that_it_has() {
    let rows: BTreeMap<EventKind, &str> = table(CONTENT_MODEL, "event")
        .into_iter()
        .flat_map(|row| words(row[0]).into_iter().map(move |w| (kind(w), row[1])))
        .collect();
    assert_eq!(rows.len(), EventKind::ALL.len());
    for effect in &EFFECTS {
        let text = rows[&effect.kind];
        match effect.after {
            After::Same => assert!(text.starts_with("no change"), "{text}"),
            After::Becomes(custody) => assert_eq!(text, format!("`{}`", custody.as_str())),
            After::Stated => {
                let stated: Vec<_> = words(text).into_iter().skip(1).map(custody).collect();
                assert!(text.starts_with("needs `custody`"));
                assert_eq!(States::of(&stated), effect.may_state);
            }
            After::Convicts => assert_eq!(
                text,
                "`convicted_awaiting_transfer` if held before trial; otherwise no change"
            ),
            After::Arrives => assert_arrivals(text),
            After::Dies => assert!(text.starts_with("`died` if held; somebody who was free")),
        }
    }
}

fn assert_arrivals(text: &str) {
    let mut seen = 0;
    let clauses = text.strip_prefix("by the facility's type: ").unwrap();
    for clause in clauses.split("; ") {
        let (types, then) = clause
            .split_once(" → ")
            .or_else(|| clause.split_once(" needs "))
            .unwrap();
        let then = words(then);
        for word in words(types) {
            let (_, kind) = FacilityType::ALL.iter().find(|(w, _)| *w == word).unwrap();
            let expected = match then[..] {
                ["custody"] => Arrival::Stated,
                ["pretrial", "convicted_awaiting_transfer"] => Arrival::Remand,
                [one] => Arrival::Custody(custody(one)),
                _ => panic!("{clause}"),
            };
            assert_eq!(arrival(*kind), expected, "{word}");
            seen += 1;
        }
    }
    assert_eq!(seen, FacilityType::ALL.len());
}

fn states(cell: &str) -> States {
    let group = |part: &str| match part.trim() {
        "held" => States::HELD,
        "inside" => States::PLACED.and(&[Custody::PrisonerOfWar]),
        "restricted" => States::RESTRICTED,
        "free" => States::FREE,
        "unknown" => States::UNKNOWN,
        word => States::of(&[custody(words(word)[0])]),
    };
    cell.split(',').map(group).fold(States::of(&[]), States::or)
}

#[test]
fn the_page_on_state_says_what_may_follow_what() {
    let rows = table(STATE, "event");
    assert_eq!(rows.len(), EFFECTS.len());
    for row in rows {
        let effect = effect(kind(words(row[0])[0]));
        assert_eq!(states(row[1]), effect.follows, "{:?} follows", effect.kind);
        assert_eq!(states(row[2]), effect.may_state, "{:?} states", effect.kind);
        assert_eq!(row[3] == "yes", effect.posthumous, "{:?}", effect.kind);
    }
}

#[test]
fn the_page_on_state_explains_its_groups_of_custodies() {
    for (name, set) in [
        ("held", States::HELD),
        ("restricted", States::RESTRICTED),
        ("free", States::FREE),
        ("unknown", States::UNKNOWN),
    ] {
        let start = STATE.find(&format!("- *{name}*:")).unwrap();
        let text = STATE[start..].split([';', '.']).next().unwrap();
        let named: Vec<_> = words(text).into_iter().map(custody).collect();
        assert_eq!(States::of(&named), set, "{name}");
    }
}

#[test]
fn the_page_on_state_gives_the_reasons_in_the_order_in_which_they_are_tried() {
    let rows = table(STATE, "reason");
    let written: Vec<_> = rows.iter().map(|row| words(row[0])[0]).collect();
    let tried: Vec<_> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
    assert_eq!(written, tried);
}
