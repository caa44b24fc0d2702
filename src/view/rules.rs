//! A country's page: how to write there.

use serde::Serialize;

use super::{Body, LetterRule, Named, Page, Phrase, RuleNote, Source, View};

/// A country's letter rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rules {
    /// The frame.
    pub page: Page,
    /// `How to write to Russia`.
    pub title: Phrase,
    /// The country's name for the envelope, in Latin letters.
    pub envelope_country: Option<String>,
    /// Whether letters arrive, in a sentence.
    pub correspondence: Option<String>,
    /// What a donor risks, in a sentence.
    pub donating: Option<String>,
    /// The rules that hold everywhere in the country.
    pub rules: Vec<LetterRule>,
    /// What the country adds to the sender's safety box.
    pub safety: Vec<Phrase>,
    /// What differs by type of facility.
    pub by_type: Vec<TypeRules>,
    /// Where all these rules come from.
    pub rule_notes: Vec<RuleNote>,
    /// How long a letter takes.
    pub transit: Vec<TransitTime>,
    /// Letter services that work there.
    pub services: Vec<Named>,
    /// Its facilities.
    pub facilities: Vec<Named>,
    /// Where the rest of them are to be found, if there are more.
    pub more_facilities: Option<Named>,
    /// The country's text.
    pub body: Option<Body>,
    /// The sources.
    pub sources: Vec<Source>,
}

impl View for Rules {
    const TEMPLATE: &'static str = "rules.html";
}

/// What holds in one type of facility.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypeRules {
    /// The type: `Remand prison (SIZO)`.
    pub heading: String,
    /// Whether letters arrive, in a sentence.
    pub correspondence: Option<String>,
    /// The rules.
    pub rules: Vec<LetterRule>,
}

/// How long a letter takes from a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TransitTime {
    /// The country from which it comes.
    pub country: Phrase,
    /// By post, in days.
    pub days: u32,
}
