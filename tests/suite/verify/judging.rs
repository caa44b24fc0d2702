//! A checker in a story: what it knows beforehand, and its verdict on a tree.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use jiff::Timestamp;
use tempfile::TempDir;
use vestochka::fetch::{Client, Options, Retries};
use vestochka::trust::Anchor;
use vestochka::verify::{
    Archive, Copy, Finding, Folder, Host, Known, Question, Seen, Status, Verdict, judge,
};

use super::editors::{Edition, Editors, created};
use crate::site::Tree;

pub const PAGES: [(&str, &str); 4] = [
    (
        "index.html",
        "<!DOCTYPE html>\n<html>\n<body>\n<p>letters</p>\n</body>\n</html>\n",
    ),
    (
        "ru/people/anna.html",
        "<!DOCTYPE html>\n<html>\n<body>\n<p>Write to: cell 1</p>\n</body>\n</html>\n",
    ),
    (
        "ru/people/boris.html",
        "<!DOCTYPE html>\n<html>\n<body>\n<p>Write to: cell 2</p>\n</body>\n</html>\n",
    ),
    ("style.css", "body { color: black }\n"),
];

/// A checker with a key and a memory.
pub struct Checker {
    pub anchor: Anchor,
    pub now: Timestamp,
    pub seen: Vec<Seen>,
    pub seed: Option<u64>,
    pub jobs: usize,
    pub site: Option<&'static str>,
    pub proxy: Option<String>,
}

impl Checker {
    /// One that knows the fingerprint and has seen nothing, on a day of release 5.
    pub fn of(editors: &Editors) -> Self {
        Checker {
            anchor: editors.anchor(),
            now: created(5),
            seen: Vec::new(),
            seed: None,
            jobs: 3,
            site: None,
            proxy: None,
        }
    }

    pub fn judge(&self, copy: &dyn Copy) -> Verdict {
        self.judge_knowing(copy, &mut Vec::new())
    }

    pub fn judge_knowing(&self, copy: &dyn Copy, known: &mut Vec<Known>) -> Verdict {
        let question = Question {
            anchor: self.anchor.clone(),
            site: self
                .site
                .map(|id| vestochka::record::Id::parse(id).unwrap()),
            now: self.now,
            seen: self.seen.clone(),
            seed: self.seed,
            jobs: self.jobs,
            skip_bundles: false,
            progress: &|_, _| {},
            stop: &AtomicBool::new(false),
        };
        judge(copy, &question, known)
    }

    /// The verdict on a tree in a folder.
    pub fn folder(&self, tree: &Tree) -> Verdict {
        let laid = lay(tree);
        self.judge(&Folder::open(laid.path()).unwrap())
    }

    /// The verdict on a tree in a zip archive, below one folder.
    pub fn archive(&self, tree: &Tree) -> Verdict {
        let files: Vec<(String, &[u8])> = tree
            .iter()
            .map(|(path, bytes)| (format!("site/{path}"), bytes.as_slice()))
            .collect();
        self.judge(&Archive::of_bytes(zip(&files)).unwrap())
    }

    /// The verdict on what a host serves.
    pub fn web(&self, address: &str) -> Verdict {
        self.judge(&Host::new(self.client(), address.parse().unwrap()))
    }

    /// One that does not really wait.
    pub fn client(&self) -> Client {
        Client::new(&Options {
            proxy: self.proxy.clone(),
            retries: Some(Retries::with_sleeper(3, |_| ())),
            silence: Some(Duration::from_secs(20)),
        })
        .unwrap()
    }
}

/// A tree of the usual pages.
pub fn release(editors: &Editors, sequence: u64) -> Tree {
    release_of(editors, sequence, &PAGES, None)
}

pub fn release_of(
    editors: &Editors,
    sequence: u64,
    pages: &[(&str, &str)],
    before: Option<&Tree>,
) -> Tree {
    editors.tree(&Edition {
        sequence,
        pages,
        mirrors: "https://a.example/ | https | 2026-10-01 |\n",
        before,
    })
}

pub fn lay(tree: &Tree) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    lay_in(folder.path(), tree);
    folder
}

pub fn lay_in(folder: &Path, tree: &Tree) {
    for (path, bytes) in tree {
        let full = folder.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
    }
}

/// A zip archive of files under any names.
pub fn zip(files: &[(String, &[u8])]) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = rawzip::ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let name = rawzip::path::EntryPath::verbatim(name.as_bytes().to_vec());
        let (mut entry, config) = zip
            .new_file(name)
            .compression_method(rawzip::CompressionMethod::DEFLATE)
            .start()
            .unwrap();
        let level = flate2::Compression::fast();
        let mut writer = config.wrap(flate2::write::DeflateEncoder::new(&mut entry, level));
        writer.write_all(bytes).unwrap();
        let (deflate, descriptor) = writer.finish().unwrap();
        deflate.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    zip.finish().unwrap()
}

/// Replaces a text in one file of a tree.
pub fn edit(tree: &mut Tree, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(tree[path].clone()).unwrap();
    assert!(text.contains(from), "`{path}` does not hold `{from}`");
    tree.insert(path.to_owned(), text.replace(from, to).into_bytes());
}

#[track_caller]
pub fn is(verdict: &Verdict, status: Status) {
    assert_eq!(verdict.status(), status, "{verdict:#?}");
}

/// The status, and a word that the worst finding must hold.
#[track_caller]
pub fn says(verdict: &Verdict, status: Status, word: &str) {
    is(verdict, status);
    let first = verdict.findings.first().map(|it| it.what.as_str());
    assert!(
        first.is_some_and(|it| it.contains(word)),
        "`{word}` in {verdict:#?}"
    );
}

/// Of which files the worst thing is said.
pub fn paths(verdict: &Verdict) -> Vec<&str> {
    let worst = |it: &&Finding| it.status == verdict.status();
    let findings = verdict.findings.iter().filter(worst);
    findings.filter_map(|it| it.path.as_deref()).collect()
}
