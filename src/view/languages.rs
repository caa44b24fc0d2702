//! The root page: the choice of languages, without a redirect.

use serde::Serialize;

use super::{Dir, Page, Phrase, View};

/// The choice of languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Languages {
    /// The frame, in the site's first language.
    pub page: Page,
    /// All languages, the site's first one first.
    pub languages: Vec<SiteLanguage>,
}

impl View for Languages {
    const TEMPLATE: &'static str = "languages.html";
}

/// A language of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SiteLanguage {
    /// The language (BCP 47).
    pub lang: String,
    /// Its direction.
    pub dir: Dir,
    /// Its own name for itself.
    pub name: String,
    /// Its home page.
    pub href: String,
    /// The site's name in it.
    pub title: Phrase,
    /// What the site is for, in it.
    pub description: Option<Phrase>,
    /// The page that tells how to check a copy, if the site makes releases.
    pub verify: Option<String>,
}
