//! Nobody vanishes from one release to the next unless somebody says so (E14, E15),
//! and whoever is to leave no trace leaves none.

use crate::release::{crowd, key, names, release, released};
use crate::site::{Ran, Site};

fn person(number: usize) -> String {
    format!("content/people/ivan-sample-{number}.md")
}

fn next_day(site: &Site, args: &[&str]) -> Ran {
    let key = key("release.key");
    site.run(&[&["release", "--key", &key, "--date", "2026-11-22"], args].concat())
}

fn remove_ten(site: &Site, tombstone: &str) {
    for number in 1..11 {
        site.write(&person(number), format!("---\nremoved: {tombstone}\n---\n"));
    }
}

const FEWER: &str = "error[E14]: 12 people stood in the last release, and 2 do now";

#[test]
fn another_language_hides_nobody_who_vanished() {
    let site = crowd();
    released(&site, &["--first"]);
    site.edit("content/site.yaml", "languages: [en]", "languages: [ru]");
    (1..11).for_each(|number| site.remove(&person(number)));
    let refused = release(&site, &[]);
    assert_eq!(refused.code, 1, "{}{}", refused.out, refused.err);
    let gone = "error[E15]: the page of `ivan-sample-7` stood in the last release, and is gone";
    assert!(refused.err.contains(gone), "{}", refused.err);
    assert!(refused.err.contains(FEWER), "{}", refused.err);
    let against = [
        "check",
        "--date",
        "2026-11-22",
        "--against",
        "release/SHA256SUMS",
    ];
    let checked = site.run(&against);
    assert!(checked.out.contains(gone), "{}", checked.out);
}

/// The day on which somebody asked to be removed may lie long before the
/// tombstone, and before the last release.
#[test]
fn tombstones_of_an_earlier_day_hide_nobody_who_vanished() {
    let site = crowd();
    released(&site, &["--first"]);
    remove_ten(&site, "{date: 2026-11-01}");
    let refused = next_day(&site, &[]);
    assert_eq!(refused.code, 1, "{}{}", refused.out, refused.err);
    assert!(refused.err.contains(FEWER), "{}", refused.err);
    next_day(&site, &["--fewer-people"]).succeeded();
    next_day(&site, &[]).succeeded();
}

/// `SHA256SUMS` alone does not say which pages were tombstones: then all count.
#[test]
fn a_list_alone_counts_every_page_and_says_so() {
    let site = crowd();
    released(&site, &["--first"]);
    remove_ten(&site, "{date: 2026-11-21}");
    next_day(&site, &["--fewer-people"]).succeeded();
    site.write("list/SHA256SUMS", site.read("release/SHA256SUMS"));
    let against = |file: &str| site.run(&["check", "--date", "2026-11-22", "--against", file]);
    let alone = against("list/SHA256SUMS");
    assert!(alone.out.contains(FEWER), "{}", alone.out);
    assert!(alone.out.contains("tombstones"), "{}", alone.out);
    against("release/SHA256SUMS").succeeded();
    site.write("release/people.json", r#"{"people": []}"#);
    let changed = against("release/SHA256SUMS");
    assert!(changed.out.contains(FEWER), "it is believed only as signed");
}

#[test]
fn somebody_who_moved_is_one_person_before_and_after() {
    let site = crowd();
    released(&site, &["--first"]);
    let text = site.read(&person(1));
    site.remove(&person(1));
    let moved = text.replacen("---\n", "---\nformerly: [ivan-sample-1]\n", 1);
    site.write("content/people/ivan-other.md", moved);
    released(&site, &[]);
    site.write("list/SHA256SUMS", site.read("release/SHA256SUMS"));
    let against = [
        "check",
        "--date",
        "2026-11-22",
        "--against",
        "list/SHA256SUMS",
    ];
    site.run(&against).succeeded();
    remove_ten(&site, "{date: 2026-11-21}");
    site.remove(&person(1));
    let nine = site.run(&against);
    assert!(!nine.out.contains("E14"), "nine of twelve: {}", nine.out);
}

#[test]
fn a_list_in_another_language_that_names_somebody_without_a_trace_is_not_kept() {
    let site = crowd();
    released(&site, &["--first"]);
    site.edit("content/site.yaml", "languages: [en]", "languages: [ru]");
    site.write(
        &person(7),
        "---\nremoved: {date: 2026-11-21, trace: none}\n---\n",
    );
    let second = released(&site, &[]);
    assert_eq!(names(&second, "r/1/"), [""; 0]);
    let named = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("ivan-sample-7");
    assert!(!second.values().any(named));
}
