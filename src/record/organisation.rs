//! An organisation: who recognises, helps, monitors.

use super::word::words;
use super::{Body, Common, Country, Id, LangText, PartialDate, SourceRefs, Translation, Url};
use crate::decode::{Decode, Value};

/// An organisation, with what states have called it.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Sources, waivers and the like.
    pub common: Common,
    /// Its name.
    pub name: LangText,
    /// Where it can be found.
    pub urls: Vec<Url>,
    /// What it does.
    pub roles: Vec<Role>,
    /// What states have called it.
    pub designations: Vec<Designation>,
    /// A safe one to send people to.
    pub alternative: Option<Id>,
    /// Where it takes letters for prisoners of war.
    pub address: Vec<String>,
    /// Its country.
    pub country: Option<Country>,
    /// More about it.
    pub body: Body,
    /// The same in other languages.
    pub translations: Vec<Translation>,
}

words! {
    /// What an organisation does.
    "role" Role {
        Recognises = "recognises",
        Supports = "supports",
        LegalAid = "legal_aid",
        Letters = "letters",
        Monitors = "monitors",
        Media = "media",
        Intergovernmental = "intergovernmental",
        Other = "other",
    }
}

words! {
    /// What a state calls an organisation, to punish contact with it.
    "designation" DesignationStatus {
        ForeignAgent = "foreign_agent",
        Undesirable = "undesirable",
        Extremist = "extremist",
        Terrorist = "terrorist",
        Liquidated = "liquidated",
    }
}

/// What a state calls an organisation, since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Designation {
    /// The state.
    pub country: Country,
    /// What it says.
    pub status: DesignationStatus,
    /// Since when.
    pub date: PartialDate,
    /// Where that is said.
    pub source: SourceRefs,
}

impl Decode for Designation {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (country, status, date) = (f.need("country"), f.need("status"), f.need("date"));
        let source = f.get("source").unwrap_or_default();
        f.end();
        Some(Designation {
            country: country?,
            status: status?,
            date: date?,
            source,
        })
    }
}

impl Decode for Organisation {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let common = Common::read(&mut f);
        let name = f.need("name");
        let (urls, roles, designations) = (f.list("urls"), f.list("roles"), f.list("designations"));
        let (alternative, address, country) =
            (f.get("alternative"), f.list("address"), f.get("country"));
        f.end();
        Some(Organisation {
            common,
            name: name?,
            urls,
            roles,
            designations,
            alternative,
            address,
            country,
            body: Body::default(),
            translations: Vec::new(),
        })
    }
}
