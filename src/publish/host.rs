//! The release that a host serves now: whose it is, and whether it is to be believed.

use std::collections::BTreeSet;

use super::role::Role;
use super::{Failure, HostPath, Keys, Local, Refusal, Target};
use crate::output::Digest;
use crate::trust::{
    Control, KeyFiles, KeySet, PublicKey, Release, Signature, Sums, Trusted, authenticate,
};

/// More rotations than this in one step are not followed on a host.
const MOST_ROTATIONS: u64 = 16;

/// So many releases of which a host may have copies are looked at.
const MOST_COPIES: usize = 20;

/// So many releases before ours may have left something on a host that names no files.
const MOST_BEFORE: u64 = 4;

/// What stands on a host.
#[derive(Debug, Default)]
pub struct Host {
    /// The hash of its `release.txt`, whatever that says.
    pub base: Option<Digest>,
    /// What it says, if a key of the site signed it, whether or not that key still counts.
    pub release: Option<Release>,
    /// The list of files that belongs to it.
    pub sums: Option<Sums>,
    /// Whether a key that counts now has signed it.
    pub is_trusted: bool,
    /// Whether something there is of our site, or says so.
    pub is_of_our_site: bool,
    /// Every path that holds a file, if the host can tell.
    pub listed: Option<BTreeSet<HostPath>>,
    /// What `r/` holds of releases.
    pub copies: Vec<Copy>,
    /// The list of files at its root, whoever wrote it.
    pub claimed_sums: Option<Sums>,
}

/// What `r/N/` holds of a release.
#[derive(Debug)]
pub struct Copy {
    /// Its `N`.
    pub number: u64,
    /// The list there, whoever wrote it.
    pub sums: Option<Sums>,
    /// Whether the list is that of a release which a key of the site signed.
    pub is_ours: bool,
}

impl Host {
    /// Asks a host, and refuses what must not be overwritten.
    ///
    /// # Errors
    ///
    /// The host holds another site or a newer release, or cannot be asked.
    pub fn ask(target: &dyn Target, local: &Local) -> Result<Self, Failure> {
        let mut host = Host::default();
        if let Some(text) = get(target, Control::Release.name(), Release::LARGEST)? {
            host.judge(target, local, &text)?;
        }
        host.listed = target.list()?;
        host.copies = host.copies(target, local)?;
        host.is_of_our_site |= host.copies.iter().any(|copy| copy.is_ours);
        if host.is_of_our_site && host.sums.is_none() {
            let bytes = get(target, Control::Sums.name(), Sums::LARGEST)?;
            host.claimed_sums = bytes.and_then(|bytes| Sums::parse(&bytes).ok());
        }
        Ok(host)
    }

    fn judge(&mut self, target: &dyn Target, local: &Local, text: &[u8]) -> Result<(), Failure> {
        self.base = Some(Digest::of(text));
        let Ok(claimed) = Release::parse(text) else {
            return Ok(());
        };
        if claimed.site != local.release.site {
            let (host, ours) = (claimed.site, local.release.site.clone());
            return Err(Refusal::OtherSite { host, ours }.into());
        }
        self.is_of_our_site = true;
        let signatures = signatures(target, claimed.sequence)?;
        let newer = newer_keys(target, &local.keys, &claimed)?;
        let trusted = [Some(&local.keys.trusted), newer.as_ref()];
        let counts = |signature: &Vec<u8>| {
            let mut keys = trusted.iter().copied().flatten();
            keys.any(|keys| authenticate(keys, text, Some(signature)).is_ok())
        };
        let is_ours = |signature: &Vec<u8>| local.lineage.attribute(text, Some(signature)).is_ok();
        self.is_trusted = signatures.iter().any(counts);
        if self.is_trusted {
            refuse_to_go_back(&claimed, text, local)?;
        }
        if self.is_trusted || signatures.iter().any(is_ours) {
            self.sums = sums(target, &claimed)?;
            self.release = Some(claimed);
        }
        Ok(())
    }

    /// Reads what `r/` holds. A host that names no files is asked for the
    /// releases about ours.
    fn copies(&self, target: &dyn Target, local: &Local) -> anyhow::Result<Vec<Copy>> {
        let numbers = self.copy_numbers(local.release.sequence);
        let name = |number: u64, control: Control| {
            let path = HostPath::new(&format!("r/{number}/{}", control.name()));
            path.map(|path| (path, control.largest()))
        };
        let read = [Control::Release, Control::Signature, Control::Sums];
        let wanted: Vec<(HostPath, u64)> = (numbers.iter())
            .flat_map(|number| read.iter().filter_map(|control| name(*number, *control)))
            .filter(|(path, _)| self.may_hold(path))
            .collect();
        let found = target.read_all(&wanted)?;
        let file = |number, control| name(number, control).and_then(|(path, _)| found.get(&path));
        let copy = |number: u64| {
            let signature = file(number, Control::Signature).map(Vec::as_slice);
            let listed = file(number, Control::Sums);
            let ours = file(number, Control::Release)
                .and_then(|text| local.lineage.attribute(text, signature).ok())
                .filter(|release| release.sequence == number);
            let is_ours = ours
                .zip(listed)
                .is_some_and(|(release, listed)| release.files.is(listed));
            Copy {
                number,
                sums: listed.and_then(|bytes| Sums::parse(bytes).ok()),
                is_ours,
            }
        };
        Ok(numbers.into_iter().map(copy).collect())
    }

    fn copy_numbers(&self, ours: u64) -> BTreeSet<u64> {
        let numbers: BTreeSet<u64> = match &self.listed {
            Some(listed) => listed
                .iter()
                .filter_map(|path| match Role::of(path) {
                    Role::Copy(number) => Some(number),
                    _ => None,
                })
                .collect(),
            None => {
                let now = self.release.as_ref().map_or(ours, |it| it.sequence);
                (now.min(ours).saturating_sub(MOST_BEFORE).max(1)..=ours).collect()
            }
        };
        numbers.into_iter().rev().take(MOST_COPIES).collect()
    }

    /// Whether a file may stand at a path, as far as the host tells.
    #[must_use]
    pub fn may_hold(&self, path: &HostPath) -> bool {
        let listed = self.listed.as_ref();
        listed.is_none_or(|listed| listed.contains(path))
    }
}

fn refuse_to_go_back(host: &Release, text: &[u8], local: &Local) -> Result<(), Refusal> {
    let (host, ours) = (host.sequence, local.release.sequence);
    if host > ours {
        return Err(Refusal::Newer { host, ours });
    }
    if host == ours && text != local.text {
        return Err(Refusal::SameSequence(ours));
    }
    Ok(())
}

/// The signatures that may be that of the host's release. An upload that was cut
/// short may have left a newer one beside it; its own is kept in `r/N/` as well.
fn signatures(target: &dyn Target, sequence: u64) -> anyhow::Result<Vec<Vec<u8>>> {
    let name = Control::Signature.name();
    let mut found = Vec::new();
    for path in [name.to_owned(), format!("r/{sequence}/{name}")] {
        found.extend(get(target, &path, Signature::LARGEST)?);
    }
    Ok(found)
}

/// Somebody else may have rotated the keys and published: their release must
/// count as newer here, too, where the new key set has not arrived yet.
fn newer_keys(
    target: &dyn Target,
    keys: &Keys,
    claimed: &Release,
) -> anyhow::Result<Option<Trusted>> {
    let Some(newest) = keys.trusted.newest() else {
        return Ok(None);
    };
    let (mut files, mut before) = (keys.files.clone(), newest.roots.to_vec());
    let numbers = newest.number + 1..=claimed.keys.number;
    for number in numbers.take(MOST_ROTATIONS as usize) {
        let name = KeyFiles::set_name(number);
        let Some(bytes) = get(target, &format!("keys/{name}"), KeySet::LARGEST)? else {
            return Ok(None);
        };
        let Ok(set) = KeySet::parse(&bytes) else {
            return Ok(None);
        };
        files.0.insert(name, bytes);
        before.extend(set.roots.iter().cloned());
        add_signatures(target, &mut files, number, &before)?;
        before = set.roots.to_vec();
    }
    Ok(Keys::follow(keys.anchor.clone(), files)
        .ok()
        .map(|keys| keys.trusted))
}

fn add_signatures(
    target: &dyn Target,
    files: &mut KeyFiles,
    number: u64,
    roots: &[PublicKey],
) -> anyhow::Result<()> {
    for root in roots {
        let name = KeyFiles::signature_name(number, root.id());
        if let Some(bytes) = get(target, &format!("keys/{name}"), Signature::LARGEST)? {
            files.0.insert(name, bytes);
        }
    }
    Ok(())
}

/// The list that the release names: at the root or, in the midst of an upload, in `r/N/`.
fn sums(target: &dyn Target, release: &Release) -> anyhow::Result<Option<Sums>> {
    let name = Control::Sums.name();
    for path in [name.to_owned(), format!("r/{}/{name}", release.sequence)] {
        let bytes = get(target, &path, release.files.bytes)?;
        if let Some(bytes) = bytes.filter(|bytes| release.files.is(bytes)) {
            return Ok(Sums::parse(&bytes).ok());
        }
    }
    Ok(None)
}

fn get(target: &dyn Target, path: &str, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
    match HostPath::new(path) {
        Some(path) => target.read(&path, cap),
        None => Ok(None),
    }
}
