//! What was sent to a host, so that a broken line does not cost the same bytes twice.
//!
//! A text file of lines, one for each target, in the site's `.vestochka/publish/`:
//!
//! ```text
//! vestochka upload 1
//! address ADDRESS
//! base DIGEST
//! + DIGEST PATH
//! ? PATH
//! - PATH
//! = PATH
//! ```
//!
//! `base` is the hash of the host's `release.txt` when the notes began (`none`
//! without one). When the host has another by now, somebody else has been there,
//! and the notes are worth nothing. `+` is added after a file has landed, `?`
//! before one is removed and `-` after that, so that they never promise too much.
//! `=` says only that what stands there, if anything does, is ours; this holds for
//! all paths of the notes, also when somebody else has published since.
//! What does not read as such a line, such as one that was cut short, is passed over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::Context as _;

use super::{HostPath, lock};
use crate::output::Digest;

const HEAD: &str = "vestochka upload 1";

/// What is known of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// These bytes stand there.
    Stands(Digest),
    /// It was to be removed, and may have been.
    Going,
    /// Nothing stands there.
    Gone,
    /// We have put something there once.
    Ours,
}

/// What the notes say last of each path.
pub type Notes = BTreeMap<HostPath, Note>;

/// The notes about one target, open for more.
#[derive(Debug)]
pub struct Ledger {
    path: PathBuf,
    address: String,
    file: Mutex<File>,
}

/// What earlier runs have noted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    /// What still holds.
    pub notes: Notes,
    /// Every path that something of ours may stand at.
    pub named: BTreeSet<HostPath>,
}

/// The notes of earlier; there may be no such file.
///
/// # Errors
///
/// The file is there and cannot be read.
pub fn earlier(path: &Path, address: &str, base: Option<Digest>) -> anyhow::Result<Earlier> {
    let text = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Earlier::default()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
    };
    let Some(lines) = text.strip_prefix(&head(address)) else {
        return Ok(Earlier::default());
    };
    let notes: Notes = lines.split_inclusive('\n').filter_map(note).collect();
    let named = notes.iter().filter(|(_, note)| **note != Note::Gone);
    Ok(Earlier {
        named: named.map(|(path, _)| path.clone()).collect(),
        notes: match lines.starts_with(&base_line(base)) {
            true => notes,
            false => Notes::new(),
        },
    })
}

fn head(address: &str) -> String {
    format!("{HEAD}\naddress {address}\n")
}

fn base_line(base: Option<Digest>) -> String {
    let base = base.map_or_else(|| "none".into(), |digest| digest.to_string());
    format!("base {base}\n")
}

fn note(line: &str) -> Option<(HostPath, Note)> {
    let (sign, rest) = line.strip_suffix('\n')?.split_once(' ')?;
    let (note, path) = match sign {
        "?" => (Note::Going, rest),
        "-" => (Note::Gone, rest),
        "=" => (Note::Ours, rest),
        "+" => {
            let (digest, path) = rest.split_once(' ')?;
            (Note::Stands(digest.parse().ok()?), path)
        }
        _ => return None,
    };
    Some((HostPath::new(path)?, note))
}

fn line(path: &HostPath, note: Note) -> String {
    match note {
        Note::Stands(digest) => format!("+ {digest} {path}\n"),
        Note::Going => format!("? {path}\n"),
        Note::Gone => format!("- {path}\n"),
        Note::Ours => format!("= {path}\n"),
    }
}

impl Ledger {
    /// Begins the notes anew with what still holds of the earlier ones.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn begin(
        path: &Path,
        address: &str,
        base: Option<Digest>,
        notes: &Notes,
    ) -> anyhow::Result<Self> {
        let file = write(path, address, base, notes)
            .with_context(|| format!("writing {}", path.display()))?;
        Ok(Ledger {
            path: path.to_owned(),
            address: address.to_owned(),
            file: Mutex::new(file),
        })
    }

    /// Notes what is known of a path now.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn note(&self, path: &HostPath, note: Note) -> anyhow::Result<()> {
        let line = line(path, note);
        let done = lock(&self.file).write_all(line.as_bytes());
        done.with_context(|| format!("writing {}", self.path.display()))
    }

    /// Makes the notes outlive a power cut.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn sync(&self) -> anyhow::Result<()> {
        let done = lock(&self.file).sync_data();
        done.with_context(|| format!("writing {}", self.path.display()))
    }

    /// The host has this release now: only what the notes say of it remains.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn close(self, base: Digest, notes: &Notes) -> anyhow::Result<()> {
        write(&self.path, &self.address, Some(base), notes)
            .with_context(|| format!("writing {}", self.path.display()))?;
        Ok(())
    }
}

/// Writes all notes under another name and moves them into place.
fn write(path: &Path, address: &str, base: Option<Digest>, notes: &Notes) -> std::io::Result<File> {
    let draft = path.with_extension("new");
    let mut text = head(address) + &base_line(base);
    notes
        .iter()
        .for_each(|(path, note)| text += &line(path, *note));
    let mut file = File::create(&draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&draft, path)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> HostPath {
        HostPath::new(text).unwrap()
    }

    fn notes(file: &Path, address: &str, base: Option<Digest>) -> anyhow::Result<Notes> {
        earlier(file, address, base).map(|earlier| earlier.notes)
    }

    #[test]
    fn notes_read_back_and_the_last_one_counts() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("usb");
        let (one, two) = (Digest::of(b"1"), Digest::of(b"2"));
        let kept = Notes::from([(path("kept"), Note::Stands(one))]);
        let ledger = Ledger::begin(&file, "here", Some(two), &kept).unwrap();
        ledger.note(&path("a b"), Note::Stands(one)).unwrap();
        ledger.note(&path("a b"), Note::Stands(two)).unwrap();
        ledger.note(&path("kept"), Note::Going).unwrap();
        let expected = Notes::from([
            (path("a b"), Note::Stands(two)),
            (path("kept"), Note::Going),
        ]);
        assert_eq!(notes(&file, "here", Some(two)).unwrap(), expected);
    }

    #[test]
    fn notes_of_another_host_or_of_another_release_there_are_worth_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("usb");
        let one = Digest::of(b"1");
        let kept = Notes::from([(path("kept"), Note::Stands(one))]);
        Ledger::begin(&file, "here", Some(one), &kept).unwrap();
        assert_eq!(notes(&file, "here", Some(one)).unwrap(), kept);
        assert_eq!(notes(&file, "there", Some(one)).unwrap(), Notes::new());
        assert_eq!(notes(&file, "here", None).unwrap(), Notes::new());
    }

    #[test]
    fn what_we_have_put_there_is_ours_also_after_somebody_else_has_published() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("usb");
        let one = Digest::of(b"1");
        let ledger = Ledger::begin(&file, "here", Some(one), &Notes::new()).unwrap();
        for (name, note) in [
            ("stands", Note::Stands(one)),
            ("ours", Note::Ours),
            ("gone", Note::Gone),
        ] {
            ledger.note(&path(name), note).unwrap();
        }
        let named = |address| earlier(&file, address, None).unwrap().named;
        assert_eq!(named("here"), [path("ours"), path("stands")].into());
        assert_eq!(named("there"), [].into());
    }

    #[test]
    fn a_line_that_was_cut_short_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("usb");
        let one = Digest::of(b"1");
        let ledger = Ledger::begin(&file, "here", None, &Notes::new()).unwrap();
        ledger.note(&path("whole"), Note::Stands(one)).unwrap();
        ledger
            .note(&path("ru/people/long.html"), Note::Stands(one))
            .unwrap();
        let bytes = fs::read(&file).unwrap();
        let whole = Notes::from([(path("whole"), Note::Stands(one))]);
        let second = bytes.iter().rposition(|byte| *byte == b'+').unwrap();
        for cut in second..bytes.len() {
            fs::write(&file, &bytes[..cut]).unwrap();
            assert_eq!(notes(&file, "here", None).unwrap(), whole, "{cut}");
        }
    }
}
