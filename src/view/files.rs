//! The files that no page shows, so that programs which follow links copy them too.

use serde::Serialize;

use super::{Dir, LetterLink, Page, View};

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileList {
    /// The frame, in the site's first language; its links are not shown.
    pub page: Page,
    /// All languages, the site's first one first.
    pub languages: Vec<FilesIn>,
    /// The pages of the list, when there are several.
    pub pages: Vec<LetterLink>,
    /// Paths from the root, where this page stands too.
    pub files: Vec<String>,
}

impl View for FileList {
    const TEMPLATE: &'static str = "files.html";
}

/// The list's words in one language; they come from the theme's texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FilesIn {
    /// The language (BCP 47).
    pub lang: String,
    /// Its direction.
    pub dir: Dir,
    /// How to check a copy, in this language.
    pub verify: String,
}
