//! What a checker says of a copy: twelve words, each with an exit code, in one order of precedence.

use std::cmp::Ordering;
use std::fmt;

/// What a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Every byte follows from the key, and it is the newest known release.
    Genuine,
    /// Everything is of two releases that follow one another: an upload is on its way.
    Updating,
    /// Expired, or behind another copy.
    Stale,
    /// Older than what was seen before.
    RolledBack,
    /// Parts of releases that do not follow one another.
    Mixed,
    /// Bytes of no known release.
    Tampered,
    /// Files are missing.
    Incomplete,
    /// Files that are not of the release.
    ExtraFiles,
    /// A genuine copy of another site.
    WrongSite,
    /// Nothing that follows from the key.
    Unsigned,
    /// No answer.
    Unreachable,
    /// A page of somebody else: a block page, or a network that asks to sign in.
    Blocked,
}

/// What is known of a status beside its name.
struct Row {
    status: Status,
    code: u8,
    word: &'static str,
    meaning: &'static str,
}

const fn row(status: Status, code: u8, word: &'static str, meaning: &'static str) -> Row {
    Row {
        status,
        code,
        word,
        meaning,
    }
}

/// From the worst to the best. When several hold of a copy, or of several
/// copies, the first of them is said.
#[rustfmt::skip]
const PRECEDENCE: [Row; 12] = [
    row(Status::Tampered,    14, "tampered",    "bytes of no known release"),
    row(Status::WrongSite,   17, "wrong site",  "signed, but for another site"),
    row(Status::Unsigned,    18, "unsigned",    "nothing here follows from the key"),
    row(Status::RolledBack,  12, "rolled back", "older than a release that was seen before"),
    row(Status::Mixed,       13, "mixed",       "parts of releases that do not follow one another"),
    row(Status::ExtraFiles,  16, "extra files", "files that are not of the release"),
    row(Status::Stale,       11, "stale",       "expired, or behind another copy"),
    row(Status::Blocked,     20, "blocked",     "a block page, or a network that asks to sign in"),
    row(Status::Unreachable, 19, "unreachable", "no answer"),
    row(Status::Incomplete,  15, "incomplete",  "files are missing"),
    row(Status::Updating,    10, "updating",    "an upload of the next release is on its way"),
    row(Status::Genuine,      0, "genuine",     "every byte follows from the key"),
];

impl Status {
    /// All statuses, from the worst to the best.
    pub fn all() -> impl Iterator<Item = Status> {
        PRECEDENCE.iter().map(|row| row.status)
    }

    /// The exit code of `vestochka verify`.
    #[must_use]
    pub fn code(self) -> u8 {
        self.row().code
    }

    /// The word for it, in every output.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.row().word
    }

    /// What it means, in a few words.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        self.row().meaning
    }

    fn place(self) -> usize {
        let place = PRECEDENCE.iter().position(|row| row.status == self);
        place.unwrap_or_default()
    }

    fn row(self) -> &'static Row {
        &PRECEDENCE[self.place()]
    }
}

/// The worse is the greater.
impl Ord for Status {
    fn cmp(&self, other: &Self) -> Ordering {
        other.place().cmp(&self.place())
    }
}

impl PartialOrd for Status {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_status_has_a_code_and_a_word_of_its_own() {
        let codes: BTreeSet<u8> = Status::all().map(Status::code).collect();
        let words: BTreeSet<&str> = Status::all().map(Status::word).collect();
        assert_eq!((codes.len(), words.len()), (12, 12));
        assert!(codes.iter().all(|code| !(1..10).contains(code)));
    }

    #[test]
    fn rolled_back_wins_over_stale_and_tampered_over_all() {
        assert!(Status::RolledBack > Status::Stale);
        assert_eq!(Status::all().max(), Some(Status::Tampered));
        assert_eq!(Status::all().min(), Some(Status::Genuine));
    }
}
