//! Dates: when letters peak, and birthdays by month.

use jiff::ToSpan;
use jiff::civil::{Date as Day, date};

use super::body;
use super::desk::Desk;
use super::frame::Frame;
use super::home::day_month;
use super::row::rows;
use crate::plan::{Local, Output};
use crate::record::{Country, Id, Kind, LetterDay, MonthDay, Rules};
use crate::texts::Args;
use crate::view::{Birthdays, BirthdaysOfDay, Calendar, LetterDate, LetterLink, PostBy};
use crate::voice::ListKey;

/// The page of letter dates.
pub(super) fn calendar(desk: &Desk<'_>) -> Calendar {
    let heading = desk.say("list-calendar");
    Calendar {
        page: Frame::titled(heading)
            .described(Some(desk.say("list-calendar-intro")))
            .page(desk),
        ics: (!desk.site().calendar.is_empty())
            .then(|| desk.to_output(&Output::LetterDays(desk.lang().clone()))),
        dates: next(desk, usize::MAX),
    }
}

/// The next dates, the nearest first.
pub(super) fn next(desk: &Desk<'_>, count: usize) -> Vec<LetterDate> {
    let site = desk.site();
    let mut days: Vec<_> = site
        .calendar
        .iter()
        .map(|(id, (_, day))| (next_time(day.day, site.today), id, day))
        .collect();
    days.sort_by_key(|(next, id, _)| (*next, *id));
    days.into_iter()
        .take(count)
        .map(|(next, id, day)| letter_date(desk, next, id, day))
        .collect()
}

fn letter_date(desk: &Desk<'_>, next: Day, id: &Id, day: &LetterDay) -> LetterDate {
    LetterDate {
        date: desk.day(next),
        name: desk.phrase(&day.name),
        post_by: post_by(desk, next),
        body: body::whole(desk, Kind::LetterDay, id),
    }
}

/// The next time that a day of the year comes, from today on.
fn next_time(day: MonthDay, today: Day) -> Day {
    let this_year = in_year(today.year(), day);
    if this_year >= today {
        this_year
    } else {
        in_year(today.year() + 1, day)
    }
}

/// A day in a year; 29 February comes on the 28th where there is none.
pub(super) fn in_year(year: i16, day: MonthDay) -> Day {
    Day::new(year, day.month, day.day).unwrap_or_else(|_| date(year, day.month, 1).last_of_month())
}

/// The last days for posting, from each country of the audience to each whose
/// transit times are known.
fn post_by(desk: &Desk<'_>, next: Day) -> Vec<PostBy> {
    let line = |posting: Posting<'_>| PostBy {
        route: posting.route(desk),
        date: desk.day(posting.last),
    };
    postings(desk, next).into_iter().map(line).collect()
}

/// The last day on which a letter from one country to another comes in time.
pub(super) struct Posting<'a> {
    pub from: &'a Country,
    pub to: &'a Id,
    rules: &'a Rules,
    pub last: Day,
}

impl Posting<'_> {
    pub fn route(&self, desk: &Desk<'_>) -> String {
        let args = Args::new()
            .with("from", desk.country(self.from).name.text)
            .with("to", desk.phrase(&self.rules.name).text);
        desk.texts().say_with("route", &args)
    }
}

/// When to post for a day.
pub(super) fn postings<'d>(desk: &Desk<'d>, day: Day) -> Vec<Posting<'d>> {
    let site = desk.site();
    let mut postings = Vec::new();
    for (to, (_, rules)) in &site.rules {
        let from_audience = rules
            .transit_days
            .iter()
            .filter(|(from, _)| site.config.audience.contains(from));
        postings.extend(from_audience.map(|(from, days)| Posting {
            from,
            to,
            rules,
            last: day.saturating_sub(i64::from(*days).days()),
        }));
    }
    postings
}

/// The page of all months: the present one's birthdays, and the ways to the others.
pub(super) fn birthdays(desk: &Desk<'_>) -> Birthdays {
    let month = desk.site().today.month();
    Birthdays {
        page: Frame::titled(desk.say("list-birthdays"))
            .described(Some(desk.say("list-birthdays-intro")))
            .page(desk),
        heading: desk.say("list-birthdays"),
        ics: birthdays_ics(desk),
        months: months(desk, None),
        day_pages: day_pages(desk, month),
        days: days(desk, month),
    }
}

/// The birthdays of a month.
pub(super) fn month(desk: &Desk<'_>, month: i8) -> Birthdays {
    let args = Args::new().with("month", desk.texts().month_name(month));
    let heading = desk.texts().say_with("birthdays-of-month", &args);
    Birthdays {
        page: Frame::titled(heading.clone())
            .below(desk.to(Local::Birthdays), desk.say("list-birthdays"))
            .page(desk),
        heading,
        ics: birthdays_ics(desk),
        months: months(desk, Some(month)),
        day_pages: day_pages(desk, month),
        days: days(desk, month),
    }
}

fn birthdays_ics(desk: &Desk<'_>) -> Option<String> {
    let path = || desk.to_output(&Output::BirthdayDays(desk.lang().clone()));
    desk.site().has_birthdays().then(path)
}

fn months(desk: &Desk<'_>, current: Option<i8>) -> Vec<LetterLink> {
    let link = |month: i8| LetterLink {
        text: desk.texts().month_name(month),
        href: Some(desk.to(Local::BirthdayMonth(month))),
        current: current == Some(month),
    };
    (1..=12).map(link).collect()
}

/// The days of a month that has too many birthdays for one page.
fn day_pages(desk: &Desk<'_>, month: i8) -> Vec<LetterLink> {
    let days = desk.site().lists.birthdays_in(month);
    let page = |(day, _)| {
        let key = ListKey::Birthday(month, day);
        let has_page = desk.voice.listings.contains_key(&key);
        has_page.then(|| LetterLink {
            text: desk.texts().day_month(month, day),
            href: Some(desk.to_list(key)),
            current: false,
        })
    };
    days.filter_map(page).collect()
}

/// The days of a month with their people, where these have no pages of their own.
fn days(desk: &Desk<'_>, month: i8) -> Vec<BirthdaysOfDay> {
    let has_page = |day| {
        let key = ListKey::Birthday(month, day);
        desk.voice.listings.contains_key(&key)
    };
    let days = desk.site().lists.birthdays_in(month);
    days.filter(|(day, _)| !has_page(*day))
        .map(|(day, ids)| BirthdaysOfDay {
            date: day_month(desk, month, day),
            people: rows(desk, &desk.voice.in_order(ids)),
        })
        .collect()
}
