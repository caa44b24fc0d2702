//! Lists of people: everybody, those who are free, of a region, of an article,
//! and their parts by letter.

use super::desk::Desk;
use super::frame::Frame;
use super::row::{row, rows};
use crate::plan::{Listing, Local, Part, Section};
use crate::view::{LetterLink, PeopleGroup, PeopleList, Phrase};
use crate::voice::ListKey;

/// One page of a list that is nothing but a list.
pub(super) fn people(desk: &Desk<'_>, key: &ListKey, part: &Part) -> PeopleList {
    let (heading, intro) = heading(desk, key);
    let listing = &desk.voice.listings[key];
    let title = title(&heading.text, listing.section(part));
    let mut frame = Frame::titled(title).described(intro.clone());
    if let Some((href, text)) = above(desk, key) {
        frame = frame.below(href, text);
    }
    if !part.is_whole() {
        frame = frame.below(desk.to_list(key.clone()), heading.clone());
    }
    let section = listing.section(part);
    PeopleList {
        page: frame.page(desk),
        heading,
        intro: intro.filter(|_| part.is_whole()),
        count: section.map_or(0, |section| number(section.count)),
        letters: letters(desk, key, listing, part),
        labels: super::labels::link(desk, key),
        groups: section
            .map(|section| groups(desk, key, section))
            .unwrap_or_default(),
    }
}

fn title(heading: &str, section: Option<&Section>) -> String {
    match section {
        Some(section) if !section.letters.is_empty() => format!("{heading}: {}", section.letters),
        _ => heading.to_owned(),
    }
}

/// What a list is called, and what to know about it.
pub(super) fn heading(desk: &Desk<'_>, key: &ListKey) -> (Phrase, Option<String>) {
    let site = desk.site();
    match key {
        ListKey::People => (
            desk.say("list-people").into(),
            Some(desk.say("list-people-intro")),
        ),
        ListKey::Released => (
            desk.say("list-released").into(),
            Some(desk.say("list-released-intro")),
        ),
        ListKey::Region(code) => (super::indexes::region_name(desk, code), None),
        ListKey::Article(slug) => {
            let name = site
                .lists
                .by_article
                .get(slug)
                .map_or(slug.as_str(), |(name, _)| name);
            (desk.words(name), None)
        }
        ListKey::Facility(id) => (
            desk.facility(id)
                .map_or_else(|| id.as_str().into(), |named| named.name),
            None,
        ),
        ListKey::Case(id) => (
            desk.case(id)
                .map_or_else(|| id.as_str().into(), |named| named.name),
            None,
        ),
    }
}

/// The index in which a list stands.
fn above(desk: &Desk<'_>, key: &ListKey) -> Option<(String, String)> {
    match key {
        ListKey::People | ListKey::Released => None,
        ListKey::Region(_) => Some((desk.to(Local::Regions), desk.say("list-regions"))),
        ListKey::Article(_) => Some((desk.to(Local::Articles), desk.say("list-articles"))),
        ListKey::Facility(_) => Some((desk.to(Local::Facilities), desk.say("list-facilities"))),
        ListKey::Case(_) => Some((desk.to(Local::Cases), desk.say("list-cases"))),
    }
}

/// The ways to the parts of a list: those below this one, else beside it.
pub(super) fn letters(
    desk: &Desk<'_>,
    key: &ListKey,
    listing: &Listing,
    part: &Part,
) -> Vec<LetterLink> {
    let to = |section: &Section| desk.to(Local::List(key.clone(), section.part.clone()));
    links(listing, part, &to)
}

/// The same for whatever stands at the parts of a list.
pub(super) fn links(
    listing: &Listing,
    part: &Part,
    to: &dyn Fn(&Section) -> String,
) -> Vec<LetterLink> {
    let below = listing.below(part).next().is_some();
    let around = if below || part.is_whole() {
        part.clone()
    } else {
        Part(part.0[..part.0.len() - 1].to_vec())
    };
    let link = |section: &Section| LetterLink {
        text: section.letters.clone(),
        href: Some(to(section)),
        current: section.part == *part,
    };
    listing.below(&around).map(link).collect()
}

/// The people of a page; a whole list that fits is grouped by first letter.
fn groups(desk: &Desk<'_>, key: &ListKey, section: &Section) -> Vec<PeopleGroup> {
    let people = match key {
        ListKey::Released => released(desk, section),
        _ => rows(desk, &section.people),
    };
    if people.is_empty() {
        Vec::new()
    } else {
        vec![PeopleGroup {
            heading: None,
            people,
        }]
    }
}

fn released(desk: &Desk<'_>, section: &Section) -> Vec<crate::view::PersonRow> {
    let people = section
        .people
        .iter()
        .filter_map(|id| desk.site().people.get(id));
    let line = |person| crate::view::PersonRow {
        date: super::row::end_of(person).map(|date| desk.date(date)),
        ..row(desk, person)
    };
    people.map(line).collect()
}

/// A count as views hold it.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
