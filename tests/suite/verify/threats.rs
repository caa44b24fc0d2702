//! Every row of the table of threats: the attack, and the status.

use jiff::{SignedDuration, civil::date};
use vestochka::trust::{Anchor, Release};
use vestochka::verify::{Alteration, Injected, Judged, Seen, Status, Verdict, compare, worst};

use super::editors::{Editors, created, expires};
use super::judging::{Checker, PAGES, edit, is, paths, release, release_of, says};
use super::server::{Answer, Server};

const ANNA: &str = "ru/people/anna.html";

#[test]
fn an_honest_copy_is_genuine_on_every_medium() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let checker = Checker::of(&editors);
    for verdict in [
        checker.folder(&tree),
        checker.archive(&tree),
        checker.web(&Server::of(&tree).url()),
    ] {
        is(&verdict, Status::Genuine);
        assert_eq!((verdict.files, verdict.findings.len()), (4, 0));
    }
}

#[test]
fn a_release_key_is_enough_and_says_what_it_cannot_know() {
    let editors = Editors::new();
    let mut checker = Checker::of(&editors);
    checker.anchor = Anchor::Release(editors.release.public().unwrap());
    let mut tree = release(&editors, 5);
    let verdict = checker.folder(&tree);
    is(&verdict, Status::Genuine);
    assert!(verdict.notes[0].contains("rotation"), "{:?}", verdict.notes);
    edit(&mut tree, "keys/1.txt", "2027-11-20", "2099-11-20");
    is(&checker.folder(&tree), Status::Tampered);
}

#[test]
fn a_changed_address_is_tampered_and_the_page_is_named() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    edit(&mut tree, ANNA, "cell 1", "cell 9");
    let checker = Checker::of(&editors);
    for verdict in [
        checker.folder(&tree),
        checker.archive(&tree),
        checker.web(&Server::of(&tree).url()),
    ] {
        says(&verdict, Status::Tampered, "changed");
        assert_eq!(paths(&verdict), [ANNA]);
    }
}

/// Files are read in any order, and one that is too long leaves less room for the last.
#[test]
fn of_a_page_that_is_a_little_longer_only_that_is_named() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    // Longer than it was, and not than the longest.
    edit(&mut tree, "index.html", "letters", "letters!!");
    let checker = Checker::of(&editors);
    for _ in 0..20 {
        let verdict = checker.folder(&tree);
        is(&verdict, Status::Tampered);
        assert_eq!(paths(&verdict), ["index.html"], "{verdict:#?}");
        assert_eq!(verdict.findings.len(), 1, "{verdict:#?}");
    }
}

#[test]
fn one_page_served_as_another_is_tampered() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    tree.insert(ANNA.into(), tree["ru/people/boris.html"].clone());
    let verdict = Checker::of(&editors).folder(&tree);
    is(&verdict, Status::Tampered);
    assert_eq!(paths(&verdict), [ANNA]);
}

#[test]
fn changed_control_files_are_tampered() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    for (path, from, to) in [
        ("release.txt", "sequence: 5", "sequence: 6"),
        ("SHA256SUMS", "index", "imdex"),
        ("mirrors.txt", "a.example", "b.example"),
    ] {
        let mut tree = release(&editors, 5);
        edit(&mut tree, path, from, to);
        let verdict = checker.folder(&tree);
        is(&verdict, Status::Tampered);
        assert_eq!(paths(&verdict), [path]);
    }
}

#[test]
fn an_old_tree_served_again_is_rolled_back() {
    let editors = Editors::new();
    let mut checker = Checker::of(&editors);
    checker.seen = seen(&checker.folder(&release(&editors, 5)));
    let old = release(&editors, 4);
    says(&checker.folder(&old), Status::RolledBack, "5 was seen");
    checker.now = expires(5);
    is(&checker.folder(&old), Status::RolledBack);
    is(&checker.folder(&release(&editors, 5)), Status::Genuine);
}

#[test]
fn an_old_key_set_is_rolled_back() {
    let mut editors = Editors::new();
    let mut checker = Checker::of(&editors);
    let old = release(&editors, 5);
    editors.publish_keys(editors.key_set(2), &[0, 1], &[]);
    checker.seen = seen(&checker.folder(&release(&editors, 5)));
    says(&checker.folder(&old), Status::RolledBack, "and 2 was seen");
}

#[test]
fn a_thief_cannot_count_up_to_where_nobody_follows() {
    let mut editors = Editors::new();
    let mut checker = Checker::of(&editors);
    let mut forged = release(&editors, 5);
    let mut top = Release::parse(&forged["release.txt"]).unwrap();
    top.sequence = u64::MAX;
    editors.sign_release(&mut forged, &top, &editors.release);
    checker.seen = seen(&checker.folder(&forged));
    assert_eq!(checker.seen[0].sequence, u64::MAX);
    is(&checker.folder(&release(&editors, 5)), Status::RolledBack);
    editors.revoke(date(2026, 11, 20));
    is(&checker.folder(&release(&editors, 6)), Status::Genuine);
}

#[test]
fn a_frozen_tree_is_stale_and_two_days_are_forgiven_to_the_clock() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let mut checker = Checker::of(&editors);
    checker.now = expires(5) + SignedDuration::from_hours(48);
    let late = checker.folder(&tree);
    is(&late, Status::Genuine);
    assert!(late.notes[0].contains("clock"), "{:?}", late.notes);
    checker.now += SignedDuration::from_secs(1);
    says(&checker.folder(&tree), Status::Stale, "expired");
    checker.now = created(5) - SignedDuration::from_hours(49);
    let early = checker.folder(&tree);
    is(&early, Status::Genuine);
    assert!(early.notes[0].contains("clock"), "{:?}", early.notes);
}

#[test]
fn of_two_mirrors_the_one_behind_is_stale() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let mut judged = [4, 5].map(|number| Judged {
        name: format!("https://{number}.example/"),
        public: true,
        verdict: checker.web(&Server::of(&release(&editors, number)).url()),
    });
    compare(&mut judged);
    says(&judged[0].verdict, Status::Stale, "behind: release 4");
    is(&judged[1].verdict, Status::Genuine);
    assert_eq!(worst(&judged), Status::Stale);
}

#[test]
fn a_mirror_that_holds_back_a_revocation_is_stale_beside_an_honest_one() {
    let mut editors = Editors::new();
    let checker = Checker::of(&editors);
    let mut pages = PAGES;
    pages[1].1 = "the thief's address";
    let forged = release_of(&editors, 7, &pages, None);
    editors.revoke(date(2026, 11, 20));
    let honest = release(&editors, 6);
    let mut halved = honest.clone();
    halved.insert(ANNA.into(), forged[ANNA].clone());
    let mut known = Vec::new();
    let mut judged = [&forged, &honest, &halved].map(|tree| {
        let laid = super::judging::lay(tree);
        let folder = vestochka::verify::Folder::open(laid.path()).unwrap();
        Judged {
            name: "a copy".into(),
            public: true,
            verdict: checker.judge_knowing(&folder, &mut known),
        }
    });
    compare(&mut judged);
    says(&judged[0].verdict, Status::Stale, "revoke");
    is(&judged[1].verdict, Status::Genuine);
    is(&judged[2].verdict, Status::Tampered);
}

#[test]
fn parts_of_releases_that_are_apart_are_mixed() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let mut pages = PAGES;
    pages[1].1 = "an older page";
    let old = release_of(&editors, 2, &pages, None);
    let mut tree = release(&editors, 5);
    tree.insert(ANNA.into(), old[ANNA].clone());
    let kept = old.iter().filter(|(path, _)| path.starts_with("r/2/"));
    tree.extend(kept.map(|(path, bytes)| (path.clone(), bytes.clone())));
    let verdict = checker.folder(&tree);
    says(&verdict, Status::Mixed, "release 2");
    assert_eq!(paths(&verdict), [ANNA]);
    tree.insert("SHA256SUMS".into(), old["SHA256SUMS"].clone());
    let verdict = checker.folder(&tree);
    is(&verdict, Status::Mixed);
    assert_eq!(paths(&verdict), ["SHA256SUMS", ANNA]);
}

#[test]
fn a_file_of_another_release_is_mixed_in_also_where_it_is_larger_than_any_signed_here() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let large = format!("<!DOCTYPE html>\n{}", "<p>longer</p>\n".repeat(100));
    let mut pages = PAGES;
    pages[1].1 = &large;
    let old = release_of(&editors, 2, &pages, None);
    let mut tree = release(&editors, 5);
    tree.insert(ANNA.into(), old[ANNA].clone());
    let kept = old.iter().filter(|(path, _)| path.starts_with("r/2/"));
    tree.extend(kept.map(|(path, bytes)| (path.clone(), bytes.clone())));
    for _ in 0..5 {
        let verdict = checker.folder(&tree);
        says(&verdict, Status::Mixed, "release 2");
        assert_eq!(paths(&verdict), [ANNA]);
    }
    edit(&mut tree, ANNA, "longer", "larger");
    is(&checker.folder(&tree), Status::Tampered);
}

#[test]
fn another_mirror_of_the_run_can_tell_what_is_mixed_in() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let mut pages = PAGES;
    pages[1].1 = "an older page";
    let old = release_of(&editors, 2, &pages, None);
    let mut tree = release(&editors, 5);
    tree.insert(ANNA.into(), old[ANNA].clone());
    let mut known = Vec::new();
    for (tree, status) in [(&old, Status::Genuine), (&tree, Status::Mixed)] {
        let laid = super::judging::lay(tree);
        let folder = vestochka::verify::Folder::open(laid.path()).unwrap();
        is(&checker.judge_knowing(&folder, &mut known), status);
    }
    is(&checker.folder(&tree), Status::Tampered);
}

#[test]
fn endless_data_is_capped_whatever_file_it_comes_as() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let checker = Checker::of(&editors);
    for (endless, status) in [
        ("release.txt", Status::Unsigned),
        ("SHA256SUMS", Status::Tampered),
        ("mirrors.txt", Status::Tampered),
        (ANNA, Status::Tampered),
    ] {
        let tree = tree.clone();
        let server = Server::start(move |request| {
            if request.path == endless {
                Answer::Endless(b"")
            } else {
                Answer::of(&tree, &request.path)
            }
        });
        says(&checker.web(&server.url()), status, "capped");
    }
    let keys = tree.clone();
    let server = Server::start(move |request| match request.path.as_str() {
        path if path.ends_with("minisig") => Answer::Endless(b""),
        path => Answer::of(&keys, path),
    });
    is(&checker.web(&server.url()), Status::Unsigned);
}

#[test]
fn many_files_that_are_each_a_little_too_long_are_capped_together() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    let longest = PAGES.iter().map(|(_, text)| text.len()).max().unwrap();
    for (path, _) in PAGES {
        tree.insert(path.to_owned(), vec![b'a'; longest]);
    }
    let verdict = Checker::of(&editors).folder(&tree);
    is(&verdict, Status::Tampered);
    // What was cut off is read once more by itself, so that all are named.
    assert_eq!(paths(&verdict), PAGES.map(|(path, _)| path), "{verdict:#?}");
    let most: usize = PAGES.iter().map(|(_, text)| text.len()).sum();
    assert!(verdict.bytes <= most as u64, "{verdict:#?}");
}

#[test]
fn a_stolen_release_key_stops_counting_when_it_is_revoked() {
    let mut editors = Editors::new();
    let checker = Checker::of(&editors);
    let stolen = editors.revoke(date(2026, 11, 20));
    let mut tree = release(&editors, 6);
    is(&checker.folder(&tree), Status::Genuine);
    let forged = Release::parse(&tree["release.txt"]).unwrap();
    editors.sign_release(&mut tree, &forged, &stolen);
    says(&checker.folder(&tree), Status::Unsigned, "revoked key");
    let by_key = Checker {
        anchor: Anchor::Release(stolen.public().unwrap()),
        ..Checker::of(&editors)
    };
    is(&by_key.folder(&tree), Status::Genuine);
}

#[test]
fn the_order_of_files_is_another_in_each_run_and_can_be_repeated() {
    let editors = Editors::new();
    let names: Vec<String> = (0..40).map(|number| format!("p-{number}.html")).collect();
    let pages: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "page")).collect();
    let tree = release_of(&editors, 5, &pages, None);
    let order = |seed: Option<u64>| {
        let server = Server::of(&tree);
        let mut checker = Checker::of(&editors);
        checker.seed = seed;
        is(&checker.web(&server.url()), Status::Genuine);
        let asked = server.asked().into_iter();
        // Three at a time: neighbours may change places.
        asked
            .filter(|path| path.starts_with("p-"))
            .take(10)
            .collect::<Vec<_>>()
    };
    let sorted = |mut order: Vec<String>| {
        order.sort();
        order
    };
    assert_ne!(sorted(order(None)), sorted(order(None)));
    assert_ne!(sorted(order(Some(1))), sorted(order(Some(2))));
}

#[test]
fn a_copy_without_r_and_bundle_is_genuine() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    editors.add_bundles(&mut tree, &[("site.zip", b"zip")]);
    tree.retain(|path, _| !path.starts_with("r/") && !path.starts_with("bundle/"));
    is(&Checker::of(&editors).folder(&tree), Status::Genuine);
}

#[test]
fn missing_files_are_incomplete_and_truncated_ones_tampered() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    for path in [ANNA, "SHA256SUMS", "mirrors.txt"] {
        let mut tree = release(&editors, 5);
        tree.remove(path);
        let verdict = checker.folder(&tree);
        says(&verdict, Status::Incomplete, "missing");
        assert_eq!(paths(&verdict), [path]);
    }
    let mut tree = release(&editors, 5);
    tree.get_mut(ANNA).unwrap().truncate(20);
    is(&checker.folder(&tree), Status::Tampered);
}

#[test]
fn files_that_are_not_of_the_release_are_extra_and_those_of_hosts_are_not() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let mut tree = release(&editors, 5);
    for path in [".nojekyll", "_headers", "robots.txt", ".well-known/x"] {
        tree.insert(path.to_owned(), b"x".to_vec());
    }
    let verdict = checker.folder(&tree);
    is(&verdict, Status::Genuine);
    assert!(verdict.notes[0].contains("_headers"), "{:?}", verdict.notes);
    for extra in [
        "donate.html",
        "keys/donate.html",
        "r/5/index.html",
        "bundle/x.zip",
        ".git/config",
    ] {
        let mut tree = tree.clone();
        tree.insert(extra.to_owned(), b"x".to_vec());
        let verdict = checker.folder(&tree);
        is(&verdict, Status::ExtraFiles);
        assert_eq!(paths(&verdict), [extra]);
    }
}

#[test]
fn a_release_whose_sizes_contradict_its_list_is_unsigned() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let tree = release(&editors, 5);
    for (files, bytes) in [(1, 0), (0, 1)] {
        let mut wrong = tree.clone();
        wrong.retain(|path, _| !path.starts_with("r/"));
        let mut release = Release::parse(&tree["release.txt"]).unwrap();
        release.tree.files += files;
        release.tree.bytes += bytes;
        editors.sign_release(&mut wrong, &release, &editors.release);
        says(
            &checker.folder(&wrong),
            Status::Unsigned,
            "contradicts itself",
        );
    }
}

#[test]
fn many_files_of_a_host_are_not_all_named() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    for number in 0..1000 {
        tree.insert(
            format!(".well-known/{}{number}", "x".repeat(100)),
            Vec::new(),
        );
    }
    let verdict = Checker::of(&editors).folder(&tree);
    is(&verdict, Status::Genuine);
    assert!(
        verdict.notes[0].ends_with("and 990 more"),
        "{:?}",
        verdict.notes
    );
    assert!(verdict.notes[0].len() < 1_000, "{:?}", verdict.notes);
}

#[test]
fn another_site_under_the_same_key_is_the_wrong_site() {
    let editors = Editors::new();
    let mut checker = Checker::of(&editors);
    checker.site = Some("another-site");
    let tree = release(&editors, 5);
    says(&checker.folder(&tree), Status::WrongSite, "test-site");
    checker.site = Some("test-site");
    is(&checker.folder(&tree), Status::Genuine);
    let mut forged = tree.clone();
    let mut release = Release::parse(&forged["release.txt"]).unwrap();
    release.site = vestochka::record::Id::parse("another-site").unwrap();
    editors.sign_release(&mut forged, &release, &editors.release);
    is(&checker.folder(&forged), Status::WrongSite);
}

#[test]
fn what_hosts_do_by_themselves_is_tampered_with_advice() {
    let editors = Editors::new();
    let beacon = "<script src=\"https://static.cloudflareinsights.com/b.js\"></script></body>";
    let mail = "<a href=\"/cdn-cgi/l/email-protection#5b3a\">[email&#160;protected]</a>";
    for (from, to, alteration) in [
        (
            "</body>",
            beacon,
            Alteration::Injection(Injected::WebAnalytics),
        ),
        ("Write to", mail, Alteration::MailAddresses),
        ("\n", "\r\n", Alteration::Crlf),
    ] {
        let larger = "a".repeat(500);
        let pages = [&PAGES[..], &[("large.html", larger.as_str())]].concat();
        let mut tree = release_of(&editors, 5, &pages, None);
        edit(&mut tree, "ru/people/boris.html", from, to);
        // What is put in may use up the bytes that all files together may have.
        let verdicts = (0..20).map(|seed| {
            let mut checker = Checker::of(&editors);
            (checker.seed, checker.jobs) = (Some(seed), 1);
            checker.folder(&tree)
        });
        let verdicts: Vec<Verdict> = verdicts.collect();
        verdicts.iter().for_each(|it| is(it, Status::Tampered));
        let advises = |it: &&Verdict| it.findings[0].what == alteration.advice();
        assert!(verdicts.iter().filter(advises).count() > 5, "{verdicts:#?}");
    }
}

#[test]
fn a_careless_upload_with_crlf_is_tampered_and_the_message_says_so() {
    let editors = Editors::new();
    let mut tree = release(&editors, 5);
    for bytes in tree.values_mut() {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = text.replace('\n', "\r\n").into_bytes();
    }
    let verdict = Checker::of(&editors).folder(&tree);
    says(&verdict, Status::Tampered, "line ends");
    let of_lines = verdict
        .findings
        .iter()
        .filter(|it| it.what.contains("line ends"));
    assert!(of_lines.count() >= 4, "{verdict:#?}");
}

#[test]
fn a_copy_that_folds_case_has_a_message_of_its_own() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let mut tree = release(&editors, 5);
    let sums = tree.remove("SHA256SUMS").unwrap();
    tree.insert("sha256sums".into(), sums);
    for verdict in [checker.folder(&tree), checker.web(&Server::of(&tree).url())] {
        says(&verdict, Status::Incomplete, "capitals");
        assert_eq!((verdict.files, verdict.findings.len()), (4, 1));
    }
    let upper = tree
        .iter()
        .map(|(path, bytes)| (path.to_uppercase(), bytes.clone()));
    says(
        &checker.folder(&upper.collect()),
        Status::Unsigned,
        "capitals",
    );
}

fn seen(verdict: &Verdict) -> Vec<Seen> {
    verdict.seen.iter().cloned().collect()
}
