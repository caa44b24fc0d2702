//! The page with what did not fit a profile.

use serde::Serialize;

use super::{
    Body, LetterRule, Named, Page, Phrase, Recognition, RuleNote, Source, Support, TimelineEntry,
    View,
};

/// The rest of a story, or the whole of its background, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Story {
    /// The frame.
    pub page: Page,
    /// The person's name.
    pub name: Phrase,
    /// The profile.
    pub profile: String,
    /// The rest of the story, when it did not fit.
    pub body: Option<Body>,
    /// What else did not fit, whole.
    pub background: Option<Background>,
}

impl View for Story {
    const TEMPLATE: &'static str = "story.html";
}

/// What stands behind a story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Background {
    /// What happened, the oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Who recognises the person as what.
    pub recognitions: Vec<Recognition>,
    /// Links to those who help.
    pub support: Vec<Support>,
    /// The sources.
    pub sources: Vec<Source>,
    /// Birth as far as published, in words; it and what follows only when it did not fit.
    pub birth: Option<String>,
    /// Other spellings of the name.
    pub also: Vec<Phrase>,
    /// The region, which has a list of its own.
    pub region: Option<Named>,
    /// The articles of the charge.
    pub articles: Vec<Named>,
    /// The cases.
    pub cases: Vec<Named>,
    /// The letter rules, with notes.
    pub rules: Vec<LetterRule>,
    /// Where the rules come from.
    pub rule_notes: Vec<RuleNote>,
}
