//! A folder of this machine: a USB stick, a disk to carry away, a web server's root.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, ensure};
use walkdir::WalkDir;

use super::Target;
use crate::publish::limits::FAT_LARGEST;
use crate::publish::{HostPath, Item, Limits, Phase, lock};

/// How a file is called before it is whole. A killed run may leave one behind;
/// the next one removes it.
const PART: &str = "vestochka-part-";

/// A folder. It may be missing; the one that holds it may not, or a stick that
/// is not plugged in would be filled where it is not.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    next: AtomicU64,
    unsynced: Mutex<Vec<PathBuf>>,
}

impl Folder {
    /// Opens a folder, and clears away what a killed run left there.
    ///
    /// # Errors
    ///
    /// The folder that holds it is missing, or it cannot be written.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        if !root.is_dir() {
            fs::create_dir(root)
                .with_context(|| format!("making {}; is the disk there?", root.display()))?;
        }
        let folder = Folder {
            root: root.to_owned(),
            next: AtomicU64::new(0),
            unsynced: Mutex::default(),
        };
        folder.remove_parts()?;
        Ok(folder)
    }

    fn remove_parts(&self) -> anyhow::Result<()> {
        let about = || format!("reading {}", self.root.display());
        for entry in fs::read_dir(&self.root).with_context(about)? {
            let entry = entry.with_context(about)?;
            if entry.file_name().to_string_lossy().starts_with(PART) {
                fs::remove_file(entry.path()).with_context(about)?;
            }
        }
        Ok(())
    }

    /// The file of a path. A link on the way could lead out of the folder.
    fn file(&self, path: &HostPath) -> anyhow::Result<PathBuf> {
        let mut file = self.root.clone();
        for part in path.as_str().split('/') {
            file.push(part);
            let is_link = fs::symlink_metadata(&file).is_ok_and(|about| about.is_symlink());
            ensure!(
                !is_link,
                "{} is a link, which is not followed; remove it",
                file.display()
            );
        }
        Ok(file)
    }

    fn write(&self, file: &Path, bytes: &[u8]) -> std::io::Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let part = self.root.join(format!("{PART}{number}"));
        File::create(&part)?.write_all(bytes)?;
        fs::rename(&part, file)
    }
}

impl Target for Folder {
    fn address(&self) -> String {
        self.root.to_string_lossy().into_owned()
    }

    fn limits(&self) -> Limits {
        Limits {
            largest: Some(FAT_LARGEST),
            windows_names: true,
            ..Limits::default()
        }
    }

    fn read(&self, path: &HostPath, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
        let file = self.file(path)?;
        match fs::metadata(&file) {
            Ok(about) if about.is_file() && about.len() <= cap => {}
            Ok(_) => return Ok(None),
            Err(error) if is_missing(error.kind()) => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("reading {}", file.display())),
        }
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        Ok(Some(bytes))
    }

    fn list(&self) -> anyhow::Result<Option<BTreeSet<HostPath>>> {
        let mut paths = BTreeSet::new();
        for entry in WalkDir::new(&self.root) {
            let entry = entry.context("reading the folder")?;
            let inner = entry
                .path()
                .strip_prefix(&self.root)
                .unwrap_or(entry.path());
            let shown = inner.to_string_lossy().replace('\\', "/");
            if !entry.file_type().is_dir()
                && let Some(path) = HostPath::new(&shown)
            {
                paths.insert(path);
            }
        }
        Ok(Some(paths))
    }

    fn put(&self, path: &HostPath, item: &Item) -> anyhow::Result<()> {
        let bytes = item.read()?;
        let file = self.file(path)?;
        self.write(&file, &bytes)
            .with_context(|| format!("writing {}", file.display()))?;
        lock(&self.unsynced).push(file);
        Ok(())
    }

    fn delete(&self, path: &HostPath) -> anyhow::Result<()> {
        let file = self.file(path)?;
        match fs::remove_file(&file) {
            Err(error) if !is_missing(error.kind()) => {
                Err(error).with_context(|| format!("removing {}", file.display()))
            }
            _ => {
                remove_empty_folders(&self.root, path);
                Ok(())
            }
        }
    }

    /// A stick is pulled out at any moment: what a later phase refers to must
    /// have reached it.
    fn flush(&self, _phase: Phase) -> anyhow::Result<()> {
        let files = std::mem::take(&mut *lock(&self.unsynced));
        for file in files {
            let sync = File::options()
                .write(true)
                .open(&file)
                .and_then(|open| open.sync_all());
            sync.with_context(|| format!("writing {}", file.display()))?;
        }
        Ok(())
    }
}

fn remove_empty_folders(root: &Path, path: &HostPath) {
    let folders: Vec<&str> = path.folders().collect();
    for folder in folders.into_iter().rev() {
        // One that is not empty stays, and that is no fault.
        if fs::remove_dir(root.join(folder)).is_err() {
            return;
        }
    }
}

fn is_missing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> HostPath {
        HostPath::new(text).unwrap()
    }

    #[test]
    fn files_come_and_go_whole_and_nothing_else_is_left() {
        let outer = tempfile::tempdir().unwrap();
        let root = outer.path().join("usb");
        let folder = Folder::open(&root).unwrap();
        folder
            .put(&path("ru/people/a.html"), &Item::text("one"))
            .unwrap();
        folder
            .put(&path("ru/people/a.html"), &Item::text("two"))
            .unwrap();
        folder.flush(Phase::Pages).unwrap();
        assert_eq!(
            folder.read(&path("ru/people/a.html"), 3).unwrap().unwrap(),
            b"two"
        );
        assert_eq!(folder.read(&path("ru/people/a.html"), 2).unwrap(), None);
        assert_eq!(
            folder.list().unwrap().unwrap(),
            [path("ru/people/a.html")].into()
        );
        folder.delete(&path("ru/people/a.html")).unwrap();
        folder.delete(&path("ru/people/a.html")).unwrap();
        assert!(!root.join("ru").exists());
    }

    #[test]
    fn what_a_killed_run_left_is_cleared_away() {
        let outer = tempfile::tempdir().unwrap();
        fs::write(outer.path().join("vestochka-part-7"), "half").unwrap();
        Folder::open(outer.path()).unwrap();
        assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_stick_that_is_not_there_is_said() {
        let outer = tempfile::tempdir().unwrap();
        let error = Folder::open(&outer.path().join("usb/site")).unwrap_err();
        assert!(error.to_string().contains("is the disk there?"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out_of_the_folder() {
        let (outer, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(other.path(), outer.path().join("ru")).unwrap();
        let folder = Folder::open(outer.path()).unwrap();
        assert!(folder.put(&path("ru/a.html"), &Item::text("")).is_err());
        assert!(folder.delete(&path("ru/a.html")).is_err());
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
    }
}
