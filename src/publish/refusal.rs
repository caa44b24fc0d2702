//! Why nothing was published: a rule that keeps readers safe, or the machine.

use std::fmt;

use jiff::Timestamp;

use super::HostPath;
use crate::record::Id;
use crate::trust::Distrust;

/// A rule of safety that says no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The release does not follow from the site's keys.
    Untrusted(Distrust),
    /// It is too old to be shown as new.
    Expired(Timestamp),
    /// Its files are not those that were signed.
    Altered(Vec<String>),
    /// The host holds another site.
    OtherSite {
        /// The site that the host says it holds.
        host: Id,
        /// Ours.
        ours: Id,
    },
    /// The host has a release that is newer than this.
    Newer {
        /// Its sequence.
        host: u64,
        /// Ours.
        ours: u64,
    },
    /// The host has another release with the same sequence.
    SameSequence(u64),
    /// Files of others stand where the release has files.
    InTheWay(Vec<HostPath>),
    /// The host cannot hold the tree.
    DoesNotFit(Vec<String>),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Untrusted(Distrust::NoSignature) => {
                write!(
                    f,
                    "the release is not signed; make one with `vestochka release`"
                )
            }
            Refusal::Untrusted(why) => write!(f, "the release is not to be trusted: {why}"),
            Refusal::Expired(when) => write!(
                f,
                "the release expired at {when}; make a new one with `vestochka release`"
            ),
            Refusal::Altered(files) => {
                write!(f, "the folder is not what was signed: {}", some(files))
            }
            Refusal::OtherSite { host, ours } => write!(
                f,
                "the host holds the site `{host}`, and this is `{ours}`; is the address right?"
            ),
            Refusal::Newer { host, ours } => write!(
                f,
                "the host has release {host}, which is newer than this, {ours}; get it from whoever published it, and make yours after it"
            ),
            Refusal::SameSequence(sequence) => write!(
                f,
                "the host has another release with the number {sequence}; make a new one, which has a higher number"
            ),
            Refusal::InTheWay(paths) => {
                let names: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
                write!(
                    f,
                    "files that no release has put there are in the way: {}; is the address right? `--overwrite` replaces them",
                    some(&names)
                )
            }
            Refusal::DoesNotFit(why) => write!(f, "the host cannot hold it: {}", some(why)),
        }
    }
}

/// The first few, and how many more there are.
fn some(lines: &[String]) -> String {
    const SHOWN: usize = 5;
    let first = lines.iter().take(SHOWN).map(String::as_str);
    let text = first.collect::<Vec<_>>().join("; ");
    match lines.len().saturating_sub(SHOWN) {
        0 => text,
        more => format!("{text}; and {more} more"),
    }
}

/// How publishing can end before it is done.
#[derive(Debug)]
pub enum Failure {
    /// A rule said no; nothing was changed.
    Refused(Refusal),
    /// The machine, the line or the host did not allow it.
    Machine(anyhow::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Refused(refusal)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Failure::Machine(error)
    }
}

impl From<Distrust> for Failure {
    fn from(why: Distrust) -> Self {
        Failure::Refused(Refusal::Untrusted(why))
    }
}
