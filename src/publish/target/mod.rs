//! A host as `publish` sees it: a place that files are put to and removed from.

mod folder;
mod git;
#[cfg(test)]
pub(super) mod memory;
mod part;
mod program;
mod rsync;
#[cfg(feature = "cloud")]
mod store;
mod webdav;

use std::collections::{BTreeMap, BTreeSet};

use super::{HostPath, Item, Limits, Phase};

pub use folder::Folder;
pub use git::{Commit as GitCommit, Git};
pub(super) use part::is_part;
pub use rsync::Rsync;
#[cfg(feature = "cloud")]
pub use store::Store;
pub use webdav::Webdav;

/// When what was put can be read by others, and need not be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landing {
    /// At once, file by file.
    Put,
    /// With the next [`Target::flush`].
    Flush,
    /// All together, with [`Target::finish`].
    Finish,
}

/// A host. Everything is called from several threads.
pub trait Target: Sync {
    /// What it is, for the ledger: another address is another host.
    fn address(&self) -> String;

    /// What it cannot hold.
    fn limits(&self) -> Limits {
        Limits::default()
    }

    /// When files land.
    fn landing(&self) -> Landing {
        Landing::Put
    }

    /// The bytes that stand at a path; none if nothing does, or more than `cap` bytes.
    ///
    /// # Errors
    ///
    /// The host cannot be asked.
    fn read(&self, path: &HostPath, cap: u64) -> anyhow::Result<Option<Vec<u8>>>;

    /// The bytes at several paths, each with its cap; what is not there is left out.
    ///
    /// # Errors
    ///
    /// The host cannot be asked.
    fn read_all(&self, paths: &[(HostPath, u64)]) -> anyhow::Result<BTreeMap<HostPath, Vec<u8>>> {
        let mut found = BTreeMap::new();
        for (path, cap) in paths {
            if let Some(bytes) = self.read(path, *cap)? {
                found.insert(path.clone(), bytes);
            }
        }
        Ok(found)
    }

    /// Every path that holds a file, if the host can tell.
    ///
    /// # Errors
    ///
    /// The host cannot be asked.
    fn list(&self) -> anyhow::Result<Option<BTreeSet<HostPath>>>;

    /// Whether a file stands at a path, however large it is.
    ///
    /// # Errors
    ///
    /// The host cannot be asked.
    fn holds(&self, path: &HostPath) -> anyhow::Result<bool> {
        Ok(self.read(path, u64::MAX)?.is_some())
    }

    /// Brings a file to a path: whoever reads gets the old bytes or the new ones.
    ///
    /// # Errors
    ///
    /// The line, the host or the disk does not allow it.
    fn put(&self, path: &HostPath, item: &Item) -> anyhow::Result<()>;

    /// Removes a file; that it is gone already is fine.
    ///
    /// # Errors
    ///
    /// The host does not allow it.
    fn delete(&self, path: &HostPath) -> anyhow::Result<()>;

    /// Brings about what was put and removed in a phase so far.
    ///
    /// # Errors
    ///
    /// The line, the host or the disk does not allow it.
    fn flush(&self, _phase: Phase) -> anyhow::Result<()> {
        Ok(())
    }

    /// Where a run that is killed may leave unfinished files, if so many are sent
    /// at a time. No other run has these names.
    fn parts(&self, _count: usize) -> Vec<HostPath> {
        Vec::new()
    }

    /// What it held before must not be found in its history any more.
    fn forget(&self) {}

    /// What its owner should know of it, after it was written to.
    fn warnings(&self) -> Vec<String> {
        Vec::new()
    }

    /// The last call, after everything else.
    ///
    /// # Errors
    ///
    /// The line, the host or the disk does not allow it.
    fn finish(&self) -> anyhow::Result<()> {
        Ok(())
    }
}
