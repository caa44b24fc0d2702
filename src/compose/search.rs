//! The search page, and the files of its index: from the same view as lists of people.

use std::collections::BTreeSet;

use super::desk::Desk;
use super::frame::Frame;
use super::lists::{letters, number};
use super::row::{mark, row};
use crate::plan::{Output, Script, SearchFile, search_name};
use crate::record::{Facility, Id};
use crate::search::{Subject, fold, tables};
use crate::site::Person;
use crate::texts::Args;
use crate::view::{Mark, Phrase, Scripts, Search, SearchLine, SearchPart, SearchWords};
use crate::voice::ListKey;

/// Where people are searched for.
pub(super) fn page(desk: &Desk<'_>) -> Search {
    let mut page = Frame::titled(desk.say("search")).page(desk);
    page.scripts = Scripts::Own;
    let first = SearchFile::List("".into());
    Search {
        page,
        script: desk.to_output(&Output::Script(Script::Search)),
        index: desk.to_output(&Output::Search(desk.lang().clone(), first)),
        letters: letters(desk, &ListKey::People),
        doors: super::home::all_doors(desk),
    }
}

/// What a file of the index says.
pub(super) fn part(desk: &Desk<'_>, file: &SearchFile) -> SearchPart {
    let search = &desk.press.search;
    let name = search_name(file);
    match file {
        SearchFile::List(prefix) => {
            let shards = search.lists.get(prefix).into_iter().flatten();
            let shards = shards.map(|prefix| prefix.to_string()).collect();
            let others = search.lists.keys().filter(|other| !other.is_empty());
            match prefix.is_empty() {
                true => {
                    let others = others.map(|other| other.to_string()).collect();
                    SearchPart::First(name, shards, others, tables())
                }
                false => SearchPart::List(name, shards, Vec::new()),
            }
        }
        SearchFile::Shard(prefix) => {
            let subjects = search.shard(prefix).map(|shard| &shard.subjects);
            let lines = subjects.into_iter().flatten();
            shard(
                name,
                lines.filter_map(|subject| line(desk, subject)).collect(),
            )
        }
    }
}

impl SearchPart {
    /// The file: a script that calls one function, since nothing else works from a disk.
    pub(super) fn script(&self) -> String {
        // A view that cannot be written as JSON does not occur: it is texts and numbers.
        let json = serde_json::to_string(self).unwrap_or_else(|_| "[]".into());
        let arguments = json.get(1..json.len() - 1).unwrap_or_default();
        // To older browsers these two end a line also inside of a text.
        let arguments = arguments.replace('\u{2028}', "\\u2028");
        format!("found({});\n", arguments.replace('\u{2029}', "\\u2029"))
    }
}

/// A line whose words do not stand in a table yet.
struct Line {
    path: String,
    name: Phrase,
    mark: Mark,
    state: SearchWords,
    place: Option<SearchWords>,
    found_by: String,
}

fn line(desk: &Desk<'_>, subject: &Subject) -> Option<Line> {
    match subject {
        Subject::Person(id) => desk
            .site()
            .people
            .get(id)
            .map(|person| of_person(desk, person)),
        Subject::Facility(id) => of_facility(desk, id),
    }
}

fn of_person(desk: &Desk<'_>, person: &Person) -> Line {
    let row = row(desk, person);
    let facility = desk.site().shown_facility(person).map(|(id, _)| id);
    let place = |(id, place): (&Id, Phrase)| {
        let found_by = found_by(desk, &Subject::Facility(id.clone()), &place.text);
        SearchWords(place.text, found_by, place.lang)
    };
    Line {
        path: path(&row.href),
        found_by: found_by(desk, &Subject::Person(person.id.clone()), &row.name.text),
        name: row.name,
        mark: mark(person),
        state: SearchWords(row.state, String::new(), None),
        place: facility.zip(row.place).map(place),
    }
}

/// A facility leads to its page, which lists who is there.
fn of_facility(desk: &Desk<'_>, id: &Id) -> Option<Line> {
    let facility = desk.site().facility(id)?;
    let name = desk.phrase(facility.short.as_ref().unwrap_or(&facility.name));
    Some(Line {
        path: path(&desk.to_list(ListKey::Facility(id.clone()))),
        found_by: found_by(desk, &Subject::Facility(id.clone()), &name.text),
        name,
        mark: Mark::None,
        state: SearchWords(about(desk, id, facility), String::new(), None),
        place: None,
    })
}

/// What kind of place it is, and how many people are there of whom that may be said.
fn about(desk: &Desk<'_>, id: &Id, facility: &Facility) -> String {
    let kind = desk.word("facility-type", facility.kind.as_str());
    let held = desk.site().lists.held_in.get(id).map_or(0, Vec::len);
    let args = Args::new().with("count", i64::from(number(held)));
    match held {
        0 => kind,
        _ => format!("{kind} · {}", desk.texts().say_with("people-count", &args)),
    }
}

/// Links of lists are made for files of the folder `search`, one below that of the page.
fn path(href: &str) -> String {
    let href = href.strip_prefix("../").unwrap_or(href);
    href.strip_suffix(".html").unwrap_or(href).to_owned()
}

/// The words that the browser does not find in the shown name.
fn found_by(desk: &Desk<'_>, subject: &Subject, shown: &str) -> String {
    let shown = fold(shown);
    let words = desk.press.search.words(subject).into_iter().flatten();
    let others: Vec<&str> = words
        .filter(|word| !shown.contains(word))
        .map(String::as_str)
        .collect();
    others.join(" ")
}

/// What several lines say stands once.
fn shard(name: String, lines: Vec<Line>) -> SearchPart {
    let all = lines
        .iter()
        .flat_map(|line| [Some(&line.state), line.place.as_ref()]);
    let words: BTreeSet<&SearchWords> = all.flatten().collect();
    let words: Vec<SearchWords> = words.into_iter().cloned().collect();
    let place_of = |word: &SearchWords| words.binary_search(word).unwrap_or_default();
    let line = |line: Line| {
        SearchLine(
            line.path,
            line.name.text,
            line.mark,
            place_of(&line.state),
            line.place.as_ref().map(place_of),
            line.found_by,
            line.name.lang,
        )
    };
    let lines = lines.into_iter().map(line).collect();
    SearchPart::Shard(name, words, lines)
}
