//! Folders and archives that were made to do harm.

use vestochka::verify::{Archive, Status, Verdict};

use super::editors::Editors;
use super::judging::{Checker, is, paths, release, zip};

/// The verdict on an archive of a whole release and some more.
fn archive_with(more: &[(&str, &[u8])]) -> Verdict {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let mut files: Vec<(String, &[u8])> = tree
        .iter()
        .map(|(path, bytes)| (path.clone(), bytes.as_slice()))
        .collect();
    files.extend(
        more.iter()
            .map(|(path, bytes)| ((*path).to_owned(), *bytes)),
    );
    Checker::of(&editors).judge(&Archive::of_bytes(zip(&files)).unwrap())
}

#[test]
fn paths_that_lead_out_of_an_archive_are_tampering() {
    is(&archive_with(&[]), Status::Genuine);
    for path in ["../x.html", "/etc/cron.d/x", "ru/../../x", "C:\\x", "C:/x"] {
        let verdict = archive_with(&[(path, b"x")]);
        is(&verdict, Status::Tampered);
        assert_eq!(paths(&verdict), [path]);
    }
}

#[test]
fn a_name_that_stands_twice_is_tampering_and_a_device_is_extra() {
    is(&archive_with(&[("index.html", b"other")]), Status::Tampered);
    is(&archive_with(&[("nul.html", b"x")]), Status::ExtraFiles);
    is(&archive_with(&[("Index.html", b"x")]), Status::ExtraFiles);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    for path in ["index.html", "SHA256SUMS", "release.txt"] {
        tree.insert(path.to_owned(), vec![b'a'; 30_000_000]);
        let verdict = Checker::of(&editors).archive(&tree);
        assert!(
            verdict.findings.iter().any(|it| it.what.contains("capped")),
            "{verdict:#?}"
        );
        assert!(verdict.bytes < 10_000, "{}", verdict.bytes);
    }
}

#[cfg(unix)]
#[test]
fn links_in_a_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    let page = tree.remove("index.html").unwrap();
    let laid = super::judging::lay(&tree);
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("index.html"), page).unwrap();
    let link = laid.path().join("index.html");
    symlink(outside.path().join("index.html"), &link).unwrap();
    let folder = vestochka::verify::Folder::open(laid.path()).unwrap();
    let verdict = Checker::of(&editors).judge(&folder);
    is(&verdict, Status::ExtraFiles);
    assert_eq!(paths(&verdict), ["index.html"]);
    assert!(
        verdict.findings.iter().all(|it| it.what.contains("link")),
        "{verdict:#?}"
    );
}
