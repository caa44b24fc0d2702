//! The archives of a release, and what can be wrong with them.

use vestochka::verify::{Status, Verdict};

use super::editors::Editors;
use super::judging::{Checker, is, paths, release, says};
use super::server::{Answer, Server};
use crate::site::Tree;

fn with_bundles() -> (Editors, Tree) {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    editors.add_bundles(&mut tree, &[("site.car", b"car"), ("site.zip", b"zip")]);
    (editors, tree)
}

#[test]
fn archives_are_held_against_their_own_list() {
    let (editors, tree) = with_bundles();
    let checker = Checker::of(&editors);
    is(&checker.folder(&tree), Status::Genuine);
    for (path, bytes, status) in [
        ("bundle/site.zip", &b"zap"[..], Status::Tampered),
        ("bundle/site.zip", b"zip and more", Status::Tampered),
        (
            "bundle/bundles.txt",
            b"vestochka-bundles 1\n",
            Status::Tampered,
        ),
        ("bundle/virus.exe", b"x", Status::ExtraFiles),
    ] {
        let mut tree = tree.clone();
        tree.insert(path.to_owned(), bytes.to_vec());
        let verdict = checker.folder(&tree);
        is(&verdict, status);
        assert_eq!(paths(&verdict), [path]);
    }
    for (path, status) in [
        ("bundle/site.zip", Status::Incomplete),
        ("bundle/bundles.txt.minisig", Status::Unsigned),
    ] {
        let mut tree = tree.clone();
        tree.remove(path);
        is(&checker.folder(&tree), status);
    }
}

#[test]
fn archives_of_the_next_release_are_an_update_and_of_another_are_mixed() {
    let (editors, tree) = with_bundles();
    let checker = Checker::of(&editors);
    for (number, status) in [(6, Status::Updating), (9, Status::Mixed)] {
        let mut other = release(&editors, number);
        editors.add_bundles(&mut other, &[("site.zip", b"zip")]);
        let mut tree = tree.clone();
        tree.retain(|path, _| !path.starts_with("bundle/"));
        tree.extend(
            other
                .into_iter()
                .filter(|(path, _)| path.starts_with("bundle/")),
        );
        is(&checker.folder(&tree), status);
    }
}

/// The verdict on a host that has something at one path and nothing else below `bundle/`.
fn hosted(editors: &Editors, path: &'static str, answer: fn() -> Answer) -> Verdict {
    let tree = release(editors, 5);
    let server = Server::start(move |request| match request.path == path {
        true => answer(),
        false => Answer::of(&tree, &request.path),
    });
    Checker::of(editors).web(&server.url())
}

#[test]
fn a_host_cannot_serve_an_archive_and_hide_the_list() {
    let editors = Editors::new();
    for path in ["bundle/site.zip", "bundle/site.car", "bundle/site.torrent"] {
        for answer in [
            || Answer::File(b"PK\x03\x04".to_vec()),
            || Answer::Endless(b"PK\x03\x04"),
        ] {
            let verdict = hosted(&editors, path, answer);
            is(&verdict, Status::ExtraFiles);
            assert_eq!(paths(&verdict), [path]);
        }
        for nothing in [
            || Answer::Missing,
            || Answer::page(200, "<!DOCTYPE html><p>there is no such page"),
            || Answer::page(403, "no"),
        ] {
            is(&hosted(&editors, path, nothing), Status::Genuine);
        }
    }
}

#[test]
fn an_archive_that_the_list_lacks_is_found_on_a_host_too() {
    let (editors, mut tree) = with_bundles();
    is(
        &Checker::of(&editors).web(&Server::of(&tree).url()),
        Status::Genuine,
    );
    tree.insert("bundle/site.torrent".into(), b"d8:announce".to_vec());
    let verdict = Checker::of(&editors).web(&Server::of(&tree).url());
    is(&verdict, Status::ExtraFiles);
    assert_eq!(paths(&verdict), ["bundle/site.torrent"]);
}

#[test]
fn somebody_else_who_answers_for_the_list_is_named() {
    let editors = Editors::new();
    let elsewhere = || Answer::redirect("http://other.example/");
    let verdict = hosted(&editors, "bundle/bundles.txt", elsewhere);
    says(&verdict, Status::Blocked, "other.example");
}
