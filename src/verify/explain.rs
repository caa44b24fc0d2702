//! Why files differ: an upload on its way, parts of other releases, or bytes of none.

use super::known::Known;
use super::survey::{Difference, Found};
use super::{Copy, Finding, Limits, Medium, Obstacle, Status};
use crate::output::{Digest, SitePath};
use crate::trust::Release;

/// All that is not as signed: files that differ, and files that should not be there.
pub(super) struct Puzzle<'a> {
    pub(super) copy: &'a dyn Copy,
    pub(super) release: &'a Release,
    pub(super) differing: Vec<Difference>,
    pub(super) extra: Vec<SitePath>,
    pub(super) known: Vec<&'a Known>,
}

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Explained {
    pub(super) findings: Vec<Finding>,
    /// The later of the two releases between which the copy is.
    pub(super) newest: Option<u64>,
}

impl Puzzle<'_> {
    /// Explains everything by one neighbour of the release, or each file by itself.
    ///
    /// # Errors
    ///
    /// The copy stopped answering.
    pub(super) fn solve(&self) -> Result<Explained, Obstacle> {
        if self.differing.is_empty() && self.extra.is_empty() {
            return Ok(Explained::default());
        }
        let neighbours = self.known.iter().filter(|it| it.is_next_to(self.release));
        for neighbour in neighbours {
            if self.is_all_of(neighbour)? {
                return Ok(self.between(neighbour));
            }
        }
        self.one_by_one()
    }

    /// Whether the copy holds nothing but files of the release and of this one.
    fn is_all_of(&self, other: &Known) -> Result<bool, Obstacle> {
        for difference in &self.differing {
            if !self.is_of(&difference.path, &difference.found, other)? {
                return Ok(false);
            }
        }
        for path in &self.extra {
            let Some(signed) = other.digest_of(path.as_str()) else {
                return Ok(false);
            };
            if self.hash(path, other)? != Some(signed) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn is_of(&self, path: &SitePath, found: &Found, other: &Known) -> Result<bool, Obstacle> {
        let signed = other.digest_of(path.as_str());
        Ok(match found {
            Found::Nothing => signed.is_none(),
            Found::Other(digest, _) => signed == Some(*digest),
            Found::TooLong(_) | Found::NotRead => self.is_of_either(path, other)?,
            Found::Refused(_) => false,
        })
    }

    /// The other release may have larger files, and more of them.
    fn is_of_either(&self, path: &SitePath, other: &Known) -> Result<bool, Obstacle> {
        let own = self.known.iter().find(|it| it.release == *self.release);
        let of = |known: &Known| known.digest_of(path.as_str());
        let signed = [of(other), own.and_then(|it| of(it))];
        let found = self.hash(path, other)?;
        Ok(found.is_some() && signed.contains(&found))
    }

    fn hash(&self, path: &SitePath, of: &Known) -> Result<Option<Digest>, Obstacle> {
        let releases = [&of.release, self.release].into_iter();
        let sizes = releases.flat_map(|it| [it.tree.largest, it.files.bytes, it.mirrors.bytes]);
        let cap = sizes.max().unwrap_or_default();
        match self.copy.read(path, &Limits::hash_only(cap)) {
            Ok(piece) => Ok(Some(piece.file.digest)),
            Err(Obstacle::Unreachable(why)) => Err(Obstacle::Unreachable(why)),
            Err(_) => Ok(None),
        }
    }

    fn between(&self, other: &Known) -> Explained {
        let number = other.release.sequence;
        let count = self.differing.len() + self.extra.len();
        let files = if count == 1 {
            "1 file is"
        } else {
            &format!("{count} files are")
        };
        let what = format!(
            "{files} of release {number}, the rest of release {}; look again later",
            self.release.sequence
        );
        let status = match self.copy.medium() {
            Medium::Archive => Status::Mixed,
            Medium::Folder | Medium::Web => Status::Updating,
        };
        Explained {
            findings: vec![Finding::new(status, what)],
            newest: Some(number.max(self.release.sequence)),
        }
    }

    fn one_by_one(&self) -> Result<Explained, Obstacle> {
        let mut explained = Explained::default();
        let is_read = |it: &&Difference| it.found != Found::NotRead;
        for difference in self.differing.iter().filter(is_read) {
            explained.findings.push(self.finding(difference)?);
        }
        let unread = self.differing.iter().filter(|it| !is_read(it)).count();
        if unread > 0 {
            let what = format!(
                "capped: {unread} of the files were not read to the end, since all together have more bytes than signed"
            );
            explained
                .findings
                .push(Finding::new(Status::Tampered, what));
        }
        for path in &self.extra {
            explained.findings.push(self.of_extra(path)?);
        }
        Ok(explained)
    }

    fn finding(&self, difference: &Difference) -> Result<Finding, Obstacle> {
        let path = &difference.path;
        for other in self.others() {
            let was_read = matches!(difference.found, Found::Other(..));
            if was_read && self.is_of(path, &difference.found, other)? {
                return Ok(of_another(path, other));
            }
        }
        Ok(match &difference.found {
            Found::Nothing => Finding::of(Status::Incomplete, path, "missing"),
            Found::Refused(why) => {
                let status = match self.copy.medium() {
                    Medium::Archive => Status::Tampered,
                    Medium::Folder | Medium::Web => Status::Incomplete,
                };
                Finding::of(status, path, why.clone())
            }
            Found::NotRead => Finding::of(Status::Tampered, path, "capped"),
            Found::TooLong(cap) => {
                let what = format!(
                    "capped: it is longer than what is signed, and was read to {cap} bytes"
                );
                Finding::of(Status::Tampered, path, what)
            }
            Found::Other(_, Some(alteration)) => {
                Finding::of(Status::Tampered, path, alteration.advice())
            }
            Found::Other(_, None) => Finding::of(Status::Tampered, path, "changed"),
        })
    }

    fn of_extra(&self, path: &SitePath) -> Result<Finding, Obstacle> {
        for other in self.others() {
            let signed = other.digest_of(path.as_str());
            if signed.is_some() && self.hash(path, other)? == signed {
                return Ok(of_another(path, other));
            }
        }
        Ok(Finding::of(Status::ExtraFiles, path, NOT_LISTED))
    }

    fn others(&self) -> Vec<&Known> {
        let own = self.release;
        let other =
            |it: &&Known| it.release.sequence != own.sequence && it.release.site == own.site;
        self.known.iter().copied().filter(other).collect()
    }
}

/// What is said of a file that `SHA256SUMS` does not have.
pub(super) const NOT_LISTED: &str = "`SHA256SUMS` does not list it";

fn of_another(path: &SitePath, other: &Known) -> Finding {
    let what = format!("it is that of release {}", other.release.sequence);
    Finding::of(Status::Mixed, path, what)
}
