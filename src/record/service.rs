//! A service that carries letters over the internet.

use jiff::civil::Date;

use super::word::words;
use super::{Body, Closed, Common, Country, LangText, LetterRules, SourceRefs, Translation, Url};
use crate::decode::{Decode, Value};

/// An electronic letter service.
#[derive(Debug, Clone)]
pub struct Service {
    /// Sources, waivers and the like.
    pub common: Common,
    /// Its name.
    pub name: LangText,
    /// Where it is.
    pub url: Url,
    /// The countries whose facilities it reaches.
    pub countries: Vec<Country>,
    /// What a letter may hold.
    pub limits: Option<LangText>,
    /// What it costs.
    pub price: Option<Price>,
    /// Whether cards of other countries work.
    pub foreign_cards: ForeignCards,
    /// What differs from a letter on paper.
    pub letters: LetterRules,
    /// Whether it has ended.
    pub closed: Option<Closed>,
    /// More about it.
    pub body: Body,
    /// The same in other languages.
    pub translations: Vec<Translation>,
}

words! {
    /// Whether cards of other countries work.
    #[derive(Default)]
    "answer" ForeignCards {
        Yes = "yes",
        No = "no",
        #[default]
        Unknown = "unknown",
    }
}

/// What a letter costs, and when that was so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// In words, with the currency.
    pub text: LangText,
    /// When it was found to be so.
    pub checked: Option<Date>,
    /// Where that is said.
    pub source: SourceRefs,
}

impl Decode for Price {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (text, checked) = (f.need("text"), f.need("checked"));
        let source = f.get("source").unwrap_or_default();
        f.end();
        Some(Price {
            text: text?,
            checked,
            source,
        })
    }
}

impl Decode for Service {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let common = Common::read(&mut f);
        let (name, url) = (f.need("name"), f.need("url"));
        let (countries, limits, price) = (f.list("countries"), f.get("limits"), f.get("price"));
        let foreign_cards = f.get("foreign_cards").unwrap_or_default();
        let (letters, closed) = (f.get("letters").unwrap_or_default(), f.get("closed"));
        f.end();
        Some(Service {
            common,
            name: name?,
            url: url?,
            countries,
            limits,
            price,
            foreign_cards,
            letters,
            closed,
            body: Body::default(),
            translations: Vec::new(),
        })
    }
}
