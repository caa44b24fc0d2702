//! Any other page.

use serde::Serialize;

use super::{Body, Page, Phrase, Source, View};

/// A page of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextPage {
    /// The frame.
    pub page: Page,
    /// Its title.
    pub title: Phrase,
    /// Its text; headings from `h2` on.
    pub body: Option<Body>,
    /// The sources.
    pub sources: Vec<Source>,
}

impl View for TextPage {
    const TEMPLATE: &'static str = "text.html";
}
