//! The texts of the default theme against the templates that say them.

use std::collections::{BTreeMap, BTreeSet};

use crate::theme::builtin;

/// The ids in a file of texts, each with the arguments that it takes.
fn ids(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut ids = BTreeMap::new();
    let mut current = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            current = id;
            ids.insert(id, BTreeSet::new());
        }
        let arguments = line
            .split("{ $")
            .skip(1)
            .filter_map(|rest| rest.split(' ').next());
        ids.entry(current).or_default().extend(arguments);
    }
    ids.remove("");
    ids
}

/// The ids that the built-in templates say, each with the arguments that they give.
fn said() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let calls = builtin::FILES
        .iter()
        .flat_map(|(_, text)| text.split("t(id=\"").skip(1));
    calls
        .filter_map(|call| call.split_once('"'))
        .map(|(id, rest)| (id, arguments(rest.split(')').next().unwrap_or(""))))
        .collect()
}

fn arguments(call: &str) -> BTreeSet<&str> {
    call.split(", ")
        .filter_map(|part| part.split_once('='))
        .map(|(name, _)| name)
        .filter(|name| *name != "lang")
        .collect()
}

/// The files of one name in all languages of the interface.
fn in_every_language(name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    crate::texts::embedded()
        .iter()
        .filter(move |(_, file, _)| file.ends_with(name))
        .map(|(lang, _, text)| (*lang, *text))
}

/// The ids of a file without those of its own terms, which begin with `-`.
fn own_ids(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut ids = ids(text);
    ids.retain(|id, _| !id.starts_with('-'));
    ids
}

#[test]
fn words_of_the_program_are_there_in_every_language() {
    let english = in_every_language("/lists.ftl")
        .find(|(lang, _)| *lang == "en")
        .map(|(_, text)| own_ids(text));
    for (lang, text) in in_every_language("/lists.ftl") {
        assert_eq!(Some(own_ids(text)), english, "{lang}");
    }
}

#[test]
fn every_text_is_said_and_every_text_that_is_said_is_there() {
    for (lang, text) in in_every_language("/interface.ftl") {
        assert_eq!(own_ids(text), said(), "{lang}");
    }
}

#[test]
fn texts_that_nobody_named_has_read_say_so() {
    for (lang, text) in in_every_language(".ftl") {
        assert_eq!(text.lines().next(), Some("## unreviewed"), "{lang}");
    }
}
