//! The page on which a story goes on that did not fit its profile.

use serde::Serialize;

use super::{Body, Page, Phrase, View};

/// The rest of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Story {
    /// The frame.
    pub page: Page,
    /// The person's name.
    pub name: Phrase,
    /// The profile.
    pub profile: String,
    /// The rest.
    pub body: Body,
}

impl View for Story {
    const TEMPLATE: &'static str = "story.html";
}
