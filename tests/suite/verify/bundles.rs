//! The archives of a release, and what can be wrong with them.

use vestochka::verify::Status;

use super::editors::Editors;
use super::judging::{Checker, is, paths, release};
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
