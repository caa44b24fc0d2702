//! A ZIP archive that all programs unpack alike: read strictly, after `docs/release-format.md`.
//!
//! The format says most things twice, and programs differ in what they believe:
//! the directory at the end, the header before each file's data, a record after
//! it, extra fields, or the end of the compressed stream. So everything that is
//! said twice must be the same, every byte must belong to something, and what
//! could rename a file is refused.

mod end;
mod extra;
mod header;
mod record;
mod unpack;

use std::fmt;
use std::io;

use rawzip::ReaderAt;

use super::{Finding, Status};
use crate::report::quoted;

pub(super) use record::Record;
pub(super) use unpack::unpack;

/// More files and folders than any site has.
pub(super) const MOST_MEMBERS: u64 = 500_000;

/// The longest name, in bytes.
const LONGEST_NAME: usize = 1024;

/// All names together: `SHA256SUMS` can list 50 MB, and each may stand below a folder.
const MOST_NAME_BYTES: usize = 64_000_000;

/// Why a file is not judged as an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadArchive {
    /// It cannot be read, or is no whole archive: perhaps a part of one.
    Broken(String),
    /// Programs would not all unpack the same files from it.
    Ambiguous(String),
}

impl BadArchive {
    fn ambiguous(what: impl Into<String>) -> Self {
        BadArchive::Ambiguous(what.into())
    }

    fn of_member(name: &[u8], what: &str) -> Self {
        let name = quoted(&String::from_utf8_lossy(name));
        BadArchive::Ambiguous(format!("{name}: {what}"))
    }
}

impl fmt::Display for BadArchive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadArchive::Broken(why) => write!(f, "no whole zip archive: {why}"),
            BadArchive::Ambiguous(why) => write!(
                f,
                "programs may unpack different files from this archive: {why}; if you packed it yourself, pack it anew with another program"
            ),
        }
    }
}

impl std::error::Error for BadArchive {}

impl From<io::Error> for BadArchive {
    fn from(error: io::Error) -> Self {
        BadArchive::Broken(error.to_string())
    }
}

/// What it means for a copy.
impl From<BadArchive> for Finding {
    fn from(bad: BadArchive) -> Self {
        let status = match bad {
            BadArchive::Broken(_) => Status::Incomplete,
            BadArchive::Ambiguous(_) => Status::Tampered,
        };
        Finding::new(status, bad.to_string())
    }
}

/// Reads the directory and holds every header against it; of the data nothing is read yet.
pub(super) fn read(reader: &impl ReaderAt, length: u64) -> Result<Vec<Record>, BadArchive> {
    let directory = end::find(reader, length)?;
    let mut records = record::read_all(reader, &directory)?;
    records.sort_by_key(|record| record.header);
    let mut end = 0;
    for record in &mut records {
        if record.header != end {
            let what = "its place is not right behind the file before it";
            return Err(BadArchive::of_member(&record.name, what));
        }
        end = header::check(reader, record, directory.start)?;
    }
    if end != directory.start {
        let what = "between the last file and the directory stands something else";
        return Err(BadArchive::ambiguous(what));
    }
    Ok(records)
}

/// The newest version of the format that a member may need: with 64-bit sizes.
/// Programs leave out what needs a newer one.
const NEWEST_VERSION: u16 = 45;

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    let field = bytes.get(at..).and_then(<[u8]>::first_chunk);
    field.map_or(0, |field| u16::from_le_bytes(*field))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let field = bytes.get(at..).and_then(<[u8]>::first_chunk);
    field.map_or(0, |field| u32::from_le_bytes(*field))
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let field = bytes.get(at..).and_then(<[u8]>::first_chunk);
    field.map_or(0, |field| u64::from_le_bytes(*field))
}
