//! Letter rules as a page gives them, with where they come from.
//!
//! Many rules share a source and the day of its check: a page numbers these
//! pairs and says each once.

use super::desk::Desk;
use super::lists::number;
use crate::record::{LetterRule, LetterRules, RuleKey, Rules, Source};
use crate::view::{self, Date, Named, Phrase, RuleNote};

/// The notes of one page, in the order in which its rules need them.
#[derive(Default)]
pub(super) struct Notes(Vec<RuleNote>);

impl Notes {
    /// A rule with the sources of the record that it stands in.
    pub fn rule(
        &mut self,
        desk: &Desk<'_>,
        key: RuleKey,
        rule: &LetterRule,
        sources: &[Source],
    ) -> view::LetterRule {
        let source = desk.first_source(&rule.source, sources);
        view::LetterRule {
            key: key.as_str().to_owned(),
            heading: desk.word("rule", key.as_str()),
            text: desk.phrase(&rule.text),
            practice: desk.phrase_of(rule.practice.as_ref()),
            note: self.number(source, rule.checked.map(|day| desk.day(day))),
        }
    }

    /// The rules of one level, but safety, which has a box of its own.
    pub fn level(
        &mut self,
        desk: &Desk<'_>,
        rules: &LetterRules,
        sources: &[Source],
    ) -> Vec<view::LetterRule> {
        let plain = rules.iter().filter(|(key, _)| *key != RuleKey::Safety);
        plain
            .map(|(key, found)| self.rule(desk, key, found, sources))
            .collect()
    }

    /// The finished notes.
    pub fn list(self) -> Vec<RuleNote> {
        self.0
    }

    fn number(&mut self, source: Option<Named>, checked: Option<Date>) -> Option<u32> {
        if source.is_none() && checked.is_none() {
            return None;
        }
        let same = |note: &&RuleNote| note.source == source && note.checked == checked;
        if let Some(note) = self.0.iter().find(same) {
            return Some(note.number);
        }
        let number = number(self.0.len() + 1);
        self.0.push(RuleNote {
            number,
            source,
            checked,
        });
        Some(number)
    }
}

/// What a country adds to the sender's box.
pub(super) fn safety(desk: &Desk<'_>, rules: &Rules) -> Vec<Phrase> {
    rules
        .letters
        .get(RuleKey::Safety)
        .into_iter()
        .map(|found| desk.phrase(&found.text))
        .collect()
}
