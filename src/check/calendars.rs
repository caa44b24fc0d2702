//! In which calendar a date of a text is meant.

use jiff::civil::Date;

use crate::texts::solar_hijri;

/// A calendar that texts write dates in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Calendar {
    /// That of records and of most languages.
    #[default]
    Gregorian,
    /// That of Iran and Afghanistan.
    SolarHijri,
}

impl Calendar {
    /// Year, month and day of a date in this calendar.
    #[must_use]
    pub fn parts(self, date: Date) -> (i16, i8, i8) {
        match self {
            Calendar::Gregorian => (date.year(), date.month(), date.day()),
            Calendar::SolarHijri => solar_hijri(date),
        }
    }

    /// The calendar that a number of four digits is a year of: nobody who is held
    /// today was born before these.
    #[must_use]
    pub fn of_year(year: i16) -> Option<Calendar> {
        match year {
            1800..2200 => Some(Calendar::Gregorian),
            1200..1500 => Some(Calendar::SolarHijri),
            _ => None,
        }
    }
}
