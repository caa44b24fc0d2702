//! Waivers: what silences a rule, for whom and how long.

use vestochka::check::without_waived;
use vestochka::problem::{Place, Problem, Severity};

use super::small_site::{SmallSite, at, person, small_site};

const ANNA: &str = "people/anna-sokolova.md";

fn waive(site: SmallSite, rule: &str, day: &str) -> SmallSite {
    site.anna_says(&format!(
        "waivers: [{{rule: {rule}, date: {day}, reason: так надо}}]"
    ))
}

/// For each rule that can be waived, a site that it finds something in.
fn broken(rule: &str) -> Option<SmallSite> {
    let site = small_site();
    let donating = "correspondence: open\ndonating_prosecuted: {since: 2014}";
    Some(match rule {
        "E1" => site.with("people/boris.md", &person("Борис", "Орлов", "draft: true", "")).anna_reads("Борис Орлов."),
        "E4" => site.edit(ANNA, ", publish: full", ""),
        "E6" => site
            .edit("site.yaml", "designated_links: warn\n", "")
            .with(
                "organisations/group.md",
                "---\nname: Группа\nurls: [\"https://group.example/\"]\nwaivers: [{rule: E6, date: 2026-11-01, reason: x}]\n\
                 designations: [{country: ru, status: extremist, date: 2025}]\n---\n",
            )
            .anna_says("support: [{kind: group, url: \"https://group.example/\"}]"),
        "E7" => site.edit("rules/ru.md", "correspondence: open", donating).anna_reads("4111111111111111"),
        "E9" => site.anna_reads("[A](https://letters.example/ru/people/anna-sokolova.html)"),
        "E10" => site.anna_says("recognitions: [{status: award}]"),
        "E11" => site.anna_says("photo: {file: a.jpg}"),
        "W1" => site.edit(ANNA, "address: {date: 2026-11-01}", "address: {date: 2026-03-01}"),
        "W2" => site.anna_says("letters: {reply: Конверт}"),
        "W3" => site.anna_reads("У неё диабет."),
        "W4" => site.anna_says("letters: {write_about: {text: Суд, checked: 2026-11-01}}"),
        "W9" => site.edit("site.yaml", "languages: [ru]", "languages: [ru, en]"),
        "W11" => site.with("people/a-twin.md", &person("Anna", "Sokolova", "", "")),
        _ => return None,
    })
}

#[test]
fn each_rule_that_can_be_waived_is_silenced_for_that_record() {
    for rule in vestochka::check::RULES.iter().filter(|rule| rule.waivable) {
        let site = broken(rule.id).unwrap_or_else(|| panic!("{} has a site of its own", rule.id));
        assert!(!site.check_for_only(rule.id).is_empty(), "{}", rule.id);
        let waived = waive(broken(rule.id).unwrap(), rule.id, "2026-11-01");
        assert_eq!(waived.check(), [], "{}", rule.id);
    }
}

#[test]
fn a_rule_that_cannot_be_waived_says_so_and_still_finds() {
    let site = waive(
        small_site()
            .anna_says("private: {city: Калуга}")
            .anna_reads("Калуга"),
        "E2",
        "2026-11-01",
    );
    let found = site.check();
    assert_eq!(found[0].rule, "E2");
    assert_eq!(
        (found[1].message.as_str(), found[1].marked.as_str()),
        ("the rule `E2` cannot be waived", "E2")
    );
    assert_eq!(found[1].severity, Severity::Error);
}

#[test]
fn a_waiver_of_no_rule_is_an_error_with_a_suggestion() {
    let found = waive(small_site(), "E100", "2026-11-01").check();
    assert_eq!(found[0].message, "there is no rule `E100`");
    assert_eq!(found[0].hint, "did you mean `E10`?");
}

#[test]
fn a_waiver_ends_after_180_days() {
    let last = waive(broken("W3").unwrap(), "W3", "2026-05-25");
    assert_eq!(last.check(), []);
    let expired = waive(broken("W3").unwrap(), "W3", "2026-05-24").check();
    assert_eq!(expired[0].rule, "W3");
    assert_eq!(
        expired[1].message,
        "this waiver of `W3` expired on 2026-11-20"
    );
    assert_eq!(expired[1].severity, Severity::Warning);
}

#[test]
fn a_waiver_from_the_future_silences_nothing() {
    let site = waive(broken("W3").unwrap(), "W3", "2027-01-01");
    assert_eq!(site.check_for("W3").len(), 1);
    assert_eq!(site.check_for("E13"), [at(ANNA, "2027-01-01")]);
}

#[test]
fn problems_of_other_stages_can_be_waived_too() {
    let (site, ..) = waive(small_site(), "E6", "2026-11-01").assemble();
    let problem =
        |rule| Problem::error("content/people/anna-sokolova.md", Place::File, "x").rule(rule);
    assert_eq!(
        without_waived(&site, vec![problem("E6"), problem("E8")]),
        [problem("E8")]
    );
}
