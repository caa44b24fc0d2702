//! Papers beside those that a copy is judged by: other releases in `r/`, and key files.

use jiff::civil::date;
use vestochka::trust::Anchor;
use vestochka::verify::{Status, Verdict};

use super::editors::{Editors, secret};
use super::judging::{Checker, PAGES, edit, is, paths, release, release_of, says};
use crate::site::Tree;

/// Release 6 with the papers of release 5, of editors who had to revoke a key in between.
fn story() -> (Editors, Tree) {
    let mut editors = Editors::new();
    let old = release(&editors, 5);
    editors.revoke(date(2026, 11, 20));
    let new = release_of(&editors, 6, &PAGES, Some(&old));
    (editors, new)
}

/// The verdicts on a folder and an archive, which must agree on the path.
fn with(editors: &Editors, tree: &Tree, path: &str, bytes: &[u8], status: Status) {
    let mut tree = tree.clone();
    tree.insert(path.to_owned(), bytes.to_vec());
    let checker = Checker::of(editors);
    for verdict in [checker.folder(&tree), checker.archive(&tree)] {
        is(&verdict, status);
        assert_eq!(paths(&verdict), [path], "{verdict:#?}");
    }
}

#[test]
fn papers_of_a_release_whose_key_was_revoked_since_are_let_through() {
    let (editors, tree) = story();
    let checker = Checker::of(&editors);
    is(&checker.folder(&tree), Status::Genuine);
    is(&checker.archive(&tree), Status::Genuine);
    let with_key = Checker {
        anchor: Anchor::Release(editors.release.public().unwrap()),
        ..Checker::of(&editors)
    };
    is(&with_key.folder(&tree), Status::Genuine);
}

#[test]
fn a_rotation_of_root_keys_leaves_older_papers_genuine_whichever_fingerprint_is_known() {
    let mut editors = Editors::new();
    let first = editors.anchor();
    let old = release(&editors, 5);
    editors.rotate_roots(2, 2);
    let tree = release_of(&editors, 6, &PAGES, Some(&old));
    let second = Anchor::Root(editors.sets[1].fingerprint());
    for anchor in [first, second] {
        let checker = Checker {
            anchor,
            ..Checker::of(&editors)
        };
        is(&checker.folder(&tree), Status::Genuine);
        is(&checker.archive(&tree), Status::Genuine);
    }
}

#[test]
fn forged_lists_of_other_releases_are_tampered() {
    let (editors, tree) = story();
    for path in [
        "r/5/mirrors.txt",
        "r/5/SHA256SUMS",
        "r/6/mirrors.txt",
        "r/6/SHA256SUMS",
    ] {
        with(
            &editors,
            &tree,
            path,
            b"<h1>forged</h1>\n",
            Status::Tampered,
        );
        with(&editors, &tree, path, b"", Status::Tampered);
    }
}

#[test]
fn forged_papers_of_other_releases_are_not_let_through() {
    let (editors, tree) = story();
    let six = &tree["r/6/release.txt"];
    with(&editors, &tree, "r/5/release.txt", six, Status::Tampered);
    let html = b"<h1>forged</h1>\n";
    with(&editors, &tree, "r/5/release.txt", html, Status::Tampered);
    with(&editors, &tree, "r/77/SHA256SUMS", html, Status::ExtraFiles);
    with(
        &editors,
        &tree,
        "r/77/release.txt",
        html,
        Status::ExtraFiles,
    );
    let mut signed = tree.clone();
    let mut release = vestochka::trust::Release::parse(six).unwrap();
    release.sequence = 77;
    let mut forged = Tree::new();
    editors.sign_release(&mut forged, &release, &secret());
    for (path, bytes) in forged {
        signed.insert(format!("r/77/{path}"), bytes);
    }
    let verdict = Checker::of(&editors).folder(&signed);
    is(&verdict, Status::ExtraFiles);
    assert_eq!(paths(&verdict), ["r/77/release.txt"]);
}

#[test]
fn papers_stand_under_their_own_number() {
    let (editors, tree) = story();
    let mut moved = tree.clone();
    for (path, bytes) in tree.iter().filter(|(path, _)| path.starts_with("r/6/")) {
        moved.insert(path.replace("r/6/", "r/9/"), bytes.clone());
    }
    let verdict = Checker::of(&editors).folder(&moved);
    says(&verdict, Status::ExtraFiles, "release 6");
    assert_eq!(paths(&verdict), ["r/9/release.txt"]);
}

#[test]
fn key_files_that_no_root_key_signed_are_extra() {
    let (editors, tree) = story();
    let html = b"<h1>forged</h1>\n";
    let large = vec![b'a'; 5_000_000];
    let signature = tree
        .keys()
        .find(|it| it.starts_with("keys/1.") && it.ends_with("minisig"));
    let signature = &tree[signature.unwrap()];
    for folder in ["", "r/5/", "r/6/"] {
        for (name, bytes) in [
            ("9.txt", &html[..]),
            ("9.txt", &large),
            ("9.txt", &tree["keys/1.txt"]),
            ("1.0123456789abcdef.minisig", html),
            ("1.0123456789abcdef.minisig", signature),
            ("7.0123456789abcdef.minisig", signature),
            ("3.0123456789abcdef.minisig", &large),
        ] {
            let path = format!("{folder}keys/{name}");
            with(&editors, &tree, &path, bytes, Status::ExtraFiles);
        }
    }
}

#[test]
fn a_changed_key_set_of_another_release_is_not_let_through() {
    let (editors, mut tree) = story();
    edit(&mut tree, "r/5/keys/1.txt", "2027-11-20", "2099-11-20");
    let verdict = Checker::of(&editors).folder(&tree);
    is(&verdict, Status::ExtraFiles);
}

#[test]
fn a_set_before_the_known_one_must_at_least_hold_together_with_it() {
    let mut editors = Editors::new();
    editors.rotate_roots(2, 2);
    let mut tree = release(&editors, 5);
    let checker = Checker {
        anchor: Anchor::Root(editors.sets[1].fingerprint()),
        ..Checker::of(&editors)
    };
    is(&checker.folder(&tree), Status::Genuine);
    tree.retain(|path, _| !path.starts_with("r/"));
    let others = Editors::new();
    tree.insert("keys/1.txt".into(), others.keys.0["1.txt"].clone());
    let verdict = checker.folder(&tree);
    is(&verdict, Status::ExtraFiles);
    assert!(paths(&verdict).contains(&"keys/1.txt"), "{verdict:#?}");
}

#[test]
fn a_new_key_set_on_its_way_is_an_update_and_in_an_archive_it_is_none() {
    let mut editors = Editors::new();
    let mut tree = release(&editors, 5);
    editors.publish_keys(editors.key_set(2), &[0, 1], &[]);
    let checker = Checker::of(&editors);
    for (name, bytes) in &editors.keys.0 {
        if name.ends_with("minisig") {
            tree.insert(format!("keys/{name}"), bytes.clone());
        }
    }
    is(&checker.folder(&tree), Status::Updating);
    is(&checker.archive(&tree), Status::ExtraFiles);
    tree.insert("keys/2.txt".into(), editors.keys.0["2.txt"].clone());
    is(&checker.folder(&tree), Status::Genuine);
}

#[test]
fn papers_on_their_way_are_an_update_if_they_have_the_form_of_papers() {
    let editors = Editors::new();
    let old = release(&editors, 5);
    let new = release_of(&editors, 6, &PAGES, Some(&old));
    let checker = Checker::of(&editors);
    let and = |path: &str, bytes: &[u8]| -> [Verdict; 2] {
        let mut tree = old.clone();
        tree.insert(path.to_owned(), bytes.to_vec());
        [checker.folder(&tree), checker.archive(&tree)]
    };
    for name in [
        "SHA256SUMS",
        "mirrors.txt",
        "release.txt",
        "release.txt.minisig",
    ] {
        let bytes = &new[&format!("r/6/{name}")];
        let [folder, archive] = and(&format!("r/6/{name}"), bytes);
        is(&folder, Status::Updating);
        is(&archive, Status::ExtraFiles);
        is(&and(&format!("r/60/{name}"), bytes)[0], Status::ExtraFiles);
        is(&and(&format!("r/6/{name}"), b"<h1>")[0], Status::ExtraFiles);
    }
}

#[test]
fn an_upload_of_a_rotation_never_looks_like_tampering() {
    let (editors, new) = story();
    let mut tree = new.clone();
    let papers: Vec<String> = new
        .keys()
        .filter(|it| it.starts_with("r/6/"))
        .cloned()
        .collect();
    papers.iter().for_each(|path| drop(tree.remove(path)));
    for path in papers {
        tree.insert(path.clone(), new[&path].clone());
        let verdict = Checker::of(&editors).folder(&tree);
        let status = verdict.status();
        assert!(
            matches!(status, Status::Genuine | Status::Updating),
            "{path}: {verdict:#?}"
        );
    }
    is(&Checker::of(&editors).folder(&tree), Status::Genuine);
}
