//! The directory of an archive, record by record.

use std::io::{BufReader, Read};

use rawzip::{RangeReader, ReaderAt};

use super::end::Directory;
use super::extra::Extra;
use super::{BadArchive, LONGEST_NAME, MOST_NAME_BYTES, NEWEST_VERSION, u16_at, u32_at};

const SIGNATURE: &[u8] = b"PK\x01\x02";
const LENGTH: usize = 46;

/// Stored as it is.
pub(super) const STORE: u16 = 0;
/// Compressed with DEFLATE.
pub(super) const DEFLATE: u16 = 8;

/// The sizes stand behind the data.
pub(super) const HAS_DESCRIPTOR: u16 = 1 << 3;
/// How hard it was compressed, a descriptor, a name in UTF-8.
const FLAGS: u16 = 0b110 | HAS_DESCRIPTOR | 1 << 11;

/// A file or folder, as the directory has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::verify) struct Record {
    pub(in crate::verify) name: Vec<u8>,
    /// Of a Unix system in the upper half, of DOS and Windows in the lower.
    pub(in crate::verify) attributes: u32,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) crc: u32,
    /// How many bytes it has, compressed.
    pub(super) packed: u64,
    /// How many bytes it has.
    pub(in crate::verify) size: u64,
    /// Where its header begins.
    pub(super) header: u64,
    /// Where its data begin.
    pub(super) data: u64,
}

/// Reads as many records as the end promises, which must be all.
pub(super) fn read_all(
    reader: &impl ReaderAt,
    directory: &Directory,
) -> Result<Vec<Record>, BadArchive> {
    let range = RangeReader::new(reader, directory.start..directory.end);
    let mut bytes = BufReader::new(range);
    let (mut records, mut names) = (Vec::new(), 0);
    for _ in 0..directory.count {
        let record = Record::read(&mut bytes)?;
        names += record.name.len();
        if names > MOST_NAME_BYTES {
            return Err(BadArchive::ambiguous(
                "its names are longer than any site has",
            ));
        }
        records.push(record);
    }
    if bytes.read(&mut [0])? > 0 {
        return Err(BadArchive::ambiguous(
            "its directory has more in it than its end says",
        ));
    }
    Ok(records)
}

impl Record {
    fn read(bytes: &mut impl Read) -> Result<Self, BadArchive> {
        let cut = |_| BadArchive::ambiguous("its directory is cut short");
        let mut fixed = [0; LENGTH];
        bytes.read_exact(&mut fixed).map_err(cut)?;
        if !fixed.starts_with(SIGNATURE) {
            return Err(BadArchive::ambiguous(
                "its directory holds something else than files",
            ));
        }
        let mut name = vec![0; usize::from(u16_at(&fixed, 28))];
        bytes.read_exact(&mut name).map_err(cut)?;
        let mut extra = vec![0; usize::from(u16_at(&fixed, 30))];
        bytes.read_exact(&mut extra).map_err(cut)?;
        let bad = |what: &str| BadArchive::of_member(&name, what);
        refuse(&fixed, &name).map_err(bad)?;
        let extra = Extra::read(&extra).map_err(|what| bad(&what))?;
        let sizes = [24, 20, 42].map(|at| u32_at(&fixed, at));
        let sizes = extra.widen(sizes);
        let [size, packed, header] = sizes.ok_or_else(|| bad("its 64-bit sizes are not right"))?;
        Ok(Record {
            attributes: u32_at(&fixed, 38),
            flags: u16_at(&fixed, 8),
            method: u16_at(&fixed, 10),
            crc: u32_at(&fixed, 16),
            packed,
            size,
            header,
            data: 0,
            name,
        })
    }
}

/// What no ordinary archive of a site has.
fn refuse(fixed: &[u8], name: &[u8]) -> Result<(), &'static str> {
    let (flags, method) = (u16_at(fixed, 8), u16_at(fixed, 10));
    if u16_at(fixed, 6) > NEWEST_VERSION {
        Err("it needs a newer version of the format")
    } else if name.len() > LONGEST_NAME {
        Err("its name is longer than 1024 bytes")
    } else if flags & !FLAGS != 0 {
        Err("it is encrypted, or has another flag that is not allowed")
    } else if ![STORE, DEFLATE].contains(&method) {
        Err("it is packed with another method than `deflate`")
    } else if u16_at(fixed, 32) != 0 || u16_at(fixed, 34) != 0 {
        Err("it has a comment, or lies in another part")
    } else {
        Ok(())
    }
}
