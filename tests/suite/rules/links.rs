//! E6, E8, E9: where links and files lead.

use vestochka::check::theme_requests;

use super::small_site::{SmallSite, at, small_site};

const ANNA: &str = "people/anna-sokolova.md";

fn with_designated(site: SmallSite) -> SmallSite {
    site.with(
        "organisations/group.md",
        "---\nname: Группа\nurls: [\"https://group.example/\"]\n\
         designations: [{country: ru, status: undesirable, date: 2025}]\n---\n",
    )
    .anna_says("support: [{kind: group, url: \"https://ru.group.example/anna\"}]")
}

#[test]
fn e6_wants_a_choice_for_links_to_designated_organisations() {
    let site = with_designated(small_site()).edit("site.yaml", "designated_links: warn\n", "");
    assert_eq!(
        site.check_for_only("E6"),
        [
            at(ANNA, "\"https://ru.group.example/anna\""),
            at("organisations/group.md", "\"https://group.example/\"")
        ]
    );
    assert_eq!(with_designated(small_site()).check(), []);
}

#[test]
fn e8_reads_themes() {
    let problems = theme_requests(
        "themes/own/base.html",
        "<script src=\"https://cdn.example/a.js\"></script>",
    );
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].rule, Some("E8"));
    assert!(theme_requests("themes/own/base.html", "<script src=\"a.js\"></script>").is_empty());
}

#[test]
fn e9_finds_links_to_a_page_of_the_site_on_a_mirror() {
    let url = "https://letters.example/x/ru/people/anna-sokolova.html";
    let site = small_site().anna_reads(&format!("[Анна]({url}#top)"));
    let found = site.check_for_only("E9");
    assert!(found.len() == 1 && found[0].1.contains(url), "{found:?}");
    for other in [
        "https://letters.example/ru/people/somebody.html",
        "https://letters.example/de/people/anna-sokolova.html",
    ] {
        assert_eq!(
            small_site().anna_reads(&format!("[Анна]({other})")).check(),
            [],
            "{other}"
        );
    }
}
