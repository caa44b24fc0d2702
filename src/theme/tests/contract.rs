//! What templates see is what `docs/theme.md` says they see.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::LANGUAGES;
use crate::view::samples;

const DOCS: &str = include_str!("../../../docs/theme.md");

type Fields = BTreeSet<String>;

/// The tables below the headings `### …`: a template's name, or a part's, and its fields.
fn documented() -> BTreeMap<&'static str, Fields> {
    DOCS.split("\n### ")
        .skip(1)
        .filter_map(|section| section.split_once('\n'))
        .map(|(heading, text)| (heading.trim_matches('`'), fields_of_table(text)))
        .collect()
}

fn fields_of_table(section: &str) -> Fields {
    section
        .lines()
        .take_while(|line| !line.starts_with("## "))
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(field, _)| field.to_owned())
        .collect()
}

fn fields(object: &serde_json::Map<String, Value>) -> Fields {
    object.keys().cloned().collect()
}

/// Every object inside a value, however deep.
fn objects_in<'a>(value: &'a Value, found: &mut Vec<&'a serde_json::Map<String, Value>>) {
    match value {
        Value::Object(object) => {
            found.push(object);
            object.values().for_each(|value| objects_in(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| objects_in(item, found)),
        _ => {}
    }
}

#[test]
fn each_template_sees_the_fields_of_its_table() {
    let documented = documented();
    for sample in samples::all(samples::RUSSIAN) {
        let seen = sample.view.as_object().map(fields);
        assert_eq!(
            seen.as_ref(),
            documented.get(sample.template),
            "{}",
            sample.template
        );
    }
}

#[test]
fn each_part_of_a_view_has_a_table() {
    let documented = documented();
    let tables: BTreeSet<_> = documented.values().collect();
    let mut used = BTreeSet::new();
    for sample in LANGUAGES.iter().flat_map(|(lang, _)| samples::all(lang)) {
        let mut objects = Vec::new();
        objects_in(&sample.view, &mut objects);
        for object in objects {
            let fields = fields(object);
            assert!(
                tables.contains(&fields),
                "{}: no table of {fields:?}",
                sample.name
            );
            used.insert(fields);
        }
    }
    let unused: Vec<_> = documented
        .iter()
        .filter(|(_, fields)| !used.contains(*fields))
        .collect();
    assert!(unused.is_empty(), "tables of nothing: {unused:?}");
}

#[test]
fn each_template_of_a_page_has_a_sample() {
    let sampled: BTreeSet<_> = samples::all(samples::RUSSIAN)
        .iter()
        .map(|sample| sample.template)
        .collect();
    let templates = crate::theme::builtin::FILES
        .iter()
        .filter_map(|(path, _)| path.strip_prefix("templates/"))
        .filter(|name| !matches!(*name, "base.html" | "parts.html"));
    assert_eq!(templates.collect::<BTreeSet<_>>(), sampled);
}
