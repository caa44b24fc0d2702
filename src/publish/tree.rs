//! What is to stand on a host: paths, hashes, and where the bytes are.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, ensure};

use super::HostPath;
use crate::output::Digest;

/// All files for one host, by path.
pub type Tree = BTreeMap<HostPath, Item>;

/// One file for a host.
#[derive(Debug, Clone)]
pub struct Item {
    /// Of its bytes.
    pub digest: Digest,
    /// How many.
    pub bytes: u64,
    source: Source,
}

#[derive(Debug, Clone)]
enum Source {
    File(PathBuf),
    Bytes(Vec<u8>),
}

impl Item {
    /// A file of the release's folder, with what was found when it was judged.
    #[must_use]
    pub fn file(path: PathBuf, digest: Digest, bytes: u64) -> Self {
        Item {
            digest,
            bytes,
            source: Source::File(path),
        }
    }

    /// A file that stands in memory only.
    #[must_use]
    pub fn text(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Item {
            digest: Digest::of(&bytes),
            bytes: bytes.len() as u64,
            source: Source::Bytes(bytes),
        }
    }

    /// The bytes, which are still those that were judged.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or somebody has changed it meanwhile.
    pub fn read(&self) -> anyhow::Result<Vec<u8>> {
        let file = match &self.source {
            Source::Bytes(bytes) => return Ok(bytes.clone()),
            Source::File(file) => file,
        };
        let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
        ensure!(
            Digest::of(&bytes) == self.digest,
            "{} was changed while it was published",
            file.display()
        );
        Ok(bytes)
    }
}
