//! One defect that is to hide another, and honest hosts that look like it.

use jiff::civil::date;
use vestochka::trust::{FileRef, Release};
use vestochka::verify::{Folder, Known, Status, Verdict};

use super::editors::Editors;
use super::judging::{Checker, PAGES, edit, is, lay, paths, release, release_of, says};
use super::server::{Answer, Server};
use crate::site::Tree;

const FORGED: &[u8] = b"<!DOCTYPE html>\n<p>forged</p>\n";
const BLOCKED: &str = "<!DOCTYPE html><html><body>This site is blocked</body></html>";

/// A forged page beside a signed list of any bytes, with `r/` left out.
fn with_list(editors: &Editors, list: Vec<u8>) -> Tree {
    let mut tree = release(editors, 5);
    tree.retain(|path, _| !path.starts_with("r/"));
    let mut root = Release::parse(&tree["release.txt"]).unwrap();
    root.files = FileRef::of(&list);
    tree.insert("SHA256SUMS".into(), list);
    editors.sign_release(&mut tree, &root, &editors.release);
    tree.insert("index.html".into(), FORGED.to_vec());
    tree
}

#[test]
fn a_signed_list_that_cannot_be_read_is_unsigned() {
    let editors = Editors::new();
    let list = String::from_utf8(release(&editors, 5)["SHA256SUMS"].clone()).unwrap();
    let reversed: String = list.lines().rev().map(|it| format!("{it}\n")).collect();
    for list in [reversed.as_str(), "", "no list\n"] {
        let tree = with_list(&editors, list.into());
        let checker = Checker::of(&editors);
        for verdict in [checker.folder(&tree), checker.archive(&tree)] {
            is(&verdict, Status::Unsigned);
            assert_eq!(paths(&verdict), ["SHA256SUMS"]);
        }
    }
}

#[test]
fn a_signed_list_of_mirrors_that_cannot_be_read_is_unsigned() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    let mut root = Release::parse(&tree["release.txt"]).unwrap();
    root.mirrors = FileRef::of(b"somewhere\n");
    tree.insert("mirrors.txt".into(), b"somewhere\n".to_vec());
    editors.sign_release(&mut tree, &root, &editors.release);
    let verdict = Checker::of(&editors).folder(&tree);
    is(&verdict, Status::Unsigned);
    assert_eq!(paths(&verdict), ["mirrors.txt"]);
}

#[test]
fn a_list_that_only_lies_elsewhere_must_be_readable_too() {
    let editors = Editors::new();
    for elsewhere in ["sha256sums", "r/5/SHA256SUMS"] {
        let mut tree = with_list(&editors, b"no list\n".to_vec());
        let list = tree.remove("SHA256SUMS").unwrap();
        tree.insert(elsewhere.into(), list);
        is(&Checker::of(&editors).folder(&tree), Status::Unsigned);
    }
}

#[test]
fn a_list_longer_than_any_is_unsigned() {
    let editors = Editors::new();
    for (files, mirrors) in [(50_000_001, 1), (1, 100_001)] {
        let mut tree = release(&editors, 5);
        let mut root = Release::parse(&tree["release.txt"]).unwrap();
        (root.files.bytes, root.mirrors.bytes) = (files, mirrors);
        editors.sign_release(&mut tree, &root, &editors.release);
        let verdict = Checker::of(&editors).folder(&tree);
        says(&verdict, Status::Unsigned, "no more than");
    }
}

#[test]
fn without_its_own_list_a_copy_is_not_called_updating() {
    let editors = Editors::new();
    let old = release(&editors, 5);
    let new = release_of(&editors, 6, &PAGES[..3], Some(&old));
    let mut tree = old.clone();
    tree.insert("SHA256SUMS".into(), new["SHA256SUMS"].clone());
    let kept = new.iter().filter(|(path, _)| path.starts_with("r/6/"));
    tree.extend(kept.map(|(path, bytes)| (path.clone(), bytes.clone())));
    is(&Checker::of(&editors).folder(&tree), Status::Updating);
    tree.retain(|path, _| !path.starts_with("r/5/"));
    tree.insert("index.html".into(), FORGED.to_vec());
    let verdict = Checker::of(&editors).folder(&tree);
    says(&verdict, Status::Incomplete, "no file could be checked");
}

/// A forged first page, on a host that does not answer for some other file as it should.
fn masked(seed: u64, hidden: &'static str, answer: fn(&[u8]) -> Answer) -> Verdict {
    let editors = Editors::new();
    let old = release(&editors, 4);
    let mut tree = release_of(&editors, 5, &PAGES, Some(&old));
    tree.insert("index.html".into(), FORGED.to_vec());
    let server = Server::start(move |request| match request.path.as_str() {
        path if path == hidden => answer(tree.get(hidden).map_or(b"x", Vec::as_slice)),
        path => Answer::of(&tree, path),
    });
    let mut checker = Checker::of(&editors);
    (checker.seed, checker.jobs) = (Some(seed), 1);
    checker.web(&server.url())
}

#[test]
fn a_file_that_does_not_come_hides_no_other() {
    let cut = |bytes: &[u8]| Answer::Cut(bytes.to_vec());
    let elsewhere = |_: &[u8]| Answer::redirect("http://elsewhere.example/");
    let page = |_: &[u8]| Answer::page(200, BLOCKED);
    let answers: [fn(&[u8]) -> Answer; 3] = [cut, elsewhere, page];
    for (hidden, answers) in [
        ("style.css", &answers[..2]),
        ("SHA256SUMS", &answers),
        ("mirrors.txt", &answers),
        ("r/4/release.txt", &answers),
    ] {
        for (seed, answer) in (0..3).flat_map(|seed| answers.iter().map(move |it| (seed, it))) {
            let verdict = masked(seed, hidden, *answer);
            is(&verdict, Status::Tampered);
            assert_eq!(paths(&verdict), ["index.html"]);
        }
    }
}

#[test]
fn a_host_that_falls_silent_is_not_asked_for_every_file() {
    let editors = Editors::new();
    let names: Vec<String> = (0..200).map(|number| format!("p-{number}.html")).collect();
    let pages: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "page")).collect();
    let tree = release_of(&editors, 5, &pages, None);
    let server = Server::start(move |request| match Answer::of(&tree, &request.path) {
        Answer::File(bytes) if request.path.starts_with("p-") => Answer::Cut(bytes),
        answer => answer,
    });
    is(
        &Checker::of(&editors).web(&server.url()),
        Status::Unreachable,
    );
    let asked = server.asked().into_iter();
    assert!(asked.filter(|it| it.starts_with("p-")).count() < 60);
}

#[test]
fn a_host_that_refuses_what_it_does_not_have_is_honest() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let page = format!("{BLOCKED}{}", "<p>not found</p>".repeat(2000));
    for (status, text) in [(403, "denied"), (200, BLOCKED), (200, page.as_str())] {
        let (tree, text) = (tree.clone(), text.to_owned());
        let server = Server::start(move |request| match Answer::of(&tree, &request.path) {
            Answer::Missing if request.path.starts_with("keys/") => Answer::page(status, &text),
            answer => answer,
        });
        is(&Checker::of(&editors).web(&server.url()), Status::Genuine);
    }
}

#[test]
fn a_true_list_under_a_folded_name_does_not_excuse_a_forged_one() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    tree.insert("sha256sums".into(), tree["SHA256SUMS"].clone());
    edit(&mut tree, "SHA256SUMS", "index", "imdex");
    let verdict = Checker::of(&editors).folder(&tree);
    is(&verdict, Status::Tampered);
    assert_eq!(paths(&verdict), ["SHA256SUMS"]);
}

#[test]
fn a_short_page_instead_of_a_list_is_a_block_page() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    assert!(BLOCKED.len() < tree["SHA256SUMS"].len());
    let server = Server::start(move |request| match request.path.as_str() {
        "SHA256SUMS" => Answer::page(200, BLOCKED),
        path => Answer::of(&tree, path),
    });
    is(&Checker::of(&editors).web(&server.url()), Status::Blocked);
}

#[test]
fn halves_that_a_revoked_key_signed_are_unsigned() {
    for honest_next in [false, true] {
        let mut editors = Editors::new();
        let checker = Checker::of(&editors);
        let five = release(&editors, 5);
        let six = release_of(&editors, 6, &PAGES, Some(&five));
        editors.revoke(date(2026, 11, 20));
        let six = match honest_next {
            true => release_of(&editors, 6, &PAGES, Some(&five)),
            false => six,
        };
        let mut tree = six.clone();
        tree.insert("release.txt".into(), five["release.txt"].clone());
        for (name, bytes) in &editors.keys.0 {
            tree.insert(format!("keys/{name}"), bytes.clone());
        }
        says(&checker.folder(&tree), Status::Unsigned, "revoked key");
    }
}

#[test]
fn a_thief_seen_before_does_not_make_an_update_look_forged() {
    let mut editors = Editors::new();
    let checker = Checker::of(&editors);
    let mut pages = PAGES;
    pages[1].1 = "the thief's address";
    let forged = release_of(&editors, 7, &pages, None);
    editors.revoke(date(2026, 11, 20));
    let six = release(&editors, 6);
    pages[1].1 = "a new address";
    let seven = release_of(&editors, 7, &pages, Some(&six));
    let mut half = seven.clone();
    for path in ["release.txt", "release.txt.minisig", "SHA256SUMS"] {
        half.insert(path.into(), six[path].clone());
    }
    let mut known: Vec<Known> = Vec::new();
    for (tree, status) in [(&forged, Status::Genuine), (&half, Status::Updating)] {
        let laid = lay(tree);
        let folder = Folder::open(laid.path()).unwrap();
        is(&checker.judge_knowing(&folder, &mut known), status);
    }
}
