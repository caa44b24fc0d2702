//! The end of an archive: where its directory lies, said in one way only.

use rawzip::ReaderAt;

use super::{BadArchive, MOST_MEMBERS, u16_at, u32_at, u64_at};

const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const LOCATOR: &[u8] = b"PK\x06\x07";
const LOCATOR_LENGTH: usize = 20;
const END_64: &[u8] = b"PK\x06\x06";
const END_64_LENGTH: usize = 56;

/// The longest comment that an end record can have.
const LONGEST_COMMENT: u64 = 0xffff;

/// Where the directory lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Directory {
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) count: u64,
}

/// Finds the directory, which must end where the end records begin.
pub(super) fn find(reader: &impl ReaderAt, length: u64) -> Result<Directory, BadArchive> {
    let at = length.checked_sub(END_LENGTH as u64).ok_or_else(no_end)?;
    let record: [u8; END_LENGTH] = read(reader, at)?;
    if !record.starts_with(END) || u16_at(&record, 20) != 0 {
        return Err(without_end(reader, length)?);
    }
    let told = Told::of_end(&record);
    if u32_at(&record, 4) != 0 || u16_at(&record, 8) != u16_at(&record, 10) {
        return Err(BadArchive::ambiguous("it is one of several parts"));
    }
    let (told, end) = if told.needs_64() {
        (told.with_64(reader, at)?, at.saturating_sub(LENGTH_OF_64))
    } else {
        refuse_locator(reader, at)?;
        (told, at)
    };
    told.directory(end)
}

/// What an end record tells.
struct Told {
    count: u64,
    size: u64,
    start: u64,
}

const LENGTH_OF_64: u64 = (LOCATOR_LENGTH + END_64_LENGTH) as u64;

impl Told {
    fn of_end(record: &[u8]) -> Self {
        Told {
            count: u64::from(u16_at(record, 10)),
            size: u64::from(u32_at(record, 12)),
            start: u64::from(u32_at(record, 16)),
        }
    }

    /// Whether a field is at its largest, so that the 64-bit record counts.
    fn needs_64(&self) -> bool {
        self.count == 0xffff || self.size == 0xffff_ffff || self.start == 0xffff_ffff
    }

    fn with_64(self, reader: &impl ReaderAt, end: u64) -> Result<Told, BadArchive> {
        let wrong =
            || BadArchive::ambiguous("its 64-bit end record is missing or says other things");
        let at = end.checked_sub(LENGTH_OF_64).ok_or_else(wrong)?;
        let bytes: [u8; LOCATOR_LENGTH + END_64_LENGTH] = read(reader, at)?;
        let (record, locator) = bytes.split_at(END_64_LENGTH);
        let told = Told {
            count: u64_at(record, 32),
            size: u64_at(record, 40),
            start: u64_at(record, 48),
        };
        let record_fits = record.starts_with(END_64)
            && u64_at(record, 4) == END_64_LENGTH as u64 - 12
            && u64_at(record, 16) == 0
            && u64_at(record, 24) == told.count;
        let locator_fits = locator.starts_with(LOCATOR)
            && u32_at(locator, 4) == 0
            && u64_at(locator, 8) == at
            && u32_at(locator, 16) <= 1;
        let fits = record_fits && locator_fits && self.agrees_with(&told);
        fits.then_some(told).ok_or_else(wrong)
    }

    fn agrees_with(&self, other: &Told) -> bool {
        let same = |own, other, largest| own == other || own == largest;
        same(self.count, other.count, 0xffff)
            && same(self.size, other.size, 0xffff_ffff)
            && same(self.start, other.start, 0xffff_ffff)
    }

    fn directory(self, end: u64) -> Result<Directory, BadArchive> {
        if self.start.checked_add(self.size) != Some(end) {
            let what = "its directory is not where its end says";
            return Err(BadArchive::ambiguous(what));
        }
        if self.count > MOST_MEMBERS {
            let what = format!("it holds more than {MOST_MEMBERS} files");
            return Err(BadArchive::Ambiguous(what));
        }
        Ok(Directory {
            start: self.start,
            end,
            count: self.count,
        })
    }
}

/// Some programs follow a locator wherever they see one.
fn refuse_locator(reader: &impl ReaderAt, end: u64) -> Result<(), BadArchive> {
    let Some(at) = end.checked_sub(LOCATOR_LENGTH as u64) else {
        return Ok(());
    };
    let bytes: [u8; 4] = read(reader, at)?;
    if bytes == LOCATOR {
        return Err(BadArchive::ambiguous(
            "it has a 64-bit end record that its end does not ask for",
        ));
    }
    Ok(())
}

/// An archive with something behind it, or none.
fn without_end(reader: &impl ReaderAt, length: u64) -> Result<BadArchive, BadArchive> {
    let at = length.saturating_sub(LONGEST_COMMENT + END_LENGTH as u64);
    let mut tail = vec![0; usize::try_from(length - at).unwrap_or_default()];
    reader.read_exact_at(&mut tail, at)?;
    Ok(match tail.windows(END.len()).any(|it| it == END) {
        true => BadArchive::ambiguous("it has a comment, or something stands behind its end"),
        false => no_end(),
    })
}

fn no_end() -> BadArchive {
    BadArchive::Broken("its end is missing; copy or download it anew".to_owned())
}

fn read<const N: usize>(reader: &impl ReaderAt, at: u64) -> Result<[u8; N], BadArchive> {
    let mut bytes = [0; N];
    reader.read_exact_at(&mut bytes, at)?;
    Ok(bytes)
}
