//! The documentation's table of rules is the program's.

use vestochka::check::{self, NOT_BUILT, RULES};
use vestochka::problem::Severity;

const TABLE: &str = include_str!("../../../docs/rules/README.md");

/// Id, title, waiver and state of each row.
fn rows() -> Vec<[String; 4]> {
    let cells = |line: &str| -> [String; 4] {
        let cells: Vec<String> = line
            .trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect();
        let id = cells[0]
            .trim_start_matches('[')
            .split(']')
            .next()
            .unwrap_or("")
            .to_owned();
        [id, cells[1].clone(), cells[2].clone(), cells[3].clone()]
    };
    TABLE
        .lines()
        .filter(|line| line.starts_with("| ["))
        .map(cells)
        .collect()
}

#[test]
fn the_table_of_the_documentation_is_the_table_of_the_program() {
    let built = RULES.iter().map(|rule| {
        let waiver = if rule.waivable { "yes" } else { "no" };
        [
            rule.id.to_owned(),
            rule.title.to_owned(),
            waiver.to_owned(),
            String::new(),
        ]
    });
    let planned = NOT_BUILT.iter().map(|(id, title, _)| {
        [
            (*id).to_owned(),
            (*title).to_owned(),
            String::new(),
            "not built".into(),
        ]
    });
    let mut program: Vec<_> = built.chain(planned).collect();
    let mut documented = rows();
    assert_eq!(documented.len(), 27);
    program.sort();
    documented.sort();
    assert_eq!(documented, program);
}

#[test]
fn each_rule_has_a_page_that_begins_with_its_id() {
    for id in check::ids() {
        let page = check::explain(id).unwrap_or_default();
        assert!(page.starts_with(&format!("# {id}: ")), "{id}");
        assert_eq!(
            page.contains("*Not built yet.*"),
            check::rule(id).is_none(),
            "{id}"
        );
    }
    assert!(check::explain("W5").is_some_and(|page| page.contains("Not built yet")));
    assert_eq!(check::explain("E99"), None);
}

#[test]
fn the_domains_list_of_rules_that_cannot_be_waived_is_kept() {
    let fixed: Vec<&str> = RULES
        .iter()
        .filter(|rule| !rule.waivable)
        .map(|rule| rule.id)
        .collect();
    // E14 is no fault of a record: a release is told to go on, not a rule to be silent.
    // W10 is none either: it speaks of the config and of themes.
    assert_eq!(
        fixed,
        [
            "E2", "E3", "E5", "E8", "E12", "E13", "E14", "E15", "E16", "W10"
        ]
    );
    for rule in RULES {
        assert_eq!(
            rule.id.starts_with('E'),
            rule.severity == Severity::Error,
            "{}",
            rule.id
        );
        let says_so = rule.explain.contains("**Waiver:** not possible.");
        assert_eq!(says_so, !rule.waivable, "{}", rule.id);
    }
}
