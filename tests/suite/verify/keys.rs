//! Signatures and key sets that are missing, foreign, expired, or signed by too few.

use jiff::SignedDuration;
use vestochka::trust::Release;
use vestochka::verify::{Status, Verdict};

use super::editors::{Editors, secret};
use super::judging::{Checker, is, release, says};

#[test]
fn without_a_signature_or_with_another_it_is_unsigned() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let tree = release(&editors, 5);
    let mut without = tree.clone();
    without.remove("release.txt.minisig");
    says(&checker.folder(&without), Status::Unsigned, "no signature");
    let mut without = tree.clone();
    without.remove("release.txt");
    says(&checker.folder(&without), Status::Unsigned, "no signature");
    let mut broken = tree.clone();
    broken.insert("release.txt.minisig".into(), b"signed, honestly".to_vec());
    is(&checker.folder(&broken), Status::Unsigned);
    let mut foreign = tree.clone();
    let text = Release::parse(&tree["release.txt"]).unwrap();
    editors.sign_release(&mut foreign, &text, &secret());
    says(&checker.folder(&foreign), Status::Unsigned, "unknown key");
    is(&checker.folder(&Default::default()), Status::Unsigned);
}

#[test]
fn the_keys_of_another_site_are_unknown() {
    let (editors, others) = (Editors::new(), Editors::new());
    let tree = release(&others, 5);
    says(
        &Checker::of(&editors).folder(&tree),
        Status::Unsigned,
        "unknown key",
    );
}

#[test]
fn an_expired_key_set_counts_no_more_two_days_after_its_last() {
    let editors = Editors::new();
    let tree = release(&editors, 40);
    let mut checker = Checker::of(&editors);
    checker.now = "2027-11-22T23:59:59Z".parse().unwrap();
    is(&checker.folder(&tree), Status::Genuine);
    checker.now += SignedDuration::from_secs(2);
    says(&checker.folder(&tree), Status::Unsigned, "expired key set");
}

#[test]
fn a_rotation_needs_two_of_three_old_and_two_of_three_new_root_keys() {
    let mut accepted = Vec::new();
    for old in 0..=3 {
        for new in 0..=3 {
            let verdict = rotated(old, new);
            if verdict.status() == Status::Genuine {
                accepted.push((old, new));
            } else {
                says(&verdict, Status::Unsigned, "too few root signatures");
            }
        }
    }
    assert_eq!(accepted, [(2, 2), (2, 3), (3, 2), (3, 3)]);
}

#[test]
fn a_key_set_is_found_over_the_web_without_a_list() {
    let mut editors = Editors::new();
    let checker = Checker::of(&editors);
    editors.rotate_roots(2, 2);
    let tree = release(&editors, 5);
    editors.publish_keys(editors.key_set(3), &[0, 2], &[]);
    let mut newer = tree.clone();
    for (name, bytes) in &editors.keys.0 {
        newer.insert(format!("keys/{name}"), bytes.clone());
    }
    for (tree, newest) in [(tree, 2), (newer, 3)] {
        let verdict = checker.web(&super::server::Server::of(&tree).url());
        is(&verdict, Status::Genuine);
        assert_eq!(verdict.keys, Some(newest));
    }
}

fn rotated(old: usize, new: usize) -> Verdict {
    let mut editors = Editors::new();
    let checker = Checker::of(&editors);
    editors.rotate_roots(old, new);
    checker.folder(&release(&editors, 5))
}

#[test]
fn foreign_text_is_not_quoted_at_length() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    let padded = format!("root: {}RWQ", "x".repeat(15_000));
    let text = String::from_utf8(tree["keys/1.txt"].clone()).unwrap();
    let line = text
        .lines()
        .find(|line| line.starts_with("root: "))
        .unwrap();
    tree.insert(
        "keys/1.txt".into(),
        text.replacen(line, &padded, 1).into_bytes(),
    );
    let verdict = Checker::of(&editors).folder(&tree);
    says(&verdict, Status::Unsigned, "is not a public key");
    assert!(
        verdict.findings[0].what.chars().count() < 250,
        "{verdict:#?}"
    );
}
