//! The keys by which releases are judged: of this folder, and of the host.

use std::path::Path;

use anyhow::{Context as _, anyhow};
use walkdir::WalkDir;

use super::{Failure, local::read};
use crate::trust::{Anchor, Distrust, KeyFiles, KeySet, Signature, Trusted, follow};

/// What is known beforehand, and what follows from it.
#[derive(Debug, Clone)]
pub struct Keys {
    /// Known beforehand.
    pub anchor: Anchor,
    /// The key sets and their signatures.
    pub files: KeyFiles,
    /// What follows.
    pub trusted: Trusted,
}

impl Keys {
    /// What follows from an anchor through key files.
    ///
    /// # Errors
    ///
    /// Nothing does.
    pub fn follow(anchor: Anchor, files: KeyFiles) -> Result<Self, Distrust> {
        let trusted = follow(&anchor, &files)?;
        Ok(Keys {
            anchor,
            files,
            trusted,
        })
    }

    /// A site's own keys, in its `content/keys/`.
    ///
    /// # Errors
    ///
    /// There are none, or they do not follow from one another.
    pub fn of_site(site: &Path) -> Result<Self, Failure> {
        let files = key_files(&site.join("content").join("keys"))?;
        let Some(first) = files.numbers().next() else {
            return Err(Failure::Machine(anyhow!(
                "the site has no `content/keys/`; make keys with `vestochka keys`, or say with `--key` whose release it is"
            )));
        };
        let (set, _) = files.set(first)?.ok_or(Distrust::OtherRoots)?;
        Ok(Keys::follow(Anchor::Root(set.fingerprint()), files)?)
    }

    /// The keys of a copy, as they follow from an anchor.
    ///
    /// # Errors
    ///
    /// They do not follow from it.
    pub fn of_copy(anchor: Anchor, release: &Path) -> Result<Self, Failure> {
        Ok(Keys::follow(anchor, key_files(&release.join("keys"))?)?)
    }
}

/// The files of a folder of keys; there may be no such folder.
///
/// # Errors
///
/// One is larger than any such file may be, or cannot be read.
pub(crate) fn key_files(folder: &Path) -> anyhow::Result<KeyFiles> {
    let mut files = KeyFiles::default();
    if !folder.is_dir() {
        return Ok(files);
    }
    for entry in WalkDir::new(folder).max_depth(1).sort_by_file_name() {
        let entry = entry.context("reading the key sets")?;
        let largest = KeySet::LARGEST.max(Signature::LARGEST);
        if entry.file_type().is_file()
            && let Some(name) = entry.file_name().to_str()
            && !name.starts_with('.')
            && let Some(bytes) = read(entry.path(), largest)?
        {
            files.0.insert(name.to_owned(), bytes);
        }
    }
    Ok(files)
}
