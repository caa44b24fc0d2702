//! Finding somebody to write to: by language, by interest, among those with few letters.

use crate::site::{Site, Tree};

const ANNA: &str = "content/people/anna-shown.md";
const FOLDERS: [&str; 4] = ["write", "few-letters", "languages", "interests"];

fn page<'a>(tree: &'a Tree, path: &str) -> &'a str {
    std::str::from_utf8(&tree[path]).unwrap()
}

/// The pages of these lists in one language.
fn lists(tree: &Tree) -> Vec<&str> {
    let is_list = |path: &&str| {
        let folder = path
            .strip_prefix("en/")
            .and_then(|rest| rest.split_once('/'));
        folder.is_some_and(|(folder, _)| FOLDERS.contains(&folder))
    };
    tree.keys().map(String::as_str).filter(is_list).collect()
}

#[test]
fn lists_for_choosing_hold_those_who_can_be_written_to_and_nobody_else() {
    let tree = Site::golden("full").built();
    let people = [
        "en/few-letters/index.html",
        "en/interests/chess.html",
        "en/interests/history.html",
        "en/languages/en.html",
        "en/languages/ru.html",
        "en/write/index.html",
    ];
    let mut all = people.to_vec();
    all.extend(["en/interests/index.html", "en/languages/index.html"]);
    all.sort_unstable();
    assert_eq!(
        lists(&tree),
        all,
        "Boris likes football, and cannot get letters"
    );
    for path in people {
        assert!(
            page(&tree, path).contains("people/anna-shown.html"),
            "{path}"
        );
        assert!(!page(&tree, path).contains("boris"), "{path}");
    }
    let home = page(&tree, "en/index.html");
    for folder in FOLDERS {
        assert!(
            home.contains(&format!("href=\"{folder}/index.html\"")),
            "{folder}"
        );
    }
    let menu = page(&tree, "en/people/boris-withheld.html");
    assert!(menu.contains("href=\"../write/index.html\""));
}

#[test]
fn somebody_on_the_way_leaves_every_such_list_and_a_list_of_nobody_is_none() {
    let site = Site::golden("full");
    let line = "  - {date: 2026-11-19, event: transfer_start, source: sample}\nverified:\n";
    site.edit(ANNA, "verified:\n", line);
    let tree = site.built();
    assert_eq!(lists(&tree), Vec::<&str>::new());
    for (path, bytes) in &tree {
        let text = String::from_utf8_lossy(bytes);
        for folder in FOLDERS {
            let link = format!("{folder}/index.html\"");
            assert!(!text.contains(&link), "{path} links to {folder}");
        }
    }
}

#[test]
fn how_many_letters_somebody_gets_is_said_by_one_list_alone() {
    let site = Site::golden("full");
    site.edit(ANNA, "mail: few", "mail: some");
    let some = site.built();
    assert!(!some.contains_key("en/few-letters/index.html"));
    site.edit(ANNA, "mail: some\n", "");
    let mut unknown = site.built();
    assert_eq!(unknown, some, "nothing tells `some` from nothing");
    site.edit(ANNA, "gender:", "mail: many\ngender:");
    let mut many = site.built();
    for tree in [&mut many, &mut unknown] {
        tree.retain(|path, _| !path.ends_with("/index.html") || path.contains("people"));
    }
    assert_eq!(many, unknown, "the home page alone proposes others first");
}

#[test]
fn one_who_gets_letters_from_a_list_of_senders_is_not_for_everybody() {
    let site = Site::golden("full");
    site.edit(ANNA, "gender:", "correspondence: listed_only\ngender:");
    let tree = site.built();
    assert_eq!(lists(&tree), Vec::<&str>::new());
    let profile = page(&tree, "en/people/anna-shown.html");
    assert!(
        profile.contains("class=\"envelope\""),
        "her address is shown"
    );
}

#[test]
fn a_page_without_words_on_interests_names_the_topics() {
    let site = Site::golden("full");
    let profile = |site: &Site| page(&site.built(), "en/people/anna-shown.html").to_owned();
    assert!(!profile(&site).contains("chess and history"));
    let line = "interests: {ru: \"шахматы, карты\", en: \"chess, maps\"}\n";
    site.edit(ANNA, line, "");
    assert!(profile(&site).contains("chess and history"));
}
