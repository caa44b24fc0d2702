//! A facility: a prison, colony, camp or hospital.

use super::event::Correspondence;
use super::word::words;
use super::{
    Body, Common, Country, Id, LangText, LetterRules, PartialDate, SourceRefs, Translation,
    Verified,
};
use crate::decode::{Decode, Value};

words! {
    /// What kind of place it is.
    "facility type" FacilityType {
        /// Police detention.
        Ivs = "ivs",
        /// Pretrial prison.
        Sizo = "sizo",
        /// Corrective colony.
        Ik = "ik",
        /// Open colony-settlement.
        Kp = "kp",
        /// Prison.
        Prison = "prison",
        /// Prison hospital.
        Lpu = "lpu",
        /// Colony for minors.
        Vk = "vk",
        /// Psychiatric hospital.
        Psychiatric = "psychiatric",
        /// Camp.
        Camp = "camp",
        /// Anything else.
        Other = "other",
    }
}

/// A place where people are held.
#[derive(Debug, Clone)]
pub struct Facility {
    /// Sources, waivers and the like.
    pub common: Common,
    /// Its name.
    pub name: LangText,
    /// A short name for lists.
    pub short: Option<LangText>,
    /// What kind of place it is.
    pub kind: FacilityType,
    /// Where it is.
    pub country: Country,
    /// ISO 3166-2, in capitals.
    pub region: Option<String>,
    /// The region in words.
    pub region_name: Option<LangText>,
    /// Its postal address.
    pub address: Option<PostalAddress>,
    /// How letters can come: `post`, `parcels`, or ids of services.
    pub channels: Vec<Id>,
    /// Letter rules of this place.
    pub letters: LetterRules,
    /// Who may write, where nothing nearer says it.
    pub correspondence: Option<Correspondence>,
    /// Earlier names.
    pub renamed: Vec<Renamed>,
    /// Whether it is closed.
    pub closed: Option<Closed>,
    /// That the address is right.
    pub address_verified: Option<Verified>,
    /// That the letter rules are right.
    pub letters_verified: Option<Verified>,
    /// More about it.
    pub body: Body,
    /// The same in other languages.
    pub translations: Vec<Translation>,
}

/// A postal address in parts, in the script and language of its country.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostalAddress {
    /// The institution's name on the envelope.
    pub recipient: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Town or village.
    pub town: Option<String>,
    /// District.
    pub district: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Postal code.
    pub postcode: Option<String>,
}

impl Decode for PostalAddress {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let address = PostalAddress {
            recipient: f.get("recipient"),
            street: f.get("street"),
            town: f.get("town"),
            district: f.get("district"),
            region: f.get("region"),
            postcode: f.get("postcode"),
        };
        f.end();
        Some(address)
    }
}

/// An earlier name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// Since when the name is another.
    pub date: Option<PartialDate>,
    /// The earlier name.
    pub from: LangText,
}

impl Decode for Renamed {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (date, from) = (f.get("date"), f.need("from"));
        f.end();
        Some(Renamed { date, from: from? })
    }
}

/// That a facility or service no longer works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// Since when.
    pub date: PartialDate,
    /// What came after it.
    pub successor: Option<Id>,
    /// Where that is said.
    pub source: SourceRefs,
}

impl Decode for Closed {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (date, successor) = (f.need("date"), f.get("successor"));
        let source = f.get("source").unwrap_or_default();
        f.end();
        Some(Closed {
            date: date?,
            successor,
            source,
        })
    }
}

#[derive(Default)]
struct VerifiedFacts {
    address: Option<Verified>,
    letters: Option<Verified>,
}

impl Decode for VerifiedFacts {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let facts = VerifiedFacts {
            address: f.get("address"),
            letters: f.get("letters"),
        };
        f.end();
        Some(facts)
    }
}

impl Decode for Facility {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let common = Common::read(&mut f);
        let (name, kind, country) = (f.need("name"), f.need("type"), f.need("country"));
        let (short, region) = (f.get("short"), f.with("region", region).flatten());
        let (region_name, address) = (f.get("region_name"), f.get("address"));
        let (channels, letters) = (f.list("channels"), f.get("letters").unwrap_or_default());
        let (correspondence, renamed) = (f.get("correspondence"), f.list("renamed"));
        let closed = f.get("closed");
        let verified: VerifiedFacts = f.get("verified").unwrap_or_default();
        f.end();
        Some(Facility {
            common,
            name: name?,
            short,
            kind: kind?,
            country: country?,
            region,
            region_name,
            address,
            channels,
            letters,
            correspondence,
            renamed,
            closed,
            address_verified: verified.address,
            letters_verified: verified.letters,
            body: Body::default(),
            translations: Vec::new(),
        })
    }
}

/// A region code: country, hyphen, one to three letters or digits.
fn region(value: Value<'_>) -> Option<String> {
    let text = value.text()?;
    let fits = text.split_once('-').is_some_and(|(country, part)| {
        Country::parse(&country.to_lowercase()).is_some()
            && country.bytes().all(|b| b.is_ascii_uppercase())
            && matches!(part.len(), 1..=3)
            && part
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    });
    if fits {
        return Some(text);
    }
    value.error_hint(
        format!("`{text}` is not a region's code"),
        "write the code of ISO 3166-2, such as `RU-VLA`",
    )
}
