//! What holds for every page, and what holds for some.

use std::collections::BTreeSet;

use super::html::{tags, texts_with_language};
use super::{default_theme, pages};
use crate::theme::builtin;
use crate::view::samples;

fn page(lang: &str, name: &str) -> &'static str {
    let found = pages().iter().find(|page| (page.0, page.1) == (lang, name));
    &found
        .unwrap_or_else(|| panic!("there is a sample `{name}`"))
        .2
}

#[test]
fn no_page_holds_a_style_attribute_or_a_handler_and_few_a_script() {
    let mut scripts = 0;
    for (lang, name, page) in pages() {
        for tag in tags(page) {
            let src = tag.get("src");
            let known = matches!(
                (*name, src),
                ("check", None)
                    | ("keep", Some("../keep.js"))
                    | ("search" | "search-short", Some("../search.js"))
                    | ("sheet" | "sheet-withheld", Some("../../paper.js"))
            );
            assert!(tag.name != "script" || known, "{lang} {name}");
            scripts += usize::from(tag.name == "script");
            for (attribute, _) in &tag.attributes {
                let allowed = *attribute != "style" && !attribute.starts_with("on");
                assert!(allowed, "{lang} {name}: <{} {attribute}>", tag.name);
            }
        }
    }
    assert_eq!(scripts, 12, "in two languages");
}

#[test]
fn every_address_is_relative_and_names_a_file_unless_it_leads_outside() {
    let mut seen = 0;
    for (lang, name, page) in pages() {
        for tag in tags(page) {
            let Some(address) = tag.get("href").or(tag.get("src")) else {
                continue;
            };
            seen += 1;
            let outside = tag.name == "a" && address.starts_with("https://example.org/");
            let leave = tag.get("class") == Some("leave") && address == "about:blank";
            let icon = tag.name == "link" && address.starts_with("data:image/svg+xml,");
            let part = address
                .strip_prefix('#')
                .is_some_and(|id| page.contains(&format!("id=\"{id}\"")));
            let picture = tag.name == "img" && address.starts_with("data:image/png;base64,");
            let control = ["../release.txt", "../SHA256SUMS", "../keys/1.txt"].contains(&address);
            let ends = [".html", ".xml", ".jpg", ".json", ".js", ".zip", ".ics"]
                .iter()
                .any(|end| page_of(address).ends_with(end));
            let file = ends && !address.starts_with('/') && !address.contains(':');
            assert!(
                outside || leave || icon || picture || control || part || file,
                "{lang} {name}: `{address}`"
            );
        }
    }
    assert!(seen > 500, "{seen} addresses");
}

/// An address without the part of its page.
fn page_of(address: &str) -> &str {
    address.split_once('#').map_or(address, |(page, _)| page)
}

#[test]
fn every_page_has_one_first_heading_and_skips_no_level() {
    for (lang, name, page) in pages() {
        let levels: Vec<u8> = tags(page)
            .iter()
            .filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok())
            .collect();
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{lang} {name}"
        );
        assert_eq!(levels.first(), Some(&1), "{lang} {name}");
        let skips = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
        assert!(!skips, "{lang} {name}: {levels:?}");
    }
}

#[test]
fn no_id_stands_twice() {
    for (lang, name, page) in pages() {
        let ids: Vec<_> = tags(page).iter().filter_map(|tag| tag.get("id")).collect();
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            ids.len(),
            "{lang} {name}: {ids:?}"
        );
    }
}

#[test]
fn russian_words_in_an_english_page_say_that_they_are_russian() {
    let is_cyrillic = |text: &str| text.chars().any(|c| ('а'..='я').contains(&c));
    let mut marked = 0;
    for (_, name, page) in pages().iter().filter(|(lang, ..)| *lang == "en") {
        for (text, lang) in texts_with_language(page)
            .iter()
            .filter(|(text, _)| is_cyrillic(text))
        {
            assert_eq!(*lang, "ru", "{name}: `{text}`");
            marked += 1;
        }
    }
    assert!(marked > 30, "{marked} texts");
}

#[test]
fn every_page_carries_its_policy_before_anything_that_it_rules() {
    for (lang, name, page) in pages() {
        let policy = page
            .find("<meta http-equiv=\"Content-Security-Policy\"")
            .expect("a policy");
        assert!(policy < page.find("<link").unwrap_or(0), "{lang} {name}");
        assert!(policy < page.find("<style>").unwrap_or(0), "{lang} {name}");
        assert!(
            page.contains("<meta name=\"referrer\" content=\"no-referrer\">"),
            "{lang} {name}"
        );
    }
}

#[test]
fn the_policy_names_the_hash_of_the_very_style_that_the_page_holds() {
    use data_encoding::BASE64;
    use sha2::{Digest, Sha256};
    let page = &pages()[0].2;
    let (_, rest) = page.split_once("<style>").expect("a style");
    let (css, _) = rest.split_once("</style>").expect("the style's end");
    assert!(page.contains(&BASE64.encode(&Sha256::digest(css))));
}

/// A colour that is called like a format of envelopes would make a stamp of that size.
#[test]
fn what_is_measured_for_paper_is_not_on_a_profile() {
    let theme = default_theme();
    let mut sample = samples::all("ru")
        .into_iter()
        .find(|it| it.name == "profile-withheld");
    let sample = sample.as_mut().expect("there is one");
    for colour in 0..8 {
        sample.view["portrait"]["colour"] = colour.into();
        let page = theme.render("ru", sample.template, &sample.view);
        let page = page.unwrap_or_else(|problem| panic!("{problem:#?}"));
        let hue = format!("hue{colour}");
        assert_eq!(page.matches(&hue).count(), 2, "{hue} and its rule");
        assert!(!page.contains("mm;height:"), "{hue}");
    }
}

#[test]
fn a_page_with_a_script_of_its_own_allows_that_and_no_other() {
    use data_encoding::BASE64;
    use sha2::{Digest, Sha256};
    for lang in ["ru", "en"] {
        let page = page(lang, "check");
        for (start, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
            let (_, rest) = page.split_once(start).expect("its start");
            let (text, _) = rest.split_once(end).expect("its end");
            let hash = BASE64.encode(&Sha256::digest(text));
            assert!(page.contains(&format!("-src 'sha256-{hash}';")), "{start}");
        }
    }
}

/// What it weighs when it is compressed is counted elsewhere; this is for hosts that send it as it is.
#[test]
fn the_page_that_checks_files_stays_small() {
    for lang in ["ru", "en"] {
        let bytes = page(lang, "check").len();
        assert!(bytes <= 30_000, "{lang}: {bytes} bytes before compression");
    }
}

/// It may be read without scripts, and saved as one file, which then leads to no other page.
#[test]
fn the_page_that_checks_files_has_no_menu_and_leads_to_the_steps_by_hand() {
    for lang in ["ru", "en"] {
        let page = page(lang, "check");
        assert!(!page.contains("site_menu"), "{lang}");
        assert!(page.contains("id=\"check_no_script\""), "{lang}");
        let ways = page.matches("href=\"verify.html#by_hand\"").count();
        assert_eq!(
            ways, 2,
            "{lang}: beside the limits, and where scripts are off"
        );
    }
    let by_hand = page("en", "verify");
    assert!(by_hand.contains("id=\"by_hand\"") && by_hand.contains("href=\"check.html\""));
}

#[test]
fn a_profile_gives_what_a_letter_needs_before_the_story() {
    let page = page("en", "profile");
    let order = [
        "<h1>Anna",
        "Serving",
        "You can write",
        "Where to write",
        "Образцовой",
        "Address verified",
        "over the internet",
        "<h3>Language",
        "An answer</h3>",
        "What to write about",
        "What to avoid",
        "Your own safety",
        "The story</h2>",
        "What happened",
        "Group cases",
        "Recognised by",
        "Sources</h2>",
        "id=\"site_menu\"",
    ];
    let places: Vec<_> = order
        .map(|words| page.find(words).unwrap_or_else(|| panic!("{words}")))
        .into();
    assert!(
        places.is_sorted(),
        "{:?}",
        order.iter().zip(&places).collect::<Vec<_>>()
    );
}

#[test]
fn what_a_letter_needs_fits_into_what_a_cut_connection_lets_through() {
    let page = page("ru", "profile");
    let end_of_safety = page.find("class=\"safety\"").expect("a safety box");
    assert!(
        end_of_safety < 12_000,
        "{end_of_safety} bytes, before compression"
    );
}

#[test]
fn an_address_is_one_block_that_no_translator_touches() {
    let page = page("en", "profile");
    let (_, block) = page
        .split_once("<p class=\"envelope\" lang=\"ru\" translate=\"no\">")
        .expect("an envelope");
    let (block, _) = block.split_once("</p>").expect("its end");
    assert_eq!(
        block,
        "<b>Образцовой Анне Петровне, 1984 г. р.</b><br>\n\
         ФКУ ИК-2 УФСИН России по Владимирской области<br>\n\
         ул. Образцовая, д. 1<br>\nг. Образцов, Образцовский район<br>\nВладимирская область<br>\n\
         <span class=\"postcode\">600000</span><br>\n<span lang=\"en\" dir=\"ltr\">RUSSIA</span>"
    );
}

#[test]
fn a_withheld_address_leaves_its_reason_and_nothing_to_copy() {
    let page = page("ru", "profile-withheld");
    assert!(page.contains("Пока не пишите: его везут в другую колонию."));
    assert!(!page.contains("class=\"envelope\""));
}

#[test]
fn somebody_free_has_no_safety_box() {
    assert!(!page("ru", "profile-free").contains("class=\"safety\""));
}

#[test]
fn the_page_for_a_wrong_address_holds_no_link_and_all_languages() {
    let page = page("ru", "not-found");
    assert!(tags(page).iter().all(|tag| tag.name != "a"));
    assert!(page.contains("Такой страницы нет") && page.contains("There is no such page"));
}

#[test]
fn a_removed_page_names_nobody_and_stays_out_of_search_engines() {
    let page = page("en", "removed");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!page.contains("Obraztsova"));
}

#[test]
fn words_from_the_content_are_escaped() {
    assert!(page("ru", "profile").contains("Хроника &lt;событий&gt;"));
}

#[test]
fn every_page_can_be_left_at_once() {
    for (lang, name, page) in pages() {
        let alone = ["404", "not-found", "files", "alone"].iter();
        if alone.into_iter().any(|it| name.contains(it)) {
            continue;
        }
        assert_eq!(page.matches("class=\"leave\"").count(), 1, "{lang} {name}");
    }
}

#[test]
fn no_page_holds_much_style_and_none_that_it_does_not_use() {
    let mut shortest = usize::MAX;
    for (lang, name, page) in pages() {
        let (_, rest) = page.split_once("<style>").expect("a style");
        let (style, _) = rest.split_once("</style>").expect("its end");
        assert!(style.len() <= 6_000, "{lang} {name}: {} bytes", style.len());
        let stamped = page.contains("class=\"stamp");
        assert_eq!(style.contains(".stamp{"), stamped, "{lang} {name}");
        shortest = shortest.min(style.len());
    }
    assert!(shortest < 3_000, "the shortest style has {shortest} bytes");
}

#[test]
fn the_list_of_built_in_files_is_sorted() {
    assert!(builtin::FILES.is_sorted_by_key(|(path, _)| path));
}
