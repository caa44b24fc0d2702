//! A copy in a folder: plain files only, and none outside of it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use walkdir::{DirEntry, WalkDir};

use super::{Copy, Entry, Limits, Medium, Obstacle, Piece};
use crate::output::SitePath;

/// A folder that holds a copy.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Opens a folder. It may itself be a link; nothing inside may.
    ///
    /// # Errors
    ///
    /// There is no such folder.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let about = || format!("opening {}", path.display());
        let root = path.canonicalize().with_context(about)?;
        ensure!(root.is_dir(), "{} is not a folder", path.display());
        Ok(Folder { root })
    }

    /// Says what stands there, if it is no plain file or a part of the path is a link.
    fn locate(&self, path: &SitePath) -> Result<(), Obstacle> {
        let mut full = self.root.clone();
        let mut about = None;
        for part in path.as_str().split('/') {
            full.push(part);
            let found = fs::symlink_metadata(&full).map_err(obstacle)?;
            if found.is_symlink() {
                return Err(Obstacle::Refused(LINK.to_owned()));
            }
            about = Some(found);
        }
        match about {
            Some(about) if about.is_file() => Ok(()),
            Some(about) if about.is_dir() => Err(Obstacle::Missing),
            _ => Err(Obstacle::Refused(SPECIAL.to_owned())),
        }
    }
}

const LINK: &str = "a link, which is not followed";
const SPECIAL: &str = "neither a file nor a folder";
const ODD_NAME: &str = "its name is not text";
const UNREADABLE: &str = "the folder cannot be read";

impl Copy for Folder {
    fn medium(&self) -> Medium {
        Medium::Folder
    }

    fn read(&self, path: &SitePath, limits: &Limits<'_>) -> Result<Piece, Obstacle> {
        self.locate(path)?;
        let mut file = open(&self.root, path)?;
        Piece::read(&mut file, limits).map_err(obstacle)?
    }

    fn list(&self) -> Result<Option<Vec<Entry>>, Obstacle> {
        let walk = WalkDir::new(&self.root).min_depth(1);
        let entries = walk.into_iter().filter_map(|found| match found {
            Ok(found) => self.entry(&found),
            Err(error) => Some(Entry {
                path: self.shown(error.path().unwrap_or(&self.root)),
                oddity: Some(UNREADABLE),
            }),
        });
        let mut entries: Vec<Entry> = entries.collect();
        entries.sort();
        Ok(Some(entries))
    }
}

impl Folder {
    /// What to say of something in the folder; nothing of a folder.
    fn entry(&self, found: &DirEntry) -> Option<Entry> {
        let kind = found.file_type();
        let path = self.inner(found.path());
        let oddity = match &path {
            _ if kind.is_dir() => return None,
            None => Some(ODD_NAME),
            Some(_) if kind.is_symlink() => Some(LINK),
            Some(_) if !kind.is_file() => Some(SPECIAL),
            Some(_) => None,
        };
        let path = path.unwrap_or_else(|| self.shown(found.path()));
        Some(Entry { path, oddity })
    }

    /// The path below the root, with `/`.
    fn inner(&self, path: &Path) -> Option<String> {
        let inner = path.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = inner.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("/"))
    }

    /// The path below the root for people, where it may be no text.
    fn shown(&self, path: &Path) -> String {
        let inner = path.strip_prefix(&self.root).unwrap_or(path);
        let parts = inner.iter().map(|part| part.to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }
}

/// Opens a plain file, whatever was put in its place since it was looked at: no
/// part of the path is followed if it is a link, and nothing waits for a writer.
#[cfg(unix)]
fn open(root: &Path, path: &SitePath) -> Result<File, Obstacle> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    let failed = |error: rustix::io::Errno| obstacle(error.into());
    let flags = OFlags::RDONLY | OFlags::CLOEXEC;
    let inner = flags | OFlags::NOFOLLOW;
    let (folders, name) = path
        .as_str()
        .rsplit_once('/')
        .unwrap_or(("", path.as_str()));
    let mut here = openat(CWD, root, flags | OFlags::DIRECTORY, Mode::empty()).map_err(failed)?;
    for folder in folders.split('/').filter(|it| !it.is_empty()) {
        let next = openat(&here, folder, inner | OFlags::DIRECTORY, Mode::empty());
        here = next.map_err(failed)?;
    }
    let file = openat(&here, name, inner | OFlags::NONBLOCK, Mode::empty());
    plain(File::from(file.map_err(failed)?))
}

#[cfg(not(unix))]
fn open(root: &Path, path: &SitePath) -> Result<File, Obstacle> {
    plain(File::open(root.join(path.as_str())).map_err(obstacle)?)
}

fn plain(file: File) -> Result<File, Obstacle> {
    match file.metadata().map_err(obstacle)?.is_file() {
        true => Ok(file),
        false => Err(Obstacle::Refused(SPECIAL.to_owned())),
    }
}

fn obstacle(error: io::Error) -> Obstacle {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Obstacle::Missing,
        _ => Obstacle::Refused(format!("it cannot be read: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> SitePath {
        SitePath::new(text).unwrap()
    }

    #[test]
    fn files_are_read_and_folders_are_none() {
        let scratch = tempfile::tempdir().unwrap();
        fs::create_dir(scratch.path().join("ru")).unwrap();
        fs::write(scratch.path().join("ru/index.html"), "page").unwrap();
        let folder = Folder::open(scratch.path()).unwrap();
        let limits = Limits::whole(10);
        assert_eq!(
            folder.read(&path("ru/index.html"), &limits).unwrap().head,
            b"page"
        );
        for missing in ["ru", "en", "ru/index.html/x", "ru/other.html"] {
            let found = folder.read(&path(missing), &limits);
            assert_eq!(found, Err(Obstacle::Missing), "{missing}");
        }
        assert_eq!(folder.list().unwrap().unwrap().len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_are_not_followed() {
        use std::os::unix::fs::symlink;
        let scratch = tempfile::tempdir().unwrap();
        let copy = scratch.path().join("copy");
        fs::create_dir_all(&copy).unwrap();
        fs::create_dir(scratch.path().join("other")).unwrap();
        fs::write(scratch.path().join("other/index.html"), "secret").unwrap();
        symlink("../other/index.html", copy.join("index.html")).unwrap();
        symlink("../other", copy.join("ru")).unwrap();
        let folder = Folder::open(&copy).unwrap();
        for link in ["index.html", "ru/index.html"] {
            let found = folder.read(&path(link), &Limits::whole(10));
            assert_eq!(found, Err(Obstacle::Refused(LINK.to_owned())), "{link}");
        }
        let listed = folder.list().unwrap().unwrap();
        assert!(listed.iter().all(|entry| entry.oddity == Some(LINK)));
        assert_eq!(listed.len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_opened() {
        let scratch = tempfile::tempdir().unwrap();
        let socket = scratch.path().join("release.txt");
        let _socket = std::os::unix::net::UnixListener::bind(socket).unwrap();
        let folder = Folder::open(scratch.path()).unwrap();
        let found = folder.read(&path("release.txt"), &Limits::whole(10));
        assert_eq!(found, Err(Obstacle::Refused(SPECIAL.to_owned())));
    }

    /// As if each was put in its place after it was looked at.
    #[cfg(unix)]
    #[test]
    fn what_is_swapped_in_before_it_is_opened_is_not_read() {
        use std::os::unix::fs::symlink;
        let scratch = tempfile::tempdir().unwrap();
        let root = scratch.path();
        fs::create_dir(root.join("en")).unwrap();
        fs::write(root.join("en/index.html"), "page").unwrap();
        symlink("en/index.html", root.join("index.html")).unwrap();
        symlink("en", root.join("ru")).unwrap();
        let fifo = std::process::Command::new("mkfifo")
            .arg(root.join("pipe.html"))
            .status();
        assert!(fifo.unwrap().success());
        assert!(open(root, &path("en/index.html")).is_ok());
        for name in ["index.html", "ru/index.html", "pipe.html", "en"] {
            assert!(open(root, &path(name)).is_err(), "{name}");
        }
    }

    /// A path that is too long for the system stands for a folder that nobody may read.
    #[cfg(target_os = "linux")]
    #[test]
    fn an_unreadable_folder_is_listed_whatever_its_name() {
        use rustix::fs::{CWD, Mode, OFlags, mkdirat, openat};
        let scratch = tempfile::tempdir().unwrap();
        let flags = OFlags::RDONLY | OFlags::DIRECTORY;
        let mut here = openat(CWD, scratch.path(), flags, Mode::empty()).unwrap();
        let name = [0xff; 250];
        for _ in 0..20 {
            mkdirat(&here, &name[..], Mode::RWXU).unwrap();
            here = openat(&here, &name[..], flags, Mode::empty()).unwrap();
        }
        let listed = Folder::open(scratch.path())
            .unwrap()
            .list()
            .unwrap()
            .unwrap();
        assert_eq!(listed.len(), 1, "{listed:?}");
        assert_eq!(listed[0].oddity, Some(UNREADABLE));
        assert!(listed[0].path.starts_with('\u{fffd}'), "{listed:?}");
    }
}
