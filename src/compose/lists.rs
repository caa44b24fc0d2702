//! Lists of people: everybody, those who are free, of a region, of an article,
//! who read a language, and their parts by letter.

use super::desk::Desk;
use super::frame::Frame;
use super::listing::Ways;
use super::row::{end_of, row, rows};
use crate::plan::{Local, Part};
use crate::record::Id;
use crate::texts::Args;
use crate::view::{LetterLink, PeopleGroup, PeopleList, PersonRow, Phrase};
use crate::voice::{IndexKey, ListKey};

/// One page of a list that is nothing but a list.
pub(super) fn people(desk: &Desk<'_>, key: &ListKey, part: &Part) -> PeopleList {
    with_ways(desk, key, |ways| {
        let (heading, intro) = (heading(desk, key), intro(desk, key));
        let title = ways.title(&heading.text, part);
        let frame = Frame::titled(title).described(intro.clone());
        let frame = above(desk, key)
            .into_iter()
            .fold(frame, |frame, (href, text)| frame.below(href, text));
        let section = ways.listing.section(part);
        PeopleList {
            page: ways.below(frame, heading.clone(), part).page(desk),
            intro: intro.filter(|_| part.is_whole()),
            count: section.map_or(0, |section| number(section.count)),
            search: search(desk, key),
            letters: ways.letters(part),
            parts: ways.far_below(part),
            labels: super::labels::link(desk, key),
            groups: section
                .map(|section| groups(desk, key, &section.entries))
                .unwrap_or_default(),
            heading,
        }
    })
}

/// The search finds everybody, so it stands on the lists of everybody.
fn search(desk: &Desk<'_>, key: &ListKey) -> Option<String> {
    matches!(key, ListKey::People | ListKey::Released).then(|| desk.to(Local::Search))
}

/// The parts of a list, for a page that has it beside other things.
pub(super) fn letters(desk: &Desk<'_>, key: &ListKey) -> Vec<LetterLink> {
    with_ways(desk, key, |ways| ways.letters(&Part::whole()))
}

/// Ways by letter to a list from the home page, from which everybody on it is two steps away.
pub(super) fn ways_in(desk: &Desk<'_>, key: &ListKey) -> Vec<LetterLink> {
    with_ways(desk, key, |ways| ways.ways_in())
}

fn with_ways<T>(desk: &Desk<'_>, key: &ListKey, make: impl FnOnce(&Ways<'_, Id>) -> T) -> T {
    make(&Ways {
        desk,
        listing: &desk.voice.listings[key],
        local: &|part| Local::List(key.clone(), part),
    })
}

/// What a list is called.
pub(super) fn heading(desk: &Desk<'_>, key: &ListKey) -> Phrase {
    match key {
        ListKey::People => desk.say("list-people").into(),
        ListKey::Released => desk.say("list-released").into(),
        ListKey::Writable => desk.say("list-write").into(),
        ListKey::FewLetters => desk.say("list-few-letters").into(),
        ListKey::Language(lang) => {
            let args = Args::new().with("language", desk.voice.language_name(lang));
            desk.texts().say_with("list-of-language", &args).into()
        }
        ListKey::Topic(topic) => {
            let args = Args::new().with("topic", desk.word("topic", topic.as_str()));
            desk.texts().say_with("list-of-topic", &args).into()
        }
        ListKey::Birthday(month, day) => {
            let args = Args::new().with("day", desk.texts().day_month(*month, *day));
            desk.texts().say_with("birthdays-of-day", &args).into()
        }
        ListKey::Region(code) => desk.region_name(code),
        ListKey::Article(slug) => {
            let article = desk.site().lists.by_article.get(slug);
            desk.words(article.map_or(slug, |(name, _)| name))
        }
        ListKey::Facility(id) => {
            let facility = desk.facility(id);
            facility.map_or_else(|| id.as_str().into(), |named| named.name)
        }
        ListKey::Case(id) => {
            let case = desk.case(id);
            case.map_or_else(|| id.as_str().into(), |named| named.name)
        }
    }
}

/// What to know about a list.
fn intro(desk: &Desk<'_>, key: &ListKey) -> Option<String> {
    let id = match key {
        ListKey::People => "list-people-intro",
        ListKey::Released => "list-released-intro",
        ListKey::FewLetters => "list-few-letters-intro",
        ListKey::Writable | ListKey::Language(_) | ListKey::Topic(_) => "list-write-intro",
        _ => return None,
    };
    Some(desk.say(id))
}

/// The index in which a list stands.
fn above(desk: &Desk<'_>, key: &ListKey) -> Option<(String, String)> {
    let index = match key {
        ListKey::Region(_) => IndexKey::Regions,
        ListKey::Article(_) => IndexKey::Articles,
        ListKey::Facility(_) => IndexKey::Facilities,
        ListKey::Case(_) => IndexKey::Cases,
        ListKey::Language(_) => IndexKey::Languages,
        ListKey::Topic(_) => IndexKey::Topics,
        ListKey::Birthday(month, _) => {
            let name = desk.texts().month_name(*month);
            return Some((desk.to(Local::BirthdayMonth(*month)), name));
        }
        ListKey::People | ListKey::Released | ListKey::Writable | ListKey::FewLetters => {
            return None;
        }
    };
    Some((desk.to_index(index), desk.say(&index.text())))
}

fn groups(desk: &Desk<'_>, key: &ListKey, people: &[Id]) -> Vec<PeopleGroup> {
    let people = match key {
        ListKey::Released => released(desk, people),
        _ => rows(desk, people),
    };
    let group = |people| PeopleGroup {
        heading: None,
        people,
    };
    Some(people)
        .filter(|people| !people.is_empty())
        .map(group)
        .into_iter()
        .collect()
}

fn released(desk: &Desk<'_>, people: &[Id]) -> Vec<PersonRow> {
    let people = people.iter().filter_map(|id| desk.site().people.get(id));
    let line = |person| PersonRow {
        date: end_of(person).map(|date| desk.date(date)),
        ..row(desk, person)
    };
    people.map(line).collect()
}

/// A count as views hold it.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
