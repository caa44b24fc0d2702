//! The header before a file's data, and the descriptor behind them, held against the directory.

use rawzip::ReaderAt;

use super::extra::Extra;
use super::record::{DEFLATE, HAS_DESCRIPTOR, Record, STORE};
use super::{BadArchive, NEWEST_VERSION, u16_at, u32_at};

const SIGNATURE: &[u8] = b"PK\x03\x04";
const LENGTH: u64 = 30;
const DESCRIPTOR: &[u8] = b"PK\x07\x08";

/// Checks both; says where the next file begins, which is not behind `limit`.
pub(super) fn check(
    reader: &impl ReaderAt,
    record: &mut Record,
    limit: u64,
) -> Result<u64, BadArchive> {
    let bad = |what: &str| BadArchive::of_member(&record.name, what);
    let (header, variable) = read(reader, record.header, limit)?
        .ok_or_else(|| bad("there is no header before its data"))?;
    let (name, extra) = variable.split_at(usize::from(u16_at(&header, 26)));
    if name != record.name {
        let other = crate::report::quoted(&String::from_utf8_lossy(name));
        return Err(bad(&format!("the header before its data names it {other}")));
    }
    let extra = Extra::read(extra).map_err(|what| bad(&what))?;
    let says = Says::of(&header, extra).ok_or_else(|| bad("its 64-bit sizes are not right"))?;
    says.agrees_with(record).map_err(bad)?;
    let data = record.header + LENGTH + variable.len() as u64;
    let end = data.checked_add(record.packed);
    let end = end
        .filter(|end| *end <= limit)
        .ok_or_else(|| bad("its data are cut short"))?;
    let descriptor = descriptor(record, extra.zip_64.is_some());
    if !stands(reader, &descriptor, end)? {
        return Err(bad("what stands behind its data says another size or CRC"));
    }
    record.data = data;
    Ok(end + descriptor.len() as u64)
}

type Header = ([u8; LENGTH as usize], Vec<u8>);

/// The header with its name and extra fields.
fn read(reader: &impl ReaderAt, at: u64, limit: u64) -> Result<Option<Header>, BadArchive> {
    let mut fixed = [0; LENGTH as usize];
    if limit.saturating_sub(at) < LENGTH {
        return Ok(None);
    }
    reader.read_exact_at(&mut fixed, at)?;
    let length = usize::from(u16_at(&fixed, 26)) + usize::from(u16_at(&fixed, 28));
    if !fixed.starts_with(SIGNATURE) || limit - at - LENGTH < length as u64 {
        return Ok(None);
    }
    let mut variable = vec![0; length];
    reader.read_exact_at(&mut variable, at + LENGTH)?;
    Ok(Some((fixed, variable)))
}

/// What the header says.
struct Says {
    version: u16,
    flags: u16,
    method: u16,
    crc: u32,
    packed: u64,
    size: u64,
}

impl Says {
    fn of(header: &[u8], extra: Extra<'_>) -> Option<Self> {
        let [size, packed] = extra.widen([22, 18].map(|at| u32_at(header, at)))?;
        Some(Says {
            version: u16_at(header, 4),
            flags: u16_at(header, 6),
            method: u16_at(header, 8),
            crc: u32_at(header, 14),
            packed,
            size,
        })
    }

    fn agrees_with(&self, record: &Record) -> Result<(), &'static str> {
        let own = [u64::from(self.crc), self.packed, self.size];
        let true_ones = [u64::from(record.crc), record.packed, record.size];
        let same = own == true_ones;
        let told_later = record.flags & HAS_DESCRIPTOR != 0
            && own
                .iter()
                .zip(&true_ones)
                .all(|(own, it)| *own == 0 || own == it);
        if (self.flags, self.method) != (record.flags, record.method) {
            Err("the header before its data names another method, or other flags")
        } else if self.version > NEWEST_VERSION {
            Err("it needs a newer version of the format")
        } else if !same && !told_later {
            Err("the header before its data says another size or CRC")
        } else if record.method == STORE && record.packed != record.size {
            Err("it is stored, and has two sizes")
        } else if !same && record.method != DEFLATE {
            // Nobody could tell where it ends from the front.
            Err("it is stored, and its size stands only behind it; do not pack through a pipe")
        } else {
            Ok(())
        }
    }
}

/// The only descriptor that may stand behind the data.
fn descriptor(record: &Record, is_64: bool) -> Vec<u8> {
    if record.flags & HAS_DESCRIPTOR == 0 {
        return Vec::new();
    }
    let mut bytes = [DESCRIPTOR, &record.crc.to_le_bytes()].concat();
    for size in [record.packed, record.size] {
        let length = if is_64 { 8 } else { 4 };
        bytes.extend_from_slice(&size.to_le_bytes()[..length]);
    }
    bytes
}

fn stands(reader: &impl ReaderAt, expected: &[u8], at: u64) -> Result<bool, BadArchive> {
    let mut found = vec![0; expected.len()];
    reader.read_exact_at(&mut found, at)?;
    Ok(found == expected)
}
