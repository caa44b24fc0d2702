//! Whether a release, or its list of archives, was signed by a key that may sign it.

use super::{Bundles, Distrust, KeyId, PublicKey, Release, Signature, Trusted};
use crate::record::Id;

/// Reads a `release.txt` that was signed by a trusted key.
///
/// The newest trusted key set decides, also when the release names an older one
/// of the chain: a revocation holds for what was signed before it, because a
/// thief can write any day into a release.
///
/// # Errors
///
/// Why it is not to be believed. Of the bytes nothing is understood before
/// their signature is good.
pub fn authenticate(
    trusted: &Trusted,
    release: &[u8],
    signature: Option<&[u8]>,
) -> Result<Release, Distrust> {
    let signature = opened(signature)?;
    let key = signer(trusted, signature.key)?;
    if !key.has_signed(release, &signature) {
        return Err(Distrust::Changed(key.id()));
    }
    let release =
        Release::parse(release).map_err(|fault| Distrust::Document("release.txt".into(), fault))?;
    if signature.comment != release.comment() {
        return Err(Distrust::OtherComment);
    }
    if let Trusted::Sets(sets) = trusted {
        let named = sets.iter().any(|(set, digest)| {
            set.number == release.keys.number && *digest == release.keys.digest
        });
        if !named {
            return Err(Distrust::OtherKeySet(release.keys.number));
        }
    }
    same_site(trusted, &release.site)?;
    in_window(trusted, &release, key.id())?;
    Ok(release)
}

/// Reads a `bundles.txt` that was signed by a trusted key.
///
/// # Errors
///
/// Why it is not to be believed.
pub fn authenticate_bundles(
    trusted: &Trusted,
    bundles: &[u8],
    signature: Option<&[u8]>,
) -> Result<Bundles, Distrust> {
    let signature = opened(signature)?;
    let key = signer(trusted, signature.key)?;
    if !key.has_signed(bundles, &signature) {
        return Err(Distrust::Changed(key.id()));
    }
    let bundles = Bundles::parse(bundles)
        .map_err(|fault| Distrust::Document("bundle/bundles.txt".into(), fault))?;
    if signature.comment != bundles.comment() {
        return Err(Distrust::OtherComment);
    }
    same_site(trusted, &bundles.site)?;
    Ok(bundles)
}

fn opened(signature: Option<&[u8]>) -> Result<Signature, Distrust> {
    let bytes = signature.ok_or(Distrust::NoSignature)?;
    Signature::parse(bytes).ok_or(Distrust::BadSignatureFile)
}

fn signer(trusted: &Trusted, id: KeyId) -> Result<&PublicKey, Distrust> {
    let key = match trusted {
        Trusted::Key(key) => Some(key).filter(|key| key.id() == id),
        Trusted::Sets(_) => {
            let set = trusted.newest();
            if let Some(date) = set.and_then(|set| set.revocation(id)) {
                return Err(Distrust::Revoked(id, date));
            }
            let keys = set.map_or(&[][..], |set| &set.release);
            keys.iter().map(|it| &it.key).find(|key| key.id() == id)
        }
    };
    key.ok_or(Distrust::OtherKey(id))
}

fn same_site(trusted: &Trusted, site: &Id) -> Result<(), Distrust> {
    match trusted.site() {
        Some(expected) if expected != site => Err(Distrust::WrongSite(site.clone())),
        _ => Ok(()),
    }
}

fn in_window(trusted: &Trusted, release: &Release, id: KeyId) -> Result<(), Distrust> {
    let Some(set) = trusted.newest() else {
        return Ok(());
    };
    let day = release.day();
    let allowed =
        |it: &&super::ReleaseKey| it.key.id() == id && (it.from..=it.until).contains(&day);
    match set.release.iter().find(allowed) {
        Some(_) => Ok(()),
        None => Err(Distrust::OutsideWindow(id)),
    }
}
