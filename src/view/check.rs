//! Where files of a copy are checked in the browser.

use serde::Serialize;

use super::{Page, View};

/// The page that checks files which its reader gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The frame.
    pub page: Page,
    /// How to check a copy by hand.
    pub verify: String,
}

impl View for Check {
    const TEMPLATE: &'static str = "check.html";
}
