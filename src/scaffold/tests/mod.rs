//! A record can be made of any name, and shows every key.

mod site;

use std::collections::BTreeSet;
use std::fs;

use proptest::prelude::*;

use super::*;
use crate::problem::Problem;
use crate::record::{Kind, Lang, Records, read};
use crate::source;

const MODEL: &str = include_str!("../../../docs/content-model.md");

fn lang(code: &str) -> Lang {
    Lang::parse(code).unwrap()
}

fn none() -> BTreeSet<String> {
    BTreeSet::new()
}

fn record(kind: Kind, name: &str, language: &str) -> Draft {
    let id = (kind == Kind::Rules).then_some("ru");
    let language = lang(language);
    new_record(
        &NewRecord {
            kind,
            name,
            language: &language,
            id,
            minor: None,
        },
        &none(),
    )
    .unwrap()
}

fn refusal(new: &NewRecord<'_>, existing: &[&str]) -> String {
    let existing = existing.iter().map(ToString::to_string).collect();
    new_record(new, &existing).unwrap_err().to_string()
}

fn front(text: &str) -> &str {
    text.split("---\n").nth(1).unwrap()
}

fn yaml(text: &str) -> serde_yaml::Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// The text with every key switched on.
fn switched_on(text: &str) -> String {
    let on = |line: &str| {
        let bare = line.trim_start();
        match bare.strip_prefix('#') {
            Some(code) if !code.starts_with(' ') || code.starts_with("  ") => {
                format!("{}{code}\n", &line[..line.len() - bare.len()])
            }
            _ => format!("{line}\n"),
        }
    };
    text.lines().map(on).collect()
}

/// Every key of a YAML value, at any depth.
fn keys(value: &serde_yaml::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_yaml::Value::Mapping(map) => {
            for (key, value) in map {
                found.extend(key.as_str().map(str::to_owned));
                keys(value, found);
            }
        }
        serde_yaml::Value::Sequence(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

fn read_site(dir: &std::path::Path) -> (Records, Vec<Problem>) {
    read(&source::read(dir).unwrap())
}

#[test]
fn a_template_shows_every_key_of_the_model() {
    for kind in Kind::ALL {
        let heading = format!("\n## {}\n", kind.as_str());
        let section = MODEL.split(&heading).nth(1).unwrap();
        let section = section.split("\n## ").next().unwrap();
        let text = switched_on(front(&record(kind, "Анна Ивановна Петрова", "ru").text));
        let mut shown = BTreeSet::new();
        keys(&yaml(&text), &mut shown);
        let block = section
            .split("```yaml\n")
            .nth(1)
            .unwrap()
            .split("```")
            .next()
            .unwrap();
        let mut documented = BTreeSet::new();
        keys(&yaml(&block.replace("{…}", "{}")), &mut documented);
        for common in [
            "lang",
            "draft",
            "formerly",
            "sources",
            "waivers",
            "private",
            "sensitive_reviewed",
        ] {
            documented.insert(common.to_owned());
        }
        if kind != Kind::Prisoner {
            documented.remove("draft");
        }
        let missing: Vec<&String> = documented
            .difference(&shown)
            .filter(|key| !["ru", "en"].contains(&key.as_str()))
            .collect();
        assert!(missing.is_empty(), "{}: {missing:?}", kind.as_str());
    }
}

#[test]
fn a_template_with_every_key_lacks_only_what_is_marked_as_needed() {
    let dir = tempfile::tempdir().unwrap();
    init(dir.path()).unwrap();
    for kind in Kind::ALL {
        let mut draft = record(kind, "Анна Ивановна Петрова", "ru");
        draft.path = draft.path.replace("rules/ru", "rules/by");
        draft.text = switched_on(&draft.text);
        write_draft(dir.path(), &draft).unwrap();
    }
    let (_, problems) = read_site(dir.path());
    let found: Vec<String> = problems
        .iter()
        .map(|problem| problem.message.clone())
        .collect();
    // A draft of a person may wait for its gender.
    let missing = ["day", "type", "country", "url"];
    assert_eq!(found, missing.map(|key| format!("`{key}` has no value")));
}

#[test]
fn a_person_is_split_into_names() {
    let draft = record(Kind::Prisoner, "Алексей  Иванович Щербаков", "ru");
    assert_eq!(
        draft.path,
        "content/people/aleksei-ivanovich-shcherbakov.md"
    );
    let names = &yaml(front(&draft.text))["names"];
    assert_eq!(names["given"]["ru"].as_str(), Some("Алексей"));
    assert_eq!(names["patronymic"]["ru"].as_str(), Some("Иванович"));
    assert_eq!(names["surname"]["ru"].as_str(), Some("Щербаков"));
    assert!(
        draft
            .text
            .contains("#photo: {file: aleksei-ivanovich-shcherbakov.jpg")
    );
}

#[test]
fn a_minors_record_holds_no_surname() {
    let language = lang("ru");
    let new = NewRecord {
        kind: Kind::Prisoner,
        name: "Анна Ивановна Петрова",
        language: &language,
        id: None,
        minor: Some([7; 8]),
    };
    let draft = new_record(&new, &none()).unwrap();
    assert!(
        draft.path.starts_with("content/people/p-"),
        "{}",
        draft.path
    );
    assert_eq!(
        yaml(front(&draft.text))["names"]["given"]["ru"].as_str(),
        Some("Анна")
    );
    for secret in ["Петров", "Ивановна", "petrov"] {
        assert!(
            !draft.text.contains(secret) && !draft.path.contains(secret),
            "{secret}"
        );
    }
    let chosen = NewRecord {
        id: Some("anna"),
        ..new
    };
    assert_eq!(
        refusal(&chosen, &[]),
        "a minor's id is random, so that it says nothing; leave out `--id`"
    );
}

#[test]
fn a_twin_gets_a_number_and_a_chosen_id_must_be_free() {
    let language = lang("ru");
    let new = NewRecord {
        kind: Kind::Page,
        name: "Анна",
        language: &language,
        id: None,
        minor: None,
    };
    let existing: BTreeSet<String> = ["anna".to_owned()].into();
    assert_eq!(
        new_record(&new, &existing).unwrap().path,
        "content/pages/anna-2.md"
    );
    let chosen = NewRecord {
        id: Some("anna"),
        ..new
    };
    assert_eq!(
        refusal(&chosen, &["anna"]),
        "the id `anna` is taken; choose another with `--id`"
    );
}

#[test]
fn a_name_that_cannot_be_an_id_gets_a_number() {
    assert_eq!(
        record(Kind::Page, "Index", "en").path,
        "content/pages/index-2.md"
    );
}

#[test]
fn rules_are_named_by_their_country() {
    let language = lang("ru");
    let new = NewRecord {
        kind: Kind::Rules,
        name: "Россия",
        language: &language,
        id: None,
        minor: None,
    };
    assert_eq!(
        refusal(&new, &[]),
        "letter rules are named by their country's code, such as `ru` for Russia or `by` for Belarus; add it with `--id`"
    );
    let wrong = NewRecord {
        id: Some("russia"),
        ..new
    };
    assert_eq!(
        refusal(&wrong, &[]),
        "`russia` is not a country's code; write the two small letters of ISO 3166-1, such as `ru` or `by`"
    );
    assert_eq!(
        record(Kind::Rules, "Россия", "ru").path,
        "content/rules/ru.md"
    );
}

#[test]
fn names_that_cannot_be_used_are_refused_with_a_fix() {
    let language = lang("ru");
    let refuse = |name| {
        refusal(
            &NewRecord {
                kind: Kind::Prisoner,
                name,
                language: &language,
                id: None,
                minor: None,
            },
            &[],
        )
    };
    assert_eq!(
        refuse("Анна\nПетрова"),
        "the name holds the character U+000A; write it on one line, without it"
    );
    assert_eq!(
        refuse("Анна \u{202e}Петрова"),
        "the name holds the character U+202E; write it on one line, without it"
    );
    assert_eq!(
        refuse("  "),
        "the name is empty; write it in quotes: `\"Имя Фамилия\"`"
    );
    assert_eq!(
        refuse("Анна"),
        "`Анна` is one word; write the given name and the surname: `Анна …`"
    );
    assert_eq!(
        refuse("!? —"),
        "no letter of `!? —` can be written in an id; choose one: `--id some-word`"
    );
}

#[test]
fn a_translation_names_its_stamp_and_a_title_where_it_has_one() {
    let page = new_translation(Kind::Page, "about", &lang("zh-hant")).unwrap();
    assert_eq!(page.path, "content/pages/about.zh-hant.md");
    assert!(
        page.text
            .contains("vestochka stamp content/pages/about.zh-hant.md"),
        "{}",
        page.text
    );
    assert!(page.text.contains("#title: "));
    let person = new_translation(Kind::Prisoner, "anna", &lang("en")).unwrap();
    assert!(!person.text.contains("title"), "{}", person.text);
    assert!(new_translation(Kind::Page, "../x", &lang("en")).is_err());
    yaml(&switched_on(front(&page.text)));
}

#[test]
fn nothing_is_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let draft = record(Kind::Page, "Анна", "ru");
    write_draft(dir.path(), &draft).unwrap();
    let changed = Draft {
        text: "new".into(),
        ..draft.clone()
    };
    assert_eq!(
        write_draft(dir.path(), &changed).unwrap_err().to_string(),
        "`content/pages/anna.md` is there already; edit it, or choose another id with `--id`"
    );
    let folder = dir.path().join("content/pages");
    assert_eq!(
        fs::read_to_string(folder.join("anna.md")).unwrap(),
        draft.text
    );
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
}

#[test]
fn a_norwegian_name_is_not_a_truth_value() {
    let draft = record(Kind::Organisation, "Støtte", "no");
    assert!(
        draft.text.contains(r#"name: {"no": "Støtte"}"#),
        "{}",
        draft.text
    );
}

#[test]
fn hostile_names_stay_names() {
    for name in [
        "a\": {b: c}",
        "a: b # c",
        "--- x",
        "{{common}} {{id}}",
        "a \\\" b \\",
        "'x' & *y !z",
        "../../etc/passwd x",
        "深圳 🎈x",
    ] {
        let draft = record(Kind::Page, name, "en");
        assert_eq!(yaml(front(&draft.text))["title"]["en"].as_str(), Some(name));
        assert!(!draft.path.contains(".."), "{}", draft.path);
    }
}

proptest! {
    #[test]
    fn any_name_is_refused_or_kept(name in "[\\PC\"'\\\\:{}#]{1,40}", kind in 0..8usize) {
        let (language, kind) = (lang("ru"), Kind::ALL[kind]);
        let new = NewRecord { kind, name: &name, language: &language, id: Some("ru"), minor: None };
        if let Ok(draft) = new_record(&new, &none()) {
            let record = yaml(front(&draft.text));
            let words: Vec<&str> = name.split_whitespace().collect();
            let kept = match kind {
                Kind::Prisoner => record["names"]["surname"]["ru"].as_str() == words.last().copied(),
                Kind::Page => record["title"]["ru"].as_str() == Some(&*words.join(" ")),
                _ => record["name"]["ru"].as_str() == Some(&*words.join(" ")),
            };
            prop_assert!(kept, "{}", draft.text);
        }
    }
}
