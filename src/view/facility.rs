//! A facility's page.

use serde::Serialize;

use super::{
    Body, Date, Envelope, LetterLink, LetterRule, Named, Page, PersonRow, Phrase, RuleNote, Source,
    View,
};

/// A prison, a colony, a camp, a hospital.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facility {
    /// The frame.
    pub page: Page,
    /// Its name.
    pub name: Phrase,
    /// Its short name.
    pub short: Option<Phrase>,
    /// What it is: `corrective colony`.
    pub kind: String,
    /// Its region, which has a list of its own.
    pub region: Option<Named>,
    /// Its country, with the country's rules.
    pub country: Named,
    /// What it was called.
    pub former_names: Vec<FormerName>,
    /// When it was closed, and what came after it.
    pub closed: Option<Closed>,
    /// Whether letters arrive, in a sentence.
    pub correspondence: Option<String>,
    /// Its postal address; none once it is closed.
    pub address: Option<Envelope>,
    /// The ways by which letters arrive.
    pub channels: Vec<Named>,
    /// The letter rules that hold here.
    pub rules: Vec<LetterRule>,
    /// Where the rules come from.
    pub rule_notes: Vec<RuleNote>,
    /// The letters, when the list of people is long.
    pub letters: Vec<LetterLink>,
    /// Labels for letters to them, to print.
    pub labels: Option<String>,
    /// Those held here whose place may be shown.
    pub people: Vec<PersonRow>,
    /// Those who were held here once and whose persecution is over.
    pub once_here: Vec<PersonRow>,
    /// Where the rest of them are to be found, if there are more.
    pub once_more: Option<Named>,
    /// Its text.
    pub body: Option<Body>,
    /// The sources.
    pub sources: Vec<Source>,
}

impl View for Facility {
    const TEMPLATE: &'static str = "facility.html";
}

/// A name that a facility no longer has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormerName {
    /// The name.
    pub name: Phrase,
    /// When it was changed.
    pub until: Option<Date>,
}

/// The end of a facility.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Closed {
    /// When.
    pub date: Date,
    /// What came after it.
    pub successor: Option<Named>,
}
