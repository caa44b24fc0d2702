//! Where each output stands, and what a path tells of people. A path follows from
//! language, kind and id alone: a transfer, a new title or a verdict moves no page.

use std::collections::BTreeSet;

use super::{Local, Output, Part, Script, SearchFile};
use crate::record::{Id, Kind, Lang};
use crate::voice::ListKey;

/// The path of an output, relative to the site's root. (Every link asks for one, and joining
/// is several times as fast as formatting.)
#[must_use]
pub fn path_of(output: &Output) -> String {
    match output {
        Output::Languages => "index.html".into(),
        Output::NotFound => "404.html".into(),
        Output::PeopleJson => "people.json".into(),
        Output::Photo(id, _, kind) | Output::PhotoSource(id, _, kind) => {
            ["photos/", id.as_str(), ".", kind.extension()].concat()
        }
        Output::Image(file) => file.strip_prefix("content/").unwrap_or(file).to_owned(),
        Output::Feed(lang) => [folder(lang), "/feed.xml"].concat(),
        Output::LetterDays(lang) => [folder(lang), "/calendar.ics"].concat(),
        Output::BirthdayDays(lang) => [folder(lang), "/birthdays.ics"].concat(),
        Output::Envelope(format, id) => {
            ["paper/", format.as_str(), "/", id.as_str(), ".html"].concat()
        }
        Output::Files(1) => "files.html".into(),
        Output::Files(page) => format!("files-{page}.html"),
        Output::Worker => "sw.js".into(),
        Output::Script(Script::Keep) => "keep.js".into(),
        Output::Script(Script::Search) => "search.js".into(),
        Output::Search(lang, file) => {
            [folder(lang), "/search/", &search_name(file), ".js"].concat()
        }
        Output::Script(Script::Paper) => "paper.js".into(),
        Output::Page(lang, local) => [folder(lang), "/", &local_path(local)].concat(),
    }
}

/// A language's folder: its code, in lower case.
fn folder(lang: &Lang) -> &str {
    lang.as_str()
}

fn local_path(local: &Local) -> String {
    let record = |kind: Kind, id: &Id| [kind.folder(), "/", id.as_str(), ".html"].concat();
    match local {
        Local::Home => "index.html".into(),
        Local::Profile(id) | Local::Removed(id) => record(Kind::Prisoner, id),
        Local::Story(id) => ["people/", id.as_str(), "-story.html"].concat(),
        Local::Moved { kind, from, .. } => record(*kind, from),
        Local::Sheet(id) => ["paper/", id.as_str(), ".html"].concat(),
        Local::Service(id) => record(Kind::Service, id),
        Local::Organisation(id) => record(Kind::Organisation, id),
        Local::Rules(id) => record(Kind::Rules, id),
        Local::Text(id) => record(Kind::Page, id),
        Local::Birthdays => "birthdays/index.html".into(),
        Local::BirthdayMonth(month) => format!("birthdays/{month:02}.html"),
        Local::Calendar => "calendar/index.html".into(),
        Local::Search => "search.html".into(),
        Local::Verify => "verify.html".into(),
        Local::Check => "check.html".into(),
        Local::Mirrors => "mirrors.html".into(),
        Local::Keep => "keep.html".into(),
        Local::List(key, part) => list_path(key, part),
        Local::Index(key, part) => first_or_part(key.folder(), part),
        Local::Labels(key, part) => ["labels/", &list_path(key, part)].concat(),
    }
}

/// A list that has a folder of its own.
fn first_or_part(folder: &str, part: &Part) -> String {
    match part.is_whole() {
        true => [folder, "/index.html"].concat(),
        false => format!("{folder}/{part}.html"),
    }
}

/// The name of a file of a search index, which it also says itself. With `p` before the
/// letters, none is a name that Windows reserves.
#[must_use]
pub fn search_name(file: &SearchFile) -> String {
    let (kind, prefix) = match file {
        SearchFile::List(prefix) => ("list", prefix),
        SearchFile::Shard(prefix) => ("p", prefix),
    };
    match prefix.is_empty() {
        true => kind.into(),
        false => format!("{kind}-{prefix}"),
    }
}

fn list_path(key: &ListKey, part: &Part) -> String {
    let below = |folder: &str, name: &str| match part.is_whole() {
        true => [folder, "/", name, ".html"].concat(),
        false => format!("{folder}/{name}-{part}.html"),
    };
    match key {
        ListKey::People => first_or_part("people", part),
        ListKey::Released => first_or_part("released", part),
        ListKey::Writable => first_or_part("write", part),
        ListKey::FewLetters => first_or_part("few-letters", part),
        ListKey::Language(lang) => below("languages", lang.as_str()),
        ListKey::Topic(topic) => below("interests", topic.as_str()),
        ListKey::Birthday(month, day) => below("birthdays", &format!("{month:02}-{day:02}")),
        ListKey::Facility(id) => below("facilities", id.as_str()),
        ListKey::Case(id) => below("cases", id.as_str()),
        ListKey::Region(code) => below("regions", &code.to_lowercase()),
        ListKey::Article(slug) => below("articles", slug),
    }
}

/// A person's page, as its path names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonPage {
    /// The language of the folder, which need not be one of the site's today;
    /// an envelope has none.
    pub lang: Option<Lang>,
    /// The person; of a story, the person's id with `-story` after it.
    pub id: Id,
}

/// Whose page stands at a path of a tree: a profile, a story, a tombstone, a
/// link to a new path, a sheet or an envelope. Lists are nobody's: no id is like
/// their names.
#[must_use]
pub fn person_page(path: &str) -> Option<PersonPage> {
    let parts: Vec<&str> = path.split('/').collect();
    let [folder, inner, page] = parts[..] else {
        return None;
    };
    let lang = Lang::parse(folder).filter(|_| matches!(inner, "people" | "paper"));
    if lang.is_none() && folder != "paper" {
        return None;
    }
    let id = Id::parse(page.strip_suffix(".html")?)?;
    Some(PersonPage { lang, id })
}

/// Everybody of whom a tree has a page, in whatever language. Stories are not
/// people, where the person stands beside them.
pub fn people_at<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<Id> {
    let pages: BTreeSet<PersonPage> = paths.filter_map(person_page).collect();
    let is_story = |page: &PersonPage| {
        let person = page.id.as_str().strip_suffix("-story").and_then(Id::parse);
        person.is_some_and(|id| {
            let lang = page.lang.clone();
            pages.contains(&PersonPage { lang, id })
        })
    };
    let people = pages.iter().filter(|page| !is_story(page));
    people.map(|page| page.id.clone()).collect()
}

/// What a path of a site tells of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A person's profile, story, sheet or envelope, or what is left of one, with the id.
    Person(&'a str),
    /// A list of people.
    People,
    /// A photo of a person.
    Photo,
    /// A picture in a text.
    Image,
}

/// What a path tells of people; none for a page about something else.
///
/// It is the other way round of [`path_of`]: no id is like the name of a list.
#[must_use]
pub fn subject_of(path: &str) -> Option<Subject<'_>> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["photos", _] => Some(Subject::Photo),
        ["images", ..] => Some(Subject::Image),
        // An envelope, whatever formats there will be.
        ["paper", _, page] => page.strip_suffix(".html").map(Subject::Person),
        [lang, "paper", page] if Lang::parse(lang).is_some() => {
            page.strip_suffix(".html").map(Subject::Person)
        }
        [lang, "labels", ..] if Lang::parse(lang).is_some() => Some(Subject::People),
        [lang, folder @ ("people" | "released"), page] if Lang::parse(lang).is_some() => {
            let name = page.strip_suffix(".html")?;
            if folder == "released" || Id::parse(name).is_none() {
                return Some(Subject::People);
            }
            Some(Subject::Person(name.strip_suffix("-story").unwrap_or(name)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::EnvelopeFormat;
    use crate::voice::IndexKey;

    fn path(local: Local) -> String {
        path_of(&Output::Page(Lang::parse("zh-hant").unwrap(), local))
    }

    #[test]
    fn a_path_says_whose_page_it_is_in_any_language() {
        let id = Id::parse("anna").unwrap();
        let (from, to) = (id.clone(), Id::parse("other").unwrap());
        let kind = Kind::Prisoner;
        for local in [
            Local::Profile(id.clone()),
            Local::Removed(id.clone()),
            Local::Sheet(id.clone()),
            Local::Moved { kind, from, to },
        ] {
            let page = person_page(&path(local)).unwrap();
            let lang = Lang::parse("zh-hant");
            assert_eq!((page.lang, page.id), (lang, id.clone()));
        }
        let envelope = path_of(&Output::Envelope(EnvelopeFormat::C6, id.clone()));
        assert_eq!(envelope, "paper/c6/anna.html");
        let page = person_page(&envelope).unwrap();
        assert_eq!((page.lang, page.id), (None, id.clone()));
        let story = person_page(&path(Local::Story(id))).unwrap();
        assert_eq!(story.id.as_str(), "anna-story");
    }

    #[test]
    fn lists_and_other_records_are_nobodys_page() {
        let id = Id::parse("anna").unwrap();
        let part = Part(vec![3, 11]);
        for local in [
            Local::List(ListKey::People, Part::whole()),
            Local::List(ListKey::People, part.clone()),
            Local::List(ListKey::Case(id.clone()), part.clone()),
            Local::Labels(ListKey::People, part.clone()),
            Local::Labels(ListKey::Case(id.clone()), part),
            Local::Service(id.clone()),
            Local::Text(id),
            Local::Home,
        ] {
            let path = path(local);
            assert_eq!(person_page(&path), None, "{path}");
        }
        for path in [
            "people.json",
            "r/1/people/anna.html",
            "bundle/people/anna.html",
            "ru/people/anna.png",
            "ru/people/more/anna.html",
            "people/anna.html",
        ] {
            assert_eq!(person_page(path), None, "{path}");
        }
    }

    #[test]
    fn a_story_is_nobody_beside_its_person_and_somebody_alone() {
        let people = |paths: &[&str]| {
            let ids = people_at(paths.iter().copied()).into_iter();
            ids.map(|id| id.to_string()).collect::<Vec<_>>()
        };
        let story = "ru/people/anna-story.html";
        assert_eq!(people(&["ru/people/anna.html", story]), ["anna"]);
        assert_eq!(
            people(&["en/people/anna.html", story]),
            ["anna", "anna-story"]
        );
        assert_eq!(people(&[story, "ru/people/index.html"]), ["anna-story"]);
    }

    #[test]
    fn a_path_tells_of_people_what_its_output_does() {
        let (ru, id) = (Lang::parse("ru").unwrap(), |id| Id::parse(id).unwrap());
        let page = |local| path_of(&Output::Page(ru.clone(), local));
        for name in ["anna", "letter-ivan", "2024-01"] {
            for path in [
                page(Local::Profile(id(name))),
                page(Local::Removed(id(name))),
                page(Local::Story(id(name))),
                page(Local::Sheet(id(name))),
                path_of(&Output::Envelope(EnvelopeFormat::Dl, id(name))),
            ] {
                assert_eq!(subject_of(&path), Some(Subject::Person(name)), "{path}");
            }
        }
        for key in [ListKey::People, ListKey::Released] {
            for part in [vec![], vec![3], vec![3, 11], vec![120]] {
                let path = page(Local::List(key.clone(), Part(part)));
                assert_eq!(subject_of(&path), Some(Subject::People), "{path}");
                let labels = format!("ru/labels/{}", &path["ru/".len()..]);
                assert_eq!(subject_of(&labels), Some(Subject::People), "{labels}");
            }
        }
        for path in [
            page(Local::Home),
            page(Local::Index(IndexKey::Cases, Part::whole())),
            "people.json".into(),
        ] {
            assert_eq!(subject_of(&path), None, "{path}");
        }
    }
}
