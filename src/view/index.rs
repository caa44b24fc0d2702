//! A list of anything but people: facilities, cases, regions, rules, pages.

use serde::Serialize;

use super::{LetterGroup, LetterLink, Page, Phrase, View};

/// A list of pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Index {
    /// The frame.
    pub page: Page,
    /// What list it is.
    pub heading: String,
    /// What to know about it.
    pub intro: Option<String>,
    /// The letters, when the list is long.
    pub letters: Vec<LetterLink>,
    /// The parts further below, when the list is very long.
    pub parts: Vec<LetterGroup>,
    /// The entries, in groups or in one.
    pub groups: Vec<IndexGroup>,
}

impl View for Index {
    const TEMPLATE: &'static str = "index.html";
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndexGroup {
    /// Its heading; none when it is the only one.
    pub heading: Option<Phrase>,
    /// The entries.
    pub items: Vec<IndexItem>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndexItem {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub name: Phrase,
    /// A few words on it.
    pub note: Option<Phrase>,
    /// How many people stand behind it.
    pub people: Option<u32>,
}
