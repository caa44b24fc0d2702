//! One rule for letters, as it holds for a person, a facility, a service or a country.

use serde::Serialize;

use super::{Date, Named, Phrase};

/// What holds, and what works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterRule {
    /// Its key in the content: `language`, `write_about`, `avoid` …
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// What is formally so.
    pub text: Phrase,
    /// What works, where that differs.
    pub practice: Option<Phrase>,
    /// The number of the page's note that says where it comes from.
    pub note: Option<u32>,
}

/// Where letter rules come from, and how old that is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleNote {
    /// Its number on the page, from 1; rules point to it.
    pub number: u32,
    /// Where it is said.
    pub source: Option<Named>,
    /// The day on which it was last found to be so.
    pub checked: Option<Date>,
}
