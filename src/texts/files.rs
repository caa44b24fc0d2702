//! Reads a language's Fluent files into one bundle, and says what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_bundle::FluentResource;
use unic_langid::LanguageIdentifier;

use super::entries::{Entry, entries};
use super::{Language, values};
use crate::problem::{Place, Problem};

pub(super) type Bundle = fluent_bundle::concurrent::FluentBundle<FluentResource>;

/// What came of the files.
pub(super) struct Loaded {
    pub bundle: Bundle,
    pub variables: BTreeMap<String, BTreeSet<String>>,
    pub reviewed: Option<String>,
    pub problems: Vec<Problem>,
}

pub(super) fn load(language: &Language, files: &[(&str, &str)]) -> Loaded {
    let mut reading = Reading {
        bundle: empty_bundle(language),
        defined: BTreeMap::new(),
        readers: Some(BTreeSet::new()),
        problems: Vec::new(),
    };
    for (file, source) in files {
        reading.mark(file, source);
        reading.texts(file, source);
    }
    reading.finish()
}

type Defined<'f> = BTreeMap<&'f str, (&'f str, Entry<'f>)>;

struct Reading<'f> {
    bundle: Bundle,
    defined: Defined<'f>,
    /// `None` once a file was read that nobody has reviewed.
    readers: Option<BTreeSet<&'f str>>,
    problems: Vec<Problem>,
}

impl<'f> Reading<'f> {
    fn mark(&mut self, file: &str, source: &'f str) {
        let reader = reader(source);
        match (reader.flatten(), &mut self.readers) {
            (Some(name), Some(readers)) => {
                readers.insert(name);
            }
            (Some(_), None) => {}
            (None, readers) => *readers = None,
        }
        if reader.is_none() {
            self.problems.push(no_mark(file));
        }
    }

    fn texts(&mut self, file: &'f str, source: &'f str) {
        let found = entries(source);
        let faults: Vec<_> = found.iter().flat_map(|entry| faults(file, entry)).collect();
        let sound = faults.is_empty();
        self.problems.extend(faults);
        for entry in found {
            self.problems.extend(define(&mut self.defined, file, entry));
        }
        if sound {
            self.problems.extend(parse(&mut self.bundle, file, source));
        }
    }

    fn finish(mut self) -> Loaded {
        let dangling = self
            .defined
            .values()
            .flat_map(|(file, entry)| dangling(&self.defined, file, entry));
        self.problems.extend(dangling);
        let said = |id: &&str| {
            self.bundle
                .get_message(id)
                .is_some_and(|m| m.value().is_some())
        };
        let texts = self.defined.keys().copied().filter(said);
        Loaded {
            variables: texts
                .map(|id| (id.to_owned(), variables(&self.defined, id)))
                .collect(),
            reviewed: self.readers.filter(|names| !names.is_empty()).map(joined),
            problems: self.problems,
            bundle: self.bundle,
        }
    }
}

fn empty_bundle(language: &Language) -> Bundle {
    let id: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(values::writer(language.direction())));
    bundle
}

/// The reader whom a file's first line names: `Some(None)` for `unreviewed`,
/// `None` where the line is not there.
fn reader(source: &str) -> Option<Option<&str>> {
    let mark = source.lines().next()?.strip_prefix("## ")?;
    match mark.strip_prefix("reviewed:").map(str::trim) {
        Some(name) if !name.is_empty() => Some(Some(name)),
        _ => (mark.trim() == "unreviewed").then_some(None),
    }
}

fn joined(names: BTreeSet<&str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}

fn no_mark(file: &str) -> Problem {
    Problem::warning(
        file,
        Place::File,
        "the first line does not say who has read the file",
    )
    .hint("begin with `## reviewed: NAME` or `## unreviewed`")
}

fn faults(file: &str, entry: &Entry<'_>) -> Vec<Problem> {
    let problem = |(range, fault): &(Range<usize>, String)| {
        Problem::error(file, bytes(range), format!("in `{}`: {fault}", entry.id))
            .hint("use variables, other messages and terms only")
    };
    entry.faults.iter().map(problem).collect()
}

fn define<'f>(defined: &mut Defined<'f>, file: &'f str, entry: Entry<'f>) -> Option<Problem> {
    if let Some((first, _)) = defined.get(entry.id) {
        let message = format!("`{}` is defined a second time", entry.id);
        let hint = format!("it stands in `{first}`; keep one of them");
        return Some(Problem::error(file, bytes(&entry.place), message).hint(hint));
    }
    defined.insert(entry.id, (file, entry));
    None
}

fn parse(bundle: &mut Bundle, file: &str, source: &str) -> Vec<Problem> {
    let (resource, errors) = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    // A second definition is refused here too; `define` has said where.
    let _ = bundle.add_resource(resource);
    let end = source.len();
    errors
        .into_iter()
        .map(|error| {
            let place = error.pos.start.min(end)..error.pos.end.min(end);
            Problem::error(file, bytes(&place), in_house_style(&error.to_string()))
        })
        .collect()
}

/// `Expected a token starting with "="` with a small letter and backticks.
fn in_house_style(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first
        .chain(letters.map(|c| if c == '"' { '`' } else { c }))
        .collect()
}

fn dangling(defined: &Defined<'_>, file: &str, entry: &Entry<'_>) -> Vec<Problem> {
    let problem = |name: &&str| {
        let message = format!("`{}` names `{name}`, which is not defined", entry.id);
        Problem::error(file, bytes(&entry.place), message)
    };
    entry
        .references
        .iter()
        .filter(|name| !defined.contains_key(*name))
        .map(problem)
        .collect()
}

/// The variables of a message and of the messages inside it. A term sees none of
/// them, and `$has-x` asks for `x`.
fn variables(defined: &Defined<'_>, id: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::from([id]);
    let mut ahead = vec![id];
    let mut found = BTreeSet::new();
    while let Some((_, entry)) = ahead.pop().and_then(|id| defined.get(id)) {
        found.extend(entry.variables.iter().map(|name| named(name).to_owned()));
        let messages = entry
            .references
            .iter()
            .filter(|name| defined.contains_key(*name));
        ahead.extend(messages.filter(|name| !name.starts_with('-') && seen.insert(name)));
    }
    found
}

fn named(variable: &str) -> &str {
    variable.strip_prefix(values::HAS).unwrap_or(variable)
}

fn bytes(range: &Range<usize>) -> Place {
    Place::Bytes {
        start: range.start,
        end: range.end,
    }
}
