//! Letter rules and who may write: the nearest level that says something wins.

use super::fold::Folded;
use crate::record::{
    Correspondence, Facility, FacilityType, LetterRule, LetterRules, Prisoner, RuleKey, Rules,
};

/// Where a rule stands, the farthest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The country.
    Country,
    /// The kind of place, in that country.
    FacilityType,
    /// The facility.
    Facility,
    /// The person's record.
    Person,
    /// An event of the person's timeline.
    Event,
}

/// One rule, with the level that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inherited<'a> {
    /// What it is about.
    pub key: RuleKey,
    /// The rule.
    pub rule: &'a LetterRule,
    /// Where it stands. A rule of [`Level::Facility`] tells where the person
    /// is: pass no facility when that is withheld.
    pub level: Level,
}

/// The letter rules for somebody, each from its nearest level, in the order of
/// [`RuleKey`].
#[must_use]
pub fn letter_rules<'a>(
    country: Option<&'a Rules>,
    kind: Option<FacilityType>,
    facility: Option<&'a Facility>,
    person: &'a LetterRules,
) -> Vec<Inherited<'a>> {
    let of_type = country
        .zip(kind)
        .and_then(|(rules, kind)| rules.by_type.get(&kind));
    let levels = [
        (Level::Person, Some(person)),
        (Level::Facility, facility.map(|facility| &facility.letters)),
        (Level::FacilityType, of_type.map(|rules| &rules.letters)),
        (Level::Country, country.map(|rules| &rules.letters)),
    ];
    let nearest = |key: RuleKey| {
        levels.iter().find_map(|(level, rules)| {
            rules
                .and_then(|rules| rules.get(key))
                .map(|rule| Inherited {
                    key,
                    rule,
                    level: *level,
                })
        })
    };
    RuleKey::ALL
        .iter()
        .filter_map(|(_, key)| nearest(*key))
        .collect()
}

/// Who may write, and which level says so.
///
/// Of the record's own word and an event's, one that forbids wins: neither may
/// open what the other has closed.
#[must_use]
pub fn correspondence(
    prisoner: &Prisoner,
    folded: &Folded,
    facility: Option<&Facility>,
    country: Option<&Rules>,
) -> Option<(Correspondence, Level)> {
    let of_type = country
        .zip(facility)
        .and_then(|(rules, facility)| rules.by_type.get(&facility.kind));
    let event = folded.correspondence.map(|word| (word, Level::Event));
    let person = prisoner.correspondence.map(|word| (word, Level::Person));
    let own = match person {
        Some((word, _)) if !word.lets_write() => event.filter(|(e, _)| !e.lets_write()).or(person),
        _ => event.or(person),
    };
    let facility = facility.and_then(|place| place.correspondence);
    own.or(facility.map(|word| (word, Level::Facility)))
        .or_else(|| Some((of_type?.correspondence?, Level::FacilityType)))
        .or_else(|| Some((country?.correspondence?, Level::Country)))
}
