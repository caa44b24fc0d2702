//! Copies of a site: programs that follow links take every file, mirrors stand on
//! one page, and a site that makes no releases says nothing of them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::html;
use crate::site::{Site, Tree};

/// What a program reaches that begins at the first page and follows `a` and `img`.
fn reached(tree: &Tree) -> BTreeSet<String> {
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(page) = waiting.pop() {
        let Some(bytes) = tree.get(&page).filter(|_| page.ends_with(".html")) else {
            continue;
        };
        let text = String::from_utf8_lossy(bytes);
        for tag in html::tags(&text) {
            let target = match tag.name {
                "a" => tag.get("href"),
                "img" => tag.get("src"),
                _ => None,
            };
            let to = target.and_then(|target| beside(&page, target));
            if let Some(to) = to.filter(|to| reached.insert(to.clone())) {
                waiting.push(to);
            }
        }
    }
    reached
}

/// The path to which a relative link leads; none for other links.
fn beside(page: &str, target: &str) -> Option<String> {
    let file = target.split('#').next()?;
    if file.is_empty() || file.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[track_caller]
fn all_are_reached(tree: &Tree) {
    let reached = reached(tree);
    let missed: Vec<&String> = tree
        .keys()
        .filter(|path| !reached.contains(*path))
        .collect();
    assert!(missed.is_empty(), "no link leads to {missed:#?}");
}

#[test]
fn links_from_the_first_page_lead_to_every_file() {
    let demo = Site::demo().built();
    all_are_reached(&demo);
    assert!(demo.len() > 100 && demo.contains_key("sw.js"));
    all_are_reached(&Site::golden("full").built());
}

#[test]
fn a_long_list_of_files_is_cut_and_still_leads_to_every_file() {
    let site = Site::golden("full");
    for number in 0..120 {
        let text = format!(
            "---\ntitle: {{ru: \"Страница\", en: \"Page\"}}\nformerly: [old-{number}]\n---\n\nText.\n"
        );
        site.write(&format!("content/pages/page-{number}.md"), text);
    }
    let tree = site.built();
    let lists = tree.keys().filter(|path| path.starts_with("files")).count();
    assert!(lists > 1, "{lists}");
    all_are_reached(&tree);
}

#[test]
fn mirrors_stand_on_one_page_of_each_language_and_in_no_other_file() {
    let site = Site::golden("full");
    let list = site.read("content/mirrors.txt");
    let urls: Vec<&str> = list
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(!urls.is_empty());
    for (path, bytes) in &site.built() {
        let text = String::from_utf8_lossy(bytes);
        for url in &urls {
            let is_list = path.ends_with("/mirrors.html");
            assert_eq!(text.contains(url), is_list, "{path}: `{url}`");
        }
    }
}

#[test]
fn the_list_of_mirrors_says_what_each_was_when_it_was_checked() {
    let site = Site::golden("full");
    let (good, bad) = ("https://example.org/good/", "https://example.org/bad/");
    let list = [good, bad].map(|url| format!("{url} | https | 2026-10-01 |\n"));
    site.write("content/mirrors.txt", list.concat());
    let row = |url: &str, status: &str| {
        format!(
            r#"{{"url": "{url}", "status": "{status}", "sequence": 3, "what": "secret-words"}}"#
        )
    };
    let status = |second: &str| {
        format!(
            r#"{{"version": 1, "checked": "2026-11-20T23:59:00Z", "status": "{second}", "mirrors": [{}, {}, {}]}}"#,
            row(good, "genuine"),
            row(bad, second),
            row("https://example.org/not-listed/", "genuine"),
        )
    };
    let before = site.built();
    site.write("content/mirror-status.json", status("tampered"));
    let after = site.built();
    let changed: Vec<_> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(changed, ["en/mirrors.html", "ru/mirrors.html"]);
    let page = String::from_utf8_lossy(&after["en/mirrors.html"]).into_owned();
    for words in [
        "Genuine when it was checked on 20 November 2026.",
        "Not genuine when it was checked on 20 November 2026: do not use it.",
    ] {
        assert!(page.contains(words), "{page}");
    }
    assert!(page.contains(&format!("href=\"{good}\"")));
    assert!(!page.contains(&format!("href=\"{bad}\"")) && page.contains(bad));
    assert!(!page.contains("not-listed") && !page.contains("secret-words"));

    site.write("content/mirror-status.json", status("unreachable"));
    let page = site.built()["en/mirrors.html"].clone();
    assert!(String::from_utf8_lossy(&page).contains(&format!("href=\"{bad}\"")));

    site.write("content/mirror-status.json", status("excellent"));
    let said = site.run(&["check"]).out;
    assert!(
        said.contains("content/mirror-status.json") && said.contains("`excellent` is no status"),
        "{said}"
    );
}

#[test]
fn no_script_file_names_a_host() {
    let tree = Site::golden("full").built();
    let scripts: Vec<_> = tree
        .iter()
        .filter(|(path, _)| path.ends_with(".js"))
        .collect();
    assert!(scripts.len() > 6, "{}", scripts.len());
    for (path, bytes) in scripts {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("://"), "{path}");
    }
}

#[test]
fn the_worker_holds_the_key_set_that_the_site_is_signed_under() {
    let site = Site::golden("full");
    let set = serde_json::to_string(&site.read("content/keys/1.txt")).unwrap();
    let tree = site.built();
    let worker = String::from_utf8_lossy(&tree["sw.js"]);
    assert!(worker.contains(&set), "{set}");
}

#[test]
fn a_site_without_keys_has_no_page_on_releases() {
    let site = Site::golden("full");
    for path in site.tree("content/keys").keys() {
        site.remove(&format!("content/keys/{path}"));
    }
    let mut links = String::new();
    for (path, bytes) in &site.built() {
        let name = path.rsplit('/').next().unwrap_or(path);
        let known = [
            "verify.html",
            "check.html",
            "mirrors.html",
            "keep.html",
            "files.html",
            "sw.js",
            "keep.js",
        ];
        assert!(!known.contains(&name), "{path}");
        let text = String::from_utf8_lossy(bytes);
        for name in known.iter().filter(|name| text.contains(**name)) {
            let _ = writeln!(links, "{path} names {name}");
        }
    }
    assert_eq!(links, "");
}
