//! A list of people: all, by letter, of a region, of an article, released.

use serde::Serialize;

use super::{LetterGroup, LetterLink, Page, PersonRow, Phrase, View};

/// A list of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeopleList {
    /// The frame.
    pub page: Page,
    /// What list it is.
    pub heading: Phrase,
    /// What to know about it.
    pub intro: Option<String>,
    /// How many people it holds, on all its pages.
    pub count: u32,
    /// The search page, on the lists of all people.
    pub search: Option<String>,
    /// The letters, when the list is long.
    pub letters: Vec<LetterLink>,
    /// The parts further below, when the list is very long.
    pub parts: Vec<LetterGroup>,
    /// The list's labels to print, if anybody on it can have one.
    pub labels: Option<String>,
    /// The people, in groups or in one.
    pub groups: Vec<PeopleGroup>,
}

impl View for PeopleList {
    const TEMPLATE: &'static str = "people.html";
}

/// A part of a list of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeopleGroup {
    /// Its heading; none when it is the only one.
    pub heading: Option<String>,
    /// The people.
    pub people: Vec<PersonRow>,
}
