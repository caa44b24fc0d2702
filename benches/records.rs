//! The records of a site as plain values: what the floor builds from, and from
//! which the content of other generators is written.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_yaml::Value;
use walkdir::WalkDir;

/// The languages of a made-up site; the first is that of every original.
pub const LANGUAGES: [&str; 2] = ["ru", "en"];

/// A file, with its translation.
#[derive(Debug)]
pub struct Record {
    /// The folder: `people`, `facilities` and so on.
    pub kind: String,
    pub id: String,
    pub front: Value,
    body: String,
    translation: Option<String>,
}

/// What of somebody's timeline decides on the lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Filed {
    /// The last facility that the timeline names.
    pub facility: Option<String>,
    pub region: Option<String>,
    pub articles: BTreeSet<String>,
    /// The day of the last event.
    pub updated: String,
}

impl Record {
    /// The text in a language, or the original where there is no translation.
    pub fn body(&self, lang: &str) -> &str {
        let translation = self.translation.as_ref();
        translation
            .filter(|_| lang != LANGUAGES[0])
            .unwrap_or(&self.body)
    }

    /// The heading of its page.
    pub fn title(&self, lang: &str) -> String {
        let names = &self.front["names"];
        match text(&names["surname"], lang) {
            "" => match text(&self.front["title"], lang) {
                "" => text(&self.front["name"], lang).to_owned(),
                title => title.to_owned(),
            },
            surname => format!("{surname} {}", text(&names["given"], lang)),
        }
    }

    /// The lists on which a person stands.
    pub fn filed(&self, facilities: &HashMap<&str, &Record>) -> Filed {
        let mut filed = Filed::default();
        for event in items(&self.front["timeline"]) {
            text(&event["date"], "").clone_into(&mut filed.updated);
            let articles = items(&event["articles"]).iter();
            filed
                .articles
                .extend(articles.map(|article| slug(text(article, ""))));
            if let Some(facility) = event["facility"].as_str() {
                filed.facility = Some(facility.to_owned());
            }
        }
        let facility = filed.facility.as_deref().and_then(|id| facilities.get(id));
        filed.region = facility.map(|it| slug(text(&it.front["region"], "")));
        filed
    }
}

/// Every record of a site, sorted by kind and id.
pub fn read(site: &Path) -> io::Result<Vec<Record>> {
    let content = site.join("content");
    let mut originals: Vec<PathBuf> = WalkDir::new(&content)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| is_original(path))
        .collect();
    originals.sort();
    originals.par_iter().map(|file| record(file)).collect()
}

/// The facilities among them, by their ids.
pub fn facilities(records: &[Record]) -> HashMap<&str, &Record> {
    let facilities = records.iter().filter(|record| record.kind == "facilities");
    facilities
        .map(|record| (record.id.as_str(), record))
        .collect()
}

/// A text, in this language where there are several.
pub fn text<'a>(value: &'a Value, lang: &str) -> &'a str {
    value
        .as_str()
        .or_else(|| value.get(lang)?.as_str())
        .unwrap_or_default()
}

/// The items of a list, or none.
pub fn items(value: &Value) -> &[Value] {
    value.as_sequence().map_or(&[], Vec::as_slice)
}

/// What stands for an article or a region in a path.
fn slug(text: &str) -> String {
    text.replace("УК РФ ", "uk-rf-").to_lowercase()
}

fn is_original(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "md")
        && path
            .file_stem()
            .is_some_and(|stem| !stem.to_string_lossy().contains('.'))
}

fn record(file: &Path) -> io::Result<Record> {
    let name = |path: Option<&std::ffi::OsStr>| path.unwrap_or_default().display().to_string();
    let (front, body) = parts(file)?;
    let translation = file.with_extension(format!("{}.md", LANGUAGES[1]));
    Ok(Record {
        kind: name(file.parent().and_then(Path::file_name)),
        id: name(file.file_stem()),
        front,
        body,
        translation: parts(&translation).ok().map(|(_, body)| body),
    })
}

fn parts(file: &Path) -> io::Result<(Value, String)> {
    let text = fs::read_to_string(file)?;
    let inner = text.strip_prefix("---\n").unwrap_or(&text);
    let (front, body) = inner.split_once("---\n").unwrap_or((inner, ""));
    let front = serde_yaml::from_str(front).map_err(io::Error::other)?;
    Ok((front, body.to_owned()))
}
