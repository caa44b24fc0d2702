//! What a reader remembers from one look to the next, and who would like that to be less.

use jiff::civil::date;
use tempfile::TempDir;
use vestochka::trust::{Release, SecretKey};
use vestochka::verify::{Memory, Status, Verdict};

use super::editors::Editors;
use super::judging::{Checker, is, release, says};
use crate::site::Tree;

/// A reader who looks at a copy now and then.
struct Reader {
    folder: TempDir,
    checker: Checker,
}

impl Reader {
    fn of(editors: &Editors) -> Self {
        Reader {
            folder: tempfile::tempdir().unwrap(),
            checker: Checker::of(editors),
        }
    }

    fn looks_at(&mut self, tree: &Tree) -> Verdict {
        let file = self.folder.path().join("memory.txt");
        let memory = Memory::new(file, &self.checker.anchor);
        self.checker.seen = memory.recall().unwrap();
        let verdict = self.checker.folder(tree);
        memory.remember(verdict.seen.as_slice()).unwrap();
        verdict
    }
}

/// A release with another number, signed by whoever has the key.
fn numbered(editors: &Editors, tree: &Tree, sequence: u64, key: &SecretKey) -> Tree {
    let mut tree = tree.clone();
    let mut release = Release::parse(&tree["release.txt"]).unwrap();
    release.sequence = sequence;
    editors.sign_release(&mut tree, &release, key);
    tree
}

/// The tree with all key sets that there are by now.
fn with_keys(editors: &Editors, tree: &Tree) -> Tree {
    let mut tree = tree.clone();
    for (name, bytes) in &editors.keys.0 {
        tree.insert(format!("keys/{name}"), bytes.clone());
    }
    tree
}

#[test]
fn an_old_tree_with_a_new_key_set_makes_nobody_forget() {
    let mut editors = Editors::new();
    let mut reader = Reader::of(&editors);
    let (old, newer) = (release(&editors, 1), release(&editors, 3));
    is(&reader.looks_at(&newer), Status::Genuine);
    editors.publish_keys(editors.key_set(2), &[0, 1], &[]);
    let attack = with_keys(&editors, &old);
    for _ in 0..3 {
        says(&reader.looks_at(&attack), Status::RolledBack, "3 was seen");
    }
    is(&reader.looks_at(&release(&editors, 4)), Status::Genuine);
}

#[test]
fn a_revoked_key_leaves_no_trace_in_the_memory() {
    let mut editors = Editors::new();
    let mut reader = Reader::of(&editors);
    editors.publish_keys(editors.key_set(2), &[0, 1], &[]);
    let before = release(&editors, 4);
    let stolen = editors.revoke(date(2026, 11, 20));
    let forged = numbered(&editors, &before, 900, &stolen);
    let (five, six) = (release(&editors, 5), release(&editors, 6));
    is(&reader.looks_at(&six), Status::Genuine);
    for _ in 0..2 {
        is(&reader.looks_at(&forged), Status::RolledBack);
        says(&reader.looks_at(&five), Status::RolledBack, "6 was seen");
        is(&reader.looks_at(&six), Status::Genuine);
    }
}

#[test]
fn what_a_thief_counted_up_is_replaced_once_the_key_is_revoked() {
    let mut editors = Editors::new();
    let mut reader = Reader::of(&editors);
    let four = release(&editors, 4);
    let forged = numbered(&editors, &four, 900, &editors.release);
    is(&reader.looks_at(&forged), Status::Genuine);
    is(&reader.looks_at(&release(&editors, 5)), Status::RolledBack);
    editors.revoke(date(2026, 11, 20));
    let (five, six) = (release(&editors, 5), release(&editors, 6));
    is(&reader.looks_at(&six), Status::Genuine);
    says(&reader.looks_at(&five), Status::RolledBack, "6 was seen");
    is(&reader.looks_at(&six), Status::Genuine);
}
