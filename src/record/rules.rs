//! A country's letter rules.

use std::collections::BTreeMap;

use super::event::Correspondence;
use super::{
    Body, Common, Country, FacilityType, Lang, LangText, LetterRules, PartialDate, SourceRefs,
    Translation,
};
use crate::decode::{Decode, Value};

/// How one writes to a country's prisons.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Sources, waivers and the like.
    pub common: Common,
    /// The country's name.
    pub name: LangText,
    /// The page's title.
    pub title: Option<LangText>,
    /// The country in Latin letters, for senders abroad.
    pub envelope_country: Option<String>,
    /// The language of its addresses.
    pub address_lang: Option<Lang>,
    /// Who may write, where nothing nearer says it.
    pub correspondence: Option<Correspondence>,
    /// That giving money to political prisoners is prosecuted there.
    pub donating_prosecuted: Option<DonatingProsecuted>,
    /// Its letter rules.
    pub letters: LetterRules,
    /// What differs by kind of place.
    pub by_type: BTreeMap<FacilityType, TypeRules>,
    /// Days by post, from a country.
    pub transit_days: Vec<(Country, u32)>,
    /// How to write there.
    pub body: Body,
    /// The same in other languages.
    pub translations: Vec<Translation>,
}

/// That giving money is prosecuted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DonatingProsecuted {
    /// Since when.
    pub since: Option<PartialDate>,
    /// Where that is said.
    pub source: SourceRefs,
}

impl Decode for DonatingProsecuted {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (since, source) = (f.get("since"), f.get("source").unwrap_or_default());
        f.end();
        Some(DonatingProsecuted { since, source })
    }
}

/// What differs in one kind of place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeRules {
    /// Who may write.
    pub correspondence: Option<Correspondence>,
    /// Letter rules.
    pub letters: LetterRules,
}

impl Decode for TypeRules {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let rules = TypeRules {
            correspondence: f.get("correspondence"),
            letters: f.get("letters").unwrap_or_default(),
        };
        f.end();
        Some(rules)
    }
}

fn by_type(value: Value<'_>) -> Option<BTreeMap<FacilityType, TypeRules>> {
    let mut f = value.fields()?;
    let mut rules = BTreeMap::new();
    for (word, kind) in FacilityType::ALL {
        if let Some(of_type) = f.get(word) {
            rules.insert(*kind, of_type);
        }
    }
    f.end();
    Some(rules)
}

fn transit_days(value: Value<'_>) -> Vec<(Country, u32)> {
    let countries: Vec<String> = match value.node() {
        crate::yaml::Node::Map(map) => map.iter().map(|(country, _)| country.clone()).collect(),
        _ => {
            value.error_hint::<()>("expected a map of countries and days", "write `{de: 14}`");
            Vec::new()
        }
    };
    let entry = |code: String| {
        let days = value.child(&code, u32::decode)??;
        let country = Country::parse(&code);
        country
            .map(|country| (country, days))
            .or_else(|| value.error(format!("`{code}` is not a country's code")))
    };
    countries.into_iter().filter_map(entry).collect()
}

impl Decode for Rules {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let common = Common::read(&mut f);
        let (name, title) = (f.need("name"), f.get("title"));
        let (envelope_country, address_lang) = (f.get("envelope_country"), f.get("address_lang"));
        let (correspondence, donating_prosecuted) =
            (f.get("correspondence"), f.get("donating_prosecuted"));
        let letters = f.get("letters").unwrap_or_default();
        let by_type = f.with("by_type", by_type).flatten().unwrap_or_default();
        let transit_days = f.with("transit_days", transit_days).unwrap_or_default();
        f.end();
        Some(Rules {
            common,
            name: name?,
            title,
            envelope_country,
            address_lang,
            correspondence,
            donating_prosecuted,
            letters,
            by_type,
            transit_days,
            body: Body::default(),
            translations: Vec::new(),
        })
    }
}
