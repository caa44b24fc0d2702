//! What a build did, or why it did nothing.

use std::fmt;

use super::SitePath;
use crate::problem::Problem;

/// What was done to the output, or would be. Each list is sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files that were not there before.
    pub added: Vec<SitePath>,
    /// Files whose bytes differ now.
    pub changed: Vec<SitePath>,
    /// Files that were there and are no longer planned.
    pub removed: Vec<SitePath>,
    /// Files that were not touched.
    pub unchanged: Vec<SitePath>,
    /// How many files were rendered to find this out.
    pub rendered: usize,
}

impl Outcome {
    /// How many files the site has now.
    #[must_use]
    pub fn total(&self) -> usize {
        self.added.len() + self.changed.len() + self.unchanged.len()
    }

    /// Whether every file stands as it stood before.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// Why an output could not be written.
#[derive(Debug)]
pub enum Failure {
    /// The content's or theme's fault: nothing was changed. Sorted, never empty.
    Problems(Vec<Problem>),
    /// The machine's fault.
    Machine(anyhow::Error),
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Failure::Machine(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Problems(problems) => {
                let texts = problems
                    .iter()
                    .map(|it| format!("{}: {}", it.file, it.message));
                f.write_str(&texts.collect::<Vec<_>>().join("\n"))
            }
            Failure::Machine(error) => write!(f, "{error:#}"),
        }
    }
}

impl std::error::Error for Failure {}
