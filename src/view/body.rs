//! A record's text, and what is to be said about its translation.

use serde::Serialize;

use super::Dir;

/// A record's body, ready to be placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Body {
    /// HTML: blocks, headings from `h3` on.
    pub html: String,
    /// Its language when it is not the page's.
    pub lang: Option<String>,
    /// Its direction when it is not the page's.
    pub dir: Option<Dir>,
    /// The page on which it goes on, when it did not fit.
    pub more: Option<String>,
    /// What to say about the translation; none for an original.
    pub translation: Option<Translation>,
}

/// How a text came into the page's language, or did not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Translation {
    /// There is none: the text stands in its original language.
    pub missing: bool,
    /// The original has changed since.
    pub older: bool,
    /// The original's language, as the page's language names it (`на русском языке`, `in Russian`).
    pub original: String,
    /// Who translated.
    pub translator: Option<String>,
}
