//! What is left of a removed person: a page that says so, and no name.

use serde::Serialize;

use super::{Page, View};

/// A page that was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Removed {
    /// The frame, with a neutral title and `noindex`.
    pub page: Page,
}

impl View for Removed {
    const TEMPLATE: &'static str = "removed.html";
}
