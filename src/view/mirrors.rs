//! Where copies of the site are, and how to become one.

use serde::Serialize;

use super::{Date, Link, Page, Phrase, View};

/// The public mirrors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MirrorList {
    /// The frame.
    pub page: Page,
    /// The mirrors, in the order of the signed list.
    pub mirrors: Vec<MirrorRow>,
    /// The whole site as one file, in several forms; not in every copy.
    pub bundles: Vec<Link>,
    /// How to check a copy.
    pub verify: String,
    /// How to keep a copy on a device.
    pub keep: String,
}

impl View for MirrorList {
    const TEMPLATE: &'static str = "mirrors.html";
}

/// A copy of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MirrorRow {
    /// Its address, absolute.
    pub url: String,
    /// What kind of place it is.
    pub kind: String,
    /// Since when it is a mirror.
    pub since: Date,
    /// A word about it.
    pub note: Option<Phrase>,
    /// What it was when it was last checked.
    pub checked: Option<MirrorChecked>,
}

/// What a mirror was on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MirrorChecked {
    /// The day and what was found, in words.
    pub text: String,
    /// Whether it may be opened; no, if what it served was not genuine.
    pub usable: bool,
}
