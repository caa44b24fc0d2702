//! A group prosecution's page.

use serde::Serialize;

use super::{Body, Date, LetterLink, Page, PersonRow, Phrase, Source, View};

/// A group prosecution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Case {
    /// The frame.
    pub page: Page,
    /// Its name.
    pub name: Phrase,
    /// When it began.
    pub date: Option<Date>,
    /// Where.
    pub country: Option<Phrase>,
    /// The letters, when the list of people is long.
    pub letters: Vec<LetterLink>,
    /// Labels for letters to them, to print.
    pub labels: Option<String>,
    /// The people whose records name it.
    pub people: Vec<PersonRow>,
    /// Its text.
    pub body: Option<Body>,
    /// The sources.
    pub sources: Vec<Source>,
}

impl View for Case {
    const TEMPLATE: &'static str = "case.html";
}
