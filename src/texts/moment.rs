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
            Moment::Day(date) => self.phrase("on-day", "month-of", moment_parts(date)),
            Moment::Month(year, month) => self.phrase("in-month", "month-in", (year, month, None)),
            Moment::Year(year) => self.say_with("in-year", &self.with_year(year)),
        }
    }

    /// Since when something lasts: «с 5 марта 2019 года», «с марта 2019 года», «с 1968 года».
    #[must_use]
    pub fn since(&self, moment: Moment) -> String {
        match moment {
            Moment::Day(date) => self.phrase("since-day", "month-of", moment_parts(date)),
            Moment::Month(year, month) => {
                self.phrase("since-month", "month-of", (year, month, None))
            }
            Moment::Year(year) => self.say_with("since-year", &self.with_year(year)),
        }
    }

    fn phrase(&self, id: &str, months: &str, (year, month, day): Parts) -> String {
        let month = self.say(&format!("{months}-{month}"));
        let args = self.with_year(year).with("month", month);
        let args = day
            .into_iter()
            .fold(args, |args, day| args.with("day", i64::from(day)));
        self.say_with(id, &args)
    }

    /// A year goes in as text: as a number it would be grouped.
    fn with_year(&self, year: i16) -> Args {
        Args::new().with("year", self.year(year))
    }
}

/// Year, month, and the day where it is known.
type Parts = (i16, i8, Option<i8>);

fn moment_parts(date: Date) -> Parts {
    (date.year(), date.month(), Some(date.day()))
}
