//! A copy in a zip archive: nothing is unpacked to the disk, and no size that it claims is believed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

use rawzip::{FileReader, ReaderAt};

use super::zip::{self, BadArchive, Record};
use super::{Copy, Entry, Limits, Medium, Obstacle, Piece};
use crate::output::SitePath;

/// A zip archive that holds a copy, at its root or below one folder.
#[derive(Debug)]
pub struct Archive<R> {
    bytes: R,
    members: BTreeMap<String, Record>,
    entries: Vec<Entry>,
}

impl Archive<FileReader> {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// The file cannot be read, is no whole zip archive, or one that programs
    /// may read in different ways.
    pub fn open(path: &Path) -> Result<Self, BadArchive> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Archive::read_directory(FileReader::from(file), length)
    }
}

impl Archive<Vec<u8>> {
    /// An archive in memory.
    ///
    /// # Errors
    ///
    /// It is no whole zip archive, or one that programs may read in different ways.
    pub fn of_bytes(bytes: Vec<u8>) -> Result<Self, BadArchive> {
        let length = bytes.len() as u64;
        Archive::read_directory(bytes, length)
    }
}

impl<R: ReaderAt> Archive<R> {
    fn read_directory(bytes: R, length: u64) -> Result<Self, BadArchive> {
        let mut directory = Directory::default();
        for record in zip::read(&bytes, length)? {
            directory.add(record);
        }
        let (members, entries) = directory.without_top_folder();
        Ok(Archive {
            bytes,
            members,
            entries,
        })
    }
}

impl<R: ReaderAt + Sync> Copy for Archive<R> {
    fn medium(&self) -> Medium {
        Medium::Archive
    }

    fn read(&self, path: &SitePath, limits: &Limits<'_>) -> Result<Piece, Obstacle> {
        let member = self.members.get(path.as_str()).ok_or(Obstacle::Missing)?;
        zip::unpack(&self.bytes, member, limits)
    }

    fn unpack(&self, path: &str, cap: u64) -> Result<(), Obstacle> {
        let member = self.members.get(path).ok_or(Obstacle::Missing)?;
        zip::unpack(&self.bytes, member, &Limits::hash_only(cap)).map(drop)
    }

    fn list(&self) -> Result<Option<Vec<Entry>>, Obstacle> {
        Ok(Some(self.entries.clone()))
    }
}

/// What the archive's directory says.
#[derive(Default)]
struct Directory {
    members: BTreeMap<String, Record>,
    folders: BTreeSet<String>,
    odd: Vec<Entry>,
}

const TWICE: &str = "the name stands twice in the archive";

impl Directory {
    fn add(&mut self, record: Record) {
        let name = String::from_utf8_lossy(&record.name).into_owned();
        let twice = || self.members.contains_key(&name).then_some(TWICE);
        match oddity(&record, &name).or_else(twice) {
            Some(oddity) => self.odd(name, oddity),
            None => match name.strip_suffix('/') {
                Some(folder) => drop(self.folders.insert(folder.to_owned())),
                None => drop(self.members.insert(name, record)),
            },
        }
    }

    fn odd(&mut self, path: String, oddity: &'static str) {
        let oddity = Some(oddity);
        self.odd.push(Entry { path, oddity });
    }

    /// Archives of a folder usually hold the folder itself.
    fn without_top_folder(mut self) -> (BTreeMap<String, Record>, Vec<Entry>) {
        for folder in std::mem::take(&mut self.folders) {
            if self.members.contains_key(&folder) {
                self.odd(folder, TWICE);
            }
        }
        let top = self.top_folder();
        let members: BTreeMap<String, Record> = self
            .members
            .into_iter()
            .map(|(name, member)| (name[top..].to_owned(), member))
            .collect();
        let plain = members.keys().map(|path| Entry {
            path: path.clone(),
            oddity: None,
        });
        let mut entries: Vec<Entry> = plain.chain(self.odd).collect();
        entries.sort();
        (members, entries)
    }

    /// The length of the folder's name that all members begin with.
    fn top_folder(&self) -> usize {
        let first = self.members.keys().next();
        let top = first.and_then(|name| name.find('/').map(|at| &name[..=at]));
        match top {
            Some(top) if self.members.keys().all(|name| name.starts_with(top)) => top.len(),
            _ => 0,
        }
    }
}

/// Why an entry is not one that a careful program would unpack.
fn oddity(record: &Record, name: &str) -> Option<&'static str> {
    let path = name.strip_suffix('/').unwrap_or(name);
    if record.name != name.as_bytes() || name.chars().any(char::is_control) {
        Some("its name is not plain text")
    } else if name.starts_with('/') || name.contains('\\') || name.contains(':') {
        Some("a path from the root of a disk, or one that some system takes for it")
    } else if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        Some("a path that leads out of the folder")
    } else if name.ends_with('/') && record.size > 0 {
        Some("a folder that has bytes of its own")
    } else {
        odd_kind(record.attributes, name.ends_with('/'))
    }
}

/// What Unix and Windows say of it, whatever system the archive says it was made
/// on: programs do not agree on which of the two to believe.
fn odd_kind(attributes: u32, is_folder: bool) -> Option<&'static str> {
    const LABEL: u32 = 0x08;
    const FOLDER: u32 = 0x10;
    const LINK: u32 = 0x400;
    let kind = attributes >> 16 & 0o170_000;
    let fits_unix = matches!(
        (kind, is_folder),
        (0, _) | (0o100_000, false) | (0o040_000, true)
    );
    let fits_windows = attributes & LABEL == 0 && (is_folder || attributes & FOLDER == 0);
    if kind == 0o120_000 || attributes & LINK != 0 {
        Some("a link, which is not followed")
    } else if !fits_unix || !fits_windows {
        Some("neither a file nor a folder, or both")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use rawzip::CompressionMethod;

    use super::*;

    /// An archive of files as they are, `name`s not checked at all.
    fn archive(files: &[(&str, &[u8])]) -> Archive<Vec<u8>> {
        Archive::of_bytes(zip(files)).unwrap()
    }

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = rawzip::ZipArchiveWriter::new(Vec::new());
        for (name, bytes) in files {
            let raw = rawzip::path::EntryPath::verbatim(name.as_bytes().to_vec());
            let (mut entry, config) = zip
                .new_file(raw)
                .compression_method(CompressionMethod::DEFLATE)
                .start()
                .unwrap();
            let deflate =
                flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::default());
            let mut writer = config.wrap(deflate);
            writer.write_all(bytes).unwrap();
            let (deflate, descriptor) = writer.finish().unwrap();
            deflate.finish().unwrap();
            entry.finish(descriptor).unwrap();
        }
        zip.finish().unwrap()
    }

    fn path(text: &str) -> SitePath {
        SitePath::new(text).unwrap()
    }

    fn odd(files: &[(&str, &[u8])]) -> Vec<String> {
        let entries = archive(files).list().unwrap().unwrap();
        let odd = entries.into_iter().filter(|entry| entry.oddity.is_some());
        odd.map(|entry| entry.path).collect()
    }

    #[test]
    fn files_are_found_below_one_top_folder_or_none() {
        for folder in ["", "site/"] {
            let names = ["release.txt", "ru/index.html"].map(|it| format!("{folder}{it}"));
            let archive = archive(&[(&names[0], b"r"), (&names[1], b"page")]);
            let piece = archive.read(&path("ru/index.html"), &Limits::whole(9));
            assert_eq!(piece.unwrap().head, b"page", "{folder:?}");
            assert_eq!(archive.list().unwrap().unwrap().len(), 2);
        }
    }

    #[test]
    fn names_that_harm_are_refused() {
        for name in [
            "../release.txt",
            "/etc/passwd",
            "ru/../../x",
            "C:/x",
            "ru\\x",
            "ru/./x",
            "ru//x",
            "a\u{1}",
            "../",
        ] {
            assert_eq!(odd(&[("index.html", b""), (name, b"")]), [name], "{name:?}");
        }
        assert_eq!(odd(&[("ru/", b""), ("ru/index.html", b"")]), [""; 0]);
    }

    #[test]
    fn a_name_that_stands_twice_is_refused() {
        let files: [(&str, &[u8]); 2] = [("index.html", b"one"), ("index.html", b"two")];
        assert_eq!(odd(&files), ["index.html"]);
    }

    #[test]
    fn a_bomb_is_read_to_its_cap() {
        let bytes = zip(&[("index.html", &vec![b'a'; 50_000_000])]);
        assert!(bytes.len() < 100_000, "{}", bytes.len());
        let archive = Archive::of_bytes(bytes).unwrap();
        let found = archive.read(&path("index.html"), &Limits::whole(1000));
        let too_long = Obstacle::TooLong {
            cap: 1000,
            html: false,
        };
        assert_eq!(found, Err(too_long));
    }

    #[test]
    fn a_cut_archive_is_no_archive() {
        let bytes = zip(&[("index.html", b"page")]);
        for length in 0..bytes.len() {
            assert!(
                Archive::of_bytes(bytes[..length].to_vec()).is_err(),
                "{length}"
            );
        }
    }
}
