//! A person in a list, and the links by letter, month or day above one.

use serde::Serialize;

use super::{Date, Phrase};

/// Whether one can write, in one word; it is also a class of the style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// One can.
    Yes,
    /// Only those on a list can.
    Listed,
    /// One cannot.
    No,
    /// Not now: on the way, or the address is being asked for.
    Wait,
    /// The person is free, or died: the question does not arise.
    None,
}

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    /// The profile.
    pub href: String,
    /// The name.
    pub name: Phrase,
    /// Where the person stands, in short: `in a colony`.
    pub state: String,
    /// Facility or region in words, where it may be said.
    pub place: Option<Phrase>,
    /// Who the person is, in one sentence.
    pub about: Option<Phrase>,
    /// Whether one can write.
    pub mark: Mark,
    /// The day for which the person is listed: birthday, release.
    pub date: Option<Date>,
}

/// The parts of a long list under one beginning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterGroup {
    /// With what all the names in them begin.
    pub letters: String,
    /// The parts.
    pub parts: Vec<LetterLink>,
}

/// A link to a part of a list: a letter, a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterLink {
    /// The letter, or the month's name.
    pub text: String,
    /// The page; none where the part is empty.
    pub href: Option<String>,
    /// It is the part being shown.
    pub current: bool,
}
