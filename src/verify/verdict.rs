//! What came of judging one copy.

use jiff::Timestamp;

use super::{Seen, Status};
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
            what: what.into(),
        }
    }

    /// Of one of its files.
    pub fn of(status: Status, path: impl ToString, what: impl Into<String>) -> Self {
        Finding {
            status,
            path: Some(path.to_string()),
            what: what.into(),
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

    /// Adds a finding behind those that are as bad.
    pub fn add(&mut self, finding: Finding) {
        let at = self
            .findings
            .partition_point(|it| it.status >= finding.status);
        self.findings.insert(at, finding);
    }

    /// When the release is to be taken for stale.
    #[must_use]
    pub fn expires(&self) -> Option<Timestamp> {
        self.release.as_ref().map(|release| release.expires)
    }
}
