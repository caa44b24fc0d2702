//! A small site in memory, without a problem until a test adds one.

use jiff::civil::{Date, date};
use vestochka::problem::{Place, Problem, Severity};
use vestochka::site::Site;
use vestochka::source::{self, Sources};
use vestochka::{check, record, site, yaml};

pub const TODAY: Date = date(2026, 11, 21);

const CONFIG: &str = "edition: 1
id: letters-example
title: Письма
languages: [ru]
audience: [ru]
designated_links: warn
how_to_find_us: Спросите у друзей.
";

const RULES: &str = "---
name: Россия
title: Как писать в Россию
envelope_country: RUSSIA
address_lang: ru
correspondence: open
---
";

const COLONY: &str = "---
name: Колония № 2
type: ik
country: ru
address:
  recipient: ФКУ ИК-2
  street: ул. Дальняя, д. 7
  town: г. Камышин
  region: Волгоградская область
  postcode: \"403870\"
channels: [post]
---
";

const ANNA: &str = "---
names:
  given: Анна
  surname: Соколова
  patronymic: Олеговна
  envelope: Соколовой Анне Олеговне
gender: female
birth: {date: 1988-04-09, publish: full}
public_record: сама об этом говорила
verified:
  address: {date: 2026-11-01}
sources: [{id: court, title: Приговор}]
timeline:
  - {date: 2025-03-01, event: arrest, source: court}
  - {date: 2025-09-01, event: verdict, expected_release: 2031-01-01, source: court}
  - {date: 2026-01-10, event: transfer_start, source: court}
  - {date: 2026-02-01, event: transfer_end, facility: ik-2, source: court}
---
Анна преподаёт математику.
";

/// Files of a site, to be changed and checked.
pub struct SmallSite {
    files: Vec<(String, String)>,
}

/// What a check found, in a form that tests can compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub rule: &'static str,
    /// The file, within `content/`.
    pub file: String,
    /// The text at the place, or nothing for the whole file.
    pub marked: String,
    pub message: String,
    pub hint: String,
    pub severity: Severity,
}

/// A site with one person who may be written to.
pub fn small_site() -> SmallSite {
    let files = [
        ("site.yaml", CONFIG),
        ("rules/ru.md", RULES),
        ("facilities/ik-2.md", COLONY),
        ("people/anna-sokolova.md", ANNA),
    ];
    SmallSite {
        files: files
            .map(|(path, text)| (format!("content/{path}"), text.to_owned()))
            .to_vec(),
    }
}

/// A record of somebody else who may be published.
pub fn person(given: &str, surname: &str, more: &str, body: &str) -> String {
    format!(
        "---\nnames: {{given: {given}, surname: {surname}}}\ngender: male\npublic_record: так решено\n\
         timeline: [{{date: 2025-05-05, event: search}}]\n{more}\n---\n{body}\n"
    )
}

impl SmallSite {
    /// With a file more, or another in its place; the path is within `content/`.
    pub fn with(mut self, path: &str, text: &str) -> Self {
        let path = format!("content/{path}");
        self.files.retain(|(other, _)| *other != path);
        self.files.push((path, text.to_owned()));
        self
    }

    /// With a line more in the front matter of Anna's record.
    pub fn anna_says(self, line: &str) -> Self {
        self.edit(
            "people/anna-sokolova.md",
            "gender: female",
            &format!("gender: female\n{line}"),
        )
    }

    /// With more in Anna's text.
    pub fn anna_reads(self, text: &str) -> Self {
        self.edit(
            "people/anna-sokolova.md",
            "математику.\n",
            &format!("математику.\n\n{text}\n"),
        )
    }

    /// Anna's address is withheld: she is banned from letters.
    pub fn anna_withheld(self) -> Self {
        self.anna_says("correspondence: banned")
    }

    /// With a text replaced that stands in the file.
    pub fn edit(mut self, path: &str, from: &str, to: &str) -> Self {
        let path = format!("content/{path}");
        let (_, text) = self
            .files
            .iter_mut()
            .find(|(other, _)| *other == path)
            .expect("the file is there");
        assert!(text.contains(from), "`{from}` stands in {path}");
        *text = text.replace(from, to);
        self
    }

    pub fn sources(&self) -> Sources {
        let files: Vec<(&str, &str)> = self
            .files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        source::from_texts(&files)
    }

    pub fn assemble(&self) -> (Site, Sources, Vec<Problem>) {
        let sources = self.sources();
        let (records, problems) = record::read(&sources);
        let config = records
            .config
            .clone()
            .unwrap_or_else(|| panic!("{problems:?}"));
        let (site, more) = site::assemble(records, &sources, config, TODAY);
        (site, sources, [problems, more].concat())
    }

    /// Everything that the checks find. Reading and assembling must find nothing.
    pub fn check(&self) -> Vec<Found> {
        let (site, sources, problems) = self.assemble();
        assert!(problems.is_empty(), "{problems:?}");
        check::run(&site, &sources)
            .iter()
            .map(|problem| self.found(&sources, problem))
            .collect()
    }

    /// What one rule finds: file and marked text.
    pub fn check_for(&self, rule: &str) -> Vec<(String, String)> {
        let found = self.check().into_iter().filter(|found| found.rule == rule);
        found.map(|found| (found.file, found.marked)).collect()
    }

    /// What one rule finds, and that no other rule finds anything.
    pub fn check_for_only(&self, rule: &str) -> Vec<(String, String)> {
        let others: Vec<Found> = self
            .check()
            .into_iter()
            .filter(|found| found.rule != rule)
            .collect();
        assert!(others.is_empty(), "{others:?}");
        self.check_for(rule)
    }

    fn found(&self, sources: &Sources, problem: &Problem) -> Found {
        let file = sources
            .records
            .iter()
            .chain(&sources.config)
            .find(|file| file.path == problem.file);
        let range = file.and_then(|file| match problem.place {
            Place::Bytes { start, end } => Some(start..end),
            Place::File => None,
            _ => yaml::locate(file.front(), &problem.place),
        });
        let marked = file
            .zip(range)
            .map_or("", |(file, range)| &file.text[range]);
        Found {
            rule: problem.rule.unwrap_or(""),
            file: problem.file.trim_start_matches("content/").to_owned(),
            marked: marked.to_owned(),
            message: problem.message.clone(),
            hint: problem.hint.clone().unwrap_or_default(),
            severity: problem.severity,
        }
    }
}

/// One finding as [`SmallSite::check_for`] gives it.
pub fn at(file: &str, marked: &str) -> (String, String) {
    (file.to_owned(), marked.to_owned())
}
