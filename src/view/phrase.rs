//! The smallest parts of a view: words, dates and links.

use serde::Serialize;

use super::Dir;

/// Words that may be in another language than the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// The words, plain.
    pub text: String,
    /// Their language (BCP 47) when it is not the page's.
    pub lang: Option<String>,
    /// Their direction when it is not the page's.
    pub dir: Option<Dir>,
}

impl Phrase {
    /// Words in another language than the page, written in the same direction.
    pub fn foreign(text: impl Into<String>, lang: impl Into<String>) -> Self {
        Phrase {
            text: text.into(),
            lang: Some(lang.into()),
            dir: None,
        }
    }
}

impl<T: Into<String>> From<T> for Phrase {
    fn from(text: T) -> Self {
        Phrase {
            text: text.into(),
            lang: None,
            dir: None,
        }
    }
}

/// A day, a month or a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Date {
    /// ISO 8601: `1938-01-23`, `1938-01` or `1938`.
    pub iso: String,
    /// As the page's language writes it.
    pub text: String,
}

/// A link with plain words of the page's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Where it leads, relative to the page.
    pub href: String,
    /// Its words.
    pub text: String,
}

/// The name of something, with a link where there is a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The name.
    pub name: Phrase,
    /// Where it leads; an outside address starts with its scheme.
    pub href: Option<String>,
}
