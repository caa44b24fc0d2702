//! From an anchor to the keys that may sign now, one rotation after the other.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Anchor, Distrust, KeyId, KeySet, PublicKey, Signature, THRESHOLD};
use crate::output::Digest;
use crate::record::Id;

/// The files of `keys/` by their names: `1.txt`, `1.0123456789abcdef.minisig`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyFiles(pub BTreeMap<String, Vec<u8>>);

/// What follows from an anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trusted {
    /// Key sets, from the one that has the anchor's root keys to the newest;
    /// each with the hash of its text. There is at least one.
    Sets(Vec<(KeySet, Digest)>),
    /// The release key itself.
    Key(PublicKey),
}

impl KeyFiles {
    /// The name of a key set's file.
    #[must_use]
    pub fn set_name(number: u64) -> String {
        format!("{number}.txt")
    }

    /// The name of the file of a root key's signature over a key set.
    #[must_use]
    pub fn signature_name(number: u64, key: KeyId) -> String {
        format!("{number}.{}.minisig", key.in_file_names())
    }

    /// Whether a file of `keys/` is called as a key set or a signature is.
    #[must_use]
    pub fn is_name(name: &str) -> bool {
        let is_number = |text: &str| text.parse().is_ok_and(|it: u64| it.to_string() == text);
        let is_id = |text: &str| {
            let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
            text.len() == 16 && text.bytes().all(digit)
        };
        match name.split('.').collect::<Vec<_>>()[..] {
            [number, "txt"] => is_number(number),
            [number, id, "minisig"] => is_number(number) && is_id(id),
            _ => false,
        }
    }

    /// The numbers of its key sets, in their order.
    pub fn numbers(&self) -> impl Iterator<Item = u64> {
        let number = |name: &String| {
            let number: u64 = name.strip_suffix(".txt")?.parse().ok()?;
            (KeyFiles::set_name(number) == *name).then_some(number)
        };
        let numbers: BTreeSet<u64> = self.0.keys().filter_map(number).collect();
        numbers.into_iter()
    }

    /// Reads a key set; none if there is no such file.
    ///
    /// # Errors
    ///
    /// The file is not a key set, or one of another number.
    pub fn set(&self, number: u64) -> Result<Option<(KeySet, Digest)>, Distrust> {
        let name = KeyFiles::set_name(number);
        let Some(bytes) = self.0.get(&name) else {
            return Ok(None);
        };
        let document = |fault| Distrust::Document(format!("keys/{name}"), fault);
        let set = KeySet::parse(bytes).map_err(document)?;
        if set.number != number {
            let fault = super::Fault::new(3, format!("this is key set {}", set.number));
            return Err(document(fault));
        }
        Ok(Some((set, Digest::of(bytes))))
    }

    /// Which of these root keys have signed a key set. A signature file that is
    /// broken counts as none.
    #[must_use]
    pub fn signers<'a>(&self, set: &KeySet, roots: &'a [PublicKey; 3]) -> Vec<&'a PublicKey> {
        let Some(bytes) = self.0.get(&KeyFiles::set_name(set.number)) else {
            return Vec::new();
        };
        let comment = set.comment();
        let has_signed = |root: &&PublicKey| {
            let file = self.0.get(&KeyFiles::signature_name(set.number, root.id()));
            file.and_then(|file| Signature::parse(file))
                .is_some_and(|it| it.comment == comment && root.has_signed(bytes, &it))
        };
        roots.iter().filter(has_signed).collect()
    }

    /// Whether a key set is signed by enough of the root keys of the set before it, and of its own.
    ///
    /// # Errors
    ///
    /// By how many it is signed, if these are too few.
    pub fn approve(&self, set: &KeySet, before: &[PublicKey; 3]) -> Result<(), Distrust> {
        let old = self.signers(set, before).len();
        let new = self.signers(set, &set.roots).len();
        if old >= THRESHOLD && new >= THRESHOLD {
            return Ok(());
        }
        Err(Distrust::TooFewSignatures {
            number: set.number,
            old,
            new,
        })
    }
}

impl Trusted {
    /// The site, if the anchor says which it is.
    #[must_use]
    pub fn site(&self) -> Option<&Id> {
        self.newest().map(|set| &set.site)
    }

    /// The newest key set, if the anchor is a fingerprint.
    #[must_use]
    pub fn newest(&self) -> Option<&KeySet> {
        match self {
            Trusted::Sets(sets) => sets.last().map(|(set, _)| set),
            Trusted::Key(_) => None,
        }
    }

    /// The last day on which the newest key set counts.
    #[must_use]
    pub fn expires(&self) -> Option<Date> {
        self.newest().map(|set| set.expires)
    }
}

/// The key sets that follow from an anchor: the first that has its root keys and
/// is signed by two of them, and then each next one that is signed by two root
/// keys of the set before and two of its own.
///
/// # Errors
///
/// No set follows; or there is a next set that does not.
pub fn follow(anchor: &Anchor, files: &KeyFiles) -> Result<Trusted, Distrust> {
    match anchor {
        Anchor::Release(key) => Ok(Trusted::Key(key.clone())),
        Anchor::Root(fingerprint) => {
            let first = first(fingerprint, files)?;
            rest(first, files).map(Trusted::Sets)
        }
    }
}

fn first(fingerprint: &Digest, files: &KeyFiles) -> Result<(KeySet, Digest), Distrust> {
    let mut obstacle = Distrust::OtherRoots;
    for number in files.numbers() {
        match files.set(number) {
            Ok(Some((set, digest))) if set.fingerprint() == *fingerprint => {
                match files.approve(&set, &set.roots) {
                    Ok(()) => return Ok((set, digest)),
                    Err(distrust) => obstacle = distrust,
                }
            }
            Ok(_) => {}
            Err(distrust) => obstacle = distrust,
        }
    }
    Err(obstacle)
}

fn rest(first: (KeySet, Digest), files: &KeyFiles) -> Result<Vec<(KeySet, Digest)>, Distrust> {
    let mut before = first.0.clone();
    let mut sets = vec![first];
    while let Some((set, digest)) = files.set(before.number.saturating_add(1))? {
        if set.site != before.site {
            return Err(Distrust::WrongSite(set.site));
        }
        files.approve(&set, &before.roots)?;
        before = set.clone();
        sets.push((set, digest));
    }
    Ok(sets)
}
