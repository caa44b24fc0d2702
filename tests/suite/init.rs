//! A new site works at once, and does not rot.

use crate::site::{Site, Tree, assert_same_tree};

#[test]
fn a_new_site_checks_and_builds_without_a_word_of_warning() {
    let site = Site::empty();
    site.run(&["init"]).succeeded();
    assert!(
        site.read("content/site.yaml").contains("\ndate: "),
        "its date is pinned, so it is the same in any year"
    );
    let check = site.run(&["check"]).succeeded();
    assert_eq!(
        (check.out.as_str(), check.err.as_str()),
        ("no problems\n", "")
    );
    assert_eq!(site.run(&["build"]).succeeded().err, "");
}

#[test]
fn a_new_site_that_is_forced_into_another_year_warns_and_withholds_and_builds() {
    let site = Site::empty();
    site.run(&["init"]).succeeded();
    let address = |tree: &Tree| {
        let page = String::from_utf8_lossy(&tree["en/people/sample-person.html"]);
        page.contains("ул. Образцовая")
    };
    assert!(address(&site.built_cleanly(&[])));
    let late = ["--date", "2031-05-05"];
    let check = site.run(&[&["check"], &late[..]].concat()).succeeded();
    assert!(
        check.out.contains("warning[W1]") && !check.out.contains("error"),
        "{}",
        check.out
    );
    assert!(!address(&site.built_cleanly(&late)));
}

#[test]
fn a_new_site_is_the_same_wherever_it_is_made() {
    let (here, there) = (Site::empty(), Site::empty());
    here.run(&["init"]).succeeded();
    there.run(&["init", "a/b"]).succeeded();
    assert_same_tree(&here.tree("."), &there.tree("a/b"), "init");
}

#[test]
fn init_refuses_a_folder_with_work_in_it() {
    let site = Site::empty();
    site.write("diary.txt", "mine");
    let ran = site.run(&["init"]);
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert_eq!(site.tree(".").len(), 1);
}
