//! An address as it is written on an envelope.

use serde::Serialize;

use super::{Date, Dir, Phrase};

/// An address that may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Envelope {
    /// The address's language (BCP 47); empty where nobody says which it is.
    pub lang: String,
    /// Its direction when it is not the page's.
    pub dir: Option<Dir>,
    /// The first line: who gets the letter.
    pub recipient: String,
    /// The lines below, in the order in which the country writes them.
    pub lines: Vec<String>,
    /// The postcode where it stands on a line of its own.
    pub postcode: Option<String>,
    /// The country in Latin letters, for senders abroad.
    pub country_latin: Option<String>,
    /// Who may write, when not everybody may, or whose address it is.
    pub notice: Option<Phrase>,
    /// When it was last known to be right.
    pub verified: Option<Verified>,
    /// The day after which to ask before writing, written out.
    pub ask_after: Option<String>,
    /// That day had passed when the site was built.
    pub stale: bool,
}

/// Who found something to be so, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// The day.
    pub date: Date,
    /// Who: `relatives`, `her lawyer`.
    pub by: Option<Phrase>,
}
