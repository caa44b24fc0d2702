//! A page at an old path, which links to the new one.

use serde::Serialize;

use super::{Named, Page, View};

/// A page that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The frame, with `noindex`.
    pub page: Page,
    /// Where it is now.
    pub to: Named,
}

impl View for Moved {
    const TEMPLATE: &'static str = "moved.html";
}
