//! Sites that something is wrong with: every mistake is named with its place,
//! and what was built before stays as it was.

use std::collections::BTreeSet;
use std::fs;

use crate::site::{
    DATE, Ran, Site, Tree, assert_same_tree, below, expect, folders, read_tree, tests,
};

/// Breaks the minimal golden site, as far as files of the repository can.
fn lay(site: &Site, name: &str) {
    let content = tests().join("broken").join(name).join("content");
    if content.is_dir() {
        site.lay(&below("content", read_tree(&content)));
    }
    let themes = tests().join("broken").join(name).join("themes");
    if themes.is_dir() {
        site.lay(&below("themes", read_tree(&themes)));
    }
}

/// A good build; a break, which must be refused in the words of `expected.txt`
/// and leave the output alone; and, mended, a new output.
fn story(name: &str, break_it: impl FnOnce(&Site)) -> Ran {
    let site = Site::golden("minimal");
    let good = site.sources();
    let before = site.built();
    break_it(&site);

    let check = site.check();
    expect(
        &tests().join("broken").join(name).join("expected.txt"),
        check.out.as_bytes(),
    );
    assert_eq!(
        (check.code, check.err.as_str()),
        (1, ""),
        "{name}: {}",
        check.out
    );
    let build = site.build();
    assert_eq!(build.code, 1, "{name}: {}{}", build.out, build.err);
    assert_eq!(
        build.err, check.out,
        "{name}: `build` and `check` say the same"
    );
    assert_same_tree(&site.tree("public"), &before, name);

    mend(&site, &good);
    site.edit(
        "content/people/ivan-sample.md",
        "He likes chess",
        "He likes go",
    );
    let after = site.built();
    assert_ne!(after, before, "{name}: mended, it is built again");
    assert_same_tree(&after, &site.built_cleanly(&["--date", DATE]), name);
    check
}

fn mend(site: &Site, good: &Tree) {
    fs::remove_dir_all(site.path().join("content")).unwrap();
    let _ = fs::remove_dir_all(site.path().join("themes"));
    site.lay(good);
}

/// The folders that a test below gives a break of its own.
const BUILT: &[&str] = &[
    "bad-utf8",
    "large-file",
    "symlink-loop",
    "case-clash",
    "no-config",
];

#[test]
fn every_broken_site_is_refused_and_loses_nothing() {
    let names = folders(&tests().join("broken"));
    for name in names.iter().filter(|name| !BUILT.contains(&name.as_str())) {
        story(name, |site| lay(site, name));
    }
}

#[test]
fn ten_mistakes_in_four_files_are_all_shown_in_one_run() {
    let shown = story("ten-mistakes", |site| lay(site, "ten-mistakes")).out;
    assert!(shown.ends_with("10 errors in 4 files\n"), "{shown}");
    let places: BTreeSet<&str> = shown
        .lines()
        .filter(|line| line.contains("--> content/"))
        .collect();
    assert_eq!(places.len(), 10, "each has a place of its own");
    for place in &places {
        let numbers: Vec<&str> = place.split(':').skip(1).collect();
        assert!(
            numbers.len() == 2 && numbers.iter().all(|n| n.parse::<usize>().is_ok()),
            "{place}"
        );
    }
    let count = |what: &str| {
        shown
            .lines()
            .filter(|line| line.trim_start_matches([' ', '|']).starts_with(what))
            .count()
    };
    assert_eq!(count("^"), 10, "each has carets");
    assert_eq!(count("= hint:"), 10, "each has a hint");
}

#[test]
fn a_file_that_is_not_utf8_is_named_with_its_line() {
    story("bad-utf8", |site| {
        let text = site
            .read("content/people/ivan-sample.md")
            .replace("Sample", "S\u{1}mple");
        let bytes: Vec<u8> = text
            .bytes()
            .map(|byte| if byte == 1 { 0xE1 } else { byte })
            .collect();
        site.write("content/people/ivan-sample.md", bytes);
    });
}

#[test]
fn a_file_of_fifty_megabytes_is_refused_without_being_read() {
    story("large-file", |site| {
        let file = fs::File::create(site.path().join("content/people/large.md")).unwrap();
        file.set_len(50_000_000).unwrap();
    });
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_refused_and_a_loop_ends() {
    use std::os::unix::fs::symlink;
    story("symlink-loop", |site| {
        symlink("..", site.path().join("content/people/loop")).unwrap();
        symlink("ivan-sample.md", site.path().join("content/people/link.md")).unwrap();
    });
}

#[test]
fn names_that_differ_in_capitals_only_are_refused() {
    let site = Site::empty();
    site.write("a", "");
    if site.has("A") {
        return; // This file system has no such names.
    }
    story("case-clash", |site| {
        let text = site.read("content/people/ivan-sample.md");
        site.write("content/people/Ivan-Sample.md", text);
    });
}

#[test]
fn a_site_without_its_configuration_is_refused() {
    story("no-config", |site| site.remove("content/site.yaml"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let site = Site::golden("full");
    let before = site.built();
    for (path, bytes) in site.sources() {
        if path.ends_with(".md") || path.ends_with(".yaml") {
            let text = String::from_utf8(bytes).unwrap();
            site.write(&path, format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
        }
    }
    assert_same_tree(&site.built_cleanly(&["--date", DATE]), &before, "CRLF");
}

#[test]
fn a_name_gives_the_same_page_in_any_normalisation_form() {
    let (composed, decomposed) = (
        "Zdeněk Mlynář й",
        "Zdene\u{30C}k Mlyna\u{301}r\u{30C} и\u{306}",
    );
    let page = |given: &str| {
        let site = Site::golden("minimal");
        site.edit(
            "content/people/ivan-sample.md",
            "given: Ivan",
            &format!("given: {given}"),
        );
        site.built()
    };
    let tree = page(composed);
    assert!(String::from_utf8_lossy(&tree["en/people/ivan-sample.html"]).contains(composed));
    assert_same_tree(&tree, &page(decomposed), "NFD");
}
