//! Which files are about to be added, written down before they are, so that a killed build leaves
//! no file that nobody knows.
//!
//! The same kind of text as the manifest, with a line `DIGEST PATH` for each file. It lives from
//! the first rename to the next whole manifest. A file is ours only if it holds what its line
//! says, so that a stranger's file at that path is still safe.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::disk::read_if_there;
use super::sealed_text::{seal, unseal};
use super::{Fingerprint, SitePath, Target};

const HEAD: &str = "vestochka journal 1";

/// Files that a build may have added without coming to its manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Journal(BTreeMap<SitePath, BTreeSet<Fingerprint>>);

impl Journal {
    /// The journal of a target; `None` if there is none that can be read.
    pub(super) fn load(target: &Target) -> anyhow::Result<Option<Self>> {
        let bytes = read_if_there(&target.journal())?;
        Ok(bytes
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .and_then(|text| parse(&text)))
    }

    pub(super) fn insert(&mut self, path: SitePath, content: Fingerprint) {
        self.0.entry(path).or_default().insert(content);
    }

    /// What builds were about to write at a path.
    pub(super) fn contents(&self, path: &SitePath) -> Option<&BTreeSet<Fingerprint>> {
        self.0.get(path)
    }

    /// The paths, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.0.keys()
    }

    pub(super) fn to_text(&self) -> String {
        seal(HEAD, |text| {
            for (path, contents) in &self.0 {
                for content in contents {
                    let _ = writeln!(text, "{content} {path}");
                }
            }
        })
    }
}

fn parse(text: &str) -> Option<Journal> {
    let mut journal = Journal::default();
    for line in unseal(HEAD, text)?.lines() {
        let (content, path) = line.split_once(' ')?;
        journal.insert(path.parse().ok()?, content.parse().ok()?);
    }
    Some(journal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_reads_back() {
        let mut journal = Journal::default();
        let path = SitePath::new("index.html").unwrap();
        journal.insert(path.clone(), Fingerprint::of([b"one".as_slice()]));
        journal.insert(path.clone(), Fingerprint::of([b"two".as_slice()]));
        assert_eq!(parse(&journal.to_text()), Some(journal.clone()));
        let contents = journal.contents(&path).unwrap();
        assert!(contents.contains(&Fingerprint::of([b"two".as_slice()])));
        assert!(!contents.contains(&Fingerprint::of([b"three".as_slice()])));
    }
}
