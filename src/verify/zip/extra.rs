//! Extra fields: times, owners and 64-bit sizes, and none that gives a file another name.

use super::{u16_at, u64_at};

const ZIP_64: u16 = 0x0001;

/// What ordinary programs add and no program takes a name, a link or a key from;
/// with the most bytes of each.
const ALLOWED: [(u16, usize); 6] = [
    (ZIP_64, 24),
    // Times of NTFS.
    (0x000a, 32),
    // Times and owners of Unix systems.
    (0x5455, 13),
    (0x5855, 12),
    (0x7855, 4),
    (0x7875, 24),
];

/// The 64-bit sizes of a header, if it has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extra<'a> {
    pub(super) zip_64: Option<&'a [u8]>,
}

impl<'a> Extra<'a> {
    /// Refuses any field that is not allowed, stands twice or is cut short.
    pub(super) fn read(mut bytes: &'a [u8]) -> Result<Self, String> {
        let mut seen = Vec::new();
        let mut extra = Extra { zip_64: None };
        while !bytes.is_empty() {
            let (id, field, rest) = split(bytes).ok_or("its extra fields are cut short")?;
            let most = ALLOWED.iter().find(|(allowed, _)| *allowed == id);
            if most.is_none_or(|(_, most)| field.len() > *most) || seen.contains(&id) {
                return Err(format!("the extra field `{id:#06x}` is not allowed here"));
            }
            seen.push(id);
            extra.zip_64 = extra.zip_64.or((id == ZIP_64).then_some(field));
            bytes = rest;
        }
        Ok(extra)
    }

    /// The real values of these 32-bit fields: those at their largest stand in the
    /// 64-bit field, and nothing else does.
    pub(super) fn widen<const N: usize>(self, fields: [u32; N]) -> Option<[u64; N]> {
        let mut rest = self.zip_64.unwrap_or_default();
        let mut wide = fields.map(u64::from);
        for (field, wide) in fields.iter().zip(&mut wide) {
            if *field == u32::MAX {
                let (first, others) = rest.split_at_checked(8)?;
                (*wide, rest) = (u64_at(first, 0), others);
            }
        }
        let is_used = fields.contains(&u32::MAX);
        (rest.is_empty() && self.zip_64.is_some() == is_used).then_some(wide)
    }
}

fn split(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (head, rest) = bytes.split_at_checked(4)?;
    let (field, rest) = rest.split_at_checked(usize::from(u16_at(head, 2)))?;
    Some((u16_at(head, 0), field, rest))
}
