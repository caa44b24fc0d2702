//! The one `404.html`, in all languages and without a link.

use serde::Serialize;

use super::{Dir, Page, View};

/// The page that hosts serve at any depth for a path that is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotFound {
    /// The frame; its links are not shown.
    pub page: Page,
    /// All languages, the site's first one first.
    pub languages: Vec<NotFoundIn>,
}

impl View for NotFound {
    const TEMPLATE: &'static str = "not-found.html";
}

/// The page in one language; its words come from the theme's texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotFoundIn {
    /// The language (BCP 47).
    pub lang: String,
    /// Its direction.
    pub dir: Dir,
}
