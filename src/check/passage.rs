//! Passages: every text that readers can see, and where in the content it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::entry::Entry;
use super::folded::{self, fold};
use super::short_texts::{ShortText, ShortTexts, Words};
use crate::markdown::Target;
use crate::problem::{Place, Route};
use crate::record::{Body, Id, Kind, Lang};
use crate::site::Site;

/// A text that readers can see.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The record that it belongs to; none for `site.yaml`.
    pub owner: Option<(Kind, &'a Id)>,
    /// The file that it stands in.
    pub file: Arc<str>,
    /// The text as readers see it, folded.
    pub text: String,
    /// The people whom it may be about: its owner, those of a case, those whom it links to.
    pub people: Arc<BTreeSet<&'a Id>>,
    spot: Spot<'a>,
}

#[derive(Debug)]
enum Spot<'a> {
    Value(Route),
    Body(&'a Body),
}

impl Passage<'_> {
    /// Where a word of the folded text stands in the file: its bytes, else the
    /// first line of the body.
    #[must_use]
    pub fn place(&self, word: &str) -> Place {
        match &self.spot {
            Spot::Value(route) => Place::Value(route.clone()),
            Spot::Body(body) => {
                let found =
                    folded::find(body.text(), word).unwrap_or_else(|| first_line(body.text()));
                Place::Bytes {
                    start: body.offset + found.start,
                    end: body.offset + found.end,
                }
            }
        }
    }

    /// Whether it belongs to this person's own record.
    #[must_use]
    pub fn is_of(&self, person: &Id) -> bool {
        self.owner
            .is_some_and(|(kind, id)| kind == Kind::Prisoner && id == person)
    }

    /// The way to it, for a text of the front matter.
    #[must_use]
    pub fn route(&self) -> Option<&Route> {
        match &self.spot {
            Spot::Value(route) => Some(route),
            Spot::Body(_) => None,
        }
    }
}

fn first_line(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start().len();
    let end = text[start..]
        .find('\n')
        .map_or(text.len(), |length| start + length);
    start..end
}

/// Every text that readers can see and of which a rule wants to hear more, in the order of
/// the records. Few are: the others are gone as soon as they are read.
#[must_use]
pub fn passages<'a>(
    site: &'a Site,
    entries: &[Entry<'a>],
    is_wanted: impl Fn(&Passage<'a>) -> bool + Sync,
) -> Vec<Passage<'a>> {
    let nobody = Arc::default();
    let config = site.config.short_texts();
    let mut passages = Vec::new();
    for short in config {
        add_short(
            &mut passages,
            None,
            &Arc::from("content/site.yaml"),
            &short,
            &nobody,
        );
    }
    passages.retain(&is_wanted);
    passages.par_extend(entries.par_iter().flat_map_iter(|entry| {
        let all = of_entry(site, entry).into_iter();
        all.filter(&is_wanted)
    }));
    passages
}

fn of_entry<'a>(site: &'a Site, entry: &Entry<'a>) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    let people = Arc::new(people_of(site, entry));
    let own_name = |short: &&ShortText<'_>| short.is_name && entry.kind == Kind::Prisoner;
    for short in entry.short_texts().iter().filter(|short| !own_name(short)) {
        add_short(
            &mut passages,
            Some((entry.kind, entry.id)),
            entry.file,
            short,
            &people,
        );
    }
    add_bodies(&mut passages, site, entry, &people);
    passages
}

fn add_short<'a>(
    passages: &mut Vec<Passage<'a>>,
    owner: Option<(Kind, &'a Id)>,
    file: &Arc<str>,
    short: &ShortText<'_>,
    people: &Arc<BTreeSet<&'a Id>>,
) {
    let mut add = |route: Route, text: &str| {
        passages.push(Passage {
            owner,
            file: Arc::clone(file),
            text: fold(text),
            people: Arc::clone(people),
            spot: Spot::Value(route),
        });
    };
    match short.words {
        Words::Plain(text) => add(short.route.clone(), text),
        Words::Map(map) => {
            let languages: Vec<&Lang> = map.languages().collect();
            match languages[..] {
                [] => map.all().for_each(|text| add(short.route.clone(), text)),
                _ => languages.iter().zip(map.all()).for_each(|(lang, text)| {
                    add(short.route.clone().then(lang.as_str()), text);
                }),
            }
        }
    }
}

fn add_bodies<'a>(
    passages: &mut Vec<Passage<'a>>,
    site: &'a Site,
    entry: &Entry<'a>,
    people: &Arc<BTreeSet<&'a Id>>,
) {
    let raw: BTreeMap<&str, &Body> = std::iter::once(entry.body)
        .chain(
            entry
                .translations
                .iter()
                .map(|translation| &translation.body),
        )
        .map(|body| (&*body.file, body))
        .collect();
    let Some(bodies) = site.bodies(entry.kind, entry.id) else {
        return;
    };
    for rendered in &bodies.0 {
        let Some(body) = raw.get(&*rendered.file) else {
            continue;
        };
        let mut add = |text: &str, spot: Spot<'a>| {
            passages.push(Passage {
                owner: Some((entry.kind, entry.id)),
                file: Arc::clone(&rendered.file),
                text: fold(text),
                people: Arc::clone(people),
                spot,
            });
        };
        add(&rendered.rendered.text, Spot::Body(body));
        for (key, text) in [
            ("title", &rendered.title),
            ("translator", &rendered.translator),
        ] {
            if let Some(text) = text {
                add(text, Spot::Value(Route::key(key)));
            }
        }
    }
}

fn people_of<'a>(site: &'a Site, entry: &Entry<'a>) -> BTreeSet<&'a Id> {
    let mut people = BTreeSet::new();
    match entry.kind {
        Kind::Prisoner => drop(people.insert(entry.id)),
        Kind::Case => people.extend(site.lists.by_case.get(entry.id).into_iter().flatten()),
        _ => {}
    }
    let bodies = site
        .bodies(entry.kind, entry.id)
        .into_iter()
        .flat_map(|bodies| &bodies.0);
    for link in bodies.flat_map(|body| &body.rendered.links) {
        let Target::Record { page, .. } = &link.target else {
            continue;
        };
        let id = page
            .strip_prefix("people/")
            .and_then(|id| site.people.get_key_value(id));
        people.extend(id.map(|(id, _)| id));
    }
    people
}
