//! A new site reads without a problem, in both languages.

use std::fs;

use super::{front, init, init_files, read_site, yaml};
use crate::record::{BodyMark, Kind};

#[test]
fn a_new_site_reads_without_a_problem() {
    let dir = tempfile::tempdir().unwrap();
    init(&dir.path().join("deep/site")).unwrap();
    let (records, problems) = read_site(&dir.path().join("deep/site"));
    assert_eq!(problems, []);
    assert_eq!(records.known.len(), Kind::ALL.len());
}

#[test]
fn every_translation_of_the_new_site_is_up_to_date() {
    let text = |path: &str| {
        init_files()
            .iter()
            .find(|(name, _)| *name == path)
            .unwrap()
            .1
    };
    let translations: Vec<&str> = init_files()
        .iter()
        .map(|(path, _)| *path)
        .filter(|path| path.ends_with(".ru.md"))
        .collect();
    assert_eq!(translations.len(), 2);
    for path in translations {
        let original = text(&path.replace(".ru.md", ".md"));
        let BodyMark(mark) = BodyMark::of(original.splitn(3, "---\n").nth(2).unwrap());
        assert_eq!(
            yaml(front(text(path)))["of"].as_str(),
            Some(&*mark),
            "{path}"
        );
    }
}

#[test]
fn every_text_of_the_new_site_is_in_both_languages() {
    for (path, text) in init_files()
        .iter()
        .filter(|(path, _)| path.starts_with("content/"))
    {
        assert_eq!(
            text.matches("{en: ").count(),
            text.matches(", ru: ").count(),
            "{path}"
        );
        let has_body = text
            .splitn(3, "---\n")
            .nth(2)
            .is_some_and(|body| !body.trim().is_empty());
        let translation = path.replace(".md", ".ru.md");
        let translated = init_files().iter().any(|(path, _)| **path == translation);
        assert!(
            !has_body || translated || path.ends_with(".ru.md"),
            "{path}"
        );
    }
}

#[test]
fn init_writes_what_it_lists_beside_git() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(".git")).unwrap();
    init(dir.path()).unwrap();
    for (path, text) in init_files() {
        assert_eq!(
            fs::read_to_string(dir.path().join(path)).unwrap(),
            *text,
            "{path}"
        );
    }
}

#[test]
fn init_refuses_a_folder_that_is_not_empty() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("notes.txt"), "mine").unwrap();
    let error = init(dir.path()).unwrap_err().to_string();
    let expected =
        "is not empty, it holds `notes.txt`; choose a new folder: `vestochka init my-site`";
    assert!(error.ends_with(expected), "{error}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}
