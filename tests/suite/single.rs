//! One prisoner's page as one file: it has all that it needs, and leads nowhere.

use crate::html::tags;
use crate::site::{DATE, Site, Tree};

/// The single pages of everybody who has a page, in both languages.
pub fn singles(site: &Site) -> Tree {
    let people: serde_json::Value = serde_json::from_str(&site.read("public/people.json")).unwrap();
    let ids = people["people"].as_array().unwrap().iter();
    let ids: Vec<&str> = ids.map(|person| person["id"].as_str().unwrap()).collect();
    let page = |id: &str, lang: &str| {
        let ran = site.run(&["single", id, "--date", DATE, "--language", lang, "-o", "-"]);
        (format!("{lang}/{id}"), ran.succeeded().out.into_bytes())
    };
    ids.iter()
        .flat_map(|id| ["ru", "en"].map(|lang| page(id, lang)))
        .collect()
}

#[test]
fn a_page_that_stands_alone_needs_no_other_file_and_leads_to_none() {
    let site = Site::golden("full");
    site.built();
    let (mut pictures, mut anchors, mut outside) = (0, 0, 0);
    for (name, page) in singles(&site) {
        let page = String::from_utf8(page).unwrap();
        let tags = tags(&page);
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        for tag in &tags {
            assert_ne!(tag.name, "script", "{name}");
            let ways = ["href", "src", "srcset", "action"];
            for address in ways.iter().filter_map(|way| tag.get(way)) {
                if let Some(id) = address.strip_prefix('#') {
                    assert!(ids.contains(&id), "{name}: {address}");
                    anchors += 1;
                } else if tag.name == "a" {
                    assert!(address.starts_with("https://"), "{name}: {address}");
                    outside += 1;
                } else {
                    assert!(address.starts_with("data:image/"), "{name}: {address}");
                    pictures += 1;
                }
            }
        }
    }
    assert!(
        pictures > 6 && anchors > 6 && outside > 1,
        "{pictures} {anchors} {outside}"
    );
}

#[test]
fn a_story_that_goes_on_elsewhere_is_whole_and_its_pictures_are_in_it() {
    let site = Site::golden("full");
    let long: String = (0..200)
        .map(|at| {
            format!("Абзац {at} о том, что было; [читайте о деле](../cases/the-case.md).\n\n")
        })
        .collect();
    let ends = "![Открытка](../images/card.png) [К началу](#start)\n";
    site.append(
        "content/people/anna-shown.md",
        &format!("\n## Начало {{#start}}\n\n{long}{ends}"),
    );
    let tree = site.built();
    let story = String::from_utf8_lossy(&tree["ru/people/anna-shown-story.html"]).into_owned();
    assert!(story.contains("Абзац 199") && story.contains("anna-shown.html#start"));

    let said = site
        .run(&["single", "anna-shown", "--date", DATE])
        .succeeded();
    assert!(
        said.out.starts_with("wrote anna-shown.html"),
        "{}",
        said.out
    );
    let page = site.read("anna-shown.html");
    assert!(page.contains("Абзац 0") && page.contains("Абзац 199"));
    assert!(page.contains("href=\"#start\"") && !page.contains("-story.html"));
    assert!(page.contains("читайте о деле") && !page.contains("the-case.html"));
    let profile = String::from_utf8_lossy(&tree["ru/people/anna-shown.html"]).into_owned();
    for file in ["images/card.png", "photos/anna-shown.png"] {
        let coded = data_encoding::BASE64.encode(&tree[file]);
        assert!(
            page.contains(&format!("src=\"data:image/png;base64,{coded}\"")),
            "{file}"
        );
        assert!(!profile.contains(&coded));
    }
    // Each has the hash of its own style; for the rest they are alike.
    let policy = |page: &str| {
        let policy = tags(page)[3].get("content").unwrap().to_owned();
        let (before, rest) = policy.split_once("style-src 'sha256-").unwrap();
        format!("{before}{}", rest.split_once("';").unwrap().1)
    };
    assert_eq!(policy(&page), policy(&profile));
}

#[test]
fn nobody_is_told_who_is_not_published() {
    let site = Site::golden("full");
    let words = |id: &str| {
        let ran = site.run(&["single", id, "--date", DATE]);
        assert_eq!(ran.code, 2, "{}", ran.words());
        assert!(!site.has(&format!("{id}.html")));
        ran.words().replace(id, "ID")
    };
    let nobody = words("xyz-nobody");
    assert!(
        nobody.contains("no page of the site is that of `ID`"),
        "{nobody}"
    );
    for id in [
        "draft-person",
        "removed-person",
        "gone-person",
        "anna-samplova",
    ] {
        assert_eq!(words(id), nobody, "{id}");
    }
    let near = site.run(&["single", "ana-shown", "--date", DATE]);
    assert!(
        near.err.contains("did you mean `anna-shown`?"),
        "{}",
        near.err
    );
}

#[test]
fn a_language_that_the_site_has_not_is_refused_and_those_that_it_has_are_named() {
    let site = Site::golden("full");
    let ran = site.run(&["single", "anna-shown", "--date", DATE, "--language", "de"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("its languages are ru, en"), "{}", ran.err);
}

#[test]
fn a_site_with_an_error_gives_no_page() {
    let site = Site::golden("full");
    site.append("content/site.yaml", "colour: red\n");
    let ran = site.run(&["single", "anna-shown", "--date", DATE]);
    assert_eq!(ran.code, 1, "{}", ran.words());
    assert!(!site.has("anna-shown.html"));
}
