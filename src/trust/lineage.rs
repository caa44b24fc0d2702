//! Whose files these are: every key set of a site, also those whose keys no longer count.

use std::collections::BTreeSet;

use super::{Distrust, KeyFiles, KeySet, KeysRef, PublicKey, Release, Signature, Trusted};
use crate::output::Digest;

/// The key sets of a site, one after the other, or the one key that is known.
///
/// It says who made a release, which is another question than whether to believe
/// it: what a key signed before it was retired or revoked is still the site's
/// own, and the site's to withdraw.
#[derive(Debug, Clone)]
pub struct Lineage {
    sets: Vec<(KeySet, Digest)>,
    keys: Vec<PublicKey>,
}

impl Lineage {
    /// The sets that follow from an anchor, and those before them that led to it.
    /// Where the anchor is a release key, `named` is the set that a release of
    /// that key names.
    #[must_use]
    pub fn of(trusted: &Trusted, files: &KeyFiles, named: KeysRef) -> Self {
        let (mut sets, mut keys) = match trusted {
            Trusted::Sets(sets) => (sets.clone(), Vec::new()),
            Trusted::Key(key) => (named_set(files, named), vec![key.clone()]),
        };
        add_earlier(&mut sets, files);
        let named = sets.iter().flat_map(|(set, _)| &set.release);
        keys.extend(named.map(|release| release.key.clone()));
        Lineage { sets, keys }
    }

    /// Reads a `release.txt` that any of the keys has signed, whenever that was.
    ///
    /// # Errors
    ///
    /// None has, or it is of another site.
    pub fn attribute(&self, text: &[u8], signature: Option<&[u8]>) -> Result<Release, Distrust> {
        let bytes = signature.ok_or(Distrust::NoSignature)?;
        let signature = Signature::parse(bytes).ok_or(Distrust::BadSignatureFile)?;
        let signed = self.keys.iter().any(|key| key.has_signed(text, &signature));
        if !signed {
            return Err(Distrust::OtherKey(signature.key));
        }
        let release = Release::parse(text)
            .map_err(|fault| Distrust::Document("release.txt".into(), fault))?;
        if signature.comment != release.comment() {
            return Err(Distrust::OtherComment);
        }
        match self.sets.first() {
            Some((set, _)) if set.site != release.site => Err(Distrust::WrongSite(release.site)),
            _ => Ok(release),
        }
    }

    /// The names of those files of a `keys/` that follow: the sets, and the
    /// signatures of root keys that may approve them.
    #[must_use]
    pub fn key_files(&self, files: &KeyFiles) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut before: Option<&KeySet> = None;
        for (set, digest) in &self.sets {
            let name = KeyFiles::set_name(set.number);
            if files.0.get(&name).map(|bytes| Digest::of(bytes)) == Some(*digest) {
                let roots = [&before.unwrap_or(set).roots, &set.roots];
                let signers = roots.into_iter().flat_map(|it| files.signers(set, it));
                names.extend(signers.map(|root| KeyFiles::signature_name(set.number, root.id())));
                names.insert(name);
            }
            before = Some(set);
        }
        names
    }
}

/// The set that a release names, and those after it.
fn named_set(files: &KeyFiles, named: KeysRef) -> Vec<(KeySet, Digest)> {
    let mut sets = Vec::new();
    let first = files.set(named.number).ok().flatten();
    let mut next = first.filter(|(_, digest)| *digest == named.digest);
    while let Some((set, digest)) = next {
        let follows = |(after, _): &(KeySet, Digest)| {
            after.site == set.site && files.approve(after, &set.roots).is_ok()
        };
        let after = files.set(set.number.saturating_add(1)).ok().flatten();
        next = after.filter(follows);
        sets.push((set, digest));
    }
    sets
}

/// An anchor may be younger than the site: the sets before it are those whose
/// root keys approved the next one.
fn add_earlier(sets: &mut Vec<(KeySet, Digest)>, files: &KeyFiles) {
    while let Some((first, _)) = sets.first()
        && let Some(number) = first.number.checked_sub(1)
        && let Ok(Some((set, digest))) = files.set(number)
        && set.site == first.site
        && files.approve(first, &set.roots).is_ok()
        && files.approve(&set, &set.roots).is_ok()
    {
        sets.insert(0, (set, digest));
    }
}
