//! What holds for every file of every output: it can be copied to any host, any
//! folder and any stick, and asks nobody else for anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::html::{self, Tag};
use crate::site::{DATE, Site, Tree, assert_same_tree};

/// The demonstration's output, built once.
fn demo() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| Site::demo().built())
}

fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    std::str::from_utf8(&tree[path]).unwrap_or_else(|_| panic!("`{path}` is not UTF-8"))
}

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    demo()
        .keys()
        .filter(|path| path.ends_with(".html"))
        .map(|path| (path.as_str(), text(demo(), path)))
}

/// The tags of every page, which take a while to find.
fn tags() -> &'static BTreeMap<&'static str, Vec<Tag<'static>>> {
    static TAGS: OnceLock<BTreeMap<&'static str, Vec<Tag<'static>>>> = OnceLock::new();
    TAGS.get_or_init(|| {
        pages()
            .map(|(path, page)| (path, html::tags(page)))
            .collect()
    })
}

#[test]
fn every_path_is_made_of_small_letters_digits_and_hyphens() {
    let fits = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    for path in demo().keys() {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("x", path));
        let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
        assert!(
            folder.split('/').all(fits) && fits(stem) && fits(ending),
            "{path}"
        );
    }
}

#[test]
fn every_link_is_relative_and_names_a_file_and_a_place_that_are_there() {
    let mut followed = 0;
    for (path, page) in tags() {
        for tag in page {
            let ways = [tag.get("href"), tag.get("src"), tag.get("srcset")];
            for target in ways.into_iter().flatten() {
                if tag.name == "a"
                    && (target.starts_with("https://") || target.starts_with("http://"))
                {
                    continue;
                }
                if tag.get("class") == Some("leave") && target == "about:blank" {
                    continue;
                }
                if target.starts_with("data:") && matches!(tag.name, "link" | "img") {
                    continue;
                }
                follow(path, target);
                followed += 1;
            }
        }
    }
    assert!(followed > 1_000, "{followed}");
}

#[track_caller]
fn follow(from: &str, target: &str) {
    let (file, fragment) = target.split_once('#').unwrap_or((target, ""));
    assert!(
        !file.starts_with('/') && !file.contains([':', '?', '\\']),
        "{from} links to `{target}`"
    );
    let to = if file.is_empty() {
        from.to_owned()
    } else {
        html::join(from, file)
    };
    if vestochka::trust::is_control(&to) {
        return control_file(from, &to);
    }
    assert!(
        demo().contains_key(&to),
        "{from} links to `{target}`, which is not there"
    );
    if !fragment.is_empty() {
        let ids = tags()[&*to].iter().filter_map(|tag| tag.get("id"));
        assert!(
            ids.into_iter().any(|id| id == fragment),
            "{from} links to `{target}`: no such place"
        );
    }
}

/// What only a release has. Its archives stand on one page, what changes with
/// each release on none.
#[track_caller]
fn control_file(from: &str, to: &str) {
    let page = if to.starts_with("bundle/") {
        "/mirrors.html"
    } else {
        "/verify.html"
    };
    assert!(from.ends_with(page), "{from} links to `{to}`");
    assert!(!to.starts_with("r/"), "{from} links to `{to}`");
}

#[test]
fn no_page_asks_another_origin_or_runs_anything() {
    for (path, page) in tags() {
        for tag in page {
            let attribute = |wanted: &str| tag.get(wanted).is_some();
            assert!(
                !matches!(tag.name, "iframe" | "object" | "embed" | "form" | "base"),
                "{path}: {tag:?}"
            );
            if tag.name == "script" {
                let (_, inner) = path.split_once('/').unwrap_or(("", path));
                let expected = match inner.split_once('/') {
                    None if inner == "check.html" => Some(None),
                    None if inner == "keep.html" => Some(Some("../keep.js")),
                    None if inner == "search.html" => Some(Some("../search.js")),
                    Some(("paper", _)) => Some(Some("../../paper.js")),
                    _ => None,
                };
                assert_eq!(expected, Some(tag.get("src")), "{path}: {tag:?}");
            }
            assert!(!attribute("style"), "{path}: {tag:?}");
            assert_eq!(attribute("srcset"), tag.name == "source", "{path}: {tag:?}");
            assert!(
                !tag.attributes
                    .iter()
                    .any(|(name, _)| name.starts_with("on")),
                "{path}: {tag:?}"
            );
            let src = tag.get("src").unwrap_or_default();
            assert!(!src.contains("//"), "{path}: {tag:?}");
        }
    }
}

#[test]
fn no_page_needs_the_name_of_its_host() {
    for (path, page) in tags() {
        for tag in page {
            let rel = tag.get("rel").unwrap_or_default();
            assert!(
                !(tag.name == "link" && matches!(rel, "canonical" | "sitemap")),
                "{path}: {tag:?}"
            );
            assert!(
                !(tag.name == "link" && tag.get("hreflang").is_some()),
                "{path}: {tag:?}"
            );
            assert!(
                !tag.get("property").unwrap_or_default().starts_with("og:"),
                "{path}: {tag:?}"
            );
        }
    }
    assert!(!demo().keys().any(|path| path.contains("sitemap")));
}

#[test]
fn every_page_has_a_policy_that_fits_its_style() {
    for (path, page) in pages() {
        let policies: Vec<&str> = tags()[path]
            .iter()
            .filter(|tag| {
                tag.name == "meta" && tag.get("http-equiv") == Some("Content-Security-Policy")
            })
            .filter_map(|tag| tag.get("content"))
            .collect();
        let hash = format!(
            "style-src 'sha256-{}'",
            base64(&Sha256::digest(html::style(page)))
        );
        assert_eq!(policies.len(), 1, "{path}");
        assert!(
            policies[0].starts_with("default-src 'none'; "),
            "{path}: {policies:?}"
        );
        assert!(
            policies[0].split("; ").any(|part| part == hash),
            "{path}: {policies:?}"
        );
        assert!(
            !policies[0].contains("unsafe") && !policies[0].contains('*'),
            "{path}: {policies:?}"
        );
    }
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let sextets = bits.as_bytes().chunks(6).map(|bits| {
        let padded = format!("{:0<6}", std::str::from_utf8(bits).unwrap());
        char::from(SIGNS[usize::from_str_radix(&padded, 2).unwrap()])
    });
    let text: String = sextets.collect();
    format!("{text}{}", "=".repeat((4 - text.len() % 4) % 4))
}

#[test]
fn every_page_says_its_language() {
    for (path, page) in tags() {
        let lang = page[0].get("lang").unwrap_or_default();
        assert_eq!(page[0].name, "html", "{path}");
        match path.split_once('/') {
            // An envelope is the same for readers of all languages.
            Some(("paper", _)) => assert_eq!(lang, "ru", "{path}"),
            Some((folder, _)) => assert_eq!(lang, folder, "{path}"),
            None => assert!(!lang.is_empty(), "{path}"),
        }
    }
}

#[test]
fn every_language_has_every_page() {
    let of = |lang: &str| -> BTreeSet<&str> {
        let inside = demo().keys().filter_map(|path| path.strip_prefix(lang));
        inside
            .filter(|path| !path.ends_with("-story.html") && !is_letter_part(path))
            .collect()
    };
    assert_eq!(of("ru/"), of("en/"));
    assert!(of("ru/").len() > 100);
}

/// `people/03.html`: the letters of an alphabet that another language may not have.
fn is_letter_part(path: &str) -> bool {
    let name = path
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .trim_end_matches(".html");
    let numbered = name.rsplit('-').next().unwrap_or(name);
    !path.starts_with("birthdays/")
        && numbered.len() >= 2
        && numbered.bytes().all(|byte| byte.is_ascii_digit())
        && (path.starts_with("people/") || path.starts_with("released/"))
}

#[test]
fn the_next_day_gives_the_same_bytes_and_no_page_holds_the_build_date() {
    let site = Site::golden("full");
    let tree = site.built_cleanly(&["--date", "2026-11-18"]);
    assert_same_tree(
        &site.built_cleanly(&["--date", "2026-11-19"]),
        &tree,
        "a day later",
    );
    for (path, bytes) in &tree {
        let text = String::from_utf8_lossy(bytes);
        for form in [
            "2026-11-18",
            "18.11",
            "18 ноября",
            "November 18",
            "18 November",
            "18 Nov",
        ] {
            assert!(
                !text.contains(form),
                "{path} holds the build date as `{form}`"
            );
        }
    }
}

#[test]
fn the_demonstration_says_its_date_in_its_footer() {
    for (path, page) in pages().filter(|(path, _)| path.starts_with("en/people/")) {
        let footer = &page[page
            .find("<footer>")
            .unwrap_or_else(|| panic!("{path} has no footer"))..];
        assert!(html::words(footer).contains("2026"), "{path}");
    }
}

#[test]
fn people_json_holds_what_lists_show_and_nothing_else() {
    let json: Value = serde_json::from_slice(&demo()["people.json"]).unwrap();
    let keys =
        |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    let known = [
        "id",
        "paths",
        "names",
        "custody",
        "custody_since",
        "region",
        "facility",
        "can_write",
        "birth_year",
        "birthday",
        "verified",
    ];
    let top: BTreeSet<String> = keys(&json).into_iter().collect();
    assert_eq!(
        top,
        ["languages", "people", "site", "version"]
            .map(String::from)
            .into()
    );
    assert_eq!(json["languages"], serde_json::json!(["ru", "en"]));
    let people = json["people"].as_array().unwrap();
    for person in people {
        for key in keys(person) {
            assert!(known.contains(&key.as_str()), "unknown key `{key}`");
        }
        for key in ["id", "paths", "names", "custody", "can_write"] {
            assert!(!person[key].is_null(), "{person} has no `{key}`");
        }
        for path in person["paths"].as_object().unwrap().values() {
            assert!(demo().contains_key(path.as_str().unwrap()), "{path}");
        }
        if person["can_write"] == false {
            assert!(
                person["facility"].is_null() && person["verified"].is_null(),
                "{person}"
            );
        }
    }
    let ids: Vec<&str> = people
        .iter()
        .map(|person| person["id"].as_str().unwrap())
        .collect();
    assert!(ids.is_sorted() && ids.len() > 20, "{ids:?}");
}

#[test]
fn feeds_are_well_formed_and_know_no_host() {
    for lang in ["ru", "en"] {
        let xml = text(demo(), &format!("{lang}/feed.xml"));
        assert_eq!(
            xml.matches("http").count(),
            1,
            "the name space is the only one"
        );
        let feed = roxmltree::Document::parse(xml).unwrap();
        let root = feed.root_element();
        assert_eq!(
            root.tag_name().namespace(),
            Some("http://www.w3.org/2005/Atom")
        );
        let entries: Vec<_> = root
            .children()
            .filter(|node| node.has_tag_name("entry"))
            .collect();
        assert!(entries.len() > 10);
        let child = |node: &roxmltree::Node<'_, '_>, name: &str| -> String {
            let found = node
                .children()
                .find(|child| child.tag_name().name() == name);
            found
                .and_then(|child| child.text().map(str::to_owned))
                .unwrap_or_else(|| panic!("an entry has no `{name}`"))
        };
        let ids: BTreeSet<String> = entries.iter().map(|entry| child(entry, "id")).collect();
        assert_eq!(ids.len(), entries.len(), "ids are unique");
        assert!(
            ids.iter()
                .all(|id| id.starts_with("urn:uuid:") && id.len() == 45),
            "{ids:?}"
        );
        let days: Vec<String> = entries
            .iter()
            .map(|entry| child(entry, "updated"))
            .collect();
        assert!(
            days.iter()
                .all(|day| day.len() == 20 && day.ends_with("T00:00:00Z")),
            "{days:?}"
        );
        assert!(days.iter().rev().is_sorted(), "the newest stands first");
        assert_eq!(child(&root, "updated"), days[0]);
        for link in feed.descendants().filter(|node| node.has_tag_name("link")) {
            follow(&format!("{lang}/feed.xml"), link.attribute("href").unwrap());
        }
    }
}

#[test]
fn calendars_hold_whole_days_of_the_years_to_come_and_know_no_host() {
    for path in [
        "ru/calendar.ics",
        "en/calendar.ics",
        "ru/birthdays.ics",
        "en/birthdays.ics",
    ] {
        let calendar = text(demo(), path);
        let lines = || calendar.split_terminator("\r\n");
        assert!(
            lines().all(|line| line.len() <= 75 && !line.contains('\n')),
            "{path}"
        );
        assert!(
            !calendar.contains("://") && !calendar.contains('@'),
            "{path}"
        );
        let events = events(calendar);
        assert!(events.len() > 3, "{path}: {}", events.len());
        for event in &events {
            // The last day for posting to New Year is in the year before.
            let is_near = ["2025", "2026"].contains(&&event["DTSTART"][..4]);
            assert!(is_near && event["DTSTART"].len() == 8, "{event:?}");
            assert_eq!(event["RRULE"], "FREQ=YEARLY", "{path}");
            assert!(event["DTSTAMP"].ends_with("T000000Z") && !event["SUMMARY"].is_empty());
        }
        let ids: BTreeSet<&str> = events.iter().map(|event| event["UID"].as_str()).collect();
        assert_eq!(ids.len(), events.len(), "ids are unique");
    }
}

#[test]
fn a_birthday_calendar_has_those_of_the_birthday_pages_and_no_year_of_birth() {
    let site = Site::golden("full");
    let person = "content/people/anna-shown.md";
    site.edit(
        person,
        "birth: {date: 1985-11-29, publish: full}",
        "birth: {date: 1992-02-29, publish: full}",
    );
    let tree = site.built();
    let events = events(text(&tree, "en/birthdays.ics"));
    let [leap] = events.as_slice() else {
        panic!("{events:?}");
    };
    assert_eq!(leap["DTSTART"], "20260228");
    assert_eq!(leap["RRULE"], "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
    assert!(!text(&tree, "en/birthdays.ics").contains("1992"));
    assert!(text(&tree, "en/birthdays/02.html").contains("birthdays.ics"));

    site.edit(person, "publish: full", "publish: year");
    let tree = site.built();
    assert!(
        !tree.contains_key("en/birthdays.ics"),
        "a calendar without a day"
    );
    assert!(!text(&tree, "en/birthdays/02.html").contains(".ics"));
}

/// The events of a calendar, as a parser of others reads it.
fn events(calendar: &str) -> Vec<BTreeMap<String, String>> {
    let calendar = ical::IcalParser::new(calendar.as_bytes())
        .next()
        .unwrap()
        .unwrap();
    let values = |event: ical::parser::ical::component::IcalEvent| {
        let value = |property: ical::property::Property| {
            (property.name, property.value.unwrap_or_default())
        };
        event.properties.into_iter().map(value).collect()
    };
    calendar.events.into_iter().map(values).collect()
}

#[test]
fn entries_keep_their_ids_when_something_is_added() {
    let ids = |tree: &Tree| -> BTreeSet<String> {
        let lines = text(tree, "ru/feed.xml")
            .lines()
            .filter(|line| line.starts_with("<id>"));
        lines.map(str::to_owned).collect()
    };
    let site = Site::golden("full");
    let before = ids(&site.built());
    site.edit(
        "content/people/boris-withheld.md",
        "sources:\n",
        "  - {date: 2026-11-10, event: transfer_end, facility: the-colony, source: sample}\nsources:\n",
    );
    let after = ids(&site.built());
    assert!(before.is_subset(&after), "{before:?}\n{after:?}");
    assert_eq!(after.len(), before.len() + 1);
}

#[test]
fn a_removed_person_leaves_a_page_without_a_name_in_no_list() {
    let tree = Site::golden("full").built_cleanly(&["--date", DATE]);
    let page = text(&tree, "en/people/removed-person.html");
    assert!(
        html::tags(page)
            .iter()
            .any(|tag| tag.get("content") == Some("noindex"))
    );
    for (path, bytes) in &tree {
        let found = String::from_utf8_lossy(bytes).contains("removed-person");
        // `SHA256SUMS` names every file of a release; programs that follow links
        // must find each, or their copy could not be checked.
        assert!(
            !found || path.ends_with("removed-person.html") || path == "files.html",
            "{path} names a removed person"
        );
    }
    let gone = |path: &&String| path.contains("gone-person");
    assert_eq!(tree.keys().find(gone), None, "`trace: none` leaves nothing");
}
