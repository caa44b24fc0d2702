//! `release.txt`: the small signed root from which every file of a copy follows.

use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::lines::{Line, Lines};
use super::{Control, Fault};
use crate::output::Digest;
use crate::record::Id;

const HEADER: &str = "vestochka-release 1";

/// A release, as `release.txt` states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The site that it is a release of.
    pub site: Id,
    /// Counts the releases of the site, from 1.
    pub sequence: u64,
    /// The build date, at midnight UTC.
    pub created: Timestamp,
    /// When a copy of it is to be taken for stale.
    pub expires: Timestamp,
    /// What to rebuild it with: a name and a version.
    pub program: String,
    /// The key set under which it was signed.
    pub keys: KeysRef,
    /// The size of what `SHA256SUMS` lists.
    pub tree: TreeSize,
    /// `SHA256SUMS`.
    pub files: FileRef,
    /// `mirrors.txt`.
    pub mirrors: FileRef,
    /// The hash of the `release.txt` before; none for the first.
    pub previous: Option<Digest>,
}

/// A key set: its number, and the hash of `keys/N.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeysRef {
    /// The set's number.
    pub number: u64,
    /// The hash of its text.
    pub digest: Digest,
}

/// How much there is to read, so that no copy can make a checker read more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TreeSize {
    /// How many files.
    pub files: u64,
    /// Their bytes together.
    pub bytes: u64,
    /// The bytes of the largest.
    pub largest: u64,
}

/// A file by its hash and size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileRef {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// How many bytes.
    pub bytes: u64,
}

impl FileRef {
    /// The hash and size of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        FileRef {
            digest: Digest::of(bytes),
            bytes: bytes.len() as u64,
        }
    }

    /// Whether some bytes are those of the file.
    #[must_use]
    pub fn is(&self, bytes: &[u8]) -> bool {
        *self == FileRef::of(bytes)
    }
}

impl TreeSize {
    /// The size of files of these sizes.
    pub fn of(sizes: impl IntoIterator<Item = u64>) -> Self {
        let mut tree = TreeSize::default();
        for size in sizes {
            tree.files += 1;
            tree.bytes += size;
            tree.largest = tree.largest.max(size);
        }
        tree
    }
}

impl Release {
    /// The most bytes that `release.txt` may have.
    pub const LARGEST: u64 = 4096;

    /// Reads a `release.txt`.
    ///
    /// # Errors
    ///
    /// The first line that differs from the form in which one is written.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        let mut lines = Lines::open(bytes, Self::LARGEST)?;
        lines.header(HEADER)?;
        let release = Release {
            site: lines.value("site")?.site()?,
            sequence: lines.value("sequence")?.ordinal()?,
            created: lines.value("created")?.time()?,
            expires: lines.value("expires")?.time()?,
            program: lines.value("program")?.text.to_owned(),
            keys: keys(lines.value("keys")?)?,
            tree: tree(lines.value("tree")?)?,
            files: file(lines.value("files")?, Control::Sums)?,
            mirrors: file(lines.value("mirrors")?, Control::Mirrors)?,
            previous: previous(lines.value("previous")?)?,
        };
        lines.end()?;
        release.check_order()
    }

    /// The text, which `parse` reads back.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key}: {value}");
        };
        line("site", self.site.as_str());
        line("sequence", &self.sequence.to_string());
        line("created", &self.created.to_string());
        line("expires", &self.expires.to_string());
        line("program", &self.program);
        line(
            "keys",
            &format!("{} sha256:{}", self.keys.number, self.keys.digest),
        );
        let TreeSize {
            files,
            bytes,
            largest,
        } = self.tree;
        line("tree", &format!("{files} {bytes} {largest}"));
        line("files", &file_text(self.files, Control::Sums));
        line("mirrors", &file_text(self.mirrors, Control::Mirrors));
        let previous = self.previous.map(|digest| format!("sha256:{digest}"));
        line("previous", previous.as_deref().unwrap_or("none"));
        text
    }

    /// The day that it was built for.
    #[must_use]
    pub fn day(&self) -> Date {
        self.created.to_zoned(TimeZone::UTC).date()
    }

    /// What the signature's trusted comment says again.
    #[must_use]
    pub fn comment(&self) -> String {
        comment(&self.site, self.sequence)
    }

    /// The first release has no previous one, and only the first.
    fn check_order(self) -> Result<Self, Fault> {
        if (self.sequence == 1) != self.previous.is_none() {
            let message = "only release 1 is `none`, and it always is";
            return Err(Fault::new(11, message).column(11));
        }
        if self.expires <= self.created {
            return Err(Fault::new(5, "it expires before it was created").column(10));
        }
        Ok(self)
    }
}

/// The trusted comment of what is signed for a release.
pub(super) fn comment(site: &Id, sequence: u64) -> String {
    format!("site={site} sequence={sequence}")
}

fn keys(line: Line<'_>) -> Result<KeysRef, Fault> {
    let [number, digest] = line.split(" ")?;
    Ok(KeysRef {
        number: number.ordinal()?,
        digest: digest.digest()?,
    })
}

fn tree(line: Line<'_>) -> Result<TreeSize, Fault> {
    let [files, bytes, largest] = line.split(" ")?;
    Ok(TreeSize {
        files: files.number()?,
        bytes: bytes.number()?,
        largest: largest.number()?,
    })
}

fn file(line: Line<'_>, expected: Control) -> Result<FileRef, Fault> {
    let [digest, bytes, name] = line.split(" ")?;
    if name.text != expected.name() {
        return Err(name.fault(format!("`{}` should stand here", expected.name())));
    }
    let size = bytes.number()?;
    if size > expected.largest() {
        let most = expected.largest();
        return Err(bytes.fault(format!("`{}` has no more than {most} bytes", name.text)));
    }
    Ok(FileRef {
        digest: digest.digest()?,
        bytes: size,
    })
}

fn file_text(file: FileRef, name: Control) -> String {
    format!("sha256:{} {} {}", file.digest, file.bytes, name.name())
}

fn previous(line: Line<'_>) -> Result<Option<Digest>, Fault> {
    match line.text {
        "none" => Ok(None),
        _ => line.digest().map(Some),
    }
}
