//! Dates inside a sentence: “on 5 March 2019”, «с марта 2019 года».

use jiff::civil::Date;

use super::{Args, Texts};

/// A date as finely as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A day.
    Day(Date),
    /// A month of a year; months count from 1.
    Month(i16, i8),
    /// A year.
    Year(i16),
}

/// The words come from the language's files (`on-day`, `since-month`,
/// `month-of-3` …), because the case of a month belongs to its sentence.
impl Texts {
    /// The date by itself, as for a label.
    #[must_use]
    pub fn moment(&self, moment: Moment) -> String {
        match moment {
            Moment::Day(date) => self.date(date),
            Moment::Month(year, month) => self.month(year, month),
            Moment::Year(year) => self.year(year),
        }
    }

    /// When something happened: «5 марта 2019 года», «в марте 2019 года», «в 1968 году».
    #[must_use]
    pub fn when(&self, moment: Moment) -> String {
        match moment {
            Moment::Day(_) => self.phrase("on-day", "month-of", moment),
            Moment::Month(..) => self.phrase("in-month", "month-in", moment),
            Moment::Year(_) => self.phrase("in-year", "", moment),
        }
    }

    /// Since when something lasts: «с 5 марта 2019 года», «с марта 2019 года», «с 1968 года».
    #[must_use]
    pub fn since(&self, moment: Moment) -> String {
        match moment {
            Moment::Day(_) => self.phrase("since-day", "month-of", moment),
            Moment::Month(..) => self.phrase("since-month", "month-of", moment),
            Moment::Year(_) => self.phrase("since-year", "", moment),
        }
    }

    /// A text with the parts of a date that there are: `year`, `month`, `day`, and
    /// `solar`, what stands behind the date in languages with a second calendar.
    fn phrase(&self, id: &str, months: &str, moment: Moment) -> String {
        let (year, month, day) = parts(moment);
        // A year goes in as text: as a number it would be grouped.
        let mut args = Args::new()
            .with("year", self.year_digits(year))
            .with("solar", self.beside(moment));
        if let Some(month) = month {
            args = args.with("month", self.say(&format!("{months}-{month}")));
        }
        if let Some(day) = day {
            args = args.with("day", i64::from(day));
        }
        self.say_with(id, &args)
    }
}

/// Year, and month and day where they are known.
fn parts(moment: Moment) -> (i16, Option<i8>, Option<i8>) {
    match moment {
        Moment::Day(date) => (date.year(), Some(date.month()), Some(date.day())),
        Moment::Month(year, month) => (year, Some(month), None),
        Moment::Year(year) => (year, None, None),
    }
}
