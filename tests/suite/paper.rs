//! Sheets, envelopes and labels: who has them, who has not, and how they go.

use crate::html;
use crate::site::{DATE, Site, Tree};

const ANNA: &str = "content/people/anna-shown.md";
const LAST_EVENT: &str = "  - {date: 2026-03-25, event: punishment_end, source: sample}\n";

/// Anna, after one thing more has happened.
fn after(event: &str) -> Tree {
    let site = Site::golden("full");
    let line = format!("  - {{date: 2026-11-10, event: {event}, source: sample}}\n");
    site.edit(ANNA, LAST_EVENT, &format!("{LAST_EVENT}{line}"));
    site.built_cleanly(&["--date", DATE])
}

fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("no `{path}`"));
    std::str::from_utf8(bytes).unwrap()
}

/// The pages of paper that are about somebody.
fn paper_of(tree: &Tree, id: &str) -> Vec<String> {
    let name = format!("{id}.html");
    let is_paper = |path: &&String| path.split('/').any(|part| part == "paper");
    let paths = tree
        .keys()
        .filter(|path| path.rsplit('/').next() == Some(&name));
    paths.filter(is_paper).cloned().collect()
}

#[test]
fn somebody_to_whom_one_may_write_has_a_sheet_and_envelopes() {
    let tree = Site::golden("full").built();
    assert_eq!(
        paper_of(&tree, "anna-shown"),
        [
            "en/paper/anna-shown.html",
            "paper/c6/anna-shown.html",
            "paper/dl/anna-shown.html",
            "ru/paper/anna-shown.html",
        ]
    );
    for lang in ["ru", "en"] {
        let profile = text(&tree, &format!("{lang}/people/anna-shown.html"));
        assert!(profile.contains("href=\"../paper/anna-shown.html\""));
        let sheet = text(&tree, &format!("{lang}/paper/anna-shown.html"));
        for (words, what) in [
            ("Видимой Анне Образцовне, 1985", "the label"),
            ("class=\"safety\"", "the sender's box"),
            ("class=\"find-us\"", "how to find the site"),
            ("2026", "the day of the verification"),
        ] {
            assert!(sheet.contains(words), "{lang}: {what}");
        }
    }
    let envelope = text(&tree, "paper/c6/anna-shown.html");
    assert!(envelope.contains("@page{size:162mm 114mm;margin:0}"));
    assert!(envelope.contains("aria-label=\"000002\"") && envelope.contains("000002<br>"));
}

#[test]
fn on_the_way_there_is_no_envelope_and_the_sheet_says_why() {
    let tree = after("transfer_start");
    assert_eq!(
        paper_of(&tree, "anna-shown"),
        ["en/paper/anna-shown.html", "ru/paper/anna-shown.html"]
    );
    let sheet = text(&tree, "en/paper/anna-shown.html");
    assert!(!sheet.contains("Видимой") && !sheet.contains("class=\"envelope\""));
    assert!(
        html::words(sheet).contains("transfer"),
        "{}",
        html::words(sheet)
    );
}

#[test]
fn whoever_is_free_has_nothing_to_print() {
    let tree = after("release");
    assert_eq!(paper_of(&tree, "anna-shown"), [""; 0]);
    assert!(!text(&tree, "en/people/anna-shown.html").contains("paper/"));
    assert_eq!(
        paper_of(&tree, "removed-person"),
        [""; 0],
        "nor a tombstone"
    );
}

#[test]
fn the_config_names_formats_and_may_name_none() {
    let site = Site::golden("full");
    site.append("content/site.yaml", "envelopes: [no10]\n");
    let tree = site.built();
    let size = "@page{size:241.3mm 104.8mm;margin:0}";
    assert!(text(&tree, "paper/no10/anna-shown.html").contains(size));
    assert!(!tree.contains_key("paper/dl/anna-shown.html"));
    site.edit("content/site.yaml", "[no10]", "[]");
    assert!(!site.built().keys().any(|path| path.starts_with("paper/")));
    site.edit("content/site.yaml", "[]", "[c5]");
    let ran = site.run(&["check", "--date", DATE]);
    assert!(
        ran.code == 1 && ran.out.contains("`c5`"),
        "{}{}",
        ran.out,
        ran.err
    );
}

#[test]
fn without_the_config_a_country_has_its_own_formats() {
    let site = Site::golden("full");
    site.edit(
        "content/facilities/the-colony.md",
        "country: ru",
        "country: us",
    );
    site.edit(
        "content/facilities/the-colony.md",
        "\"000002\"",
        "\"12345\"",
    );
    site.edit(ANNA, "mail: few", "mail: few\nprisoner_number: A1");
    site.write("content/rules/us.md", "---\nname: United States\nenvelope_country: USA\naddress_lang: en\ncorrespondence: open\n---\n");
    let tree = site.built();
    let envelopes = tree.keys().filter(|path| path.starts_with("paper/"));
    let envelopes: Vec<_> = envelopes
        .filter(|path| path.ends_with("/anna-shown.html"))
        .collect();
    assert_eq!(envelopes, ["paper/no10/anna-shown.html"]);
    assert!(
        !text(&tree, "paper/no10/anna-shown.html").contains("<svg"),
        "no stencil there"
    );
}

fn with_people(site: &Site, count: usize, more: &str) {
    for number in 1..=count {
        let letter = ["А", "Б", "В", "Г", "Д", "Е"][number % 6];
        site.write(
            &format!("content/people/one-{number}.md"),
            format!(
                "---\nnames:\n  given: {{ru: Иван}}\n  surname: {{ru: {letter}Образцов{number}}}\n  patronymic: none\n  \
                 envelope: Образцову Ивану\ngender: male\nbirth: {{date: 1980, publish: year}}\n\
                 public_record: A sample\ncases: [the-case]\n{more}verified: {{address: {{date: 2026-11-08}}}}\n\
                 timeline:\n  - {{date: 2026-01-02, event: arrest, facility: the-sizo, source: s}}\n\
                 sources:\n  - {{id: s, title: S}}\n---\nТекст.\n"
            ),
        );
    }
}

#[test]
fn lists_of_two_and_more_have_labels_of_those_to_whom_anybody_may_write() {
    let site = Site::golden("full");
    assert!(
        !site.built().keys().any(|path| path.contains("/labels/")),
        "one label is no list"
    );
    with_people(&site, 3, "");
    site.edit(
        "content/people/one-3.md",
        "cases:",
        "correspondence: listed_only\ncases:",
    );
    let tree = site.built();
    let page = text(&tree, "ru/labels/cases/the-case.html");
    assert_eq!(
        page.matches("class=\"envelope\"").count(),
        3,
        "Anna and two more"
    );
    assert!(page.contains("href=\"../../paper/one-3.html\"") && !page.contains("paper/one-2.html"));
    assert!(
        text(&tree, "ru/cases/the-case.html").contains("href=\"../labels/cases/the-case.html\"")
    );
    assert!(page.contains("<time datetime=\"2026-11-08\">2026-11-08</time>"));
    assert!(page.contains("@page{size:A4;margin:0}"));
}

#[test]
fn labels_are_cut_by_letters_where_there_are_many() {
    let site = Site::golden("full");
    with_people(&site, 60, "");
    let tree = site.built();
    let whole = text(&tree, "ru/labels/people/index.html");
    assert!(!whole.contains("class=\"envelope\"") && whole.contains("href=\"letter-01.html\""));
    let parts: Vec<_> = tree
        .keys()
        .filter(|path| path.starts_with("ru/labels/people/letter-"))
        .collect();
    let labels = |path: &&String| text(&tree, path).matches("class=\"envelope\"").count();
    assert!(parts.len() > 5, "{parts:?}");
    assert_eq!(parts.iter().map(labels).sum::<usize>(), 61);
}

#[test]
fn a_theme_whose_sheet_says_too_little_is_w10() {
    let site = Site::golden("full");
    site.append("content/site.yaml", "theme: ours\n");
    let sheet = "themes/ours/templates/sheet.html";
    site.write(
        sheet,
        "{% extends \"default/sheet.html\" %}{% block share %}{% endblock share %}",
    );
    let check = || site.run(&["check", "--date", DATE]).succeeded().out;
    assert!(!check().contains("W10"));
    site.write(
        sheet,
        "{% extends \"base.html\" %}{% block main %}<h1>{{ name.text }}</h1>{% endblock main %}",
    );
    let said = check();
    assert!(said.contains("W10") && said.contains(sheet), "{said}");
    assert!(
        said.contains("safety tips") && said.contains("verified"),
        "{said}"
    );
    assert!(!said.contains("lacks the line"), "the frame has it: {said}");
}
