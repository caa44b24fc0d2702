//! Where each output stands, and what a path tells of people. A path follows from
//! language, kind and id alone: a transfer, a new title or a verdict moves no page.

use super::{Local, Output, Part, Script};
use crate::record::{Id, Kind, Lang};
use crate::voice::ListKey;

/// The path of an output, relative to the site's root.
#[must_use]
pub fn path_of(output: &Output) -> String {
    match output {
        Output::Languages => "index.html".into(),
        Output::NotFound => "404.html".into(),
        Output::PeopleJson => "people.json".into(),
        Output::Photo(id, _, kind) => format!("photos/{id}.{}", kind.extension()),
        Output::Image(file) => file.strip_prefix("content/").unwrap_or(file).to_owned(),
        Output::Feed(lang) => format!("{}/feed.xml", folder(lang)),
        Output::Files(1) => "files.html".into(),
        Output::Files(page) => format!("files-{page}.html"),
        Output::Worker => "sw.js".into(),
        Output::Script(Script::Keep) => "keep.js".into(),
        Output::Page(lang, local) => format!("{}/{}", folder(lang), local_path(local)),
    }
}

/// A language's folder: its code, in lower case.
fn folder(lang: &Lang) -> &str {
    lang.as_str()
}

fn local_path(local: &Local) -> String {
    let record = |kind: Kind, id: &Id| format!("{}/{id}.html", kind.folder());
    match local {
        Local::Home => "index.html".into(),
        Local::Profile(id) | Local::Removed(id) => record(Kind::Prisoner, id),
        Local::Story(id) => format!("people/{id}-story.html"),
        Local::Moved { kind, from, .. } => record(*kind, from),
        Local::Facilities => "facilities/index.html".into(),
        Local::Services => "services/index.html".into(),
        Local::Service(id) => record(Kind::Service, id),
        Local::Organisations => "organisations/index.html".into(),
        Local::Organisation(id) => record(Kind::Organisation, id),
        Local::Cases => "cases/index.html".into(),
        Local::Countries => "rules/index.html".into(),
        Local::Rules(id) => record(Kind::Rules, id),
        Local::Text(id) => record(Kind::Page, id),
        Local::Regions => "regions/index.html".into(),
        Local::Articles => "articles/index.html".into(),
        Local::Birthdays => "birthdays/index.html".into(),
        Local::BirthdayMonth(month) => format!("birthdays/{month:02}.html"),
        Local::Calendar => "calendar/index.html".into(),
        Local::Verify => "verify.html".into(),
        Local::Mirrors => "mirrors.html".into(),
        Local::Keep => "keep.html".into(),
        Local::List(key, part) => list_path(key, part),
    }
}

fn list_path(key: &ListKey, part: &Part) -> String {
    let below = |folder: &str, name: &str| match part.is_whole() {
        true => format!("{folder}/{name}.html"),
        false => format!("{folder}/{name}-{part}.html"),
    };
    let alone = |folder: &str| match part.is_whole() {
        true => format!("{folder}/index.html"),
        false => format!("{folder}/{part}.html"),
    };
    match key {
        ListKey::People => alone("people"),
        ListKey::Released => alone("released"),
        ListKey::Facility(id) => below("facilities", id.as_str()),
        ListKey::Case(id) => below("cases", id.as_str()),
        ListKey::Region(code) => below("regions", &code.to_lowercase()),
        ListKey::Article(slug) => below("articles", slug),
    }
}

/// What a path of a site tells of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A person's profile or story, or what is left of one, with the id.
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
/// It is the other way round of [`path_of`], and of it alone: an id such as
/// `letter-ivan` is a person, and `letter-03` a part of a list.
#[must_use]
pub fn subject_of(path: &str) -> Option<Subject<'_>> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["photos", _] => Some(Subject::Photo),
        ["images", ..] => Some(Subject::Image),
        [lang, "people" | "released", page] if Lang::parse(lang).is_some() => {
            let name = page.strip_suffix(".html")?;
            if is_list(name) {
                return Some(Subject::People);
            }
            let id = name.strip_suffix("-story").unwrap_or(name);
            (parts[1] == "people").then_some(Subject::Person(id))
        }
        _ => None,
    }
}

/// `index`, or a part of a list as [`Part`] is written.
fn is_list(name: &str) -> bool {
    let is_place =
        |text: &str| text.len() >= 2 && text.parse().is_ok_and(|n: u16| format!("{n:02}") == text);
    let places = name.strip_prefix("letter-");
    name == "index" || places.is_some_and(|places| places.split('-').all(is_place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_of_people_what_its_output_does() {
        let (ru, id) = (Lang::parse("ru").unwrap(), |id| Id::parse(id).unwrap());
        let page = |local| path_of(&Output::Page(ru.clone(), local));
        for name in ["anna", "letter-ivan", "2024-01"] {
            for path in [
                page(Local::Profile(id(name))),
                page(Local::Removed(id(name))),
                page(Local::Story(id(name))),
            ] {
                assert_eq!(subject_of(&path), Some(Subject::Person(name)), "{path}");
            }
        }
        for key in [ListKey::People, ListKey::Released] {
            for part in [vec![], vec![3], vec![3, 11], vec![120]] {
                let path = page(Local::List(key.clone(), Part(part)));
                assert_eq!(subject_of(&path), Some(Subject::People), "{path}");
            }
        }
        for path in [page(Local::Home), page(Local::Cases), "people.json".into()] {
            assert_eq!(subject_of(&path), None, "{path}");
        }
    }
}
