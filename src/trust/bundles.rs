//! `bundle/bundles.txt`: the archives of a release, which hold its `release.txt`
//! and so cannot be named by it.

use std::fmt::Write as _;

use super::lines::{Line, Lines};
use super::{Fault, release::comment};
use crate::output::{Digest, SitePath};
use crate::record::Id;

/// Where the list of a release's archives stands.
pub const BUNDLES: &str = "bundle/bundles.txt";

const HEADER: &str = "vestochka-bundles 1";

/// The archives of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundles {
    /// The site.
    pub site: Id,
    /// The release's sequence.
    pub sequence: u64,
    /// The hash of its `release.txt`.
    pub release: Digest,
    /// The archives, sorted by name.
    pub files: Vec<BundleFile>,
}

/// One archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleFile {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// How many bytes.
    pub bytes: u64,
    /// Its path below `bundle/`.
    pub name: SitePath,
}

impl Bundles {
    /// The most bytes that `bundles.txt` may have.
    pub const LARGEST: u64 = 10_000_000;

    /// Reads a `bundles.txt`.
    ///
    /// # Errors
    ///
    /// The first line that differs from the form in which one is written.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        let mut lines = Lines::open(bytes, Self::LARGEST)?;
        lines.header(HEADER)?;
        let site = lines.value("site")?.site()?;
        let sequence = lines.value("sequence")?.ordinal()?;
        let release = lines.value("release")?.digest()?;
        let mut files: Vec<BundleFile> = Vec::new();
        while let Some(line) = lines.next() {
            let file = file(line)?;
            if files.last().is_some_and(|last| last.name >= file.name) {
                return Err(line.fault("this name is out of order"));
            }
            files.push(file);
        }
        Ok(Bundles {
            site,
            sequence,
            release,
            files,
        })
    }

    /// The text, which `parse` reads back.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!(
            "{HEADER}\nsite: {}\nsequence: {}\nrelease: sha256:{}\n",
            self.site, self.sequence, self.release
        );
        for BundleFile {
            digest,
            bytes,
            name,
        } in &self.files
        {
            let _ = writeln!(text, "sha256:{digest} {bytes} {name}");
        }
        text
    }

    /// What the signature's trusted comment says again.
    #[must_use]
    pub fn comment(&self) -> String {
        comment(&self.site, self.sequence)
    }
}

fn file(line: Line<'_>) -> Result<BundleFile, Fault> {
    let [digest, bytes, name] = line.split(" ")?;
    Ok(BundleFile {
        digest: digest.digest()?,
        bytes: bytes.number()?,
        name: SitePath::new(name.text).map_err(|bad| name.fault(bad.to_string()))?,
    })
}
