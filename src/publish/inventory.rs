//! What stands on a host already, path by path: believed, or only possible.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{Note, Notes};
use super::{Host, HostPath, Local, Target, Tree};
use crate::output::Digest;
use crate::trust::{Bundles, Control, Sums};

/// So many releases may lie between the host's and ours for traces of an upload
/// that was cut short to be looked for; beyond, nothing is believed.
const MOST_BETWEEN: u64 = 16;

/// So many releases before the host's are asked for what they may have left.
const MOST_BEFORE: usize = 4;

/// The archives' own list.
const BUNDLES: &str = "bundle/bundles.txt";

/// What is known of a host's files.
#[derive(Debug, Default)]
pub struct Inventory {
    /// Its release's sequence, if our keys vouch for it.
    pub sequence: Option<u64>,
    /// Which bytes stand where, as far as we may rely on it.
    pub believed: BTreeMap<HostPath, Digest>,
    /// What a release of ours has put there: it may be removed.
    pub ours: BTreeSet<HostPath>,
    /// All that is there, if the host can tell.
    pub listed: Option<BTreeSet<HostPath>>,
}

impl Inventory {
    /// Puts together what the host's release, its traces, its listing and our
    /// own notes say.
    ///
    /// # Errors
    ///
    /// The host cannot be asked.
    pub fn take(
        target: &dyn Target,
        host: &Host,
        local: &Local,
        tree: &Tree,
        notes: &Notes,
    ) -> anyhow::Result<Self> {
        let mut inventory = Inventory {
            sequence: host.release.as_ref().map(|release| release.sequence),
            listed: target.list()?,
            ..Inventory::default()
        };
        inventory.add_release(host);
        inventory.add_what_was_not_swept(target)?;
        inventory.doubt_what_was_cut_short(target, local)?;
        inventory.add_control_names(target, tree)?;
        inventory.forget_what_is_not_listed();
        inventory.add_notes(notes);
        inventory.compare_control_files(target, tree)?;
        Ok(inventory)
    }

    fn add_release(&mut self, host: &Host) {
        for (path, digest) in host.sums.iter().flat_map(|sums| &sums.entries) {
            self.believed.insert(path.into(), *digest);
            self.ours.insert(path.into());
        }
    }

    /// A run that was cut short after its `release.txt` has left files of the
    /// release before it, and its list.
    fn add_what_was_not_swept(&mut self, target: &dyn Target) -> anyhow::Result<()> {
        let Some(now) = self.sequence else {
            return Ok(());
        };
        for number in (1..now).rev().take(MOST_BEFORE) {
            let path = format!("r/{number}/{}", Control::Sums.name());
            if let Some(bytes) = self.read(target, &path, Sums::LARGEST)? {
                let before = Sums::parse(&bytes).unwrap_or_default();
                self.ours.extend(before.entries.keys().map(HostPath::from));
            }
        }
        Ok(())
    }

    /// An upload that did not come to its end has left its own list in `r/M/`
    /// before it touched a page: where that list says something else, either
    /// bytes may stand by now.
    fn doubt_what_was_cut_short(
        &mut self,
        target: &dyn Target,
        local: &Local,
    ) -> anyhow::Result<()> {
        let (Some(now), ours) = (self.sequence, local.release.sequence) else {
            return Ok(());
        };
        if ours.saturating_sub(now) > MOST_BETWEEN {
            self.believed.clear();
            return Ok(());
        }
        for number in now + 1..=ours {
            let path = format!("r/{number}/{}", Control::Sums.name());
            if let Some(bytes) = self.read(target, &path, Sums::LARGEST)? {
                self.doubt(&Sums::parse(&bytes).unwrap_or_default());
            }
        }
        Ok(())
    }

    fn doubt(&mut self, begun: &Sums) {
        let agrees =
            |path: &HostPath, digest: &Digest| begun.entries.get(path.as_str()) == Some(digest);
        self.believed.retain(|path, digest| agrees(path, digest));
        self.ours.extend(begun.entries.keys().map(HostPath::from));
    }

    /// Control files stand in no list; their names follow from the format.
    fn add_control_names(&mut self, target: &dyn Target, tree: &Tree) -> anyhow::Result<()> {
        if let Some(listed) = &self.listed {
            self.ours
                .extend(listed.iter().filter(|path| is_ours_by_name(path)).cloned());
            return Ok(());
        }
        let Some(now) = self.sequence else {
            return Ok(());
        };
        let names: Vec<&str> = tree
            .keys()
            .map(HostPath::as_str)
            .filter(|path| {
                Control::ALL.iter().any(|it| it.name() == *path) || path.starts_with("keys/")
            })
            .collect();
        for number in now.saturating_sub(1).max(1)..=now {
            let copies = names
                .iter()
                .filter_map(|name| HostPath::new(&format!("r/{number}/{name}")));
            self.ours.extend(copies);
        }
        self.add_bundle_names(target)
    }

    fn add_bundle_names(&mut self, target: &dyn Target) -> anyhow::Result<()> {
        let bytes = self.read(target, BUNDLES, Bundles::LARGEST)?;
        let bundles = bytes.and_then(|bytes| Bundles::parse(&bytes).ok());
        let Some(bundles) = bundles else {
            return Ok(());
        };
        let names = bundles
            .files
            .iter()
            .map(|file| format!("bundle/{}", file.name));
        let own = [BUNDLES.to_owned(), format!("{BUNDLES}.minisig")];
        self.ours
            .extend(names.chain(own).filter_map(|path| HostPath::new(&path)));
        Ok(())
    }

    fn forget_what_is_not_listed(&mut self) {
        if let Some(listed) = &self.listed {
            self.believed.retain(|path, _| listed.contains(path));
            self.ours.retain(|path| listed.contains(path));
        }
    }

    fn add_notes(&mut self, notes: &Notes) {
        for (path, note) in notes {
            match note {
                Note::Stands(digest) if self.may_be_there(path) => {
                    self.believed.insert(path.clone(), *digest);
                    self.ours.insert(path.clone());
                }
                Note::Stands(_) | Note::Going => drop(self.believed.remove(path)),
                Note::Gone => {
                    self.believed.remove(path);
                    self.ours.remove(path);
                }
            }
        }
    }

    /// Small files outside of `SHA256SUMS` are fetched and compared; archives are
    /// known by their list.
    fn compare_control_files(&mut self, target: &dyn Target, tree: &Tree) -> anyhow::Result<()> {
        let unknown: Vec<(HostPath, u64)> = tree
            .iter()
            .filter(|(path, _)| !self.believed.contains_key(*path) && self.may_be_there(path))
            .filter(|(path, _)| is_small_control(path))
            .map(|(path, item)| (path.clone(), item.bytes))
            .collect();
        for (path, bytes) in target.read_all(&unknown)? {
            self.ours.insert(path.clone());
            self.believed.insert(path, Digest::of(&bytes));
        }
        self.believe_bundles(tree);
        Ok(())
    }

    fn believe_bundles(&mut self, tree: &Tree) {
        let list = HostPath::new(BUNDLES).and_then(|path| {
            let ours = tree.get(&path)?.digest;
            (self.believed.get(&path) == Some(&ours)).then_some(())
        });
        if list.is_none() {
            return;
        }
        let archive =
            |path: &HostPath| path.as_str().starts_with("bundle/") && !is_small_control(path);
        for (path, item) in tree.iter().filter(|(path, _)| archive(path)) {
            if self.may_be_there(path) {
                self.believed.entry(path.clone()).or_insert(item.digest);
            }
        }
    }

    fn may_be_there(&self, path: &HostPath) -> bool {
        self.listed
            .as_ref()
            .is_none_or(|listed| listed.contains(path))
    }

    fn read(&self, target: &dyn Target, path: &str, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
        let path = HostPath::new(path).filter(|path| self.may_be_there(path));
        path.map_or(Ok(None), |path| target.read(&path, cap))
    }
}

/// Whether a path is one that only a release has: `r/N/…`, `bundle/…`.
fn is_ours_by_name(path: &HostPath) -> bool {
    let path = path.as_str();
    copy_number(path).is_some() || path.starts_with("bundle/")
}

/// The `N` of `r/N/…`.
pub(super) fn copy_number(path: &str) -> Option<u64> {
    path.strip_prefix("r/")?.split_once('/')?.0.parse().ok()
}

/// What is worth fetching to see whether it differs.
fn is_small_control(path: &HostPath) -> bool {
    let text = path.as_str();
    let archive = text.starts_with("bundle/") && !text.starts_with(BUNDLES);
    let control = crate::trust::is_control(text) && !archive;
    control || super::extras::is_extra(path)
}
