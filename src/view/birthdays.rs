//! Birthdays, by month.

use serde::Serialize;

use super::{Date, LetterLink, Page, PersonRow, View};

/// The birthdays of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Birthdays {
    /// The frame.
    pub page: Page,
    /// `Birthdays in January`.
    pub heading: String,
    /// The way to the same days for calendar programs, if there are any.
    pub ics: Option<String>,
    /// All months.
    pub months: Vec<LetterLink>,
    /// The days with pages of their own, in a month that has too many birthdays for one.
    pub day_pages: Vec<LetterLink>,
    /// The days on which somebody was born.
    pub days: Vec<BirthdaysOfDay>,
}

impl View for Birthdays {
    const TEMPLATE: &'static str = "birthdays.html";
}

/// Those born on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BirthdaysOfDay {
    /// The day, without a year: `iso` is `01-23`.
    pub date: Date,
    /// The people.
    pub people: Vec<PersonRow>,
}
