//! From files of text to records: which file is what, and all their problems.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::removed::removed;
use super::{
    Body, Case, Config, Facility, HasParts, Id, Kind, Lang, LetterDay, Organisation, Page, Parts,
    Prisoner, Record, Removed, Rules, Secrets, Service, Translation,
};
use crate::decode::{Decode, File, Value};
use crate::problem::{Place, Problem, did_you_mean};
use crate::source::{Sources, TextFile};
use crate::yaml::{self, Node};

/// Records of one kind, with the file of each.
pub type Table<T> = BTreeMap<Id, (Arc<str>, T)>;

/// All records that could be read.
#[derive(Debug, Default)]
pub struct Records {
    /// `site.yaml`.
    pub config: Option<Config>,
    /// People, but removed ones. (They are large, and a tree of them would be half empty.)
    pub people: Table<Box<Prisoner>>,
    /// Removed people.
    pub removed: Table<Removed>,
    /// Facilities.
    pub facilities: Table<Facility>,
    /// Letter services.
    pub services: Table<Service>,
    /// Organisations.
    pub organisations: Table<Organisation>,
    /// Group prosecutions.
    pub cases: Table<Case>,
    /// Letter rules by country.
    pub rules: Table<Rules>,
    /// Dates when letters peak.
    pub calendar: Table<LetterDay>,
    /// Other pages.
    pub pages: Table<Page>,
    /// Records other than people that are not published yet.
    pub drafts: BTreeSet<(Kind, Id)>,
    /// The file of every record, those that could not be read included.
    pub known: BTreeMap<(Kind, Id), Arc<str>>,
}

/// Reads every record.
#[must_use]
pub fn read(sources: &Sources) -> (Records, Vec<Problem>) {
    let mut records = Records::default();
    let mut problems = sources.problems.clone();
    let (config, found) = read_config(sources);
    records.config = config;
    problems.extend(found);
    let parts: Vec<(Option<Part>, Vec<Problem>)> =
        sources.records.par_iter().map(read_part).collect();
    let mut translations = Vec::new();
    for (file, (part, found)) in sources.records.iter().zip(parts) {
        problems.extend(found);
        match part {
            Some(Part::Record(name, record)) => problems.extend(records.add(file, name, record)),
            Some(Part::Translation(name, translation)) => {
                translations.push((file, name, translation))
            }
            None => {}
        }
    }
    for (file, name, translation) in translations {
        problems.extend(records.translate(file, &name, *translation));
    }
    (records, problems)
}

/// Reads `site.yaml`.
#[must_use]
pub fn read_config(sources: &Sources) -> (Option<Config>, Vec<Problem>) {
    let is_told = |problem: &Problem| &*problem.file == "content/site.yaml";
    match &sources.config {
        Some(file) => decode_file(file, Config::decode),
        None if sources.problems.iter().any(is_told) => (None, Vec::new()),
        None => (None, vec![no_config()]),
    }
}

fn no_config() -> Problem {
    Problem::error(
        "content/site.yaml",
        Place::File,
        "the site has no `content/site.yaml`",
    )
    .hint("run `vestochka init` in an empty folder to see one")
}

/// What one file is.
enum Part {
    Record(Name, Option<Record>),
    Translation(Name, Box<Translation>),
}

#[derive(Clone)]
struct Name {
    kind: Kind,
    id: Id,
    suffix: Option<String>,
}

fn read_part(file: &TextFile) -> (Option<Part>, Vec<Problem>) {
    let name = match name_of(&file.path) {
        Ok(name) => name,
        Err(problem) => return (None, vec![*problem]),
    };
    match name.suffix.as_deref() {
        None => {
            let (record, problems) = read_record(file, name.kind);
            (Some(Part::Record(name, record)), problems)
        }
        // Private notes are only looked at for their form.
        Some("private") => (None, decode_file(file, |_| Some(())).1),
        Some(code) => match Lang::parse(code) {
            Some(lang) => {
                let (translation, problems) = read_translation(file, lang);
                (
                    translation.map(|t| Part::Translation(name, Box::new(t))),
                    problems,
                )
            }
            None => (None, vec![bad_suffix(&file.path, code)]),
        },
    }
}

fn bad_suffix(path: &Arc<str>, code: &str) -> Problem {
    Problem::error(
        Arc::clone(path),
        Place::File,
        format!("`{code}` is neither a language nor `private`"),
    )
    .hint("a translation is named `ID.en.md`; an id holds no point")
}

/// Kind, id and suffix from a path such as `content/people/anna.en.md`.
fn name_of(path: &Arc<str>) -> Result<Name, Box<Problem>> {
    let error = |message: String, hint: String| {
        Box::new(Problem::error(Arc::clone(path), Place::File, message).hint(hint))
    };
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let (folder, rest) = inner.split_once('/').unwrap_or(("", inner));
    let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder) else {
        let folders = Kind::ALL.map(Kind::folder);
        let hint = did_you_mean(folder, folders).unwrap_or_else(|| {
            format!(
                "records stand in {}",
                folders.map(|f| format!("`{f}/`")).join(", ")
            )
        });
        return Err(error(
            format!("`content/{folder}/` is not a folder for records"),
            hint,
        ));
    };
    let name = rest.rsplit('/').next().unwrap_or(rest);
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let (id, suffix) = match stem.split_once('.') {
        Some((id, suffix)) => (id, Some(suffix.to_owned())),
        None => (stem, None),
    };
    match Id::parse(id) {
        Some(id) => Ok(Name { kind, id, suffix }),
        None => {
            let why = Id::trouble(id).unwrap_or_default();
            let hint = format!("{why}; `vestochka new` makes one from a name");
            Err(error(format!("`{id}` cannot be an id"), hint))
        }
    }
}

fn read_record(file: &TextFile, kind: Kind) -> (Option<Record>, Vec<Problem>) {
    match kind {
        Kind::Prisoner => read_prisoner(file),
        Kind::Facility => read_as(file, |r| Record::Facility(Box::new(r))),
        Kind::Service => read_as(file, |r| Record::Service(Box::new(r))),
        Kind::Organisation => read_as(file, |r| Record::Organisation(Box::new(r))),
        Kind::Case => read_as(file, |r| Record::Case(Box::new(r))),
        Kind::Rules => read_as(file, |r| Record::Rules(Box::new(r))),
        Kind::LetterDay => read_as(file, |r| Record::LetterDay(Box::new(r))),
        Kind::Page => read_as(file, |r| Record::Page(Box::new(r))),
    }
}

fn read_as<T: Decode + HasParts>(
    file: &TextFile,
    wrap: fn(T) -> Record,
) -> (Option<Record>, Vec<Problem>) {
    let (record, problems) = decode_file(file, |value| T::decode(value));
    let with_body = record.map(|mut record| {
        *record.parts().body = body_of(file);
        wrap(record)
    });
    (with_body, problems)
}

fn read_prisoner(file: &TextFile) -> (Option<Record>, Vec<Problem>) {
    decode_file(file, |value| match removed(value) {
        Some(removed) => {
            if !file.body().trim().is_empty() {
                value.report(text_below_removed(file));
            }
            removed.map(Record::Removed)
        }
        None => Prisoner::decode(value).map(|mut prisoner| {
            prisoner.body = body_of(file);
            Record::Prisoner(Box::new(prisoner))
        }),
    })
}

fn text_below_removed(file: &TextFile) -> Problem {
    let end = file.body + file.body().lines().next().map_or(0, str::len);
    Problem::error(
        Arc::clone(&file.path),
        Place::Bytes {
            start: file.body,
            end,
        },
        "a removed person's file holds text",
    )
    .hint("delete the text below the front matter")
    .rule("E15")
}

/// What a file of a record is now; nothing if anything is wrong with it by itself.
pub(crate) fn read_again(file: &TextFile) -> Option<Again> {
    let (part, problems) = read_part(file);
    let (name, what) = match part.filter(|_| problems.is_empty())? {
        Part::Record(name, record) => (name, What::Record(record?)),
        Part::Translation(name, translation) => (name, What::Translation(translation)),
    };
    Some(Again {
        kind: name.kind,
        id: name.id,
        what,
    })
}

/// A file that was read once more.
pub(crate) struct Again {
    /// The kind of its record.
    pub kind: Kind,
    /// The record's id.
    pub id: Id,
    /// What it holds.
    pub what: What,
}

/// A record, or its text in another language.
pub(crate) enum What {
    Record(Record),
    Translation(Box<Translation>),
}

fn body_of(file: &TextFile) -> Body {
    Body {
        file: Arc::clone(&file.path),
        whole: Arc::clone(&file.text),
        offset: file.body,
    }
}

fn read_translation(file: &TextFile, lang: Lang) -> (Option<Translation>, Vec<Problem>) {
    decode_file(file, |value| {
        let mut f = value.fields()?;
        let translation = Translation {
            lang,
            title: f.get("title"),
            translator: f.get("translator"),
            of: f.get("of"),
            body: body_of(file),
            private: Secrets::default(),
        };
        f.end();
        Some(translation)
    })
}

/// Parses a file's YAML and gives it to a decoder. A file with any error gives
/// no record: half a record must not be published.
pub(crate) fn decode_file<T>(
    file: &TextFile,
    decode: impl FnOnce(Value<'_>) -> Option<T>,
) -> (Option<T>, Vec<Problem>) {
    let node = match yaml::parse(file.front()) {
        Ok(Node::Null) => Node::Map(Vec::new()),
        Ok(node) => node,
        Err(error) => return (None, vec![syntax_problem(file, error)]),
    };
    let context = File::new(&file.path, file.front());
    report_duplicates(&node, &context);
    let record = decode(Value::top(&node, &context));
    let problems = context.into_problems();
    let record = record.filter(|_| problems.is_empty());
    (record, problems)
}

fn syntax_problem(file: &TextFile, error: yaml::SyntaxError) -> Problem {
    let place = error.offset.map_or(Place::File, |at| Place::Bytes {
        start: at,
        end: at + 1,
    });
    let mut problem = Problem::error(Arc::clone(&file.path), place, error.message);
    problem.hint = error.hint;
    problem
}

fn report_duplicates(node: &Node, file: &File<'_>) {
    for duplicate in node.duplicates() {
        let message = format!("the key `{}` stands here a second time", duplicate.route);
        let place = Place::Key(duplicate.route, duplicate.earlier);
        file.report(Problem::error(file.path(), place, message).hint("keep one of the two"));
    }
}

impl Records {
    fn add(&mut self, file: &TextFile, name: Name, record: Option<Record>) -> Option<Problem> {
        let path = Arc::clone(&file.path);
        if let Some(first) = self.known.get(&(name.kind, name.id.clone())) {
            return Some(
                Problem::error(
                    path,
                    Place::File,
                    format!("the id `{}` is already that of `{first}`", name.id),
                )
                .hint("give one of the two files another name")
                .rule("E13"),
            );
        }
        self.known
            .insert((name.kind, name.id.clone()), Arc::clone(&path));
        let id = name.id;
        match record? {
            Record::Prisoner(r) => drop(self.people.insert(id, (path, r))),
            Record::Removed(r) => drop(self.removed.insert(id, (path, r))),
            Record::Facility(r) => drop(self.facilities.insert(id, (path, *r))),
            Record::Service(r) => drop(self.services.insert(id, (path, *r))),
            Record::Organisation(r) => drop(self.organisations.insert(id, (path, *r))),
            Record::Case(r) => drop(self.cases.insert(id, (path, *r))),
            Record::Rules(r) => drop(self.rules.insert(id, (path, *r))),
            Record::LetterDay(r) => drop(self.calendar.insert(id, (path, *r))),
            Record::Page(r) => drop(self.pages.insert(id, (path, *r))),
        }
        None
    }

    fn translate(
        &mut self,
        file: &TextFile,
        name: &Name,
        translation: Translation,
    ) -> Option<Problem> {
        let path = &file.path;
        let error = |message: String, hint: &str| {
            Some(Problem::error(Arc::clone(path), Place::File, message).hint(hint))
        };
        let Some(original) = self.known.get(&(name.kind, name.id.clone())) else {
            let message = format!("there is no `{}.md` that this could translate", name.id);
            return error(
                message,
                "a translation stands beside its original, with the language before `.md`",
            );
        };
        if original.rsplit_once('/').map(|(folder, _)| folder)
            != path.rsplit_once('/').map(|(folder, _)| folder)
        {
            return error(
                format!("the original `{original}` stands in another folder"),
                "put both into one folder",
            );
        }
        if self.removed.contains_key(&name.id) && name.kind == Kind::Prisoner {
            return error(
                "this translates the page of a removed person".into(),
                "delete this file",
            )
            .map(|problem| problem.rule("E15"));
        }
        let first = self
            .config
            .as_ref()
            .and_then(|config| config.languages.first().cloned());
        let config = self.config.as_ref();
        let is_spoken = config.is_none_or(|config| config.languages.contains(&translation.lang));
        let unspoken = (!is_spoken).then(|| {
            let message = format!("the site has no language `{}`", translation.lang);
            Problem::warning(Arc::clone(path), Place::File, message)
                .hint("add it to `languages:` in `site.yaml`, or this text is shown nowhere")
        });
        let Parts {
            common,
            translations,
            ..
        } = self.parts(name)?;
        if common.lang.clone().or(first).as_ref() == Some(&translation.lang) {
            return error(
                format!(
                    "the original is itself in the language `{}`",
                    translation.lang
                ),
                "delete this file, or say the original's language with `lang:`",
            );
        }
        translations.reserve_exact(1);
        translations.push(translation);
        unspoken
    }

    fn parts(&mut self, name: &Name) -> Option<Parts<'_>> {
        fn of<'a, T: HasParts>(table: &'a mut Table<T>, id: &Id) -> Option<Parts<'a>> {
            table.get_mut(id).map(|(_, record)| record.parts())
        }
        match name.kind {
            Kind::Prisoner => of(&mut self.people, &name.id),
            Kind::Facility => of(&mut self.facilities, &name.id),
            Kind::Service => of(&mut self.services, &name.id),
            Kind::Organisation => of(&mut self.organisations, &name.id),
            Kind::Case => of(&mut self.cases, &name.id),
            Kind::Rules => of(&mut self.rules, &name.id),
            Kind::LetterDay => of(&mut self.calendar, &name.id),
            Kind::Page => of(&mut self.pages, &name.id),
        }
    }
}
