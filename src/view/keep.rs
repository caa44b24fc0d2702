//! How to keep a copy of the site on a device.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Page, View};

/// What to know before keeping a copy, and the button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// The frame.
    pub page: Page,
    /// The script of the page.
    pub script: String,
    /// The service worker that the button registers, at the site's root.
    pub worker: String,
    /// The list of mirrors.
    pub mirrors: String,
    /// How to check a copy.
    pub verify: String,
}

impl View for Keep {
    const TEMPLATE: &'static str = "keep.html";
}

/// What the service worker knows from the build: all else it fetches and checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pinned {
    /// The text of the present key set.
    pub keys: String,
    /// The site's languages, the first one first.
    pub languages: Vec<String>,
    /// What an expired copy says on top, by language; `{date}` stands for the day.
    pub expired: BTreeMap<String, String>,
    /// What stands in place of all pages when the kept copy cannot be believed, by language.
    pub unbelieved: BTreeMap<String, Unbelieved>,
}

/// The words of a page that the service worker makes itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unbelieved {
    /// Its heading, and the link to `keep.html`.
    pub title: String,
    /// What has happened.
    pub text: String,
}
