//! The plan: the whole output as data, a sorted list of paths and what each is.
//!
//! Everything else follows from it: what is built anew, what is removed, what a
//! dry run says, and which pages a link may lead to.

mod cut;
mod listing;
mod lists;
mod output;
mod part;
mod paths;
mod spelling;
mod unlinked;

use std::sync::Arc;

use rayon::prelude::*;

pub use cut::{Entry, Room, cut};
pub use listing::{Listing, Section};
pub use lists::{index_keys, label_keys, list_keys};
pub use output::{Local, Output, Script, SearchFile};
pub use part::Part;
pub use paths::{PersonPage, Subject, path_of, people_at, person_page, search_name, subject_of};
pub use spelling::Spelling;
pub use unlinked::{on_page as files_on_page, unlinked};

use crate::fit::fit;
use crate::output::{Clash, Item, Plan, SitePath};
use crate::problem::{Place, Problem};
use crate::record::{Id, Kind};
use crate::search::Index;
use crate::site::{Person, Site};
use crate::voice::Voice;

/// Plans every file of the site.
///
/// # Errors
///
/// When two outputs would have one path.
pub fn plan(site: &Site, voices: &[Voice], search: &Index) -> Result<Plan<Output>, Vec<Problem>> {
    let outputs = outputs(site, voices, search);
    let mut items = Vec::with_capacity(outputs.len());
    let mut problems = Vec::new();
    let paths: Vec<_> = outputs
        .par_iter()
        .map(|it| SitePath::new(&path_of(it)))
        .collect();
    for (output, path) in outputs.into_iter().zip(paths) {
        match path {
            Ok(path) => items.push(Item { path, kind: output }),
            Err(bad) => problems.push(Problem::error("content", Place::File, bad.to_string())),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Plan::new(items).map_err(|clashes| clashes.iter().map(clash).collect())
}

fn clash(clash: &Clash<Output>) -> Problem {
    Problem::error("content", Place::File, clash.to_string())
        .hint("rename one of the records behind them, or take out a `formerly`")
}

fn outputs(site: &Site, voices: &[Voice], search: &Index) -> Vec<Output> {
    let mut outputs = vec![Output::Languages, Output::NotFound, Output::PeopleJson];
    outputs.push(Output::Script(Script::Search));
    outputs.extend(pictures(site));
    outputs.extend(envelopes(site));
    if site.people.values().any(Person::has_sheet) {
        outputs.push(Output::Script(Script::Paper));
    }
    for voice in voices {
        let lang = &voice.lang;
        outputs.push(Output::Feed(lang.clone()));
        // A calendar without a day is none.
        if !site.calendar.is_empty() {
            outputs.push(Output::LetterDays(lang.clone()));
        }
        if site.has_birthdays() {
            outputs.push(Output::BirthdayDays(lang.clone()));
        }
        outputs.extend(search_files(search).map(|file| Output::Search(lang.clone(), file)));
        outputs.extend(
            locals(site, voice)
                .into_iter()
                .map(|local| Output::Page(lang.clone(), local)),
        );
    }
    if site.signing.newest().is_some() {
        outputs.extend([Output::Worker, Output::Script(Script::Keep)]);
        outputs.extend((1..=unlinked::pages(&outputs)).map(Output::Files));
    }
    outputs
}

fn search_files(search: &Index) -> impl Iterator<Item = SearchFile> {
    let lists = search.lists.keys().cloned().map(SearchFile::List);
    let shards = search.shards.iter().map(|shard| Arc::clone(&shard.prefix));
    lists.chain(shards.map(SearchFile::Shard))
}

/// Portraits of people who are published, and pictures that bodies may show.
fn pictures(site: &Site) -> Vec<Output> {
    let portrait = |person: &Person| {
        let portrait = site.portrait(person)?;
        let newer = portrait.newer.into_iter();
        let newer = newer.map(|file| Output::photo_source(&person.id, file));
        let all = std::iter::once(Output::photo(&person.id, portrait.file)).chain(newer);
        Some(all.collect::<Vec<_>>())
    };
    let images = site
        .pictures
        .keys()
        .filter(|path| path.starts_with("content/images/"));
    site.people
        .values()
        .filter_map(portrait)
        .flatten()
        .chain(images.map(|path| Output::Image(path.clone())))
        .collect()
}

/// Envelopes for those whose address is shown.
fn envelopes(site: &Site) -> impl Iterator<Item = Output> + '_ {
    let of = |person| {
        let formats = site.formats(person);
        formats.map(|format| Output::Envelope(format, person.id.clone()))
    };
    site.people.values().flat_map(of)
}

fn locals(site: &Site, voice: &Voice) -> Vec<Local> {
    let mut pages = vec![
        Local::Home,
        Local::Birthdays,
        Local::Calendar,
        Local::Search,
    ];
    pages.extend((1..=12).map(Local::BirthdayMonth));
    pages.extend(people(site, voice));
    pages.extend(site.services.keys().cloned().map(Local::Service));
    pages.extend(site.organisations.keys().cloned().map(Local::Organisation));
    pages.extend(site.rules.keys().cloned().map(Local::Rules));
    pages.extend(site.pages.keys().cloned().map(Local::Text));
    for (key, listing) in &voice.listings {
        pages.extend(listing.parts().map(|part| Local::List(key.clone(), part)));
    }
    for (key, listing) in &voice.indexes {
        pages.extend(listing.parts().map(|part| Local::Index(*key, part)));
    }
    for (key, listing) in &voice.labels {
        pages.extend(listing.parts().map(|part| Local::Labels(key.clone(), part)));
    }
    pages.extend(moved(site));
    if site.signing.newest().is_some() {
        pages.extend([Local::Verify, Local::Check, Local::Mirrors, Local::Keep]);
    }
    pages
}

fn people(site: &Site, voice: &Voice) -> impl Iterator<Item = Local> {
    let profiles = site.people.keys().cloned().map(Local::Profile);
    let sheets = site.people.values().filter(|person| person.has_sheet());
    let sheets = sheets.map(|person| Local::Sheet(person.id.clone()));
    let continues = |person: &&Person| fit(site, person, voice).continues();
    let stories: Vec<&Person> = site
        .people
        .par_iter()
        .map(|(_, it)| it)
        .filter(continues)
        .collect();
    let stories = stories
        .into_iter()
        .map(|person| Local::Story(person.id.clone()));
    let removed = site
        .removed
        .iter()
        .filter(|(_, (_, removed))| removed.leaves_page);
    profiles
        .chain(stories)
        .chain(sheets)
        .chain(removed.map(|(id, _)| Local::Removed(id.clone())))
}

/// A page at each old path. A minor's old id may be a name: it leaves none.
fn moved(site: &Site) -> Vec<Local> {
    let mut pages = Vec::new();
    macro_rules! add {
        ($kind:expr, $table:expr) => {
            for (id, (_, record)) in &$table {
                add_moved(&mut pages, $kind, id, &record.common.formerly);
            }
        };
    }
    for (id, person) in site
        .people
        .iter()
        .filter(|(_, person)| !person.derived.minor_protected)
    {
        add_moved(
            &mut pages,
            Kind::Prisoner,
            id,
            &person.record.common.formerly,
        );
    }
    add!(Kind::Facility, site.facilities);
    add!(Kind::Service, site.services);
    add!(Kind::Organisation, site.organisations);
    add!(Kind::Case, site.cases);
    add!(Kind::Rules, site.rules);
    add!(Kind::Page, site.pages);
    pages
}

fn add_moved(pages: &mut Vec<Local>, kind: Kind, to: &Id, formerly: &[Id]) {
    let page = |from: &Id| Local::Moved {
        kind,
        from: from.clone(),
        to: to.clone(),
    };
    pages.extend(formerly.iter().map(page));
}
