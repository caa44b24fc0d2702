//! An organisation's page.

use serde::Serialize;

use super::{Body, Date, Named, Page, Phrase, Source, View};

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// The frame.
    pub page: Page,
    /// Its name.
    pub name: Phrase,
    /// What it does, one phrase each.
    pub roles: Vec<String>,
    /// Its country.
    pub country: Option<Phrase>,
    /// What a reader risks by opening its links.
    pub warning: Option<String>,
    /// Its outside addresses, unless the config leaves them out.
    pub urls: Vec<String>,
    /// How countries have branded it.
    pub designations: Vec<Designation>,
    /// A safe one instead.
    pub alternative: Option<Named>,
    /// Its postal address, where it carries letters.
    pub address: Vec<String>,
    /// Its text.
    pub body: Option<Body>,
    /// The sources.
    pub sources: Vec<Source>,
}

impl View for Organisation {
    const TEMPLATE: &'static str = "organisation.html";
}

/// What a country calls an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Designation {
    /// In words: `“undesirable organisation” in Russia`.
    pub text: String,
    /// Since when.
    pub date: Date,
    /// Numbers of sources on this page.
    pub sources: Vec<u32>,
}
