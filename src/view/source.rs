//! A source, as the list at a page's end shows it.

use serde::Serialize;

use super::{Date, Named, Phrase};

/// A numbered source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its number on the page, from 1; timeline and recognitions point to it.
    pub number: u32,
    /// Its title, and its outside address.
    pub title: Named,
    /// Who published it.
    pub publisher: Option<Phrase>,
    /// When.
    pub date: Option<Date>,
    /// The name of its language, when it is not the page's.
    pub language: Option<Phrase>,
}
