//! An upload on its way, looked at after every single file.

use std::collections::BTreeMap;

use vestochka::verify::{Folder, Status};

use super::editors::Editors;
use super::judging::{Checker, PAGES, edit, is, lay, release, release_of, says};
use super::server::Server;
use crate::site::Tree;

/// Two releases that follow one another: a page changed, one new, one gone.
fn two() -> (Editors, Tree, Tree) {
    let editors = Editors::new();
    let old = release(&editors, 5);
    let larger = format!("<!DOCTYPE html>\n{}", "<p>moved</p>\n".repeat(50));
    let mut pages = PAGES.to_vec();
    pages[1].1 = &larger;
    pages[2] = ("ru/people/vera.html", "a new page");
    let new = release_of(&editors, 6, &pages, Some(&old));
    (editors, old, new)
}

/// The order in which a release is put onto a host.
fn place(path: &str) -> usize {
    match path {
        _ if path.starts_with("r/") || path.starts_with("keys/") => 0,
        "SHA256SUMS" | "mirrors.txt" => 2,
        "release.txt.minisig" => 3,
        "release.txt" => 4,
        _ => 1,
    }
}

/// What a host holds after each step from one tree to the next.
fn steps(old: &Tree, new: &Tree) -> Vec<Tree> {
    let mut changed: Vec<&String> = new
        .keys()
        .filter(|it| old.get(*it) != new.get(*it))
        .collect();
    changed.sort_by_key(|path| place(path));
    let mut tree = old.clone();
    let mut steps = vec![tree.clone()];
    for path in changed {
        tree.insert(path.clone(), new[path].clone());
        steps.push(tree.clone());
    }
    let gone: Vec<String> = tree
        .keys()
        .filter(|it| !new.contains_key(*it))
        .cloned()
        .collect();
    for path in gone {
        tree.remove(&path);
        steps.push(tree.clone());
    }
    steps
}

/// A page of the next release stands there, `release.txt` not yet.
fn half_way(steps: &[Tree]) -> impl Iterator<Item = &Tree> {
    let last = steps.last().unwrap();
    let page = "ru/people/anna.html";
    let half = move |it: &&Tree| it[page] == last[page] && it["release.txt"] != last["release.txt"];
    steps.iter().filter(half)
}

#[test]
fn no_step_of_an_upload_looks_like_tampering() {
    let (editors, old, new) = two();
    let checker = Checker::of(&editors);
    for on_the_web in [false, true] {
        let mut met: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, tree) in steps(&old, &new).iter().enumerate() {
            let verdict = match on_the_web {
                true => checker.web(&Server::of(tree).url()),
                false => checker.folder(tree),
            };
            let status = verdict.status();
            assert!(
                matches!(status, Status::Genuine | Status::Updating),
                "step {number}: {verdict:#?}"
            );
            *met.entry(status.word()).or_default() += 1;
        }
        assert!(met["genuine"] >= 2 && met["updating"] >= 4, "{met:?}");
    }
}

#[test]
fn files_that_were_not_uploaded_yet_after_the_new_release_are_an_update_too() {
    let (editors, old, new) = two();
    let mut tree = new.clone();
    tree.insert(
        "ru/people/anna.html".into(),
        old["ru/people/anna.html"].clone(),
    );
    says(
        &Checker::of(&editors).folder(&tree),
        Status::Updating,
        "release 5",
    );
}

#[test]
fn a_changed_byte_in_an_update_is_tampered() {
    let (editors, old, new) = two();
    let checker = Checker::of(&editors);
    let steps = steps(&old, &new);
    for tree in &steps {
        let mut tree = tree.clone();
        edit(&mut tree, "index.html", "letters", "lettres");
        let verdict = checker.folder(&tree);
        is(&verdict, Status::Tampered);
    }
}

#[test]
fn nobody_updates_an_archive() {
    let (editors, old, new) = two();
    let mut tree = new.clone();
    tree.insert(
        "ru/people/anna.html".into(),
        old["ru/people/anna.html"].clone(),
    );
    is(&Checker::of(&editors).archive(&tree), Status::Mixed);
}

#[test]
fn two_mirrors_in_mid_update_are_both_updating() {
    let (editors, old, new) = two();
    let checker = Checker::of(&editors);
    let steps = steps(&old, &new);
    let mut known = Vec::new();
    let mut met = 0;
    for tree in half_way(&steps) {
        let laid = lay(tree);
        let folder = Folder::open(laid.path()).unwrap();
        is(
            &checker.judge_knowing(&folder, &mut known),
            Status::Updating,
        );
        met += 1;
    }
    assert!(met >= 2);
}

#[test]
fn a_mirror_in_mid_update_is_not_rolled_back_for_whoever_saw_the_next_release() {
    let (editors, old, new) = two();
    let mut checker = Checker::of(&editors);
    checker.seen = checker.folder(&new).seen.into_iter().collect();
    let steps = steps(&old, &new);
    half_way(&steps).for_each(|tree| is(&checker.folder(tree), Status::Updating));
    is(&checker.folder(&old), Status::RolledBack);
}
