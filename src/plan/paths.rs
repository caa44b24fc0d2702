//! Where each output stands. A path follows from language, kind and id alone:
//! a transfer, a new title or a verdict moves no page.

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
        Output::LetterDays(lang) => format!("{}/calendar.ics", folder(lang)),
        Output::BirthdayDays(lang) => format!("{}/birthdays.ics", folder(lang)),
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
