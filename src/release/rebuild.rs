//! Whether the signed hashes of a release follow from a checkout of its content,
//! so that a second editor can vouch for the first.

use std::collections::BTreeMap;

use super::pages;
use super::past::Past;
use crate::output::{Digest, Failure, Render, SitePath};
use crate::plan::Output;
use crate::press::Press;

/// How the files of a checkout compare with those of a release. Each list is sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// How many files are the same.
    pub same: usize,
    /// Files with other bytes.
    pub differ: Vec<SitePath>,
    /// Files that the checkout gives and the release has not.
    pub only_here: Vec<SitePath>,
    /// Files that the release has and the checkout does not give.
    pub only_there: Vec<SitePath>,
    /// Whether `mirrors.txt` and the key sets are the same, too.
    pub same_lists: bool,
}

impl Rebuilt {
    /// Whether the release is what the checkout gives.
    #[must_use]
    pub fn follows(&self) -> bool {
        let lists = [&self.differ, &self.only_here, &self.only_there];
        self.same_lists && lists.iter().all(|list| list.is_empty())
    }
}

/// Renders every file in memory, and compares its hash with the signed one.
///
/// # Errors
///
/// A page cannot be rendered.
pub fn rebuild(
    press: &Press,
    renderer: &dyn Render<Output>,
    release: &Past,
) -> Result<Rebuilt, Failure> {
    let here = pages::render(press, renderer, |_, _| Ok(()))?
        .sums()
        .entries;
    let there = &release.sums.entries;
    let mut rebuilt = Rebuilt {
        same_lists: same_lists(press, release),
        only_there: missing_in(&here, there),
        only_here: missing_in(there, &here),
        ..Rebuilt::default()
    };
    for (path, digest) in &here {
        match there.get(path) {
            Some(signed) if signed == digest => rebuilt.same += 1,
            Some(_) => rebuilt.differ.push(path.clone()),
            None => {}
        }
    }
    Ok(rebuilt)
}

fn same_lists(press: &Press, release: &Past) -> bool {
    let signing = &press.site.signing;
    let mirrors = signing.mirrors.to_text();
    let keys = signing.keys.0.values().map(|bytes| Digest::of(bytes));
    let keys: Vec<Digest> = keys.collect();
    release.release.mirrors.is(mirrors.as_bytes()) && keys.contains(&release.release.keys.digest)
}

fn missing_in(
    one: &BTreeMap<SitePath, Digest>,
    other: &BTreeMap<SitePath, Digest>,
) -> Vec<SitePath> {
    let missing = |path: &&SitePath| !one.contains_key(*path);
    other.keys().filter(missing).cloned().collect()
}
