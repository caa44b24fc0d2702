//! The release that is to be published: every file judged before the first is sent.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use jiff::Timestamp;
use rayon::prelude::*;
use walkdir::WalkDir;

use super::role::Role;
use super::{Failure, HostPath, Item, Keys, Refusal, Tree};
use crate::output::{Digest, SitePath};
use crate::trust::{
    Bundles, Control, Distrust, FileRef, KeyFiles, KeySet, Lineage, Release, Signature, Sums,
    Trusted, authenticate, authenticate_bundles, is_control,
};

/// A signed release in a folder, found to be whole.
#[derive(Debug)]
pub struct Local {
    /// What `release.txt` says.
    pub release: Release,
    /// Its bytes.
    pub text: Vec<u8>,
    /// The keys from which it follows.
    pub keys: Keys,
    /// The keys by which earlier releases of the site are known as such.
    pub lineage: Lineage,
    /// Every file that those releases list of which it keeps the lists.
    pub earlier: Vec<HostPath>,
    /// Every file that is to be published.
    pub tree: Tree,
    /// Files of the folder that are no part of the release and stay behind.
    pub left_out: Vec<String>,
}

impl Local {
    /// Judges a folder: signature, expiry, and every file, by its hash or signature.
    ///
    /// # Errors
    ///
    /// A rule says no, or the folder cannot be read.
    pub fn open(folder: &Path, keys: Keys, now: Timestamp) -> Result<Self, Failure> {
        let control = |control: Control| read(&folder.join(control.name()), control.largest());
        let text = control(Control::Release)?.ok_or(Distrust::NoSignature)?;
        let signature = control(Control::Signature)?;
        let release = authenticate(&keys.trusted, &text, signature.as_deref())?;
        if release.expires <= now {
            return Err(Refusal::Expired(release.expires).into());
        }
        let found = Found::walk(folder)?;
        let lineage = Lineage::of(&keys.trusted, &keys.files, release.keys);
        let judge = Judge {
            folder,
            release: &release,
            trusted: &keys.trusted,
            lineage: &lineage,
            found: &found,
        };
        let kept = judge.kept()?;
        let (tree, left_out) = judge.tree(&text, &kept)?;
        Ok(Local {
            release,
            text,
            keys,
            lineage,
            earlier: kept.listed,
            tree,
            left_out,
        })
    }
}

/// The bytes of a small file; none if there is none.
pub(super) fn read(file: &Path, largest: u64) -> anyhow::Result<Option<Vec<u8>>> {
    let about = match fs::symlink_metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        about => about.with_context(|| format!("reading {}", file.display()))?,
    };
    anyhow::ensure!(
        about.is_file() && about.len() <= largest,
        "{} is larger than such a file may be, or no file at all",
        file.display()
    );
    let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    Ok(Some(bytes))
}

/// The files of a folder with their hashes.
struct Found {
    items: BTreeMap<SitePath, Item>,
    odd: Vec<String>,
}

impl Found {
    fn walk(folder: &Path) -> anyhow::Result<Self> {
        let (mut paths, mut odd) = (Vec::new(), Vec::new());
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.context("reading the release")?;
            if entry.file_type().is_dir() {
                continue;
            }
            match site_path(folder, entry.path()) {
                Ok(path) if entry.file_type().is_file() => paths.push((path, entry.into_path())),
                Ok(path) => odd.push(path.to_string()),
                Err(shown) => odd.push(shown),
            }
        }
        let items: anyhow::Result<_> = paths.into_par_iter().map(hashed).collect();
        Ok(Found { items: items?, odd })
    }

    fn get(&self, path: &str) -> Option<&Item> {
        self.items.get(path)
    }
}

fn hashed((path, file): (SitePath, PathBuf)) -> anyhow::Result<(SitePath, Item)> {
    let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
    let item = Item::file(file, Digest::of(&bytes), bytes.len() as u64);
    Ok((path, item))
}

fn site_path(folder: &Path, file: &Path) -> Result<SitePath, String> {
    let inner = file.strip_prefix(folder).unwrap_or(file);
    let parts: Option<Vec<&str>> = inner.iter().map(|part| part.to_str()).collect();
    let shown = || inner.to_string_lossy().replace('\\', "/");
    let path = parts.and_then(|parts| SitePath::new(&parts.join("/")).ok());
    path.ok_or_else(shown)
}

struct Judge<'a> {
    folder: &'a Path,
    release: &'a Release,
    trusted: &'a Trusted,
    lineage: &'a Lineage,
    found: &'a Found,
}

/// Files in `keys/` and `r/` that follow from the site's keys.
#[derive(Default)]
struct Kept {
    files: BTreeSet<String>,
    /// What earlier releases list.
    listed: Vec<HostPath>,
}

impl Judge<'_> {
    /// Reads `keys/` and every `r/N/`, and keeps what somebody has signed for.
    fn kept(&self) -> anyhow::Result<Kept> {
        let mut kept = Kept::default();
        self.keep_keys("", &mut kept)?;
        let path = |path: &SitePath| match Role::of(&path.into()) {
            Role::Copy(number) => Some(number),
            _ => None,
        };
        let numbers: BTreeSet<u64> = self.found.items.keys().filter_map(path).collect();
        for number in numbers
            .into_iter()
            .filter(|it| *it <= self.release.sequence)
        {
            self.keep_copy(number, &mut kept)?;
        }
        Ok(kept)
    }

    /// `keys/`, below a folder that ends with `/` or is none.
    fn keep_keys(&self, below: &str, kept: &mut Kept) -> anyhow::Result<()> {
        let largest = KeySet::LARGEST.max(Signature::LARGEST);
        let mut files = KeyFiles::default();
        let folder = format!("{below}keys/");
        for path in self.found.items.keys() {
            if let Some(name) = path.as_str().strip_prefix(&folder)
                && KeyFiles::is_name(name)
                && let Some(bytes) = read(&self.folder.join(path.as_str()), largest)?
            {
                files.0.insert(name.to_owned(), bytes);
            }
        }
        let names = self.lineage.key_files(&files).into_iter();
        kept.files.extend(names.map(|name| folder.clone() + &name));
        Ok(())
    }

    fn keep_copy(&self, number: u64, kept: &mut Kept) -> anyhow::Result<()> {
        let folder = format!("r/{number}/");
        let path = |control: Control| folder.clone() + control.name();
        let file = |control: Control| read(&self.folder.join(path(control)), control.largest());
        let Some(text) = file(Control::Release)? else {
            return Ok(());
        };
        let signature = file(Control::Signature)?;
        let attributed = self.lineage.attribute(&text, signature.as_deref());
        let Some(release) = attributed.ok().filter(|it| it.sequence == number) else {
            return Ok(());
        };
        kept.files
            .extend([Control::Release, Control::Signature].map(path));
        let named = [
            (Control::Sums, release.files),
            (Control::Mirrors, release.mirrors),
        ];
        for (control, named) in named {
            if file(control)?.is_some_and(|bytes| named.is(&bytes)) {
                kept.files.insert(path(control));
            }
        }
        if kept.files.contains(&path(Control::Sums)) {
            let sums = Sums::parse(&file(Control::Sums)?.unwrap_or_default()).unwrap_or_default();
            kept.listed.extend(sums.entries.keys().map(HostPath::from));
        }
        self.keep_keys(&folder, kept)
    }

    /// The files that are signed for, and the names of all others.
    fn tree(&self, text: &[u8], kept: &Kept) -> Result<(Tree, Vec<String>), Failure> {
        let mut faults = Vec::new();
        let (mut tree, mut left_out) = (Tree::new(), self.found.odd.clone());
        let sums = self.sums(&mut faults)?;
        self.mirrors(&mut faults);
        let bundles = self.bundles(text, &mut faults)?;
        for (path, item) in &self.found.items {
            let signed = sums.entries.get(path).copied();
            match signed.or_else(|| self.control(path, item, bundles.as_ref())) {
                Some(digest) if digest != item.digest => {
                    faults.push(format!("`{path}` has other bytes"));
                }
                Some(_) if must_be_kept(path) && !kept.files.contains(path.as_str()) => {
                    faults.push(format!(
                        "`{path}` does not follow from the site's keys; take it out"
                    ));
                }
                Some(_) => {
                    tree.insert(HostPath::from(path), item.clone());
                }
                None => left_out.push(path.to_string()),
            }
        }
        let missing = sums
            .entries
            .keys()
            .filter(|path| self.found.get(path.as_str()).is_none());
        faults.extend(missing.map(|path| format!("`{path}` is missing")));
        if faults.is_empty() {
            Ok((tree, left_out))
        } else {
            Err(Refusal::Altered(faults).into())
        }
    }

    fn sums(&self, faults: &mut Vec<String>) -> Result<Sums, Failure> {
        let file = self.folder.join(Control::Sums.name());
        let bytes = read(&file, Sums::LARGEST)?.unwrap_or_default();
        if !self.release.files.is(&bytes) {
            faults.push("`SHA256SUMS` is not the one that `release.txt` names".into());
            return Ok(Sums::default());
        }
        let document = |fault| Distrust::Document("SHA256SUMS".into(), fault);
        Ok(Sums::parse(&bytes).map_err(document)?)
    }

    fn mirrors(&self, faults: &mut Vec<String>) {
        let found = self.found.get(Control::Mirrors.name());
        let named = |it: &Item| is(self.release.mirrors, it);
        if !found.is_some_and(named) {
            faults.push("`mirrors.txt` is not the one that `release.txt` names".into());
        }
    }

    /// The list of archives, if the release has any.
    fn bundles(&self, text: &[u8], faults: &mut Vec<String>) -> Result<Option<Bundles>, Failure> {
        let file = |name: &str| self.folder.join("bundle").join(name);
        let Some(list) = read(&file("bundles.txt"), Bundles::LARGEST)? else {
            return Ok(None);
        };
        let signature = read(&file("bundles.txt.minisig"), Signature::LARGEST)?;
        let bundles = authenticate_bundles(self.trusted, &list, signature.as_deref())?;
        if bundles.release != Digest::of(text) {
            faults.push("`bundle/bundles.txt` belongs to another release".into());
        }
        Ok(Some(bundles))
    }

    /// The hash that a file must have which `SHA256SUMS` does not list.
    fn control(&self, path: &SitePath, item: &Item, bundles: Option<&Bundles>) -> Option<Digest> {
        let path = path.as_str();
        if let Some(name) = path.strip_prefix("bundle/") {
            let listed = bundles?
                .files
                .iter()
                .find(|file| file.name.as_str() == name);
            let own = matches!(name, "bundles.txt" | "bundles.txt.minisig").then_some(item.digest);
            return listed.map(|file| file.digest).or(own);
        }
        let own = format!("r/{}/", self.release.sequence);
        if let Some(original) = path
            .strip_prefix(&own)
            .and_then(|name| self.found.get(name))
        {
            return Some(original.digest);
        }
        // Whether it follows from the keys is asked apart.
        is_control(path).then_some(item.digest)
    }
}

/// Whether nothing may stand there but what somebody has signed for: it would be
/// a place to hide a page in, and a key that was put there would be published.
fn must_be_kept(path: &SitePath) -> bool {
    let path = path.as_str();
    path.starts_with("keys/") || path.starts_with("r/")
}

fn is(named: FileRef, item: &Item) -> bool {
    named.digest == item.digest && named.bytes == item.bytes
}
