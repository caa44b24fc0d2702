//! An electronic letter service's page.

use serde::Serialize;

use super::{Body, Date, LetterRule, Named, Page, Phrase, RuleNote, Source, View};

/// An electronic letter service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Service {
    /// The frame.
    pub page: Page,
    /// Its name.
    pub name: Phrase,
    /// Its outside address; none once it is closed.
    pub url: Option<String>,
    /// The day on which it was closed.
    pub closed: Option<Date>,
    /// The countries that it serves, with their rules.
    pub countries: Vec<Named>,
    /// What it limits: length, pictures.
    pub limits: Option<Phrase>,
    /// What a letter costs.
    pub price: Option<Price>,
    /// Whether cards of other countries work, in a sentence.
    pub foreign_cards: Option<String>,
    /// What differs from a letter on paper.
    pub rules: Vec<LetterRule>,
    /// Where the rules come from.
    pub rule_notes: Vec<RuleNote>,
    /// Its text.
    pub body: Option<Body>,
    /// The sources.
    pub sources: Vec<Source>,
}

impl View for Service {
    const TEMPLATE: &'static str = "service.html";
}

/// A price, which ages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Price {
    /// In words.
    pub text: Phrase,
    /// The day on which it was last found to be so.
    pub checked: Date,
    /// Numbers of sources on this page.
    pub sources: Vec<u32>,
}
