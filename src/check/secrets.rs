//! What a report must not print of each file.
//!
//! Reports quote lines of files, and logs of public builds are read by
//! strangers. In doubt a value is a secret.

use std::collections::{BTreeMap, BTreeSet};

use super::date_mentions::date_mentions;
use super::e02_private::is_private;
use super::e03_address::withheld_facts;
use super::folded::Folded;
use super::standing;
use super::tokens::tokens;
use crate::problem::{Place, Problem};
use crate::record::PartialDate;
use crate::site::{Person, Site};
use crate::source::{Sources, TextFile};
use crate::yaml::{self, Node};

/// Rules whose findings mark a secret in a text.
const SECRET_PLACES: [&str; 6] = ["E1", "E2", "E3", "E5", "E12", "E16"];

/// The strings that reports mask, by file, for the files that have problems.
/// Without a site, what would be decided there counts as withheld.
#[must_use]
pub fn secrets_of(
    site: Option<&Site>,
    sources: &Sources,
    problems: &[Problem],
) -> BTreeMap<String, Vec<String>> {
    let mut by_file: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        by_file.entry(&*problem.file).or_default().push(problem);
    }
    let files = Files::of(sources);
    let known = by_file
        .into_iter()
        .filter_map(|(path, found)| Some((*files.by_path.get(path)?, found)));
    known
        .map(|(file, found)| {
            let mut secrets = of_file(site, &files, file);
            secrets.extend(found.iter().filter_map(|problem| at_place(file, problem)));
            (
                file.path.to_string(),
                secrets
                    .into_iter()
                    .filter(|secret| !secret.is_empty())
                    .collect(),
            )
        })
        .collect()
}

/// The files by path, and those of each person.
struct Files<'a> {
    by_path: BTreeMap<&'a str, &'a TextFile>,
    of_person: BTreeMap<&'a str, Vec<&'a TextFile>>,
}

impl<'a> Files<'a> {
    fn of(sources: &'a Sources) -> Self {
        let all = sources.config.iter().chain(&sources.records);
        let mut files = Files {
            by_path: BTreeMap::new(),
            of_person: BTreeMap::new(),
        };
        for file in all {
            files.by_path.insert(&file.path, file);
            if let Some(id) = person_id(&file.path).filter(|_| !is_private(file)) {
                files.of_person.entry(id).or_default().push(file);
            }
        }
        files
    }
}

/// What a problem marks as a secret.
fn at_place(file: &TextFile, problem: &Problem) -> Option<String> {
    let Place::Bytes { start, end } = problem.place else {
        return None;
    };
    let is_secret = problem
        .rule
        .is_some_and(|rule| SECRET_PLACES.contains(&rule));
    file.text
        .get(start..end)
        .filter(|_| is_secret)
        .map(|text| text.trim().to_owned())
}

fn of_file(site: Option<&Site>, files: &Files<'_>, file: &TextFile) -> BTreeSet<String> {
    let mut secrets: BTreeSet<String> = tokens(&file.text)
        .into_iter()
        .map(|token| file.text[token.range].to_owned())
        .collect();
    if is_private(file) {
        secrets.extend(
            file.text
                .lines()
                .map(str::trim)
                .filter(|line| *line != "---")
                .map(str::to_owned),
        );
        return secrets;
    }
    let Some(id) = person_id(&file.path) else {
        secrets.extend(private_scalars(file));
        return secrets;
    };
    let person = site.and_then(|site| site.people.get(id));
    // A translation tells of the same person as the original.
    for other in files.of_person.get(id).into_iter().flatten() {
        match yaml::parse(other.front()) {
            Ok(node) => secrets.extend(of_node(&node, id, person, &file.text)),
            Err(_) => secrets.extend(of_lines(other.front(), id)),
        }
    }
    if let (Some(site), Some(person)) =
        (site, person.filter(|person| standing::is_withheld(person)))
    {
        secrets.extend(
            withheld_facts(site, person)
                .into_iter()
                .map(|(text, ..)| text),
        );
    }
    secrets
}

fn person_id(path: &str) -> Option<&str> {
    let (folder, name) = path.rsplit_once('/')?;
    let is_person = folder == "content/people" || folder.starts_with("content/people/");
    name.split('.').next().filter(|_| is_person)
}

fn private_scalars(file: &TextFile) -> Vec<String> {
    match yaml::parse(file.front()) {
        Ok(node) => scalars(&node, &["private"])
            .into_iter()
            .chain(waiver_reasons(&node))
            .collect(),
        Err(_) => of_lines(file.front(), ""),
    }
}

fn of_node(node: &Node, id: &str, person: Option<&Person>, text: &str) -> Vec<String> {
    let mut secrets = scalars(node, &["private"]);
    secrets.extend(waiver_reasons(node));
    secrets.extend(birth_secrets(node, text));
    if person.is_none_or(standing::is_withheld) {
        secrets.extend(scalars(node, &["prisoner_number"]));
        secrets.extend(scalars(node, &["names", "envelope"]));
        secrets.extend(scalars(node, &["intermediary"]));
    }
    if is_minor(id, person) {
        for key in ["surname", "patronymic", "also", "envelope"] {
            secrets.extend(scalars(node, &["names", key]));
        }
        secrets.extend(scalars(node, &["formerly"]));
    }
    secrets
}

fn is_minor(id: &str, person: Option<&Person>) -> bool {
    person.is_some_and(standing::is_minor) || id.starts_with("p-")
}

/// Everything below a route of keys. Keys that stand twice are all looked at.
fn scalars(node: &Node, keys: &[&str]) -> Vec<String> {
    let Some((key, rest)) = keys.split_first() else {
        return node.scalars();
    };
    let Node::Map(map) = node else {
        return Vec::new();
    };
    map.iter()
        .filter(|(name, _)| name == key)
        .flat_map(|(_, inner)| scalars(inner, rest))
        .collect()
}

/// What stands in waivers but rules and dates.
fn waiver_reasons(node: &Node) -> impl Iterator<Item = String> {
    let is_plain =
        |text: &str| PartialDate::parse(text).is_some() || super::ids().any(|id| id == text);
    scalars(node, &["waivers"])
        .into_iter()
        .filter(move |text| !is_plain(text))
}

/// The date as the record writes it, and as the file's text does.
fn birth_secrets(node: &Node, text: &str) -> Vec<String> {
    let publish = scalars(node, &["birth", "publish"]).pop();
    if publish.as_deref() == Some("full") {
        return Vec::new();
    }
    let written: Vec<String> = match node.get("birth") {
        // Under any key, because one may be misspelt.
        Some(Node::Map(_)) => scalars(node, &["birth"])
            .into_iter()
            .filter(|value| value.contains(|c: char| c.is_ascii_digit()))
            .collect(),
        _ => scalars(node, &["birth"]),
    };
    let is_public = |date: &String| publish.as_deref() == Some("year") && date.len() == 4;
    let mut secrets: Vec<String> = written
        .iter()
        .filter(|date| !is_public(date))
        .cloned()
        .collect();
    let date = written
        .iter()
        .find_map(|date| PartialDate::parse(date))
        .and_then(PartialDate::day);
    if let Some(date) = date {
        let folded = Folded::new(text);
        let same = date_mentions(&folded.text).into_iter().filter(|mention| {
            let (year, month, day) = mention.calendar.parts(date);
            (mention.day, mention.month) == (Some(day), Some(month))
                && mention.year.is_none_or(|said| said == year)
        });
        secrets.extend(
            same.filter_map(|mention| text.get(folded.original(mention.range)))
                .map(str::to_owned),
        );
    }
    secrets
}

/// Keys of a record below which nothing is a secret. Others, such as those of a
/// note whose indentation is lost, do not end a secret part.
const PLAIN_KEYS: [&str; 26] = [
    "lang",
    "draft",
    "sources",
    "sensitive_reviewed",
    "gender",
    "languages",
    "interests",
    "about",
    "mail",
    "consent",
    "public_record",
    "adult_consent",
    "photo",
    "cases",
    "recognitions",
    "support",
    "letters",
    "correspondence",
    "agency",
    "verified",
    "not_same_as",
    "timeline",
    "name",
    "type",
    "country",
    "title",
];
const SECRET_KEYS: [&str; 5] = [
    "private",
    "birth",
    "prisoner_number",
    "intermediary",
    "envelope",
];

/// The secret parts of YAML that cannot be parsed, line by line.
fn of_lines(front: &str, id: &str) -> Vec<String> {
    let mut secrets = Vec::new();
    let mut is_secret = false;
    for line in front.lines().filter(|line| line.trim() != "---") {
        let key = line.split(':').next().unwrap_or(line);
        if PLAIN_KEYS.contains(&key) {
            is_secret = false;
        } else if key == "names" {
            is_secret = id.starts_with("p-");
        }
        is_secret |= SECRET_KEYS
            .iter()
            .any(|key| line.contains(&format!("{key}:")));
        if is_secret {
            secrets.push(line.trim().to_owned());
            secrets.extend(
                line.split_once(':')
                    .map(|(_, value)| value.trim().trim_matches(['"', '\'']).to_owned()),
            );
        }
    }
    secrets
}
