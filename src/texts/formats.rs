//! Dates, numbers and lists as a language writes them.

use icu::calendar::{Date, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{M, MD, YM, YMD};
use icu::decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu::decimal::{DecimalFormatter, input::Decimal};
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;

use super::solar::Solar;
use super::{Language, Moment, Texts};

type DateFormatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// A leap year, so that every day of a month without a year can be written.
const LEAP_YEAR: i32 = 2000;

/// A language's formatters, made once.
pub(super) struct Formats {
    date: DateFormatter<YMD>,
    month: DateFormatter<YM>,
    day_month: DateFormatter<MD>,
    month_name: DateFormatter<M>,
    number: DecimalFormatter,
    ungrouped: DecimalFormatter,
    list: ListFormatter,
    solar: Option<Solar>,
}

impl Formats {
    pub(super) fn new(language: &Language) -> Self {
        let mut formats = Formats::of(&language.formatting_locale())
            .or_else(|| Formats::of(&Locale::UNKNOWN))
            .expect("the root locale's data is compiled in");
        if language.has_solar_dates() {
            formats.solar = Solar::of(&language.locale());
        }
        formats
    }

    fn of(locale: &Locale) -> Option<Self> {
        Some(Formats {
            date: DateFormatter::try_new(locale.into(), YMD::long()).ok()?,
            month: DateFormatter::try_new(locale.into(), YM::long()).ok()?,
            day_month: DateFormatter::try_new(locale.into(), MD::long()).ok()?,
            month_name: DateFormatter::try_new(locale.into(), M::long()).ok()?,
            number: numbers(locale, GroupingStrategy::Auto)?,
            ungrouped: numbers(locale, GroupingStrategy::Never)?,
            list: ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default())
                .ok()?,
            solar: None,
        })
    }

    pub(super) fn number(&self, number: i64) -> String {
        self.number.format_to_string(&Decimal::from(number))
    }

    pub(super) fn ungrouped(&self, number: i64) -> String {
        self.ungrouped.format_to_string(&Decimal::from(number))
    }
}

fn numbers(locale: &Locale, grouping: GroupingStrategy) -> Option<DecimalFormatter> {
    let options = DecimalFormatterOptions::from(grouping);
    DecimalFormatter::try_new(locale.into(), options).ok()
}

/// Dates are Gregorian in every language; in Persian the Solar Hijri date stands
/// beside those that have a year. A month or day that does not exist is written in digits.
impl Texts {
    /// A day: «5 марта 2019 г.», “5 March 2019”, «۵ مارس ۲۰۱۹ (۱۴ اسفند ۱۳۹۷)».
    #[must_use]
    pub fn date(&self, date: jiff::civil::Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let text = match gregorian(year.into(), month, day) {
            Some(day) => self.formats.date.format(&day).to_string(),
            None => date.to_string(),
        };
        self.with_solar(text, Moment::Day(date))
    }

    /// A month of a year: «март 2019 г.», “March 2019”.
    #[must_use]
    pub fn month(&self, year: i16, month: i8) -> String {
        let text = match gregorian(year.into(), month, 1) {
            Some(first) => self.formats.month.format(&first).to_string(),
            None => format!("{year}-{month:02}"),
        };
        self.with_solar(text, Moment::Month(year, month))
    }

    /// A year in the language's digits, not grouped.
    #[must_use]
    pub fn year(&self, year: i16) -> String {
        self.with_solar(self.year_digits(year), Moment::Year(year))
    }

    pub(super) fn year_digits(&self, year: i16) -> String {
        self.formats.ungrouped(year.into())
    }

    fn with_solar(&self, text: String, moment: Moment) -> String {
        text + &self.beside(moment)
    }

    /// The Solar Hijri date as it stands behind a Gregorian one, or nothing.
    pub(super) fn beside(&self, moment: Moment) -> String {
        self.solar(moment)
            .map_or_else(String::new, |solar| format!(" ({solar})"))
    }

    /// The date in the Solar Hijri calendar, in languages whose readers use it.
    pub(super) fn solar(&self, moment: Moment) -> Option<String> {
        let solar = self.formats.solar.as_ref()?;
        let [first, last] = days(moment)?;
        let day = |day: jiff::civil::Date| gregorian(day.year().into(), day.month(), day.day());
        let digits = |year| self.formats.ungrouped(year);
        solar.date(moment, [day(first)?, day(last)?], digits)
    }

    /// A day of every year: «5 марта», “5 March”.
    #[must_use]
    pub fn day_month(&self, month: i8, day: i8) -> String {
        match gregorian(LEAP_YEAR, month, day) {
            Some(day) => self.formats.day_month.format(&day).to_string(),
            None => format!("{month:02}-{day:02}"),
        }
    }

    /// A month's name by itself: «март», “March”.
    #[must_use]
    pub fn month_name(&self, month: i8) -> String {
        match gregorian(LEAP_YEAR, month, 1) {
            Some(first) => self.formats.month_name.format(&first).to_string(),
            None => format!("{month:02}"),
        }
    }

    /// A number, grouped as the language does.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        self.formats.number(number)
    }

    /// A list of equals: «а, б и в», “a, b and c”.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        self.formats.list.format_to_string(items.iter())
    }
}

/// The first and last days of a moment.
fn days(moment: Moment) -> Option<[jiff::civil::Date; 2]> {
    let day = |year, month, day| jiff::civil::Date::new(year, month, day).ok();
    Some(match moment {
        Moment::Day(date) => [date, date],
        Moment::Month(year, month) => {
            let first = day(year, month, 1)?;
            [first, first.last_of_month()]
        }
        Moment::Year(year) => [day(year, 1, 1)?, day(year, 12, 31)?],
    })
}

pub(super) fn gregorian(year: i32, month: i8, day: i8) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Date::try_new_gregorian(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A no-break space and a narrow one are written `~` and `_` below.
    fn shown(text: String) -> String {
        text.replace('\u{a0}', "~").replace('\u{202f}', "_")
    }

    fn texts(code: &str) -> Texts {
        Texts::load(&Language::parse(code).unwrap(), &[]).0
    }

    fn dates(code: &str) -> [String; 5] {
        let texts = texts(code);
        let day = jiff::civil::date(2019, 3, 5);
        [
            texts.date(day),
            texts.month(2019, 3),
            texts.year(2019),
            texts.day_month(3, 5),
            texts.month_name(3),
        ]
        .map(shown)
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        assert_eq!(
            dates("ru"),
            ["5 марта 2019_г.", "март 2019_г.", "2019", "5 марта", "март"]
        );
        assert_eq!(
            dates("en"),
            ["5 March 2019", "March 2019", "2019", "5 March", "March"]
        );
        assert_eq!(
            dates("be"),
            [
                "5 сакавіка 2019_г.",
                "сакавік 2019",
                "2019",
                "5 сакавіка",
                "сакавік"
            ]
        );
        assert_eq!(
            dates("uk"),
            [
                "5 березня 2019_р.",
                "березень 2019_р.",
                "2019",
                "5 березня",
                "березень"
            ]
        );
        assert_eq!(
            dates("de"),
            ["5. März 2019", "März 2019", "2019", "5. März", "März"]
        );
        assert_eq!(
            dates("fa"),
            [
                "۵ مارس ۲۰۱۹ (۱۴ اسفند ۱۳۹۷)",
                "مارس ۲۰۱۹ (اسفند ۱۳۹۷ یا فروردین ۱۳۹۸)",
                "۲۰۱۹ (۱۳۹۷ یا ۱۳۹۸)",
                "۵ مارس",
                "مارس"
            ]
        );
    }

    #[test]
    fn numbers_are_grouped_as_each_language_groups_them() {
        let number = |code| shown(texts(code).number(-1_234_567));
        assert_eq!(number("ru"), "-1~234~567");
        assert_eq!(number("en"), "-1,234,567");
        assert_eq!(number("be"), "-1~234~567");
        assert_eq!(number("uk"), "-1~234~567");
        assert_eq!(number("de"), "-1.234.567");
        assert_eq!(number("fa"), "\u{200e}−۱٬۲۳۴٬۵۶۷");
    }

    #[test]
    fn lists_end_with_each_languages_and() {
        let list = |code| texts(code).list(&["a".into(), "b".into(), "c".into()]);
        assert_eq!(list("ru"), "a, b и c");
        assert_eq!(list("en"), "a, b and c");
        assert_eq!(list("be"), "a, b і c");
        assert_eq!(list("uk"), "a, b і c");
        assert_eq!(list("de"), "a, b und c");
        assert_eq!(list("fa"), "a،\u{200f} b، و c");
        assert_eq!(texts("ru").list(&[]), "");
        assert_eq!(texts("ru").list(&["a".into()]), "a");
    }

    #[test]
    fn a_leap_day_has_no_year_and_an_impossible_day_is_written_in_digits() {
        let texts = texts("ru");
        assert_eq!(texts.day_month(2, 29), "29 февраля");
        assert_eq!(texts.day_month(2, 30), "02-30");
        assert_eq!(texts.month(2019, 13), "2019-13");
        assert_eq!(texts.month_name(0), "00");
    }
}
