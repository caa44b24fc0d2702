//! The folder in which a release is made, aside from the one that stands.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use walkdir::WalkDir;

use crate::output::SitePath;

/// A folder that is deleted again unless it is swapped in.
pub(super) struct Staging {
    folder: tempfile::TempDir,
}

/// How the names of such folders begin, so that the remains of a killed run are known.
pub(super) const PREFIX: &str = ".vestochka-release-";

impl Staging {
    /// An empty folder beside the output: a rename cannot leave a file system.
    pub fn beside(output: &Path) -> anyhow::Result<Self> {
        let parent = output.parent().unwrap_or(Path::new("."));
        let create = || {
            fs::create_dir_all(parent)?;
            tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)
        };
        let folder =
            create().with_context(|| format!("creating a folder in {}", parent.display()))?;
        readable(folder.path())?;
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

    /// Creates a new file to write to.
    pub fn create(&self, path: &SitePath) -> anyhow::Result<File> {
        let file = self.file(path);
        let folder = file.parent().unwrap_or(self.path());
        let about = || format!("writing {path}");
        fs::create_dir_all(folder).with_context(about)?;
        File::create_new(&file).with_context(about)
    }

    /// Waits until everything has reached the disk.
    pub fn sync(&self) -> anyhow::Result<()> {
        for entry in WalkDir::new(self.path()) {
            let entry = entry.context("reading the new release")?;
            if entry.file_type().is_file() {
                let about = || format!("writing {}", entry.path().display());
                let file = File::options().append(true).open(entry.path());
                file.and_then(|file| file.sync_all()).with_context(about)?;
            }
        }
        Ok(())
    }
}

/// Temporary folders are made for their owner alone; a release is for everybody.
#[cfg(unix)]
fn readable(folder: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("creating {}", folder.display()))
}

#[cfg(not(unix))]
fn readable(_: &Path) -> anyhow::Result<()> {
    Ok(())
}
