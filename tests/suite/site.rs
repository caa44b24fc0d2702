//! A site in a folder of its own, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use walkdir::WalkDir;

/// The build date of every story that does not say otherwise.
pub const DATE: &str = "2026-11-21";

/// Files by their paths, with `/`.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A site that is gone when the story ends.
pub struct Site {
    folder: TempDir,
}

/// How a command ended, and what it said.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Site {
    pub fn empty() -> Self {
        Site {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A copy of a folder, which holds `content/`.
    pub fn copy(from: &Path) -> Self {
        Site::of(&read_tree(from))
    }

    pub fn of(tree: &Tree) -> Self {
        let site = Site::empty();
        site.lay(tree);
        site
    }

    /// A copy of `tests/golden/NAME`, without what is expected of it.
    pub fn golden(name: &str) -> Self {
        let content = tests().join("golden").join(name).join("content");
        Site::of(&below("content", read_tree(&content)))
    }

    /// A copy of the demonstration.
    pub fn demo() -> Self {
        Site::of(&below("content", read_tree(&repository().join("content"))))
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let full = self.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
    }

    /// Writes many files over what stands there.
    pub fn lay(&self, tree: &Tree) {
        tree.iter()
            .for_each(|(path, bytes)| self.write(path, bytes));
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.path().join(path).exists()
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Replaces a text that must be there.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        self.write(path, text.replacen(from, to, 1));
    }

    pub fn append(&self, path: &str, text: &str) {
        self.write(path, self.read(path) + text);
    }

    pub fn tree(&self, folder: &str) -> Tree {
        read_tree(&self.path().join(folder))
    }

    /// Everything in the site but what the program wrote.
    pub fn sources(&self) -> Tree {
        let mut tree = self.tree(".");
        tree.retain(|path, _| path.starts_with("content/") || path.starts_with("themes/"));
        tree
    }

    /// Runs the program in the site's folder.
    pub fn run(&self, args: &[&str]) -> Ran {
        run_in(self.path(), args)
    }

    pub fn check(&self) -> Ran {
        self.run(&["check", "--date", DATE])
    }

    pub fn build(&self) -> Ran {
        self.run(&["build", "--date", DATE])
    }

    /// Builds into `public/`, which must succeed.
    pub fn built(&self) -> Tree {
        self.built_with(&["--date", DATE])
    }

    pub fn built_with(&self, args: &[&str]) -> Tree {
        self.run(&[&["build"], args].concat()).succeeded();
        self.tree("public")
    }

    /// What a build that knows of no earlier one gives.
    pub fn built_cleanly(&self, args: &[&str]) -> Tree {
        let elsewhere = tempfile::tempdir().unwrap();
        let output = elsewhere.path().join("out");
        self.run(&[&["build", "--output", output.to_str().unwrap()], args].concat())
            .succeeded();
        read_tree(&output)
    }
}

impl Ran {
    /// This run, which must have ended well.
    #[track_caller]
    pub fn succeeded(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }

    /// All that was said, without how long it took.
    pub fn words(&self) -> String {
        let timeless = |line: &str| match line.rfind(" in ") {
            Some(at) if line.ends_with(" s") => line[..at].to_owned(),
            _ => line.to_owned(),
        };
        let lines = self.out.lines().chain(self.err.lines());
        lines.map(|line| timeless(line) + "\n").collect()
    }
}

/// Runs the program in any folder, as it runs where output is no terminal.
pub fn run_in(folder: &Path, args: &[&str]) -> Ran {
    let done = Command::new(env!("CARGO_BIN_EXE_vestochka"))
        .args(args)
        .current_dir(folder)
        .env_remove("SOURCE_DATE_EPOCH")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .output()
        .unwrap();
    Ran {
        code: done.status.code().unwrap_or(-1),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

pub fn read_tree(folder: &Path) -> Tree {
    let files = WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let inner = entry.path().strip_prefix(folder).unwrap();
            let parts: Vec<&str> = inner.iter().map(|part| part.to_str().unwrap()).collect();
            (parts.join("/"), fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// A tree one folder further down.
pub fn below(folder: &str, tree: Tree) -> Tree {
    tree.into_iter()
        .map(|(path, bytes)| (format!("{folder}/{path}"), bytes))
        .collect()
}

/// Fails with the paths that differ, because whole pages are too long to read.
#[track_caller]
pub fn assert_same_tree(one: &Tree, other: &Tree, about: &str) {
    let differing: Vec<&String> = one
        .keys()
        .chain(other.keys().filter(|path| !one.contains_key(*path)))
        .filter(|path| one.get(*path) != other.get(*path))
        .collect();
    if let Some(path) = differing.first() {
        let text = |tree: &Tree| {
            tree.get(*path)
                .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        };
        let (left, right) = (
            text(one).unwrap_or_default(),
            text(other).unwrap_or_default(),
        );
        let line = left
            .lines()
            .zip(right.lines())
            .find(|(left, right)| left != right);
        panic!("{about}: {differing:#?} differ; the first begins to at {line:#?}");
    }
}

pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of fixtures.
pub fn tests() -> PathBuf {
    repository().join("tests")
}

/// Whether expectations are to be written anew instead of compared.
pub fn blessing() -> bool {
    std::env::var_os("VESTOCHKA_BLESS").is_some()
}

/// Compares a text with a file of expectations, or writes that file.
#[track_caller]
pub fn expect(path: &Path, found: &[u8]) {
    if blessing() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
        return;
    }
    let expected = fs::read(path).unwrap_or_default();
    if expected != found {
        let (expected, found) = (
            String::from_utf8_lossy(&expected),
            String::from_utf8_lossy(found),
        );
        let differing = expected
            .lines()
            .zip(found.lines())
            .find(|(expected, found)| expected != found);
        panic!(
            "{} is not what was expected; first different line: {differing:#?}\n\
             (`VESTOCHKA_BLESS=1 cargo test --test suite` writes it anew)\n--- found:\n{}",
            path.display(),
            if found.len() < 4_000 {
                &found
            } else {
                "too long to show"
            },
        );
    }
}

/// The names of the folders in a folder.
pub fn folders(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
