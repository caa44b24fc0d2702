//! One entry of a profile's timeline.

use serde::Serialize;

use super::{Date, Named, Phrase};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineEntry {
    /// When.
    pub date: Date,
    /// What: `Arrest`.
    pub event: String,
    /// The articles of a charge or a verdict.
    pub articles: Vec<Named>,
    /// The sentence, in words.
    pub sentence: Option<Phrase>,
    /// The place, in words.
    pub place: Option<Phrase>,
    /// The facility, linked only where that may be said.
    pub facility: Option<Named>,
    /// More about it.
    pub note: Option<Phrase>,
    /// How sure it is, when it is not certain: `reported`.
    pub certainty: Option<String>,
    /// Numbers of sources on this page.
    pub sources: Vec<u32>,
}
