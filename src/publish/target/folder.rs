//! A folder of this machine: a USB stick, a disk to carry away, a web server's root.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use walkdir::WalkDir;

use super::Target;
use super::part::Parts;
use crate::publish::limits::FAT_LARGEST;
use crate::publish::{HostPath, Item, Limits};

/// A folder. It may be missing; the one that holds it may not, or a stick that
/// is not plugged in would be filled where it is not.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    parts: Parts,
    disk: Disk,
}

/// What makes a change outlive that the stick is pulled out.
#[derive(Debug, Clone, Copy)]
struct Disk {
    sync: fn(&Path) -> io::Result<()>,
}

impl Folder {
    /// Opens a folder; nothing is made or changed yet.
    ///
    /// # Errors
    ///
    /// Neither it nor the folder that holds it is there.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        let outer = root.parent().filter(|it| !it.as_os_str().is_empty());
        ensure!(
            root.is_dir() || outer.is_none_or(Path::is_dir),
            "there is no folder that could hold {}; is the disk there?",
            root.display()
        );
        Ok(Folder {
            root: root.to_owned(),
            parts: Parts::new(),
            disk: Disk { sync },
        })
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

    /// When it returns, the disk has it: the notes promise no less.
    fn write(&self, path: &HostPath, file: &Path, bytes: &[u8]) -> io::Result<()> {
        self.make_folders(path)?;
        self.parts.with(|part| {
            let part = self.root.join(part);
            File::create(&part)?.write_all(bytes)?;
            open_to_readers(&part, 0o644);
            (self.disk.sync)(&part)?;
            fs::rename(&part, file)
        })?;
        self.sync_folder_of(file)
    }

    /// Makes the root and the folders above a path, where they are missing.
    fn make_folders(&self, path: &HostPath) -> io::Result<()> {
        let inner = path.folders().map(|folder| self.root.join(folder));
        for folder in std::iter::once(self.root.clone()).chain(inner) {
            match fs::create_dir(&folder) {
                Ok(()) => {
                    open_to_readers(&folder, 0o755);
                    self.sync_folder_of(&folder)?;
                }
                Err(_) if folder.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn sync_folder_of(&self, file: &Path) -> io::Result<()> {
        file.parent().map_or(Ok(()), self.disk.sync)
    }
}

/// Files and, where the system allows it, folders.
fn sync(path: &Path) -> io::Result<()> {
    if path.as_os_str().is_empty() || (cfg!(windows) && path.is_dir()) {
        return Ok(());
    }
    // Windows syncs only what is open for writing, and no system opens a folder so.
    let writes = !path.is_dir();
    let open = File::options().read(true).write(writes).open(path)?;
    open.sync_all()
}

/// A web server that runs under another name must read it, whatever the umask.
#[cfg(unix)]
fn open_to_readers(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    // FAT has no modes and says so, which is no fault.
    let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn open_to_readers(_path: &Path, _mode: u32) {}

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
        if !self.root.exists() {
            return Ok(Some(paths));
        }
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
        self.write(path, &file, &bytes)
            .with_context(|| format!("writing {}", file.display()))
    }

    fn delete(&self, path: &HostPath) -> anyhow::Result<()> {
        let file = self.file(path)?;
        let about = || format!("removing {}", file.display());
        match fs::remove_file(&file) {
            Err(error) if is_missing(error.kind()) => return Ok(()),
            done => done.with_context(about)?,
        }
        self.sync_folder_of(&file).with_context(about)?;
        remove_empty_folders(&self.root, path);
        Ok(())
    }

    fn parts(&self, count: usize) -> Vec<HostPath> {
        self.parts.paths(count)
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
    fn to_look_at_a_folder_changes_nothing() {
        let outer = tempfile::tempdir().unwrap();
        let part = outer.path().join("vestochka-part-7");
        fs::write(&part, "half").unwrap();
        let root = outer.path().join("usb");
        for root in [outer.path(), &root] {
            let folder = Folder::open(root).unwrap();
            folder.read(&path("release.txt"), 9).unwrap();
            folder.list().unwrap().unwrap();
        }
        assert!(part.exists() && !root.exists());
    }

    #[test]
    fn two_publishers_at_once_do_not_write_to_one_part() {
        let outer = tempfile::tempdir().unwrap();
        let open = || Folder::open(outer.path()).unwrap();
        let (one, other) = (open(), open());
        assert!(one.parts(4).iter().all(|it| !other.parts(4).contains(it)));
        other.put(&path("b"), &Item::text("b")).unwrap();
        let used = fs::write(outer.path().join(one.parts(1)[0].as_str()), "half");
        used.unwrap();
        open().put(&path("a"), &Item::text("a")).unwrap();
        assert_eq!(fs::read(outer.path().join("a")).unwrap(), b"a");
        let left = fs::read(outer.path().join(one.parts(1)[0].as_str()));
        assert_eq!(left.unwrap(), b"half");
    }

    thread_local! {
        static SYNCED: std::cell::RefCell<Vec<(String, usize)>> = const { std::cell::RefCell::new(Vec::new()) };
    }

    #[test]
    fn a_file_has_reached_the_disk_before_and_after_it_is_moved_into_place() {
        let outer = tempfile::tempdir().unwrap();
        let mut folder = Folder::open(outer.path()).unwrap();
        // What is synced, and how many files have their name by then.
        folder.disk.sync = |path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = name.split("-part-").next().unwrap_or_default().to_owned();
            let there = fs::read_dir(path).map_or(0, Iterator::count);
            SYNCED.with_borrow_mut(|all| all.push((name, there)));
            Ok(())
        };
        folder.put(&path("ru/a.html"), &Item::text("a")).unwrap();
        folder.delete(&path("ru/a.html")).unwrap();
        let synced = SYNCED.with_borrow(|all| all[1..].to_vec());
        let expected = [("vestochka", 0), ("ru", 1), ("ru", 0)];
        assert_eq!(
            synced,
            expected.map(|(name, there)| (name.to_owned(), there))
        );
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
