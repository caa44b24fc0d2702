//! The folder in which a release is made, aside from the one that stands.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use walkdir::WalkDir;

use super::control::Files;
use crate::output::SitePath;

/// A folder that is deleted again unless it is swapped in.
pub(super) struct Staging {
    folder: tempfile::TempDir,
}

/// How the names of an output's staging folders begin: with its own name, since
/// other releases may be made beside it.
fn prefix(output: &Path) -> OsString {
    let mut prefix = OsString::from(".vestochka-release-new-");
    prefix.push(output.file_name().unwrap_or_default());
    prefix.push("-");
    prefix
}

/// Whether a name is that of a staging folder of just this output. What follows
/// the prefix has no `-`, so that no other output's name can be in it.
pub(super) fn is_staging(name: &OsStr, output: &Path) -> bool {
    let random = name
        .as_encoded_bytes()
        .strip_prefix(prefix(output).as_encoded_bytes());
    random.is_some_and(|rest| !rest.is_empty() && rest.iter().all(u8::is_ascii_alphanumeric))
}

impl Staging {
    /// An empty folder beside the output: a rename cannot leave a file system.
    pub fn beside(output: &Path) -> anyhow::Result<Self> {
        let parent = output.parent().unwrap_or(Path::new("."));
        let create = || {
            fs::create_dir_all(parent)?;
            let prefix = prefix(output);
            tempfile::Builder::new().prefix(&prefix).tempdir_in(parent)
        };
        let folder =
            create().with_context(|| format!("creating a folder in {}", parent.display()))?;
        Ok(Staging { folder })
    }

    /// A folder for what is only compared, and never put anywhere.
    pub fn to_compare() -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("creating a temporary folder")?;
        Ok(Staging { folder })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self, path: &SitePath) -> PathBuf {
        let mut full = self.path().to_owned();
        full.extend(path.as_str().split('/'));
        full
    }

    /// Writes a new file.
    pub fn write(&self, path: &SitePath, bytes: &[u8]) -> anyhow::Result<()> {
        let about = || format!("writing {path}");
        self.create(path)?.write_all(bytes).with_context(about)
    }

    /// Writes many new files.
    pub fn write_all(&self, files: &Files) -> anyhow::Result<()> {
        let mut files = files.iter();
        files.try_for_each(|(path, bytes)| self.write(path, bytes))
    }

    /// Creates a new file to write to.
    pub fn create(&self, path: &SitePath) -> anyhow::Result<File> {
        let file = self.file(path);
        let folder = file.parent().unwrap_or(self.path());
        let about = || format!("writing {path}");
        fs::create_dir_all(folder).with_context(about)?;
        File::create_new(&file).with_context(about)
    }

    /// Lets everybody read what was written, and waits until it has reached the disk.
    pub fn finish(&self) -> anyhow::Result<()> {
        for entry in WalkDir::new(self.path()) {
            let entry = entry.context("reading the new release")?;
            let about = || format!("writing {}", entry.path().display());
            let is_file = entry.file_type().is_file();
            readable(entry.path(), is_file).with_context(about)?;
            if is_file {
                let file = File::options().append(true).open(entry.path());
                file.and_then(|file| file.sync_all()).with_context(about)?;
            }
        }
        Ok(())
    }
}

/// Temporary folders are made for their owner alone, and so are files where the
/// umask says so; a release is for everybody, and web servers run as others.
#[cfg(unix)]
fn readable(path: &Path, is_file: bool) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if is_file { 0o644 } else { 0o755 };
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn readable(_: &Path, _: bool) -> std::io::Result<()> {
    Ok(())
}
