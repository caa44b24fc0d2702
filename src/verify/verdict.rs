//! What came of judging one copy.

use std::cmp::Reverse;

use jiff::Timestamp;

use super::{Seen, Status};
use crate::report::shortened;
use crate::trust::{Mirrors, Release};

/// What was found of a copy, worst first when it is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// What speaks against it. Nothing, if it is genuine.
    pub findings: Vec<Finding>,
    /// What does not change the status, and a person should know.
    pub notes: Vec<String>,
    /// The release that it is of, where one follows from the key.
    pub release: Option<Release>,
    /// The newest release that it holds something of: during an upload, the next one.
    pub newest: u64,
    /// The number of the newest key set that follows from the key.
    pub keys: Option<u64>,
    /// How many files were read, without the control files.
    pub files: u64,
    /// How many bytes these had.
    pub bytes: u64,
    /// The list of mirrors, where it is the signed one.
    pub mirrors: Option<Mirrors>,
    /// What to remember of it.
    pub seen: Option<Seen>,
}

/// How long what is said of a finding may be, in characters: some of it may be
/// quoted from whoever made the copy.
const LONGEST: usize = 400;

/// One thing that speaks against a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What the copy is if there is nothing worse.
    pub status: Status,
    /// The file.
    pub path: Option<String>,
    /// What is the matter: lower case, values in backticks.
    pub what: String,
}

impl Finding {
    /// Of the copy as a whole.
    pub fn new(status: Status, what: impl Into<String>) -> Self {
        Finding {
            status,
            path: None,
            what: shortened(&what.into(), LONGEST).into_owned(),
        }
    }

    /// Of one of its files.
    pub fn of(status: Status, path: impl ToString, what: impl Into<String>) -> Self {
        Finding {
            status,
            path: Some(path.to_string()),
            what: shortened(&what.into(), LONGEST).into_owned(),
        }
    }
}

impl Verdict {
    /// A verdict that consists of one finding.
    #[must_use]
    pub fn only(finding: Finding) -> Self {
        let mut verdict = Verdict::default();
        verdict.add(finding);
        verdict
    }

    /// The worst of what was found.
    #[must_use]
    pub fn status(&self) -> Status {
        let statuses = self.findings.iter().map(|finding| finding.status);
        statuses.max().unwrap_or(Status::Genuine)
    }

    /// Adds a finding; [`Verdict::sort`] brings it to its place.
    pub fn add(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Puts the worst first, in the order in which they came otherwise, and says
    /// nothing twice. Once at the end: a hostile copy gives a finding for each file.
    pub fn sort(&mut self) {
        self.findings.sort_by_key(|it| Reverse(it.status));
        self.findings.dedup();
    }

    /// When the release is to be taken for stale.
    #[must_use]
    pub fn expires(&self) -> Option<Timestamp> {
        self.release.as_ref().map(|release| release.expires)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_comes_first_and_nothing_twice() {
        let mut verdict = Verdict::default();
        let found = [
            (Status::ExtraFiles, "b"),
            (Status::Tampered, "z"),
            (Status::ExtraFiles, "a"),
            (Status::ExtraFiles, "a"),
            (Status::Genuine, "n"),
            (Status::Tampered, "y"),
        ];
        for (status, path) in found {
            verdict.add(Finding::of(status, path, "it is odd"));
        }
        verdict.sort();
        let order: Vec<&str> = verdict
            .findings
            .iter()
            .flat_map(|it| it.path.as_deref())
            .collect();
        assert_eq!(order, ["z", "y", "b", "a", "n"]);
    }

    #[test]
    fn no_finding_is_longer_than_a_person_reads() {
        let long = "ж".repeat(16_000);
        for finding in [
            Finding::new(Status::Stale, &long),
            Finding::of(Status::Stale, "x", &long),
        ] {
            assert_eq!(finding.what.chars().count(), LONGEST + 1);
        }
    }
}
