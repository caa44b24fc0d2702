//! A date when letters peak.

use super::{Body, Common, LangText, PartialDate, Translation};
use crate::decode::{Decode, Value};

/// A day of every year on which many people write.
#[derive(Debug, Clone)]
pub struct LetterDay {
    /// Sources, waivers and the like.
    pub common: Common,
    /// Its name.
    pub name: LangText,
    /// Month and day.
    pub day: MonthDay,
    /// What it is about.
    pub body: Body,
    /// The same in other languages.
    pub translations: Vec<Translation>,
}

/// A day of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

impl Decode for MonthDay {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.text()?;
        // 2000 was a leap year, so that 29 February is a day.
        match PartialDate::parse(&format!("2000-{text}")) {
            Some(PartialDate::Day(date)) => Some(MonthDay {
                month: date.month(),
                day: date.day(),
            }),
            _ => value.error_hint(
                format!("`{text}` is not a day of the year"),
                "write month and day, such as `10-30`",
            ),
        }
    }
}

impl Decode for LetterDay {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let common = Common::read(&mut f);
        let (name, day) = (f.need("name"), f.need("day"));
        f.end();
        Some(LetterDay {
            common,
            name: name?,
            day: day?,
            body: Body::default(),
            translations: Vec::new(),
        })
    }
}
