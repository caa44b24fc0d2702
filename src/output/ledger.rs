//! Which files of an output are ours: those of the last manifest, and of a build that was cut short.

use std::collections::BTreeSet;
use std::fs;

use super::disk::{look_at, read_if_there};
use super::journal::Journal;
use super::{Entry, Fingerprint, Manifest, SitePath, Target};

/// The last manifest, and the journal of a build that did not come to its own.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub(super) manifest: Option<Manifest>,
    pub(super) journal: Option<Journal>,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Nothing,
    /// Our file, just as the manifest says.
    AsWritten(Entry),
    /// Our file, but somebody or a killed build changed it since.
    Ours,
    Foreign,
}

impl Ledger {
    pub(super) fn load(target: &Target) -> anyhow::Result<Self> {
        Ok(Ledger {
            manifest: Manifest::load(target)?,
            journal: Journal::load(target)?,
        })
    }

    /// Whether there is no record of any build.
    pub(super) fn is_blank(&self) -> bool {
        self.manifest.is_none() && self.journal.is_none()
    }

    /// Every path that may hold a file of ours.
    pub(super) fn paths(&self) -> BTreeSet<&SitePath> {
        let listed = self.manifest.iter().flat_map(|it| it.entries.keys());
        listed
            .chain(self.journal.iter().flat_map(Journal::paths))
            .collect()
    }

    pub(super) fn lists(&self, path: &SitePath) -> bool {
        self.entry(path).is_some()
    }

    /// What stands at a path of which all folders are real ones.
    pub(super) fn look(&self, target: &Target, path: &SitePath) -> anyhow::Result<Standing> {
        let file = target.file(path);
        let Some(about) = look_at(&file)? else {
            return Ok(Standing::Nothing);
        };
        if about.is_dir() {
            return Ok(Standing::Foreign);
        }
        match self.entry(path) {
            Some((manifest, entry)) if manifest.still_there(entry, &file)? => {
                Ok(Standing::AsWritten(*entry))
            }
            Some(_) => Ok(Standing::Ours),
            None => self.look_in_journal(&file, &about, path),
        }
    }

    fn look_in_journal(
        &self,
        file: &std::path::Path,
        about: &fs::Metadata,
        path: &SitePath,
    ) -> anyhow::Result<Standing> {
        let contents = self
            .journal
            .as_ref()
            .and_then(|journal| journal.contents(path));
        let Some(contents) = contents.filter(|_| about.is_file()) else {
            return Ok(Standing::Foreign);
        };
        let bytes = read_if_there(file)?;
        let ours =
            bytes.is_some_and(|bytes| contents.contains(&Fingerprint::of([bytes.as_slice()])));
        Ok(if ours {
            Standing::Ours
        } else {
            Standing::Foreign
        })
    }

    fn entry(&self, path: &SitePath) -> Option<(&Manifest, &Entry)> {
        let manifest = self.manifest.as_ref()?;
        Some((manifest, manifest.entries.get(path)?))
    }
}
