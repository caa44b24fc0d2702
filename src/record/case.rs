//! A case: a group prosecution.

use super::{Body, Common, Country, LangText, PartialDate, Translation};
use crate::decode::{Decode, Value};

/// A group prosecution. Its people are those whose records name it.
#[derive(Debug, Clone)]
pub struct Case {
    /// Sources, waivers and the like.
    pub common: Common,
    /// Its name.
    pub name: LangText,
    /// When it began.
    pub date: Option<PartialDate>,
    /// Where.
    pub country: Option<Country>,
    /// Its story.
    pub body: Body,
    /// The story in other languages.
    pub translations: Vec<Translation>,
}

impl Decode for Case {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let common = Common::read(&mut f);
        let (name, date, country) = (f.need("name"), f.get("date"), f.get("country"));
        f.end();
        Some(Case {
            common,
            name: name?,
            date,
            country,
            body: Body::default(),
            translations: Vec::new(),
        })
    }
}
