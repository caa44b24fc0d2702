//! Why files differ: an upload on its way, parts of other releases, or bytes of none.

use std::cell::RefCell;

use super::judge::of_obstacle;
use super::known::Known;
use super::survey::{Difference, Found};
use super::{Copy, Finding, Limits, Medium, Meter, Obstacle, Status};
use crate::output::{Digest, SitePath};
use crate::trust::Release;

/// All that is not as signed: files that differ, and files that should not be there.
pub(super) struct Puzzle<'a> {
    copy: &'a dyn Copy,
    release: &'a Release,
    differing: Vec<Difference>,
    extra: Vec<SitePath>,
    known: Vec<&'a Known>,
    /// What may be read again: it may be of a larger release, or came after one that was.
    again: Meter,
    obstacle: RefCell<Option<Obstacle>>,
}

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Explained {
    pub(super) findings: Vec<Finding>,
    /// The later of the two releases between which the copy is.
    pub(super) newest: Option<u64>,
}

impl<'a> Puzzle<'a> {
    pub(super) fn new(
        copy: &'a dyn Copy,
        release: &'a Release,
        differing: Vec<Difference>,
        extra: Vec<SitePath>,
        known: Vec<&'a Known>,
    ) -> Self {
        let totals = known.iter().map(|it| &it.release).chain([release]);
        let totals = totals.map(|release| release.tree.bytes);
        Puzzle {
            again: Meter::new(totals.max().unwrap_or_default()),
            copy,
            release,
            differing,
            extra,
            known,
            obstacle: RefCell::default(),
        }
    }

    /// Explains everything by one neighbour of the release, or each file by itself.
    pub(super) fn solve(&self) -> Explained {
        if self.differing.is_empty() && self.extra.is_empty() {
            return Explained::default();
        }
        let mut neighbours = self.known.iter().filter(|it| it.is_next_to(self.release));
        let mut explained = match neighbours.find(|it| self.is_all_of(it)) {
            Some(neighbour) => self.between(neighbour),
            None => self.one_by_one(),
        };
        let obstacle = self.obstacle.take().map(|it| of_obstacle("", it));
        explained.findings.extend(obstacle);
        explained
    }

    /// Whether the copy holds nothing but files of the release and of this one.
    fn is_all_of(&self, other: &Known) -> bool {
        let differing = |it: &Difference| self.is_of(&it.path, &it.found, other);
        let extra = |path: &SitePath| {
            let signed = other.digest_of(path.as_str());
            signed.is_some() && self.hash(path, other) == signed
        };
        self.differing.iter().all(differing) && self.extra.iter().all(extra)
    }

    fn is_of(&self, path: &SitePath, found: &Found, other: &Known) -> bool {
        let signed = other.digest_of(path.as_str());
        match found {
            Found::Nothing => signed.is_none(),
            Found::Other(digest, _) => signed == Some(*digest),
            Found::TooLong(_) | Found::NotRead => self.is_of_either(path, other),
            Found::Refused(_) => false,
        }
    }

    /// The other release may have larger files, and more of them.
    fn is_of_either(&self, path: &SitePath, other: &Known) -> bool {
        let signed = [other.digest_of(path.as_str()), self.own_digest(path)];
        let found = self.hash(path, other);
        found.is_some() && signed.contains(&found)
    }

    fn own_digest(&self, path: &SitePath) -> Option<Digest> {
        let own = self.known.iter().find(|it| it.release == *self.release);
        own.and_then(|it| it.digest_of(path.as_str()))
    }

    fn hash(&self, path: &SitePath, of: &Known) -> Option<Digest> {
        let cap = largest(&of.release).max(largest(self.release));
        self.read(path, &Limits::hash_only(cap))
    }

    /// The hash of a file that was not read to its end, as far as the largest of the known releases goes.
    fn hash_again(&self, path: &SitePath) -> Option<Digest> {
        let others = self.others().into_iter().map(|it| largest(&it.release));
        let own = largest(self.release);
        let cap = others.max().map_or(own, |other| other.max(own));
        let limits = Limits {
            total: Some(&self.again),
            ..Limits::hash_only(cap)
        };
        self.read(path, &limits)
    }

    fn read(&self, path: &SitePath, limits: &Limits<'_>) -> Option<Digest> {
        match self.copy.read(path, limits) {
            Ok(piece) => Some(piece.file.digest),
            Err(Obstacle::Unreachable(why)) => {
                self.obstacle.replace(Some(Obstacle::Unreachable(why)));
                None
            }
            Err(_) => None,
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

    fn one_by_one(&self) -> Explained {
        let mut explained = Explained::default();
        let mut unread = Vec::new();
        for difference in &self.differing {
            match self.of_one(difference) {
                Found::NotRead => unread.push(&difference.path),
                found => explained
                    .findings
                    .extend(self.finding(&difference.path, &found)),
            }
        }
        explained.findings.extend(not_read(&unread));
        let extra = self.extra.iter().map(|path| self.of_extra(path));
        explained.findings.extend(extra);
        explained
    }

    /// What was found, or what reading further shows.
    fn of_one(&self, difference: &Difference) -> Found {
        let again = match difference.found {
            // Which file was cut off, because others are longer than signed, is chance.
            Found::NotRead => {
                let again = self.hash_again(&difference.path);
                return again.map_or(Found::NotRead, |digest| Found::Other(digest, None));
            }
            Found::TooLong(_) if !self.others().is_empty() => self.hash_again(&difference.path),
            _ => None,
        };
        let is_known = |digest: &Digest| {
            let own = self.own_digest(&difference.path) == Some(*digest);
            own || self.with_file(&difference.path, *digest).is_some()
        };
        match again.filter(is_known) {
            Some(digest) => Found::Other(digest, None),
            None => difference.found.clone(),
        }
    }

    /// Another release that has just this file.
    fn with_file(&self, path: &SitePath, digest: Digest) -> Option<&Known> {
        let mut others = self.others().into_iter();
        others.find(|it| it.digest_of(path.as_str()) == Some(digest))
    }

    fn finding(&self, path: &SitePath, found: &Found) -> Option<Finding> {
        if let Found::Other(digest, _) = found {
            if let Some(other) = self.with_file(path, *digest) {
                return Some(of_another(path, other));
            }
            if self.own_digest(path) == Some(*digest) {
                return None;
            }
        }
        Some(self.of_none(path, found))
    }

    /// What is said of a file that no known release explains.
    fn of_none(&self, path: &SitePath, found: &Found) -> Finding {
        match found {
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
        }
    }

    fn of_extra(&self, path: &SitePath) -> Finding {
        for other in self.others() {
            let signed = other.digest_of(path.as_str());
            if signed.is_some() && self.hash(path, other) == signed {
                return of_another(path, other);
            }
        }
        Finding::of(Status::ExtraFiles, path, NOT_LISTED)
    }

    fn others(&self) -> Vec<&Known> {
        let own = self.release;
        let other =
            |it: &&Known| it.release.sequence != own.sequence && it.release.site == own.site;
        self.known.iter().copied().filter(other).collect()
    }
}

fn largest(release: &Release) -> u64 {
    let lists = release.files.bytes.max(release.mirrors.bytes);
    release.tree.largest.max(lists)
}

/// Those for which there was no room at a second try either; one that is named can be looked at.
fn not_read(unread: &[&SitePath]) -> Option<Finding> {
    let (first, others) = unread.split_first()?;
    let were = match others.len() {
        0 => format!("`{first}` was"),
        1 => format!("`{first}` and one more were"),
        more => format!("`{first}` and {more} more were"),
    };
    let what = format!(
        "capped: {were} not read to the end, since all together have more bytes than signed"
    );
    Some(Finding::new(Status::Tampered, what))
}

/// What is said of a file that `SHA256SUMS` does not have.
pub(super) const NOT_LISTED: &str = "`SHA256SUMS` does not list it";

fn of_another(path: &SitePath, other: &Known) -> Finding {
    let what = format!("it is that of release {}", other.release.sequence);
    Finding::of(Status::Mixed, path, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_files_that_were_not_read_to_the_end_the_first_is_named() {
        let paths = ["a.html", "b.html", "c.html"].map(|path| SitePath::new(path).unwrap());
        let all: Vec<&SitePath> = paths.iter().collect();
        let said = |count: usize| not_read(&all[..count]).map(|finding| finding.what);
        assert_eq!(said(0), None);
        for (count, expected) in [
            (1, "capped: `a.html` was not read"),
            (2, "capped: `a.html` and one more were not read"),
            (3, "capped: `a.html` and 2 more were not read"),
        ] {
            let said = said(count).unwrap();
            assert!(said.contains(expected), "{said}");
        }
    }
}
