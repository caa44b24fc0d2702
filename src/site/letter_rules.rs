//! The letter rules that hold for somebody, and where each stands.

use super::{Person, Site};
use crate::record::{Country, LetterRule, RuleKey, Source};
use crate::state::{self, Level};

/// A rule, with the sources of the record that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct ForPerson<'a> {
    /// What it is about.
    pub key: RuleKey,
    /// The rule.
    pub rule: &'a LetterRule,
    /// What its references lead to.
    pub sources: &'a [Source],
}

impl<'a> ForPerson<'a> {
    /// The source that a page names: the first.
    #[must_use]
    pub fn source(&self) -> Option<&'a Source> {
        let id = self.rule.source.0.first()?;
        self.sources.iter().find(|source| source.id == *id)
    }
}

impl Site {
    /// The letter rules that hold for somebody, the nearest winning, but safety, which has a box
    /// of its own; nothing for those to whom one cannot write.
    #[must_use]
    pub fn letter_rules<'a>(&'a self, person: &'a Person) -> Vec<ForPerson<'a>> {
        if !person.derived.one_may_write() {
            return Vec::new();
        }
        let own = &person.record.common.sources;
        let facility = self.shown_facility(person).map(|(_, facility)| facility);
        let country = self
            .letter_country(person)
            .and_then(|country| self.rules(country));
        let inherited = state::letter_rules(
            country,
            facility.map(|facility| facility.kind),
            facility,
            &person.record.letters,
        );
        let plain = inherited
            .into_iter()
            .filter(|found| found.key != RuleKey::Safety);
        let sources = |level| match level {
            Level::Person | Level::Event => own,
            Level::Facility => facility.map_or(own, |facility| &facility.common.sources),
            Level::Country | Level::FacilityType => {
                country.map_or(own, |rules| &rules.common.sources)
            }
        };
        plain
            .map(|found| ForPerson {
                key: found.key,
                rule: found.rule,
                sources: sources(found.level),
            })
            .collect()
    }

    /// The country that a letter to somebody goes to, as far as that may be said.
    #[must_use]
    pub fn letter_country<'a>(&'a self, person: &'a Person) -> Option<&'a Country> {
        let facility = self
            .shown_facility(person)
            .map(|(_, facility)| &facility.country);
        let intermediary = person.record.intermediary.as_ref();
        facility.or_else(|| intermediary.map(|intermediary| &intermediary.country))
    }
}
