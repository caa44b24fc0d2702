//! Which releases were signed here, so that no number is ever given twice.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::output::{Digest, state_folder};

const FILE: &str = "releases.txt";

/// The highest release that was signed from a site's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ledger {
    /// Its sequence.
    pub sequence: u64,
    /// The hash of its `release.txt`.
    pub release: Digest,
}

impl Ledger {
    /// Reads the ledger of a site; none before its first release.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not a ledger: a broken memory is not forgotten.
    pub fn load(site: &Path) -> anyhow::Result<Option<Self>> {
        let path = path(site);
        let about = || format!("reading {}", path.display());
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(about),
        };
        match parse(&text) {
            Some(ledger) => Ok(Some(ledger)),
            None => bail!(
                "{} is damaged: it should be one line, the number of the last release and the hash of its `release.txt`",
                path.display()
            ),
        }
    }

    /// Writes the ledger, so that it outlives a power cut.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn store(&self, site: &Path) -> anyhow::Result<()> {
        let folder = state_folder(site)?;
        let write = || -> std::io::Result<()> {
            let mut file = tempfile::NamedTempFile::new_in(&folder)?;
            std::io::Write::write_fmt(
                &mut file,
                format_args!("{} {}\n", self.sequence, self.release),
            )?;
            file.as_file().sync_all()?;
            file.persist(path(site))?;
            Ok(())
        };
        write().with_context(|| format!("writing {}", path(site).display()))
    }
}

fn path(site: &Path) -> PathBuf {
    site.join(".vestochka").join(FILE)
}

fn parse(text: &str) -> Option<Ledger> {
    let (sequence, release) = text.strip_suffix('\n')?.split_once(' ')?;
    Some(Ledger {
        sequence: sequence.parse().ok()?,
        release: release.parse().ok()?,
    })
}
