//! Where people are searched for, and the files that its script asks for.

use serde::Serialize;

use super::{IndexItem, LetterLink, Mark, Page, View};
use crate::search::Tables;

/// How to find somebody, with a script and without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Search {
    /// The frame.
    pub page: Page,
    /// The script of the page.
    pub script: String,
    /// The first file of the index, for which the script asks when somebody begins to type.
    pub index: String,
    /// The list of all people by first letter, when it has several pages.
    pub letters: Vec<LetterLink>,
    /// All lists.
    pub doors: Vec<IndexItem>,
}

impl View for Search {
    const TEMPLATE: &'static str = "search.html";
}

/// A file of the index: a script that calls `found` with these values.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum SearchPart {
    /// Its name, the beginnings for which there are shards, and those for which there are lists.
    List(String, Vec<String>, Vec<String>),
    /// The first list, with the tables by which the index is folded.
    First(String, Vec<String>, Vec<String>, Tables),
    /// Its name, what several lines say, and the lines.
    Shard(String, Vec<SearchWords>, Vec<SearchLine>),
}

/// Words that stand in lines: the words, those by which they are found beside, their language
/// if it is not the page's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SearchWords(
    pub String,
    pub String,
    #[serde(skip_serializing_if = "Option::is_none")] pub Option<String>,
);

/// A person or a facility: the page from the language's folder, without `.html`; the name; whether
/// one can write; which of the words say the state, and which the place; the words by which it is
/// found beside those of the name, folded; the name's language if it is not the page's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchLine(
    pub String,
    pub String,
    pub Mark,
    pub usize,
    pub Option<usize>,
    pub String,
    #[serde(skip_serializing_if = "Option::is_none")] pub Option<String>,
);
