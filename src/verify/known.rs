//! Releases that are known to be genuine: those whose papers a copy keeps in `r/`, and those of other copies.

use super::papers::Papers;
use super::root::Root;
use super::{Copy, Limits, Obstacle};
use crate::output::{Digest, SitePath};
use crate::trust::{Anchor, Control, KeyId, Release, Sums};

/// A genuine release with the hash of each of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What was signed.
    pub release: Release,
    /// Its list.
    pub sums: Sums,
    /// The key that signed it. It may be revoked by a key set that only another copy has.
    pub signer: KeyId,
}

impl Known {
    /// The hash that a file of the release has, `SHA256SUMS` and `mirrors.txt` included.
    #[must_use]
    pub fn digest_of(&self, path: &str) -> Option<Digest> {
        if path == Control::Sums.name() {
            Some(self.release.files.digest)
        } else if path == Control::Mirrors.name() {
            Some(self.release.mirrors.digest)
        } else {
            self.sums.entries.get(path).copied()
        }
    }

    /// Whether the other release comes right before or right after.
    #[must_use]
    pub fn is_next_to(&self, other: &Release) -> bool {
        self.release.sequence.abs_diff(other.sequence) == 1 && self.release.site == other.site
    }
}

/// Adds the releases of which the copy keeps the papers, looking at the numbers
/// around the present one, and at all where the medium can be listed.
///
/// # Errors
///
/// The copy stopped answering; what came before is added.
pub(super) fn gather(
    copy: &dyn Copy,
    anchor: &Anchor,
    root: &Root,
    known: &mut Vec<Known>,
) -> Result<(), Obstacle> {
    let (present, revoked) = (&root.release, root.revoked());
    for number in candidates(copy, present.sequence)? {
        // A thief's release of that number must not stand for the genuine one.
        let is_it = |it: &Known| {
            let same = it.release.sequence == number && it.release.site == present.site;
            same && !revoked.contains(&it.signer)
        };
        if known.iter().any(is_it) {
            continue;
        }
        match read(copy, anchor, root, number) {
            Err(Obstacle::Unreachable(why)) => return Err(Obstacle::Unreachable(why)),
            Err(_) => {}
            Ok(found) => known.extend(found),
        }
    }
    Ok(())
}

/// At most so many old releases are looked at.
const MOST: usize = 20;

fn candidates(copy: &dyn Copy, present: u64) -> Result<Vec<u64>, Obstacle> {
    let near = [
        present.saturating_add(1),
        present,
        present.saturating_sub(1),
    ];
    let mut numbers: Vec<u64> = near.into_iter().filter(|number| *number > 0).collect();
    for entry in copy.list()?.unwrap_or_default() {
        let number = entry.path.strip_prefix("r/").and_then(|rest| {
            let (number, _) = rest.split_once('/')?;
            number.parse().ok()
        });
        numbers.extend(number.filter(|number| !numbers.contains(number)));
        // An archive may have more names than anybody would go through.
        if numbers.len() == MOST {
            break;
        }
    }
    Ok(numbers)
}

fn read(
    copy: &dyn Copy,
    anchor: &Anchor,
    root: &Root,
    number: u64,
) -> Result<Option<Known>, Obstacle> {
    let papers = Papers::kept(copy, number, &root.papers.keys)?;
    let (Ok((_, release)), Some(signer)) = (papers.believe(anchor), papers.signer()) else {
        return Ok(None);
    };
    let sums = read_sums(copy, &format!("r/{number}/SHA256SUMS"), &release)?;
    let sums = sums.and_then(|bytes| Sums::parse(&bytes).ok());
    Ok(sums.map(|sums| Known {
        release,
        sums,
        signer,
    }))
}

/// The list of a release from some place, if it is the signed one.
pub(super) fn read_sums(
    copy: &dyn Copy,
    path: &str,
    release: &Release,
) -> Result<Option<Vec<u8>>, Obstacle> {
    let path = SitePath::new(path).map_err(|_| Obstacle::Missing)?;
    let limits = Limits::whole(release.files.bytes.min(Control::Sums.largest()));
    let piece = copy.read(&path, &limits)?;
    Ok(Some(piece.head).filter(|_| piece.file == release.files))
}
