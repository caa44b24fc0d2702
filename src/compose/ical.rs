//! Days for calendar programs (RFC 5545): dates when letters peak, and birthdays.
//!
//! Each is a whole day that comes every year. Nothing comes from a clock or from a
//! birth year: a day begins in the year of the build, and its stamp is the date of what
//! is known.

use icalendar::{Calendar, Component as _, Event, Property};
use jiff::civil::Date;
use serde::Serialize;

use super::calendar::{in_year, postings};
use super::desk::Desk;
use super::feed::uuid;
use crate::record::{Id, LetterDay, MonthDay};
use crate::site::Person;
use crate::texts::Args;

/// A calendar before it is written out.
#[derive(Debug, Serialize)]
pub(super) struct Ical {
    name: String,
    days: Vec<Yearly>,
}

/// A day of every year.
#[derive(Debug, Serialize)]
struct Yearly {
    uid: String,
    stamp: String,
    first: String,
    leap: bool,
    summary: String,
}

/// The dates when letters peak, and the days for posting in time for them.
pub(super) fn letter_days(desk: &Desk<'_>) -> Ical {
    let days = desk.site().calendar.iter();
    let days = days.flat_map(|(id, (_, day))| letter_day(desk, id, day));
    Ical::of(desk.say("list-calendar"), days.collect())
}

fn letter_day(desk: &Desk<'_>, id: &Id, day: &LetterDay) -> Vec<Yearly> {
    let first = in_year(desk.site().today.year(), day.day);
    let name = desk.phrase(&day.name).text;
    let site = desk.site().config.id.as_str();
    let ids = [site, "calendar", id.as_str()];
    let mut days = vec![yearly(&ids, first, day.day, name.clone())];
    for posting in postings(desk, first) {
        let args = Args::new()
            .with("day", name.as_str())
            .with("route", posting.route(desk));
        let summary = desk.texts().say_with("calendar-post-by", &args);
        let last = MonthDay {
            month: posting.last.month(),
            day: posting.last.day(),
        };
        let ids = [&ids[..], &[posting.from.as_str(), posting.to.as_str()]].concat();
        days.push(yearly(&ids, posting.last, last, summary));
    }
    days
}

/// The birthdays of people to whom one may write.
pub(super) fn birthdays(desk: &Desk<'_>) -> Ical {
    let people = desk.site().people.values();
    let days = people.filter_map(|person| birthday(desk, person));
    Ical::of(desk.say("list-birthdays"), days.collect())
}

fn birthday(desk: &Desk<'_>, person: &Person) -> Option<Yearly> {
    let (month, day) = person.birthday()?;
    let day = MonthDay { month, day };
    let name = desk.voice.name(&person.id).short.as_str();
    let summary = desk
        .texts()
        .say_with("calendar-birthday", &Args::new().with("name", name));
    let site = desk.site().config.id.as_str();
    let ids = [site, "birthday", person.id.as_str()];
    let first = in_year(desk.site().today.year(), day);
    let mut yearly = yearly(&ids, first, day, summary);
    let newest = person.record.timeline.iter().map(|event| event.date.last());
    if let Some(newest) = newest.max() {
        yearly.stamp = stamp(newest);
    }
    Some(yearly)
}

fn yearly(ids: &[&str], first: Date, day: MonthDay, summary: String) -> Yearly {
    Yearly {
        uid: uuid(ids).to_string(),
        stamp: stamp(first),
        first: basic(first),
        leap: (day.month, day.day) == (2, 29),
        summary,
    }
}

/// A day as calendars write it: `20261210`.
fn basic(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

fn stamp(date: Date) -> String {
    basic(date) + "T000000Z"
}

impl Ical {
    fn of(name: String, mut days: Vec<Yearly>) -> Self {
        days.sort_by(|a, b| (&a.first, &a.uid).cmp(&(&b.first, &b.uid)));
        Ical { name, days }
    }

    /// The calendar as text.
    pub(super) fn text(&self) -> String {
        let mut calendar = Calendar::empty();
        calendar
            .append_property(Property::new("VERSION", "2.0"))
            .append_property(Property::new("PRODID", "-//vestochka//calendar//EN"))
            .name(&self.name);
        for day in &self.days {
            calendar.push(day.event());
        }
        calendar.done().to_string()
    }
}

impl Yearly {
    fn event(&self) -> Event {
        // 29 February is the last day of its month, also where the 28th is.
        let rule = match self.leap {
            true => "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
            false => "FREQ=YEARLY",
        };
        let mut start = Property::new("DTSTART", &self.first);
        start.add_parameter("VALUE", "DATE");
        Event::new()
            .add_property("UID", &self.uid)
            .add_property("DTSTAMP", &self.stamp)
            .append_property(start)
            .add_property("RRULE", rule)
            .add_property("SUMMARY", &self.summary)
            .add_property("TRANSP", "TRANSPARENT")
            .done()
    }
}
