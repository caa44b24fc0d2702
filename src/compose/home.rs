//! The home page: whom to write to today. With the pages of months it is the
//! only one that changes with the calendar.

use jiff::ToSpan;

use super::calendar;
use super::desk::Desk;
use super::frame::Frame;
use super::lists::number;
use super::profile::began;
use super::row::{dated, mark, row};
use crate::plan::Local;
use crate::record::Mail;
use crate::site::Person;
use crate::view::{Date, Home, IndexItem, Mark, PersonRow};
use crate::voice::ListKey;

/// How many people each part of the home page shows.
const SHOWN: usize = 8;
/// How many of the next letter dates.
const DATES: usize = 3;

/// The home page of a language.
pub(super) fn home(desk: &Desk<'_>) -> Home {
    let site = desk.site();
    let people: Vec<&Person> = site.people.values().collect();
    let held = people
        .iter()
        .filter(|person| !person.derived.folded.custody.is_over())
        .count();
    let writable = people
        .iter()
        .filter(|person| mark(person) == Mark::Yes)
        .count();
    let title = desk.phrase(&site.config.title);
    let description = desk.phrase_of(site.config.description.as_ref());
    let in_head = description.as_ref().map(|words| words.text.clone());
    let frame = Frame::titled(title.text.clone()).described(in_head);
    let mut page = frame.bare().page(desk);
    page.mirrors = site.signing.newest().map(|_| desk.to(Local::Mirrors));
    Home {
        page,
        heading: title,
        description,
        people: number(held),
        writable: number(writable),
        few_letters: few_letters(desk, &people),
        birthdays: birthdays(desk, &people),
        new: new(desk, &people),
        dates: calendar::next(desk, DATES),
        doors: with_search(desk, doors(desk)),
        body: None,
    }
}

/// Those with few letters so far, and those of whom nobody counts the letters;
/// among equals, the longest in custody first.
fn few_letters(desk: &Desk<'_>, people: &[&Person]) -> Vec<PersonRow> {
    let mut waiting: Vec<&Person> = people
        .iter()
        .copied()
        .filter(|p| mark(p) == Mark::Yes && p.record.mail != Some(Mail::Many))
        .collect();
    waiting.sort_by_key(|person| {
        let mail = match person.record.mail {
            Some(Mail::Few) => 0,
            None => 1,
            Some(Mail::Some | Mail::Many) => 2,
        };
        (mail, began(person), person.id.clone())
    });
    waiting
        .into_iter()
        .take(SHOWN)
        .map(|person| row(desk, person))
        .collect()
}

/// Birthdays of the build date's month, those still to come first.
fn birthdays(desk: &Desk<'_>, people: &[&Person]) -> Vec<PersonRow> {
    let today = desk.site().today;
    let mut born: Vec<(i8, &Person)> = people
        .iter()
        .filter_map(|person| {
            person
                .birthday()
                .filter(|(month, _)| *month == today.month())
                .map(|(_, day)| (day, *person))
        })
        .collect();
    born.sort_by_key(|(day, person)| (*day < today.day(), *day, person.id.clone()));
    let line =
        |(day, person): (i8, &Person)| dated(desk, person, day_month(desk, today.month(), day));
    born.into_iter().take(SHOWN).map(line).collect()
}

/// Those arrested of late, the latest first.
fn new(desk: &Desk<'_>, people: &[&Person]) -> Vec<PersonRow> {
    let today = desk.site().today;
    let since = today.saturating_sub(i64::from(desk.site().config.new_days).days());
    let is_new = |person: &&Person| {
        !person.derived.folded.custody.is_over()
            && began(person).is_some_and(|date| date.first() >= since)
    };
    let mut new: Vec<&Person> = people.iter().copied().filter(is_new).collect();
    new.sort_by_key(|person| (std::cmp::Reverse(began(person)), person.id.clone()));
    new.into_iter()
        .take(SHOWN)
        .map(|person| row(desk, person))
        .collect()
}

/// A day of every year.
pub(super) fn day_month(desk: &Desk<'_>, month: i8, day: i8) -> Date {
    Date {
        iso: format!("{month:02}-{day:02}"),
        text: desk.texts().day_month(month, day),
    }
}

/// The search stands beside the list of all people.
fn with_search(desk: &Desk<'_>, mut doors: Vec<IndexItem>) -> Vec<IndexItem> {
    let search = IndexItem {
        href: desk.to(Local::Search),
        name: desk.say("search").into(),
        note: None,
        people: None,
    };
    doors.insert(1, search);
    doors
}

/// The lists of the site.
pub(super) fn doors(desk: &Desk<'_>) -> Vec<IndexItem> {
    let door = |href: String, id: &str, people: Option<usize>| IndexItem {
        href,
        name: desk.say(id).into(),
        note: None,
        people: people.map(number),
    };
    let count = |key: &ListKey| Some(desk.voice.listings[key].sections[0].count);
    let list = |key: ListKey, id: &str| door(desk.to_list(key.clone()), id, count(&key));
    let page = |local: Local, id: &str| door(desk.to(local), id, None);
    vec![
        list(ListKey::People, "list-people"),
        list(ListKey::Released, "list-released"),
        page(Local::Birthdays, "list-birthdays"),
        page(Local::Countries, "list-countries"),
        page(Local::Facilities, "list-facilities"),
        page(Local::Regions, "list-regions"),
        page(Local::Cases, "list-cases"),
        page(Local::Articles, "list-articles"),
        page(Local::Organisations, "list-organisations"),
        page(Local::Services, "list-services"),
        page(Local::Calendar, "list-calendar"),
    ]
}
