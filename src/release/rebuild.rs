//! Whether a release follows from a checkout of its content, archives included, so
//! that a second editor can vouch for the first.

use std::collections::BTreeMap;

use super::past::Past;
use super::staging::Staging;
use super::{archives, pages, single_pages};
use crate::compose::Renderer;
use crate::output::{Digest, Failure, SitePath};
use crate::press::Press;
use crate::trust::BundleFile;

type Hashes = BTreeMap<SitePath, Digest>;

/// How a checkout compares with a release.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// The pages, against `SHA256SUMS`.
    pub pages: Difference,
    /// Whether `mirrors.txt` and the key sets are the same, too.
    pub same_lists: bool,
    /// The archives, against `bundles.txt`; nothing where the copy has none, or
    /// where the pages differ already.
    pub archives: Option<Difference>,
}

/// How the files of a checkout compare with those of a release. Each list is sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// How many files are the same.
    pub same: usize,
    /// Files with other bytes.
    pub differ: Vec<SitePath>,
    /// Files that the checkout gives and the release has not.
    pub only_here: Vec<SitePath>,
    /// Files that the release has and the checkout does not give.
    pub only_there: Vec<SitePath>,
}

impl Rebuilt {
    /// Whether the release is what the checkout gives.
    #[must_use]
    pub fn follows(&self) -> bool {
        let archives = self.archives.as_ref();
        self.same_lists && self.pages.is_none() && archives.is_none_or(Difference::is_none)
    }
}

impl Difference {
    /// Whether there is none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        let lists = [&self.differ, &self.only_here, &self.only_there];
        lists.iter().all(|list| list.is_empty())
    }

    fn between(here: &Hashes, there: &Hashes) -> Self {
        let mut found = Difference::default();
        for (path, signed) in there {
            match here.get(path) {
                Some(digest) if digest == signed => found.same += 1,
                Some(_) => found.differ.push(path.clone()),
                None => found.only_there.push(path.clone()),
            }
        }
        let missing = here.keys().filter(|path| !there.contains_key(*path));
        found.only_here.extend(missing.cloned());
        found
    }
}

/// Makes every file anew in a temporary folder, and compares its hash with the
/// signed one. The archives follow from the pages and the signatures.
///
/// # Errors
///
/// A page cannot be rendered, or the temporary folder not be written to.
pub fn rebuild(press: &Press, renderer: &Renderer<'_>, release: &Past) -> Result<Rebuilt, Failure> {
    let staging = Staging::to_compare()?;
    let pages = pages::render(press, renderer, |path, bytes| staging.write(path, bytes))?;
    let mut rebuilt = Rebuilt {
        pages: Difference::between(&pages.sums().entries, &release.sums.entries),
        same_lists: same_lists(press, release),
        archives: None,
    };
    if let Some(bundles) = release.bundles.as_ref().filter(|_| rebuilt.follows()) {
        staging.write_all(&release.files)?;
        let members = archives::members(&staging, &pages, &release.files);
        let mirrors = &press.site.signing.mirrors;
        let mut made = archives::pack(&staging, &members, &release.release, mirrors)?;
        if single_pages::are_in(bundles) {
            made.extend(single_pages::write(press, renderer, &staging)?);
        }
        let (here, there) = (hashes(&made)?, hashes(&bundles.files)?);
        rebuilt.archives = Some(Difference::between(&here, &there));
    }
    Ok(rebuilt)
}

fn hashes(archives: &[BundleFile]) -> anyhow::Result<Hashes> {
    let entry = |file: &BundleFile| Ok((archives::in_bundle(file.name.as_str())?, file.digest));
    archives.iter().map(entry).collect()
}

/// Later key sets and signatures may have come since; those of the release are to
/// be the checkout's.
fn same_lists(press: &Press, release: &Past) -> bool {
    let signing = &press.site.signing;
    let mirrors = signing.mirrors.to_text();
    let own: BTreeMap<String, &Vec<u8>> = signing
        .keys
        .0
        .iter()
        .map(|(name, bytes)| (format!("keys/{name}"), bytes))
        .collect();
    let mut keys = release
        .files
        .iter()
        .filter(|(path, _)| path.as_str().starts_with("keys/"));
    let named = |bytes: &&Vec<u8>| release.release.keys.digest == Digest::of(bytes);
    release.release.mirrors.is(mirrors.as_bytes())
        && own.values().any(named)
        && keys.all(|(path, bytes)| own.get(path.as_str()) == Some(&bytes))
}
