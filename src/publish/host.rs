//! The release that a host serves now, as far as our keys vouch for it.

use super::{Failure, HostPath, Keys, Local, Refusal, Target};
use crate::output::Digest;
use crate::trust::{
    Control, KeyFiles, KeySet, PublicKey, Release, Signature, Sums, Trusted, authenticate,
};

/// More rotations than this in one step are not followed on a host.
const MOST_ROTATIONS: u64 = 16;

/// What stands at a host's root.
#[derive(Debug, Default)]
pub struct Host {
    /// The hash of its `release.txt`, whatever that says.
    pub base: Option<Digest>,
    /// What it says, if our keys have signed it.
    pub release: Option<Release>,
    /// The list of files that belongs to it.
    pub sums: Option<Sums>,
}

impl Host {
    /// Asks a host, and refuses what must not be overwritten.
    ///
    /// # Errors
    ///
    /// The host holds another site or a newer release, or cannot be asked.
    pub fn ask(target: &dyn Target, local: &Local) -> Result<Self, Failure> {
        let Some(text) = get(target, Control::Release.name(), Release::LARGEST)? else {
            return Ok(Host::default());
        };
        let base = Some(Digest::of(&text));
        let Ok(claimed) = Release::parse(&text) else {
            return Ok(Host {
                base,
                ..Host::default()
            });
        };
        if claimed.site != local.release.site {
            let (host, ours) = (claimed.site, local.release.site.clone());
            return Err(Refusal::OtherSite { host, ours }.into());
        }
        let release = vouched(target, &local.keys, &text, &claimed)?;
        if let Some(release) = &release {
            refuse_to_go_back(release, &text, local)?;
        }
        let sums = match &release {
            Some(release) => sums(target, release)?,
            None => None,
        };
        Ok(Host {
            base,
            release,
            sums,
        })
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

/// The release, if it follows from our keys. An upload that was cut short may
/// have left a newer signature beside it; its own is kept in `r/N/` as well.
fn vouched(
    target: &dyn Target,
    keys: &Keys,
    text: &[u8],
    claimed: &Release,
) -> anyhow::Result<Option<Release>> {
    let newer = newer_keys(target, keys, claimed)?;
    let name = Control::Signature.name();
    for path in [name.to_owned(), format!("r/{}/{name}", claimed.sequence)] {
        let signature = get(target, &path, Signature::LARGEST)?;
        for trusted in [Some(&keys.trusted), newer.as_ref()].into_iter().flatten() {
            if let Ok(release) = authenticate(trusted, text, signature.as_deref()) {
                return Ok(Some(release));
            }
        }
    }
    Ok(None)
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
