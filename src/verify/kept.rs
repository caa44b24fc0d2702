//! Papers that a copy carries beside those that it is judged by: other releases in `r/`, and all key files.
//!
//! Whoever finds a key or a list in a genuine copy will believe it. So where the
//! medium can be listed, each of them must be signed too.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::root::Root;
use super::{Copy, Finding, Limits, Medium, Obstacle, Question, Status, beside};
use crate::output::{Digest, SitePath};
use crate::trust::{
    self, Anchor, Control, Distrust, FileRef, KeyFiles, KeySet, Mirrors, Release, Signature, Sums,
    Trusted,
};

/// A release whose papers are on their way in or out is at most so many releases away.
const NEAR: u64 = 2;

/// Checks the control files that stand below `keys/` and `r/`.
///
/// # Errors
///
/// The copy stopped answering.
pub(super) fn check(
    copy: &dyn Copy,
    root: &Root,
    question: &Question<'_>,
    paths: &[String],
) -> Result<Vec<Finding>, Obstacle> {
    let mut kept: BTreeMap<u64, BTreeSet<&str>> = BTreeMap::new();
    let mut own = BTreeSet::new();
    for path in paths {
        match beside::kept(path) {
            Some((number, inner)) => drop(kept.entry(number).or_default().insert(inner)),
            None => drop(own.insert(path.as_str())),
        }
    }
    let mut check = Check {
        copy,
        anchor: &question.anchor,
        present: &root.release,
        findings: Vec::new(),
    };
    let keys = check.read_keys("", &own)?;
    let held = check.held(&keys);
    check.judge_keys("", &keys, &keys, &held);
    for (number, names) in kept {
        check.judge_release(number, &names, &keys)?;
    }
    Ok(check.findings)
}

/// A key set, and the hash of its text.
type Set = (KeySet, Digest);

struct Check<'a> {
    copy: &'a dyn Copy,
    anchor: &'a Anchor,
    present: &'a Release,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn add(&mut self, status: Status, path: impl ToString, what: impl Into<String>) {
        self.findings.push(Finding::of(status, path, what));
    }

    /// Only folders are updated in place.
    fn is_updated(&self) -> bool {
        self.copy.medium() != Medium::Archive
    }

    /// The bytes of a file, or a finding that says why there are none.
    fn read(&mut self, path: &str, cap: u64) -> Result<Option<Vec<u8>>, Obstacle> {
        let at = SitePath::new(path).map_err(|_| Obstacle::Missing);
        match at.and_then(|at| self.copy.read(&at, &Limits::whole(cap))) {
            Ok(piece) => return Ok(Some(piece.head)),
            Err(Obstacle::TooLong { cap, .. }) => {
                let what = format!("capped: it is longer than {cap} bytes");
                self.add(Status::ExtraFiles, path, what);
            }
            Err(Obstacle::Refused(why)) if self.is_updated() => {
                self.add(Status::Incomplete, path, why);
            }
            Err(Obstacle::Refused(why)) => self.add(Status::Tampered, path, why),
            Err(Obstacle::Missing | Obstacle::Spent) => {
                self.add(Status::Incomplete, path, "missing");
            }
            Err(other) => return Err(other),
        }
        Ok(None)
    }

    /// The key files below a folder, of those that stand there.
    fn read_keys(&mut self, folder: &str, names: &BTreeSet<&str>) -> Result<KeyFiles, Obstacle> {
        let mut files = KeyFiles::default();
        for name in names.iter().filter_map(|name| name.strip_prefix("keys/")) {
            let cap = match name.ends_with(".minisig") {
                true => Signature::LARGEST,
                false => KeySet::LARGEST,
            };
            if let Some(bytes) = self.read(&format!("{folder}keys/{name}"), cap)? {
                files.0.insert(name.to_owned(), bytes);
            }
        }
        Ok(files)
    }

    /// The key sets that follow from the key, and those that hold together with
    /// them: of a set before the first that the key proves, no more can be known.
    fn held(&self, files: &KeyFiles) -> Vec<Set> {
        let mut sets: VecDeque<Set> = match trust::follow(self.anchor, files) {
            Ok(Trusted::Sets(sets)) => sets.into(),
            Ok(Trusted::Key(_)) => self.named(files).into_iter().collect(),
            Err(_) => return Vec::new(),
        };
        while let Some(before) = sets.front().and_then(|first| self.before(first, files)) {
            sets.push_front(before);
        }
        while let Some(after) = sets.back().and_then(|last| self.after(last, files)) {
            sets.push_back(after);
        }
        sets.into()
    }

    /// The set whose hash a release key has signed.
    fn named(&self, files: &KeyFiles) -> Option<Set> {
        let found = files.set(self.present.keys.number).ok().flatten();
        found.filter(|(_, digest)| *digest == self.present.keys.digest)
    }

    fn before(&self, (next, _): &Set, files: &KeyFiles) -> Option<Set> {
        let found = files.set(next.number.checked_sub(1)?).ok().flatten()?;
        let set = &found.0;
        let holds = set.site == next.site
            && files.approve(set, &set.roots).is_ok()
            && files.approve(next, &set.roots).is_ok();
        holds.then_some(found)
    }

    fn after(&self, (last, _): &Set, files: &KeyFiles) -> Option<Set> {
        let found = files.set(last.number.checked_add(1)?).ok().flatten()?;
        let holds = found.0.site == last.site && files.approve(&found.0, &last.roots).is_ok();
        holds.then_some(found)
    }

    /// Judges the key files of a folder; `all` are these and those of the copy.
    fn judge_keys(&mut self, folder: &str, own: &KeyFiles, all: &KeyFiles, held: &[Set]) {
        for name in own.0.keys() {
            let path = format!("{folder}keys/{name}");
            match KeyFile::of(name, all, held) {
                KeyFile::Signed => {}
                KeyFile::Early if self.is_updated() && self.is_next(name, all, held) => {
                    let what = "the key set that it is for is not there yet; look again later";
                    self.add(Status::Updating, path, what);
                }
                KeyFile::Early | KeyFile::Unsigned => {
                    let what = "no key set that follows from the key, nor a signature over one";
                    self.add(Status::ExtraFiles, path, what);
                }
            }
        }
    }

    /// Whether it says that it is a signature over the set that comes next.
    fn is_next(&self, name: &str, all: &KeyFiles, held: &[Set]) -> bool {
        let Some((last, _)) = held.last() else {
            return false;
        };
        let next = last.number.saturating_add(1);
        let signature = all.0.get(name).and_then(|bytes| Signature::parse(bytes));
        let comment = format!("site={} keys={next}", last.site);
        name.starts_with(&format!("{next}."))
            && signature.is_some_and(|it| {
                it.comment == comment && name == KeyFiles::signature_name(next, it.key)
            })
    }

    /// Judges the papers of one release in `r/`.
    fn judge_release(
        &mut self,
        number: u64,
        names: &BTreeSet<&str>,
        keys: &KeyFiles,
    ) -> Result<(), Obstacle> {
        let folder = format!("r/{number}/");
        let own = self.read_keys(&folder, names)?;
        let mut all = keys.clone();
        all.0.extend(own.0.clone());
        let held = self.held(&all);
        let is_signed = [Control::Release, Control::Signature]
            .iter()
            .all(|control| names.contains(control.name()));
        let is_known = if is_signed {
            self.judge_signed(number, names, &held)?
        } else {
            self.judge_part(number, names)?;
            true
        };
        if is_known {
            self.judge_keys(&folder, &own, &all, &held);
        }
        Ok(())
    }

    /// Judges a release by its signature, and its lists by the release; false if
    /// it counts for nothing.
    fn judge_signed(
        &mut self,
        number: u64,
        names: &BTreeSet<&str>,
        held: &[Set],
    ) -> Result<bool, Obstacle> {
        let folder = format!("r/{number}/");
        let path = format!("{folder}{}", Control::Release.name());
        let text = self.read(&path, Control::Release.largest())?;
        let signature = format!("{folder}{}", Control::Signature.name());
        let signature = self.read(&signature, Control::Signature.largest())?;
        let (Some(text), Some(signature)) = (text, signature) else {
            return Ok(false);
        };
        match self.authenticate(&text, &signature, held) {
            Ok(release) if release.sequence == number => {
                self.judge_list(&folder, names, Control::Sums, release.files)?;
                self.judge_list(&folder, names, Control::Mirrors, release.mirrors)?;
                return Ok(true);
            }
            Ok(release) => {
                let what = format!("it is that of release {}", release.sequence);
                self.add(Status::ExtraFiles, path, what);
            }
            Err(Distrust::Changed(key)) => {
                self.add(Status::Tampered, path, Distrust::Changed(key).to_string());
            }
            Err(distrust) => self.add(Status::ExtraFiles, path, distrust.to_string()),
        }
        Ok(false)
    }

    /// A release counts here if any set allowed its key then: the key may have
    /// been replaced or revoked since.
    fn authenticate(
        &self,
        text: &[u8],
        signature: &[u8],
        held: &[Set],
    ) -> Result<Release, Distrust> {
        let believe = |trusted: &Trusted| trust::authenticate(trusted, text, Some(signature));
        if let (Anchor::Release(key), []) = (self.anchor, held) {
            return believe(&Trusted::Key(key.clone()));
        }
        let mut distrust = Distrust::OtherRoots;
        for length in (1..=held.len()).rev() {
            match believe(&Trusted::Sets(held[..length].to_vec())) {
                Ok(release) => return Ok(release),
                Err(Distrust::OtherKey(_)) if length < held.len() => {}
                Err(other) => distrust = other,
            }
        }
        Err(distrust)
    }

    fn judge_list(
        &mut self,
        folder: &str,
        names: &BTreeSet<&str>,
        control: Control,
        signed: FileRef,
    ) -> Result<(), Obstacle> {
        let path = format!("{folder}{}", control.name());
        if !names.contains(control.name()) {
            return Ok(());
        }
        let at = SitePath::new(&path).map_err(|_| Obstacle::Missing);
        let limits = Limits::whole(signed.bytes.min(control.largest()));
        let what = match at.and_then(|at| self.copy.read(&at, &limits)) {
            Ok(piece) if piece.file == signed && has_form(control, &piece.head) => return Ok(()),
            Ok(_) | Err(Obstacle::TooLong { .. }) => "it is not the signed list".to_owned(),
            Err(Obstacle::Refused(why)) => why,
            Err(Obstacle::Unreachable(why)) => return Err(Obstacle::Unreachable(why)),
            Err(_) => "it cannot be read".to_owned(),
        };
        self.add(Status::Tampered, path, what);
        Ok(())
    }

    /// Without a signed `release.txt` nothing can be said of the rest, but that
    /// an upload may have come so far.
    fn judge_part(&mut self, number: u64, names: &BTreeSet<&str>) -> Result<(), Obstacle> {
        let near = number.abs_diff(self.present.sequence) <= NEAR && self.is_updated();
        for control in Control::ALL
            .into_iter()
            .filter(|it| names.contains(it.name()))
        {
            let path = format!("r/{number}/{}", control.name());
            let Some(bytes) = self.read(&path, control.largest())? else {
                continue;
            };
            if near && has_form(control, &bytes) {
                let what =
                    format!("the papers of release {number} are not all there; look again later");
                self.add(Status::Updating, path, what);
            } else {
                let what = "there is no signed `release.txt` beside it";
                self.add(Status::ExtraFiles, path, what);
            }
        }
        Ok(())
    }
}

/// What a key file is.
#[derive(Debug, PartialEq, Eq)]
enum KeyFile {
    Signed,
    /// A signature, and nothing yet that it could be over.
    Early,
    Unsigned,
}

impl KeyFile {
    fn of(name: &str, all: &KeyFiles, held: &[Set]) -> Self {
        let number = name.split('.').next().and_then(|it| it.parse().ok());
        let at = held.iter().position(|(set, _)| Some(set.number) == number);
        let is_signature = name.ends_with(".minisig");
        match (number, at) {
            (Some(_), Some(_)) if !is_signature => KeyFile::Signed,
            (Some(_), Some(at)) if is_over(name, at, all, held) => KeyFile::Signed,
            (Some(number), None) if is_signature => match all.0.get(&KeyFiles::set_name(number)) {
                Some(_) => KeyFile::Unsigned,
                None => KeyFile::Early,
            },
            _ => KeyFile::Unsigned,
        }
    }
}

/// Whether a file is a signature by a root key of the set or of the one before.
fn is_over(name: &str, at: usize, all: &KeyFiles, held: &[Set]) -> bool {
    let set = &held[at].0;
    let before = at.checked_sub(1).map(|at| &held[at].0);
    let sets = [Some(set), before].into_iter().flatten();
    let mut signers = sets.flat_map(|by| all.signers(set, &by.roots));
    signers.any(|root| KeyFiles::signature_name(set.number, root.id()) == name)
}

/// Whether bytes are such a document at all.
fn has_form(control: Control, bytes: &[u8]) -> bool {
    match control {
        Control::Sums => Sums::parse(bytes).is_ok(),
        Control::Mirrors => Mirrors::parse(bytes).is_ok(),
        Control::Release => Release::parse(bytes).is_ok(),
        Control::Signature => Signature::parse(bytes).is_some(),
    }
}
