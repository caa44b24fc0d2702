//! A language's home page.

use serde::Serialize;

use super::{Body, IndexItem, LetterDate, LetterLink, Page, PersonRow, Phrase, View};

/// Whom to write to today, and the ways into the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Home {
    /// The frame.
    pub page: Page,
    /// The site's name.
    pub heading: Phrase,
    /// What the site is for, in a sentence or two.
    pub description: Option<Phrase>,
    /// How many people the site holds.
    pub people: u32,
    /// To how many of them one can write.
    pub writable: u32,
    /// Those who get few letters, to write to first.
    pub few_letters: Vec<PersonRow>,
    /// Lists of those to whom one can write: all, by language, by interest …
    pub choose: Vec<IndexItem>,
    /// Birthdays of this month, with their days.
    pub birthdays: Vec<PersonRow>,
    /// Those who came to the site of late.
    pub new: Vec<PersonRow>,
    /// The next dates when letters peak.
    pub dates: Vec<LetterDate>,
    /// Everybody in custody by the beginning of the name, when that list is long.
    pub letters: Vec<LetterLink>,
    /// Likewise those whose persecution is over, when that list is very long.
    pub released: Vec<LetterLink>,
    /// The ways in: lists of people, regions, facilities, rules …
    pub doors: Vec<IndexItem>,
    /// A text of the site's own.
    pub body: Option<Body>,
}

impl View for Home {
    const TEMPLATE: &'static str = "home.html";
}
