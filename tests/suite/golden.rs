//! Small sites whose output is known to the byte.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::site::{DATE, Site, Tree, expect, tests};

/// The pages that stand in full beside their site. Of the others only hashes
/// do, because every page holds the whole style.
const MINIMAL: &[&str] = &["people.json", "en/people/ivan-sample.html"];
const FULL: &[&str] = &[
    "404.html",
    "people.json",
    "ru/feed.xml",
    "ru/people/anna-shown.html",
    "en/people/boris-withheld.html",
    "en/people/p-4k7m2x.html",
    "en/people/removed-person.html",
    "en/people/anna-samplova.html",
    "ru/facilities/the-colony.html",
    "ru/paper/anna-shown.html",
    "en/paper/boris-withheld.html",
    "paper/c6/anna-shown.html",
    "en/index.html",
];

#[test]
fn golden_minimal_site() {
    compare("minimal", MINIMAL);
}

#[test]
fn golden_site_with_every_kind_of_record() {
    compare("full", FULL);
}

fn compare(name: &str, pages: &[&str]) {
    let site = Site::golden(name);
    let tree = site.built_cleanly(&["--date", DATE]);
    let expected = tests().join("golden").join(name).join("expected");
    for page in pages {
        expect(
            &expected.join(page),
            tree.get(*page)
                .unwrap_or_else(|| panic!("there is no `{page}`")),
        );
    }
    expect(&expected.join("SHA256SUMS"), sums(&tree).as_bytes());
}

/// What `sha256sum` would print.
fn sums(tree: &Tree) -> String {
    tree.iter().fold(String::new(), |mut text, (path, bytes)| {
        Sha256::digest(bytes)
            .iter()
            .for_each(|byte| write!(text, "{byte:02x}").unwrap());
        writeln!(text, "  {path}").unwrap();
        text
    })
}
