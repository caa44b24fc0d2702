//! `SHA256SUMS`: every file of a tree but the control files, in the format of
//! GNU coreutils, so that `sha256sum -c --strict` reads it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::lines::{Line, Lines};
use super::{Fault, is_control};
use crate::output::{Digest, SitePath};

/// The hash of every file that is not a control file, by its path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    /// Path and hash; the order is that of bytes.
    pub entries: BTreeMap<SitePath, Digest>,
}

impl Sums {
    /// The most bytes that `SHA256SUMS` may have: some 400,000 files.
    pub const LARGEST: u64 = 50_000_000;

    /// Reads a `SHA256SUMS`.
    ///
    /// # Errors
    ///
    /// The first line that is not a hash, two spaces and a path of a site; or
    /// that is out of order, so that no path can stand twice.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        let mut lines = Lines::open(bytes, Self::LARGEST)?;
        let mut entries: BTreeMap<SitePath, Digest> = BTreeMap::new();
        while let Some(line) = lines.next() {
            let (path, digest) = entry(line)?;
            if entries
                .last_key_value()
                .is_some_and(|(last, _)| *last >= path)
            {
                return Err(line.fault("this path is out of order"));
            }
            entries.insert(path, digest);
        }
        Ok(Sums { entries })
    }

    /// The text, which `parse` and `sha256sum -c` read.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (path, digest) in &self.entries {
            let _ = writeln!(text, "{digest}  {path}");
        }
        text
    }
}

fn entry(line: Line<'_>) -> Result<(SitePath, Digest), Fault> {
    let [digest, path] = line.split("  ")?;
    let hash = digest.text.parse();
    let hash = hash.map_err(|_| digest.fault("not a SHA-256 in 64 small hexadecimal digits"))?;
    let site_path = SitePath::new(path.text).map_err(|bad| path.fault(bad.to_string()))?;
    if is_control(path.text) {
        return Err(path.fault(format!("{} is a control file", path.quoted())));
    }
    Ok((site_path, hash))
}
