//! Letter rules as a page gives them, with where they come from.

use super::desk::Desk;
use crate::record::{LetterRule, LetterRules, RuleKey, Rules, Source};
use crate::view::{self, Phrase};

/// A rule with the sources of the record that it stands in.
pub(super) fn rule(desk: &Desk<'_>, key: RuleKey, rule: &LetterRule, sources: &[Source]) -> view::LetterRule {
    view::LetterRule {
        key: key.as_str().to_owned(),
        heading: desk.word("rule", key.as_str()),
        text: desk.phrase(&rule.text),
        practice: desk.phrase_of(rule.practice.as_ref()),
        source: desk.first_source(&rule.source, sources),
        checked: rule.checked.map(|day| desk.day(day)),
    }
}

/// The rules of one level, but safety, which has a box of its own.
pub(super) fn of_level(desk: &Desk<'_>, rules: &LetterRules, sources: &[Source]) -> Vec<view::LetterRule> {
    let plain = rules.iter().filter(|(key, _)| *key != RuleKey::Safety);
    plain.map(|(key, found)| rule(desk, key, found, sources)).collect()
}

/// What a country adds to the sender's box.
pub(super) fn safety(desk: &Desk<'_>, rules: &Rules) -> Vec<Phrase> {
    rules.letters.get(RuleKey::Safety).into_iter().map(|found| desk.phrase(&found.text)).collect()
}
