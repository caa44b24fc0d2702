//! A new site works at once, and does not rot.

use crate::site::{Site, assert_same_tree};

#[test]
fn a_new_site_checks_and_builds_without_a_word_of_warning_in_any_year() {
    let site = Site::empty();
    site.run(&["init"]).succeeded();
    // Its date is pinned, so that the clock does not count.
    assert!(site.read("content/site.yaml").contains("\ndate: "));
    let check = site.run(&["check"]).succeeded();
    assert_eq!(
        (check.out.as_str(), check.err.as_str()),
        ("no problems\n", "")
    );
    let build = site.run(&["build"]).succeeded();
    assert_eq!(build.err, "");
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
