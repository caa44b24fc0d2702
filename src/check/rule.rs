//! A rule of the domain, and what it looks at.

use super::entry::Entry;
use super::findings::Findings;
use super::passage::Passage;
use super::search::{Hit, Needles};
use crate::problem::Severity;
use crate::site::Site;
use crate::source::Sources;

/// A rule of the domain.
pub struct Rule {
    /// Its id (`E3`).
    pub id: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    /// Whether a record's waiver can silence it.
    pub waivable: bool,
    /// What it says, in one line.
    pub title: &'static str,
    /// Its page of documentation, as Markdown.
    pub explain: &'static str,
    /// What it wants searched in every text.
    pub needles: Option<for<'a> fn(&Look<'a>, &mut Needles<'a>)>,
    /// Finds what breaks it.
    pub check: fn(&Inspection<'_, '_>, &mut Findings<'_>),
}

/// The site and its files.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The site.
    pub site: &'a Site,
    /// The files that it was read from.
    pub sources: &'a Sources,
}

/// Everything that a rule may look at.
pub struct Inspection<'a, 'p> {
    /// The site.
    pub site: &'a Site,
    /// The files that it was read from.
    pub sources: &'a Sources,
    /// Every published record.
    pub entries: &'p [Entry<'a>],
    /// Texts that readers see, of those that a rule wants to hear more of.
    pub passages: &'p [Passage<'a>],
    /// Where needles stand in them.
    pub hits: &'p [Hit<'a, 'p>],
}

impl<'a, 'p> Inspection<'a, 'p> {
    /// Where the needles of one rule stand.
    pub fn hits(&self, rule: &'static str) -> impl Iterator<Item = &'p Hit<'a, 'p>> {
        self.hits.iter().filter(move |hit| hit.needle.rule == rule)
    }
}
