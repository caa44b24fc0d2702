//! The signed papers of a copy: `release.txt`, its signature and the key sets, read before anything else.

use std::collections::BTreeSet;

use super::{Copy, Limits, Medium, Obstacle, Piece, alteration};
use crate::fetch::looks_like_html;
use crate::output::SitePath;
use crate::trust::{
    self, Anchor, Control, Distrust, KeyFiles, KeyId, KeySet, Release, Signature, Trusted,
};

/// How far to look for key sets before and after the one that a release names.
const MOST_ROTATIONS: u64 = 100;

/// The papers, as they stand in the copy or below `r/N/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Papers {
    pub(super) release: Vec<u8>,
    pub(super) signature: Option<Vec<u8>>,
    pub(super) keys: KeyFiles,
}

impl Papers {
    /// Reads them below a folder (`r/7/`, or nothing).
    pub(super) fn read(copy: &dyn Copy, folder: &str) -> Result<Self, Obstacle> {
        let limits = Limits::whole(Control::Release.largest());
        let release = copy.read(&path(folder, Control::Release.name())?, &limits)?;
        let release = release.head;
        let name = Control::Signature.name();
        Ok(Papers {
            signature: optional(copy, folder, name, Control::Signature.largest())?,
            keys: read_keys(copy, folder, claimed_keys(&release))?,
            release,
        })
    }

    /// Reads those that the copy keeps of a release, with the key sets that are known.
    pub(super) fn kept(copy: &dyn Copy, number: u64, keys: &KeyFiles) -> Result<Self, Obstacle> {
        let mut papers = Papers::read(copy, &format!("r/{number}/"))?;
        // The newest key set decides, wherever in the copy it stands.
        for (name, bytes) in &keys.0 {
            let kept = papers.keys.0.entry(name.clone());
            kept.or_insert_with(|| bytes.clone());
        }
        Ok(papers)
    }

    /// What follows from them, if they follow from the anchor.
    pub(super) fn believe(&self, anchor: &Anchor) -> Result<(Trusted, Release), Distrust> {
        let trusted = trust::follow(anchor, &self.keys)?;
        let signature = self.signature.as_deref();
        let release = trust::authenticate(&trusted, &self.release, signature)?;
        Ok((trusted, release))
    }

    /// The papers with the line ends that they were written with.
    pub(super) fn with_lf(&self) -> Self {
        let mend = alteration::with_lf;
        let keys = self.keys.0.iter();
        Papers {
            release: mend(&self.release),
            signature: self.signature.as_deref().map(mend),
            keys: KeyFiles(keys.map(|(name, it)| (name.clone(), mend(it))).collect()),
        }
    }

    /// The key that it says it was signed with.
    pub(super) fn signer(&self) -> Option<KeyId> {
        let signature = Signature::parse(self.signature.as_deref()?)?;
        Some(signature.key)
    }
}

/// The number of the key set, as an unproven `release.txt` has it: where to begin looking.
fn claimed_keys(release: &[u8]) -> u64 {
    let release = Release::parse(&alteration::with_lf(release));
    release.map_or(1, |release| release.keys.number)
}

/// Reads key sets downwards and upwards from one, and the signatures that each may have.
fn read_keys(copy: &dyn Copy, folder: &str, from: u64) -> Result<KeyFiles, Obstacle> {
    let mut files = KeyFiles::default();
    let down = (1..=from).rev().take(MOST_ROTATIONS as usize);
    let up = from.saturating_add(1)..from.saturating_add(MOST_ROTATIONS);
    for numbers in [down.collect::<Vec<u64>>(), up.collect()] {
        for number in numbers {
            let name = KeyFiles::set_name(number);
            match key_file(copy, folder, &name, KeySet::LARGEST)? {
                Some(bytes) => files.0.insert(name, bytes),
                None => break,
            };
        }
    }
    for (number, signer) in possible_signatures(&files) {
        let name = KeyFiles::signature_name(number, signer);
        if let Some(bytes) = key_file(copy, folder, &name, Signature::LARGEST)? {
            files.0.insert(name, bytes);
        }
    }
    Ok(files)
}

/// A key set may be signed by its own root keys and by those of the set before.
fn possible_signatures(files: &KeyFiles) -> BTreeSet<(u64, KeyId)> {
    let roots = |number: u64| -> Vec<KeyId> {
        let text = files.0.get(&KeyFiles::set_name(number));
        let set = text.and_then(|text| KeySet::parse(&alteration::with_lf(text)).ok());
        set.map_or_else(Vec::new, |set| set.roots.iter().map(|it| it.id()).collect())
    };
    let numbers = files.numbers().flat_map(|number| {
        let before = number.checked_sub(1).map(roots).unwrap_or_default();
        let signers = roots(number).into_iter().chain(before);
        signers.map(move |signer| (number, signer))
    });
    numbers.collect()
}

/// Some hosts refuse what they do not have, or serve a page of their own for it. They
/// gain nothing by that: a key file could be left out as well.
fn key_file(
    copy: &dyn Copy,
    folder: &str,
    name: &str,
    cap: u64,
) -> Result<Option<Vec<u8>>, Obstacle> {
    let path = path(&format!("{folder}keys/"), name)?;
    let found = copy.read(&path, &Limits::whole(cap));
    let is_missing = match &found {
        Ok(piece) => looks_like_html(&piece.head),
        Err(obstacle) => matches!(
            obstacle,
            Obstacle::Refused(_) | Obstacle::TooLong { html: true, .. }
        ),
    };
    if is_missing && copy.medium() == Medium::Web {
        return Ok(None);
    }
    or_nothing(found)
}

/// A file that may be missing; one that cannot be what it should is taken for
/// an empty one, so that it convinces nobody.
fn optional(
    copy: &dyn Copy,
    folder: &str,
    name: &str,
    cap: u64,
) -> Result<Option<Vec<u8>>, Obstacle> {
    or_nothing(copy.read(&path(folder, name)?, &Limits::whole(cap)))
}

fn or_nothing(found: Result<Piece, Obstacle>) -> Result<Option<Vec<u8>>, Obstacle> {
    match found {
        Ok(piece) => Ok(Some(piece.head)),
        Err(Obstacle::Missing) => Ok(None),
        Err(Obstacle::Refused(_) | Obstacle::TooLong { .. } | Obstacle::Spent) => {
            Ok(Some(Vec::new()))
        }
        Err(other) => Err(other),
    }
}

fn path(folder: &str, name: &str) -> Result<SitePath, Obstacle> {
    SitePath::new(&format!("{folder}{name}")).map_err(|_| Obstacle::Missing)
}
