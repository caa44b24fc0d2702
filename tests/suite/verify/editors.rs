//! The editors of a small site: their keys, and the released trees that they sign.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use vestochka::output::{Digest, SitePath};
use vestochka::record::Id;
use vestochka::trust::{
    Anchor, BundleFile, Bundles, FileRef, KeyFiles, KeySet, KeysRef, PublicKey, Release,
    ReleaseKey, Revoked, SecretKey, Sums, TreeSize,
};

use crate::site::Tree;

/// Whoever may sign for the site.
pub struct Editors {
    pub site: Id,
    pub roots: Vec<SecretKey>,
    pub release: SecretKey,
    pub sets: Vec<KeySet>,
    pub keys: KeyFiles,
}

/// What differs from one release to the next.
pub struct Edition<'a> {
    pub sequence: u64,
    pub pages: &'a [(&'a str, &'a str)],
    pub mirrors: &'a str,
    /// Of the release before, for `r/`.
    pub before: Option<&'a Tree>,
}

/// The papers of a release that `r/N/` holds.
const PAPERS: [&str; 4] = [
    "SHA256SUMS",
    "mirrors.txt",
    "release.txt",
    "release.txt.minisig",
];

impl Editors {
    pub fn new() -> Self {
        Editors::of("test-site")
    }

    pub fn of(site: &str) -> Self {
        let mut editors = Editors {
            site: Id::parse(site).unwrap(),
            roots: sorted_roots(),
            release: secret(),
            sets: Vec::new(),
            keys: KeyFiles::default(),
        };
        editors.publish_keys(editors.key_set(1), &[0, 1], &[0, 1]);
        editors
    }

    pub fn anchor(&self) -> Anchor {
        Anchor::Root(self.sets[0].fingerprint())
    }

    pub fn key_set(&self, number: u64) -> KeySet {
        KeySet {
            site: self.site.clone(),
            number,
            expires: date(2027, 11, 20),
            roots: public(&self.roots),
            release: vec![ReleaseKey {
                key: self.release.public().unwrap(),
                from: date(2026, 1, 1),
                until: date(2027, 12, 31),
            }],
            revoked: Vec::new(),
        }
    }

    /// Publishes a key set, signed by so many root keys of the set before and of its own.
    pub fn publish_keys(&mut self, set: KeySet, old: &[usize], new: &[usize]) {
        let roots: Vec<&SecretKey> = old.iter().chain(new).map(|at| &self.roots[*at]).collect();
        let files = signed(&set, &roots);
        self.keys.0.extend(files);
        self.sets.push(set);
    }

    /// Rotates to new root keys, signed by so many of the old and of the new.
    pub fn rotate_roots(&mut self, old: usize, new: usize) {
        let before = std::mem::replace(&mut self.roots, sorted_roots());
        let set = self.key_set(self.sets.len() as u64 + 1);
        let signers: Vec<&SecretKey> = before[..old].iter().chain(&self.roots[..new]).collect();
        let files = signed(&set, &signers);
        self.keys.0.extend(files);
        self.sets.push(set);
    }

    /// The release key is stolen: a new one takes its place.
    pub fn revoke(&mut self, day: Date) -> SecretKey {
        let stolen = std::mem::replace(&mut self.release, secret());
        let mut set = self.key_set(self.sets.len() as u64 + 1);
        set.revoked.push(Revoked {
            key: stolen.public().unwrap().id(),
            date: day,
        });
        self.publish_keys(set, &[0, 1], &[0, 1]);
        stolen
    }

    /// A whole released tree.
    pub fn tree(&self, edition: &Edition<'_>) -> Tree {
        let mut tree: Tree = edition
            .pages
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect();
        let sums = sums(&tree);
        let size = TreeSize::of(tree.values().map(|bytes| bytes.len() as u64));
        let previous = edition.before.map(|tree| Digest::of(&tree["release.txt"]));
        let set = self.sets.last().unwrap();
        let release = Release {
            site: self.site.clone(),
            sequence: edition.sequence,
            created: created(edition.sequence),
            expires: expires(edition.sequence),
            program: "vestochka 0.1.0".into(),
            keys: KeysRef {
                number: set.number,
                digest: Digest::of(set.to_text().as_bytes()),
            },
            tree: size,
            files: FileRef::of(sums.as_bytes()),
            mirrors: FileRef::of(edition.mirrors.as_bytes()),
            previous: previous.or((edition.sequence > 1).then(|| Digest::of(b"before"))),
        };
        tree.insert("SHA256SUMS".into(), sums.into_bytes());
        tree.insert("mirrors.txt".into(), edition.mirrors.as_bytes().to_vec());
        self.sign_release(&mut tree, &release, &self.release);
        for (name, bytes) in &self.keys.0 {
            tree.insert(format!("keys/{name}"), bytes.clone());
        }
        let own = tree.clone();
        keep_papers(&mut tree, edition.sequence, &own);
        if let Some(before) = edition.before {
            keep_papers(&mut tree, edition.sequence - 1, before);
        }
        tree
    }

    pub fn sign_release(&self, tree: &mut Tree, release: &Release, key: &SecretKey) {
        let text = release.to_text().into_bytes();
        let signature = key.sign(&text, &release.comment()).unwrap();
        tree.insert("release.txt".into(), text);
        tree.insert("release.txt.minisig".into(), signature.to_text().into());
    }

    /// Adds archives to a tree, which need not be real ones.
    pub fn add_bundles(&self, tree: &mut Tree, archives: &[(&str, &[u8])]) {
        let release = Release::parse(&tree["release.txt"]).unwrap();
        let files = archives.iter().map(|(name, bytes)| BundleFile {
            digest: Digest::of(bytes),
            bytes: bytes.len() as u64,
            name: SitePath::new(name).unwrap(),
        });
        let bundles = Bundles {
            site: self.site.clone(),
            sequence: release.sequence,
            release: Digest::of(&tree["release.txt"]),
            files: files.collect(),
        };
        let text = bundles.to_text();
        let signature = self.release.sign(text.as_bytes(), &bundles.comment());
        let signature = signature.unwrap().to_text().to_owned();
        tree.insert("bundle/bundles.txt".into(), text.into_bytes());
        tree.insert("bundle/bundles.txt.minisig".into(), signature.into_bytes());
        for (name, bytes) in archives {
            tree.insert(format!("bundle/{name}"), bytes.to_vec());
        }
    }
}

/// A release is made every ten days and holds for thirty.
pub fn created(sequence: u64) -> Timestamp {
    let first: Timestamp = "2026-10-01T00:00:00Z".parse().unwrap();
    let days = i64::try_from(sequence).unwrap() * 10;
    first + jiff::SignedDuration::from_hours(days * 24)
}

pub fn expires(sequence: u64) -> Timestamp {
    created(sequence + 3)
}

pub fn sums(tree: &Tree) -> String {
    let entries: BTreeMap<SitePath, Digest> = tree
        .iter()
        .map(|(path, bytes)| (SitePath::new(path).unwrap(), Digest::of(bytes)))
        .collect();
    Sums { entries }.to_text()
}

/// Keeps the papers of a release below `r/N/`.
fn keep_papers(tree: &mut Tree, number: u64, of: &Tree) {
    let papers = of
        .iter()
        .filter(|(path, _)| PAPERS.contains(&path.as_str()) || path.starts_with("keys/"));
    for (path, bytes) in papers {
        tree.insert(format!("r/{number}/{path}"), bytes.clone());
    }
}

fn signed(set: &KeySet, roots: &[&SecretKey]) -> BTreeMap<String, Vec<u8>> {
    let text = set.to_text();
    let sign = |root: &&SecretKey| {
        let signature = root.sign(text.as_bytes(), &set.comment()).unwrap();
        let name = KeyFiles::signature_name(set.number, root.public().unwrap().id());
        (name, signature.to_text().as_bytes().to_vec())
    };
    let mut files: BTreeMap<String, Vec<u8>> = roots.iter().map(sign).collect();
    files.insert(KeyFiles::set_name(set.number), text.clone().into_bytes());
    files
}

pub fn secret() -> SecretKey {
    let (_, file) = SecretKey::generate(None).unwrap();
    SecretKey::read(&file, None).unwrap()
}

fn sorted_roots() -> Vec<SecretKey> {
    let mut roots: Vec<SecretKey> = (0..3).map(|_| secret()).collect();
    roots.sort_by_key(|key| key.public().unwrap().to_string());
    roots
}

fn public(roots: &[SecretKey]) -> [PublicKey; 3] {
    [0, 1, 2].map(|at| roots[at].public().unwrap())
}
