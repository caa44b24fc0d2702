//! The Solar Hijri calendar, by which readers of Persian live: its date stands beside
//! the Gregorian one, never in its place.

use icu::calendar::cal::Persian;
use icu::calendar::{Date, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{M, YMD};
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;

use super::Moment;
use super::formats::gregorian;

/// Iran's law of 31 March 1925 brought in this year.
const FIRST_YEAR: i64 = 1304;

type SolarFormatter<Fields> = FixedCalendarDateTimeFormatter<Persian, Fields>;

/// The formatters of a language whose readers use the calendar.
pub(super) struct Solar {
    day: SolarFormatter<YMD>,
    month: SolarFormatter<M>,
    either: ListFormatter,
}

impl Solar {
    pub(super) fn of(locale: &Locale) -> Option<Self> {
        Some(Solar {
            day: SolarFormatter::try_new(locale.into(), YMD::long()).ok()?,
            month: SolarFormatter::try_new(locale.into(), M::long()).ok()?,
            either: ListFormatter::try_new_or(locale.into(), ListFormatterOptions::default())
                .ok()?,
        })
    }

    /// A day, a month or a year, by its first and last Gregorian days. None before the
    /// calendar was in use: tables that reckon back differ by a day.
    pub(super) fn date(
        &self,
        moment: Moment,
        days: [Date<Gregorian>; 2],
        digits: impl Fn(i64) -> String,
    ) -> Option<String> {
        let days = days.map(|day| day.to_calendar(Persian));
        let in_use = days.iter().all(|day| year_of(*day) >= FIRST_YEAR);
        in_use.then(|| match moment {
            Moment::Day(_) => self.day.format(&days[0]).to_string(),
            Moment::Month(..) => self.month(days, digits),
            Moment::Year(_) => self.either(days.map(|day| digits(year_of(day)))),
        })
    }

    /// What is known only by its Gregorian month was in one of two: «بهمن یا اسفند ۱۳۹۸»,
    /// «اسفند ۱۳۹۷ یا فروردین ۱۳۹۸».
    fn month(&self, days: [Date<Persian>; 2], digits: impl Fn(i64) -> String) -> String {
        let [name, next_name] = days.map(|day| self.month.format(&day).to_string());
        let [year, next] = days.map(|day| digits(year_of(day)));
        if year == next {
            return format!("{} {year}", self.either([name, next_name]));
        }
        self.either([format!("{name} {year}"), format!("{next_name} {next}")])
    }

    fn either(&self, two: [String; 2]) -> String {
        self.either.format_to_string(two.iter())
    }
}

/// Year, month and day of a date in the Solar Hijri calendar.
#[must_use]
pub fn solar_hijri(date: jiff::civil::Date) -> (i16, i8, i8) {
    let gregorian = gregorian(date.year().into(), date.month(), date.day());
    let solar = gregorian.map(|day| day.to_calendar(Persian));
    let parts = solar.and_then(|day| {
        let year = i16::try_from(year_of(day)).ok()?;
        let month = i8::try_from(day.month().ordinal).ok()?;
        Some((year, month, i8::try_from(day.day_of_month().0).ok()?))
    });
    parts.unwrap_or_default()
}

fn year_of(day: Date<Persian>) -> i64 {
    day.year().extended_year().into()
}

#[cfg(test)]
mod tests {
    use super::super::{Language, Moment, Texts};
    use jiff::civil::date;

    /// Days of history that Iranian and other calendars both name, and the ends of
    /// years by Iran's official almanac; the leap years are 1399, 1403 and 1408, where
    /// arithmetic calendars with a cycle of 2820 years err in 1403.
    const KNOWN: [(i16, i8, i8, &str); 14] = [
        (1925, 3, 31, "۱۱ فروردین ۱۳۰۴"),
        (1953, 8, 19, "۲۸ مرداد ۱۳۳۲"),
        (1979, 2, 11, "۲۲ بهمن ۱۳۵۷"),
        (2009, 6, 12, "۲۲ خرداد ۱۳۸۸"),
        (2022, 9, 16, "۲۵ شهریور ۱۴۰۱"),
        (2021, 3, 20, "۳۰ اسفند ۱۳۹۹"),
        (2021, 3, 21, "۱ فروردین ۱۴۰۰"),
        (2024, 3, 19, "۲۹ اسفند ۱۴۰۲"),
        (2024, 3, 20, "۱ فروردین ۱۴۰۳"),
        (2025, 3, 20, "۳۰ اسفند ۱۴۰۳"),
        (2025, 3, 21, "۱ فروردین ۱۴۰۴"),
        (2026, 3, 21, "۱ فروردین ۱۴۰۵"),
        (2026, 11, 21, "۳۰ آبان ۱۴۰۵"),
        (2030, 3, 20, "۳۰ اسفند ۱۴۰۸"),
    ];

    fn solar(moment: Moment) -> String {
        beside("fa", moment).unwrap()
    }

    fn beside(code: &str, moment: Moment) -> Option<String> {
        let language = Language::parse(code).unwrap();
        Texts::load(&language, &[]).0.solar(moment)
    }

    #[test]
    fn known_days_are_written_as_history_and_the_almanac_name_them() {
        for (year, month, day, expected) in KNOWN {
            let written = solar(Moment::Day(date(year, month, day)));
            assert_eq!(written, expected, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn a_month_or_year_lies_in_one_of_two() {
        assert_eq!(solar(Moment::Month(2020, 2)), "بهمن یا اسفند ۱۳۹۸");
        assert_eq!(solar(Moment::Month(2019, 3)), "اسفند ۱۳۹۷ یا فروردین ۱۳۹۸");
        assert_eq!(solar(Moment::Month(2019, 12)), "آذر یا دی ۱۳۹۸");
        assert_eq!(solar(Moment::Year(1938)), "۱۳۱۶ یا ۱۳۱۷");
    }

    #[test]
    fn before_the_calendar_was_in_use_there_is_no_second_date() {
        assert_eq!(beside("fa", Moment::Day(date(1925, 3, 20))), None);
        assert_eq!(solar(Moment::Day(date(1925, 3, 21))), "۱ فروردین ۱۳۰۴");
        assert_eq!(beside("fa", Moment::Month(1925, 3)), None);
        assert_eq!(beside("fa", Moment::Year(1925)), None);
        assert_eq!(solar(Moment::Year(1926)), "۱۳۰۴ یا ۱۳۰۵");
    }

    #[test]
    fn other_languages_have_no_second_date() {
        for code in ["ru", "ar", "en"] {
            assert_eq!(beside(code, Moment::Year(2019)), None, "{code}");
        }
        let dari = beside("fa-AF", Moment::Day(date(2026, 11, 21)));
        assert_eq!(dari.as_deref(), Some("۳۰ عقرب ۱۴۰۵"));
    }
}
