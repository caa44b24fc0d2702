//! The door through which every change to an output goes, so that tests can stop it at each step.

use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::time::UNIX_EPOCH;

use anyhow::Context as _;

/// Every way in which a build changes the file system.
pub(super) trait Disk: Sync {
    /// Creates a folder and those above it, where they are missing.
    fn create_folder(&self, folder: &Path) -> anyhow::Result<()>;
    /// Writes a new file.
    fn write(&self, file: &Path, bytes: &[u8]) -> anyhow::Result<()>;
    /// Writes a new file that outlives a power cut.
    fn write_durably(&self, file: &Path, bytes: &[u8]) -> anyhow::Result<()>;
    /// Moves a file within one file system; what stood there is replaced at once.
    fn rename(&self, from: &Path, to: &Path) -> anyhow::Result<()>;
    /// Removes a file; that it is gone already is fine.
    fn remove_file(&self, file: &Path) -> anyhow::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, folder: &Path) -> anyhow::Result<()>;
}

/// The file system itself.
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn create_folder(&self, folder: &Path) -> anyhow::Result<()> {
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))
    }

    fn write(&self, file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        fs::write(file, bytes).with_context(|| format!("writing {}", file.display()))
    }

    fn write_durably(&self, file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        let write = || {
            let mut open = File::create(file)?;
            open.write_all(bytes)?;
            open.sync_all()
        };
        write().with_context(|| format!("writing {}", file.display()))
    }

    fn rename(&self, from: &Path, to: &Path) -> anyhow::Result<()> {
        fs::rename(from, to).with_context(|| format!("writing {}", to.display()))
    }

    fn remove_file(&self, file: &Path) -> anyhow::Result<()> {
        match fs::remove_file(file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("removing {}", file.display()))
            }
            _ => Ok(()),
        }
    }

    fn remove_folder(&self, folder: &Path) -> anyhow::Result<()> {
        fs::remove_dir(folder).with_context(|| format!("removing {}", folder.display()))
    }
}

/// What tells without reading whether a file is still the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// In bytes.
    pub(super) size: u64,
    /// In nanoseconds since 1970; 0 for anything older.
    pub(super) mtime: u128,
}

pub(super) fn stamp_of(about: &Metadata) -> Stamp {
    let since = about
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Stamp {
        size: about.len(),
        mtime: since.unwrap_or_default().as_nanos(),
    }
}

/// What stands at a path itself, links not followed.
pub(super) fn look_at(path: &Path) -> anyhow::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(about) => Ok(Some(about)),
        Err(error) if is_missing(error.kind()) => Ok(None),
        Err(error) => Err(error).with_context(|| format!("looking at {}", path.display())),
    }
}

/// The bytes of a file that may be missing.
pub(super) fn read_if_there(file: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_missing(error.kind()) => Ok(None),
        Err(error) => Err(error).with_context(|| format!("reading {}", file.display())),
    }
}

/// The names in a folder, sorted; none if there is no such folder.
pub(super) fn names_in(folder: &Path) -> anyhow::Result<Vec<std::ffi::OsString>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", folder.display())),
    };
    let names: Result<Vec<_>, _> = entries
        .map(|entry| entry.map(|it| it.file_name()))
        .collect();
    let mut names = names.with_context(|| format!("reading {}", folder.display()))?;
    names.sort();
    Ok(names)
}

/// A file stands where a folder of the path should be: then the path is missing too.
fn is_missing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}
