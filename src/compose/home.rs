//! The home page: whom to write to today. With the pages of months it is the
//! only one that changes with the calendar.

use jiff::ToSpan;

use super::about::began;
use super::calendar;
use super::desk::Desk;
use super::frame::Frame;
use super::lists::{self, number};
use super::row::{dated, row};
use crate::plan::Local;
use crate::record::Mail;
use crate::site::Person;
use crate::view::{Date, Home, IndexItem, LetterLink, PersonRow};
use crate::voice::{IndexKey, ListKey};

/// How many people each part of the home page shows.
const SHOWN: usize = 8;
/// How many of the next letter dates.
const DATES: usize = 3;

/// The home page of a language.
pub(super) fn home(desk: &Desk<'_>) -> Home {
    let site = desk.site();
    let people: Vec<&Person> = site.people.values().collect();
    let held = count(desk, &ListKey::People);
    let writable = count(desk, &ListKey::Writable);
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
        choose: choose(desk),
        birthdays: birthdays(desk, &people),
        new: new(desk, &people),
        dates: calendar::next(desk, DATES),
        letters: lists::ways_in(desk, &ListKey::People),
        released: released(desk),
        doors: doors(desk),
        body: None,
    }
}

/// Those with few letters so far, and those of whom nobody counts the letters;
/// among equals, the longest in custody first.
fn few_letters(desk: &Desk<'_>, people: &[&Person]) -> Vec<PersonRow> {
    let mut waiting: Vec<&Person> = people
        .iter()
        .copied()
        .filter(|person| person.is_open_to_letters() && person.record.mail != Some(Mail::Many))
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

/// Those whose persecution is over, by letter, when the list's first page is not
/// near enough to all of them.
fn released(desk: &Desk<'_>) -> Vec<LetterLink> {
    match desk.voice.listings[&ListKey::Released].is_shallow() {
        true => Vec::new(),
        false => lists::ways_in(desk, &ListKey::Released),
    }
}

/// How many people a list holds.
fn count(desk: &Desk<'_>, key: &ListKey) -> usize {
    let listing = desk.voice.listings.get(key);
    listing.map_or(0, |listing| listing.whole().count)
}

/// The lists of those to whom one can write.
fn choose(desk: &Desk<'_>) -> Vec<IndexItem> {
    let ways = [
        list(desk, ListKey::Writable, "list-write"),
        list(desk, ListKey::FewLetters, "list-few-letters"),
        index(desk, IndexKey::Languages),
        index(desk, IndexKey::Topics),
    ];
    ways.into_iter().flatten().collect()
}

/// All ways to people and to what helps with letters, but the search.
pub(super) fn all_doors(desk: &Desk<'_>) -> Vec<IndexItem> {
    let search = desk.to(Local::Search);
    let doors = choose(desk).into_iter().chain(doors(desk));
    doors.filter(|door| door.href != search).collect()
}

/// The other ways into the site: where people are and why, then the rest.
fn doors(desk: &Desk<'_>) -> Vec<IndexItem> {
    let page = |local: Local, id: &str| Some(door(desk, desk.to(local), id, None));
    let doors = [
        list(desk, ListKey::People, "list-people"),
        page(Local::Search, "search"),
        page(Local::Birthdays, "list-birthdays"),
        index(desk, IndexKey::Countries),
        index(desk, IndexKey::Regions),
        index(desk, IndexKey::Facilities),
        index(desk, IndexKey::Cases),
        index(desk, IndexKey::Articles),
        list(desk, ListKey::Released, "list-released"),
        index(desk, IndexKey::Organisations),
        index(desk, IndexKey::Services),
        page(Local::Calendar, "list-calendar"),
    ];
    doors.into_iter().flatten().collect()
}

fn door(desk: &Desk<'_>, href: String, id: &str, people: Option<u32>) -> IndexItem {
    IndexItem {
        href,
        name: desk.say(id).into(),
        note: None,
        people,
    }
}

/// A list of people, if there is one.
fn list(desk: &Desk<'_>, key: ListKey, id: &str) -> Option<IndexItem> {
    let count = number(desk.voice.listings.get(&key)?.whole().count);
    Some(door(desk, desk.to_list(key), id, Some(count)))
}

/// A list of pages, if there is one.
fn index(desk: &Desk<'_>, key: IndexKey) -> Option<IndexItem> {
    desk.voice.indexes.get(&key)?;
    Some(door(desk, desk.to_index(key), &key.text(), None))
}
