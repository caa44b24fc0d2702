//! Rules from their nearest level.

use super::people::{decoded, derived, prisoner};
use crate::record::{Correspondence, Facility, FacilityType, LetterRules, RuleKey, Rules};
use crate::state::{Level, letter_rules};

#[test]
fn the_nearest_word_on_who_may_write_wins_and_one_that_forbids_is_not_undone() {
    let ik = "2024-01-01 arrest !\n2024-02-01 transfer_end, facility: ik !";
    let forbidden = &ik.replace(": ik", ": forbidden");
    let open = "\n2024-03-01 correspondence, correspondence: open !";
    let table = [
        (ik.to_owned(), None, Correspondence::Open, Level::Country),
        (
            forbidden.clone(),
            None,
            Correspondence::Banned,
            Level::Facility,
        ),
        (
            forbidden.clone(),
            Some(Correspondence::ListedOnly),
            Correspondence::ListedOnly,
            Level::Person,
        ),
        (
            format!("{forbidden}{open}"),
            None,
            Correspondence::Open,
            Level::Event,
        ),
        (
            format!("{ik}{open}"),
            Some(Correspondence::ListedOnly),
            Correspondence::Open,
            Level::Event,
        ),
        (
            format!("{ik}{open}"),
            Some(Correspondence::Banned),
            Correspondence::Banned,
            Level::Person,
        ),
        (
            format!("{ik}{}", open.replace(": open", ": requests_no_mail")),
            Some(Correspondence::Open),
            Correspondence::RequestsNoMail,
            Level::Event,
        ),
    ];
    for (events, word, expected, level) in table {
        let mut prisoner = prisoner(&events);
        prisoner.correspondence = word;
        assert_eq!(
            derived(&prisoner).correspondence,
            Some((expected, level)),
            "{events}"
        );
    }
}

#[test]
fn letter_rules_inherit_key_by_key_from_the_nearest_level() {
    let rules: Rules = decoded(
        "{name: x, title: x, letters: {who: c, reply: c, avoid: c, safety: c}, by_type: {ik: {letters: {reply: t, avoid: t, safety: t}}}}",
    );
    let facility: Facility =
        decoded("{name: x, type: ik, country: ru, letters: {avoid: f, safety: f}}");
    let person: LetterRules = decoded("{safety: p}");
    let all = letter_rules(
        Some(&rules),
        Some(FacilityType::Ik),
        Some(&facility),
        &person,
    );
    let found: Vec<_> = all.iter().map(|i| (i.key, i.level)).collect();
    assert_eq!(
        found,
        [
            (RuleKey::Who, Level::Country),
            (RuleKey::Reply, Level::FacilityType),
            (RuleKey::Avoid, Level::Facility),
            (RuleKey::Safety, Level::Person),
        ]
    );
    let hidden = letter_rules(Some(&rules), None, None, &person);
    assert!(hidden.iter().all(|i| i.level != Level::Facility));
    assert_eq!(
        letter_rules(None, Some(FacilityType::Ik), None, &person).len(),
        1
    );
}
