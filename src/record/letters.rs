//! Letter rules: what a country, a kind of place, a place or a person asks.

use jiff::civil::Date;

use super::word::words;
use super::{LangText, SourceRefs};
use crate::decode::{Decode, Value};
use crate::yaml::Node;

words! {
    /// What a rule is about, in the order in which a page gives them.
    "letter rule" RuleKey {
        Language = "language",
        Who = "who",
        Enclosures = "enclosures",
        Reply = "reply",
        Number = "number",
        WriteAbout = "write_about",
        Avoid = "avoid",
        Safety = "safety",
    }
}

/// One rule, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterRule {
    /// What is formally allowed or asked.
    pub text: LangText,
    /// What works, where that differs.
    pub practice: Option<LangText>,
    /// Where that is said.
    pub source: SourceRefs,
    /// When it was last found to be so.
    pub checked: Option<Date>,
}

impl Decode for LetterRule {
    fn decode(value: Value<'_>) -> Option<Self> {
        let has_keys = matches!(value.node(), Node::Map(_)) && value.node().get("text").is_some();
        if !has_keys {
            let text = LangText::decode(value)?;
            return Some(LetterRule {
                text,
                practice: None,
                source: SourceRefs::default(),
                checked: None,
            });
        }
        let mut f = value.fields()?;
        let (text, practice) = (f.need("text"), f.get("practice"));
        let (source, checked) = (f.get("source").unwrap_or_default(), f.get("checked"));
        f.end();
        Some(LetterRule {
            text: text?,
            practice,
            source,
            checked,
        })
    }
}

/// The rules of one level, by key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LetterRules(Vec<(RuleKey, LetterRule)>);

impl LetterRules {
    /// The rule about something, if this level has one.
    #[must_use]
    pub fn get(&self, key: RuleKey) -> Option<&LetterRule> {
        self.0
            .iter()
            .find(|(other, _)| *other == key)
            .map(|(_, rule)| rule)
    }

    /// All rules of this level, in the order of [`RuleKey`].
    pub fn iter(&self) -> impl Iterator<Item = (RuleKey, &LetterRule)> {
        self.0.iter().map(|(key, rule)| (*key, rule))
    }
}

impl Decode for LetterRules {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let mut rules = Vec::new();
        for (word, key) in RuleKey::ALL {
            if let Some(rule) = f.get(word) {
                rules.push((*key, rule));
            }
        }
        f.end();
        Some(LetterRules(rules))
    }
}
