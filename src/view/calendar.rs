//! The dates when letters peak.

use serde::Serialize;

use super::{Body, Date, Page, Phrase, View};

/// The calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Calendar {
    /// The frame.
    pub page: Page,
    /// The way to the same days for calendar programs, if there are any.
    pub ics: Option<String>,
    /// The dates, the next one first.
    pub dates: Vec<LetterDate>,
}

impl View for Calendar {
    const TEMPLATE: &'static str = "calendar.html";
}

/// A date when letters peak.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterDate {
    /// The next time that it comes.
    pub date: Date,
    /// Its name.
    pub name: Phrase,
    /// When to post from where.
    pub post_by: Vec<PostBy>,
    /// Its text.
    pub body: Option<Body>,
}

/// The last day for posting a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PostBy {
    /// From where to where: `from Germany to Russia`.
    pub route: String,
    /// The day.
    pub date: Date,
}
