//! E2: nothing under `private:` reaches an output.

use std::collections::BTreeSet;

use super::findings::Findings;
use super::folded::fold;
use super::rule::{Inspection, Look};
use super::search::{Form, Needle, Needles, Scope};
use crate::problem::Place;
use crate::record::{Id, Kind};
use crate::source::TextFile;
use crate::yaml;

const RULE: &str = "E2";
/// Shorter values stand in too many texts by chance.
const SHORTEST: usize = 5;
/// Lines of notes that are at least so long are also searched one by one.
const LONG_LINE: usize = 12;

pub(super) fn needles<'a>(look: &Look<'a>, needles: &mut Needles<'a>) {
    let site = look.site;
    for person in site.people.values() {
        add(needles, Some(&person.id), &person.record.common.private.0);
    }
    for (id, draft) in &site.drafts {
        add(needles, Some(id), &draft.record.common.private.0);
    }
    for entry in super::entry::entries(site)
        .iter()
        .filter(|entry| entry.kind != Kind::Prisoner)
    {
        add(needles, None, &entry.common.private.0);
    }
    for file in look.sources.records.iter().filter(|file| is_private(file)) {
        let id = person_of(&file.path)
            .and_then(|id| site.people.get_key_value(id))
            .map(|(id, _)| id);
        add(needles, id, &private_values(file));
    }
}

/// Whether a file holds nothing but private notes.
pub(super) fn is_private(file: &TextFile) -> bool {
    file.path.ends_with(".private.md")
}

/// The values of a file of private notes, and the lines below them.
pub(super) fn private_values(file: &TextFile) -> Vec<String> {
    let mut values = yaml::parse(file.front())
        .map(|node| node.scalars())
        .unwrap_or_default();
    values.push(file.body().trim().to_owned());
    values
}

fn person_of(path: &str) -> Option<&str> {
    let (folder, name) = path.rsplit_once('/')?;
    folder
        .starts_with("content/people")
        .then(|| name.split('.').next())
        .flatten()
}

/// A single word counts in the same record only: elsewhere `Moscow` is no leak.
fn add<'a>(needles: &mut Needles<'a>, who: Option<&'a Id>, values: &[String]) {
    for text in parts(values) {
        let is_word = !text.contains(' ') && !text.chars().any(|c| c.is_ascii_digit() || c == '@');
        let scope = if is_word && who.is_some() {
            Scope::Own
        } else {
            Scope::Everywhere
        };
        needles.add(Needle {
            rule: RULE,
            text,
            form: Form::Words,
            who,
            what: "private value",
            scope,
        });
    }
}

fn parts(values: &[String]) -> BTreeSet<String> {
    let whole = values
        .iter()
        .map(|value| fold(value))
        .filter(|value| value.chars().count() >= SHORTEST);
    let lines = values.iter().flat_map(|value| value.lines()).map(fold);
    whole
        .chain(lines.filter(|line| line.chars().count() >= LONG_LINE))
        .collect()
}

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    for hit in inspection.hits(RULE) {
        findings.report(
            &hit.passage.file,
            hit.passage.place(hit.words()),
            "this text holds a value that is private",
            "take it out of the text, or out of `private:` if it may be published",
        );
    }
    for file in inspection
        .site
        .pictures
        .values()
        .filter(|file| file.picture.metadata)
    {
        findings.report(
            &file.path,
            Place::File,
            "this picture carries metadata, which can hold a place, a time or a name",
            "save it without Exif, XMP, comments and text: a portrait with `vestochka photo ID FILE`, another for example with `exiftool -all= FILE`",
        );
    }
}
