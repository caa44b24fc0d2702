//! Labels for the envelopes to the people of a list.

use serde::Serialize;

use super::{Envelope, LetterLink, Named, Page, Phrase, View};

/// Sheets of labels, 3 by 8 on A4.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Labels {
    /// The frame.
    pub page: Page,
    /// Whose labels these are: the list's name.
    pub heading: Phrase,
    /// How many labels the page holds.
    pub count: u32,
    /// The letters, when the list is long.
    pub letters: Vec<LetterLink>,
    /// The labels, by sheets of paper.
    pub sheets: Vec<LabelSheet>,
    /// People to whom one may write, but about whom one must read first.
    pub left_out: Vec<Named>,
}

impl View for Labels {
    const TEMPLATE: &'static str = "labels.html";
}

/// A sheet of paper with at most 24 labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LabelSheet {
    /// The labels, row by row.
    pub labels: Vec<Label>,
}

/// A label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// The address, with the day of its verification.
    pub address: Envelope,
    /// The size of its letters in points.
    pub points: u8,
}
