//! Dates of day, month or year precision.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::decode::{Decode, Value};
use crate::yaml::Node;

/// A date as exactly as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `1938-01-23`
    Day(Date),
    /// `1938-01`: the first day of that month is held.
    Month(Date),
    /// `1938`: the first day of that year is held.
    Year(Date),
}

impl PartialDate {
    /// Reads `1938`, `1938-01` or `1938-01-23`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<i16>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() || year == 0 {
            return None;
        }
        let date = |month: i16, day: i16| Date::new(year, month as i8, day as i8).ok();
        match (month, day) {
            (None, _) => Some(PartialDate::Year(date(1, 1)?)),
            (Some(month), None) => Some(PartialDate::Month(date(month?, 1)?)),
            (Some(month), Some(day)) => Some(PartialDate::Day(date(month?, day?)?)),
        }
    }

    /// The first day that this date can mean.
    #[must_use]
    pub fn first(self) -> Date {
        match self {
            PartialDate::Day(date) | PartialDate::Month(date) | PartialDate::Year(date) => date,
        }
    }

    /// The last day that this date can mean.
    #[must_use]
    pub fn last(self) -> Date {
        match self {
            PartialDate::Day(date) => date,
            PartialDate::Month(date) => date.last_of_month(),
            PartialDate::Year(date) => date.last_of_year(),
        }
    }

    /// The day, if it is known.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            PartialDate::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.first().year()
    }

    /// Whether the date lies wholly after `today`. Events of the next day are
    /// accepted: it may already be tomorrow where they happened.
    #[must_use]
    pub fn is_future(self, today: Date) -> bool {
        self.first() > today.saturating_add(1.day())
    }

    /// Whether all that the date can mean has come, with the same day's grace.
    #[must_use]
    pub fn has_come(self, today: Date) -> bool {
        match self {
            PartialDate::Day(date) => date <= today.saturating_add(1.day()),
            _ => self.last() <= today,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.first();
        match self {
            PartialDate::Day(_) => write!(f, "{date}"),
            PartialDate::Month(_) => write!(f, "{:04}-{:02}", date.year(), date.month()),
            PartialDate::Year(_) => write!(f, "{:04}", date.year()),
        }
    }
}

/// Sorted by the first day; among equals the more exact comes last.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.first(), std::cmp::Reverse(self.last()))
            .cmp(&(other.first(), std::cmp::Reverse(other.last())))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Decode for PartialDate {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = match value.node() {
            Node::Integer(year) => year.to_string(),
            _ => value.text()?,
        };
        PartialDate::parse(&text)
            .or_else(|| bad_date(value, &text, "`1938`, `1938-01` or `1938-01-23`"))
    }
}

/// A full day.
impl Decode for Date {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = match value.node() {
            Node::Integer(year) => year.to_string(),
            _ => value.text()?,
        };
        match PartialDate::parse(&text) {
            Some(PartialDate::Day(date)) => Some(date),
            _ => bad_date(value, &text, "a full day such as `2026-01-23`"),
        }
    }
}

fn bad_date<T>(value: Value<'_>, text: &str, form: &str) -> Option<T> {
    let hint = turned_around(text).map_or_else(
        || format!("write {form}"),
        |date| format!("did you mean `{date}`?"),
    );
    value.report(
        value
            .problem(format!("`{text}` is not a date"))
            .hint(hint)
            .rule("E13"),
    );
    None
}

/// `23.01.1938` and `23/1/1938` read as day, month, year.
fn turned_around(text: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = text.split(['.', '/']).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    PartialDate::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_precision_has_its_first_and_last_day() {
        let ends = |text: &str| {
            let date = PartialDate::parse(text).unwrap();
            (
                date.first().to_string(),
                date.last().to_string(),
                date.to_string(),
            )
        };
        assert_eq!(
            ends("1938"),
            ("1938-01-01".into(), "1938-12-31".into(), "1938".into())
        );
        assert_eq!(
            ends("2024-02"),
            ("2024-02-01".into(), "2024-02-29".into(), "2024-02".into())
        );
        assert_eq!(ends("2024-02-05").0, "2024-02-05");
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for text in [
            "",
            "24",
            "2024-2",
            "2024-13",
            "2024-02-30",
            "2024-02-05-1",
            "0000",
            "x",
            "-2024",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_with_points_is_turned_around() {
        assert_eq!(
            turned_around("23.1.1938").unwrap().to_string(),
            "1938-01-23"
        );
        assert_eq!(turned_around("1938"), None);
    }

    #[test]
    fn the_month_of_the_build_date_is_not_the_future_and_has_not_wholly_come() {
        let today = jiff::civil::date(2026, 11, 21);
        let month = PartialDate::parse("2026-11").unwrap();
        assert!(!month.is_future(today) && !month.has_come(today));
        let tomorrow = PartialDate::parse("2026-11-22").unwrap();
        assert!(!tomorrow.is_future(today) && tomorrow.has_come(today));
        assert!(PartialDate::parse("2026-11-23").unwrap().is_future(today));
    }
}
