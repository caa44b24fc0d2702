//! What stands on a host already, path by path: believed, only possible, ours or not.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{Note, Notes};
use super::role::{Role, archives, goes_with_a_release};
use super::{Host, HostPath, Local, Target, Tree};
use crate::output::Digest;
use crate::plan::Subject;
use crate::trust::{BUNDLES, Bundles, Sums};

/// So many releases may lie between the host's and ours for traces of an upload
/// that was cut short to be looked for; beyond, nothing is believed.
const MOST_BETWEEN: u64 = 16;

/// What is known of a host's files.
#[derive(Debug, Default)]
pub struct Inventory {
    /// Its release's sequence, if a key of the site has signed it.
    pub sequence: Option<u64>,
    /// Which bytes stand where, as far as we may rely on it.
    pub believed: BTreeMap<HostPath, Digest>,
    /// What a release of ours has put there: it may be removed.
    pub ours: BTreeSet<HostPath>,
    /// All that is there, if the host can tell.
    pub listed: Option<BTreeSet<HostPath>>,
    /// Files of others, or changed ones, where the release has a file.
    pub in_the_way: Vec<HostPath>,
    /// Whether something of ours stands there that no key which counts now has signed.
    pub is_doubtful: bool,
    /// Whether the host holds our site, and nothing says which files it has.
    pub is_blind: bool,
}

/// What an inventory is taken from.
pub struct Sources<'a> {
    /// The host.
    pub target: &'a dyn Target,
    /// What it said.
    pub host: &'a Host,
    /// Our release.
    pub local: &'a Local,
    /// What is to stand there.
    pub tree: &'a Tree,
    /// Our notes, as far as they still hold.
    pub notes: &'a Notes,
    /// Every path that we ever put something to.
    pub named: &'a BTreeSet<HostPath>,
    /// Whether nothing that stands there is believed.
    pub resend: bool,
}

impl Sources<'_> {
    /// Puts together what the host's release, its traces, its listing and our
    /// own notes say.
    ///
    /// # Errors
    ///
    /// The host cannot be asked.
    pub fn inventory(&self) -> anyhow::Result<Inventory> {
        let host = self.host;
        let mut inventory = Inventory {
            sequence: host.release.as_ref().map(|release| release.sequence),
            listed: host.listed.clone(),
            is_doubtful: host.is_of_our_site && !host.is_trusted,
            is_blind: self.is_blind(),
            believed: self.believed(),
            ours: self.ours()?,
            ..Inventory::default()
        };
        inventory.add_notes(self);
        inventory.compare(self)?;
        if self.resend {
            inventory.believed.clear();
        }
        Ok(inventory)
    }

    fn is_blind(&self) -> bool {
        let host = self.host;
        let tells = host.listed.is_some() || host.sums.is_some() || host.claimed_sums.is_some();
        host.is_of_our_site && !tells
    }

    /// What the host's list says, unless an upload that did not come to its end
    /// has left its own list in `r/M/`, before it touched a page, that says
    /// something else: either bytes may stand by then.
    fn believed(&self) -> BTreeMap<HostPath, Digest> {
        let (host, ours) = (self.host, self.local.release.sequence);
        let (Some(release), Some(sums)) = (&host.release, &host.sums) else {
            return BTreeMap::new();
        };
        let now = release.sequence;
        if !host.is_trusted || ours.saturating_sub(now) > MOST_BETWEEN {
            return BTreeMap::new();
        }
        let begun: Vec<&Sums> = (host.copies.iter())
            .filter(|copy| (now + 1..=ours).contains(&copy.number))
            .filter_map(|copy| copy.sums.as_ref())
            .collect();
        let stands = |path: &HostPath, digest: &Digest| {
            let agrees = |sums: &&Sums| sums.entries.get(path.as_str()) == Some(digest);
            host.may_hold(path) && begun.iter().all(agrees)
        };
        let entries = sums.entries.iter();
        entries
            .map(|(path, digest)| (path.into(), *digest))
            .filter(|(path, digest)| stands(path, digest))
            .collect()
    }

    /// What is ours to replace and to remove.
    fn ours(&self) -> anyhow::Result<BTreeSet<HostPath>> {
        let mut ours: BTreeSet<HostPath> = self.host.sums.iter().flat_map(paths).collect();
        ours.retain(|path| self.host.may_hold(path));
        for path in self.candidates()? {
            let is_known = ours.contains(&path) || self.is_noted(&path);
            if !is_known && self.may_be_ours(&path)? {
                ours.insert(path);
            }
        }
        Ok(ours)
    }

    /// What may be ours, if it is there: everything that a list of ours has, and
    /// on a host of our site what only its releases have.
    fn candidates(&self) -> anyhow::Result<BTreeSet<HostPath>> {
        let mut paths = self.named.clone();
        if !self.host.is_of_our_site {
            return Ok(paths);
        }
        let copies = self.host.copies.iter().filter(|copy| copy.is_ours);
        paths.extend(
            copies
                .filter_map(|copy| copy.sums.as_ref())
                .flat_map(self::paths),
        );
        paths.extend(self.local.earlier.iter().cloned());
        paths.extend(self.names_of_every_release());
        paths.extend(self.names_of_archives()?);
        if self.host.sums.is_none() {
            paths.extend(self.names_that_only_we_have());
        }
        Ok(paths)
    }

    /// The signed files of ours, and those of the releases before.
    fn names_of_every_release(&self) -> Vec<HostPath> {
        let unlisted = |path: &&HostPath| {
            let role = Role::of(path);
            role.is_compared() || role == Role::Archive
        };
        let mut paths: Vec<HostPath> = self.tree.keys().filter(unlisted).cloned().collect();
        if let Some(listed) = &self.host.listed {
            paths.extend(listed.iter().filter(|it| goes_with_a_release(it)).cloned());
            return paths;
        }
        let signed = |path: &&HostPath| matches!(Role::of(path), Role::Control(_) | Role::Key);
        let names: Vec<&HostPath> = self.tree.keys().filter(signed).collect();
        for copy in &self.host.copies {
            let path = |name: &&HostPath| HostPath::new(&format!("r/{}/{name}", copy.number));
            paths.extend(names.iter().filter_map(path));
        }
        paths
    }

    fn names_of_archives(&self) -> anyhow::Result<Vec<HostPath>> {
        let list = HostPath::new(BUNDLES).filter(|path| self.host.may_hold(path));
        let bytes = match list {
            Some(list) => self.target.read(&list, Bundles::LARGEST)?,
            None => None,
        };
        let bundles = bytes.and_then(|bytes| Bundles::parse(&bytes).ok());
        let files = bundles.into_iter().flat_map(|bundles| bundles.files);
        let listed = files.map(|file| format!("bundle/{}", file.name));
        let paths = listed.chain(archives());
        Ok(paths.filter_map(|path| HostPath::new(&path)).collect())
    }

    /// Where no list of ours tells what the host's release has put there, a
    /// profile or a portrait must not stay because nobody vouches for it.
    fn names_that_only_we_have(&self) -> Vec<HostPath> {
        let claimed = self.host.claimed_sums.iter().flat_map(paths);
        let listed = self.host.listed.iter().flatten().cloned();
        let own = |path: &HostPath| {
            matches!(
                Role::of(path),
                Role::Of(Subject::Person(_) | Subject::People | Subject::Photo)
            )
        };
        let sent = self.tree.keys().cloned();
        claimed.chain(listed).filter(own).chain(sent).collect()
    }

    /// Whether the notes answer for a host that does not.
    fn is_noted(&self, path: &HostPath) -> bool {
        let note = self.notes.get(path);
        self.host.listed.is_none() && matches!(note, Some(Note::Stands(_) | Note::Gone))
    }

    /// What is put there anyway is not asked for.
    fn may_be_ours(&self, path: &HostPath) -> anyhow::Result<bool> {
        let is_sent = self.host.listed.is_none() && self.tree.contains_key(path);
        Ok(is_sent || self.holds(path)?)
    }

    fn holds(&self, path: &HostPath) -> anyhow::Result<bool> {
        match &self.host.listed {
            Some(listed) => Ok(listed.contains(path)),
            None => self.target.holds(path),
        }
    }
}

fn paths(sums: &Sums) -> impl Iterator<Item = HostPath> + '_ {
    sums.entries.keys().map(HostPath::from)
}

impl Inventory {
    fn add_notes(&mut self, from: &Sources<'_>) {
        for (path, note) in from.notes {
            match note {
                Note::Stands(digest) if from.host.may_hold(path) => {
                    self.believed.insert(path.clone(), *digest);
                    self.ours.insert(path.clone());
                }
                Note::Ours => {}
                Note::Stands(_) | Note::Going => drop(self.believed.remove(path)),
                Note::Gone => {
                    self.believed.remove(path);
                    // What the host lists is there, whatever we have noted.
                    if self.listed.is_none() {
                        self.ours.remove(path);
                    }
                }
            }
        }
    }

    /// Fetches small files outside of `SHA256SUMS`, and what others may have put
    /// where the release has a file.
    fn compare(&mut self, from: &Sources<'_>) -> anyhow::Result<()> {
        let mut unknown = Vec::new();
        for (path, item) in from.tree {
            let is_ours = self.ours.contains(path);
            if self.believed.contains_key(path) || !from.host.may_hold(path) {
                continue;
            }
            if Role::of(path).is_compared() || (!is_ours && from.holds(path)?) {
                unknown.push((path.clone(), item.bytes));
            }
        }
        for (path, bytes) in from.target.read_all(&unknown)? {
            self.believed.insert(path, Digest::of(&bytes));
        }
        for (path, _) in unknown {
            let stands = self.believed.get(&path);
            let same = stands.is_some() && stands == from.tree.get(&path).map(|item| &item.digest);
            if !same && !self.ours.contains(&path) && (stands.is_some() || from.holds(&path)?) {
                self.in_the_way.push(path);
            }
        }
        self.believe_archives(from);
        Ok(())
    }

    /// Archives are known by their list, which is put there after them.
    fn believe_archives(&mut self, from: &Sources<'_>) {
        let same = HostPath::new(BUNDLES).is_some_and(|path| {
            let ours = from.tree.get(&path).map(|item| &item.digest);
            ours.is_some() && self.believed.get(&path) == ours
        });
        let archive = |path: &&HostPath| Role::of(path) == Role::Archive;
        for path in from.tree.keys().filter(archive).filter(|_| same) {
            if from.host.may_hold(path) && self.ours.contains(path) {
                let digest = from.tree[path].digest;
                self.believed.entry(path.clone()).or_insert(digest);
            }
        }
    }
}
