//! A copy in a zip archive: nothing is unpacked to the disk, and no size that it claims is believed.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context as _, bail};
use flate2::read::DeflateDecoder;
use rawzip::{
    CompressionMethod, FileReader, RECOMMENDED_BUFFER_SIZE, ReaderAt, ZipArchive,
    ZipArchiveEntryWayfinder, ZipEntry, ZipFileHeaderRecord,
};

use super::{Copy, Entry, Limits, Medium, Obstacle, Piece};
use crate::output::SitePath;

/// More names than any site has.
const MOST_ENTRIES: usize = 500_000;

/// The longest name that is read a second time, in a file's own header.
const LONGEST_NAME: usize = 4096;

/// A zip archive that holds a copy, at its root or below one folder.
#[derive(Debug)]
pub struct Archive<R> {
    zip: ZipArchive<R>,
    members: BTreeMap<String, Member>,
    entries: Vec<Entry>,
}

/// A plain file of the archive.
#[derive(Debug, Clone)]
struct Member {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    /// The name as the archive has it.
    name: String,
}

impl Archive<FileReader> {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is no whole zip archive.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let about = || format!("opening {}", path.display());
        let file = File::open(path).with_context(about)?;
        let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
        let zip = ZipArchive::from_file(file, &mut buffer)
            .with_context(|| format!("{} is no whole zip archive", path.display()))?;
        Archive::read_directory(zip).with_context(about)
    }
}

impl Archive<Vec<u8>> {
    /// An archive in memory.
    ///
    /// # Errors
    ///
    /// It is no whole zip archive.
    pub fn of_bytes(bytes: Vec<u8>) -> anyhow::Result<Self> {
        let zip = ZipArchive::from_slice(bytes)?;
        Archive::read_directory(zip.into_reader_archive())
    }
}

impl<R: ReaderAt> Archive<R> {
    fn read_directory(zip: ZipArchive<R>) -> anyhow::Result<Self> {
        let mut directory = Directory::default();
        let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
        let mut records = zip.entries(&mut buffer);
        while let Some(record) = records.next_entry()? {
            directory.add(&record);
            if directory.count > MOST_ENTRIES {
                bail!("it holds more than {MOST_ENTRIES} files");
            }
        }
        let (members, entries) = directory.without_top_folder();
        Ok(Archive {
            zip,
            members,
            entries,
        })
    }

    fn unpack(&self, member: &Member, limits: &Limits<'_>) -> Result<Piece, Obstacle> {
        let broken = |error: rawzip::Error| Obstacle::Refused(format!("a broken archive: {error}"));
        let entry = self.zip.get_entry(member.place).map_err(broken)?;
        if !has_name(&entry, &member.name) {
            return Err(Obstacle::Refused(
                "the archive gives it two names".to_owned(),
            ));
        }
        let packed = entry.reader();
        let mut reader: Box<dyn Read + '_> = match member.method {
            CompressionMethod::STORE => Box::new(packed),
            CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(packed)),
            other => {
                return Err(Obstacle::Refused(format!(
                    "packed with method {}; pack with `deflate`",
                    other.as_u16()
                )));
            }
        };
        let broken = |error: io::Error| Obstacle::Refused(format!("a broken archive: {error}"));
        Piece::read(&mut reader, limits).map_err(broken)?
    }
}

/// Some programs go by the directory, others by each file's own header.
fn has_name<R: ReaderAt>(entry: &ZipEntry<'_, R>, name: &str) -> bool {
    let mut buffer = vec![0; LONGEST_NAME * 2];
    let header = entry.local_header(&mut buffer);
    header.is_ok_and(|header| header.file_path().as_bytes() == name.as_bytes())
}

impl<R: ReaderAt + Sync> Copy for Archive<R> {
    fn medium(&self) -> Medium {
        Medium::Archive
    }

    fn read(&self, path: &SitePath, limits: &Limits<'_>) -> Result<Piece, Obstacle> {
        let member = self.members.get(path.as_str()).ok_or(Obstacle::Missing)?;
        self.unpack(member, limits)
    }

    fn list(&self) -> Result<Option<Vec<Entry>>, Obstacle> {
        Ok(Some(self.entries.clone()))
    }
}

/// What the archive's directory says.
#[derive(Default)]
struct Directory {
    count: usize,
    members: BTreeMap<String, Member>,
    odd: Vec<Entry>,
}

impl Directory {
    fn add(&mut self, record: &ZipFileHeaderRecord<'_>) {
        self.count += 1;
        let name = String::from_utf8_lossy(record.file_path().as_bytes()).into_owned();
        let oddity = oddity(record, &name);
        if oddity.is_none() && record.is_dir() {
            return;
        }
        let oddity = oddity.or_else(|| {
            let twice = self.members.contains_key(&name);
            twice.then_some("the name stands twice in the archive")
        });
        if oddity.is_some() {
            self.odd.push(Entry { path: name, oddity });
            return;
        }
        let member = Member {
            place: record.wayfinder(),
            method: record.compression_method(),
            name: name.clone(),
        };
        self.members.insert(name, member);
    }

    /// Archives of a folder usually hold the folder itself.
    fn without_top_folder(self) -> (BTreeMap<String, Member>, Vec<Entry>) {
        let top = self.top_folder();
        let members: BTreeMap<String, Member> = self
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
fn oddity(record: &ZipFileHeaderRecord<'_>, name: &str) -> Option<&'static str> {
    let raw = record.file_path();
    let path = name.strip_suffix('/').unwrap_or(name);
    if raw.as_bytes() != name.as_bytes() || name.chars().any(char::is_control) {
        Some("its name is not plain text")
    } else if name.starts_with('/') || name.contains('\\') || name.contains(':') {
        Some("a path from the root of a disk, or one that some system takes for it")
    } else if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        Some("a path that leads out of the folder")
    } else if record.mode().is_symlink() {
        Some("a link, which is not followed")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

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
    fn two_names_for_one_file_are_refused() {
        let mut bytes = zip(&[("index.html", b"page")]);
        let at = bytes
            .windows(10)
            .position(|it| it == b"index.html")
            .unwrap();
        bytes[at] = b'o';
        let archive = Archive::of_bytes(bytes).unwrap();
        let found = archive.read(&path("index.html"), &Limits::whole(10));
        assert!(matches!(found, Err(Obstacle::Refused(_))), "{found:?}");
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
