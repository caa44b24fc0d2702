//! Who stands by somebody: recognitions, and links to help.

use super::word::words;
use super::{Id, LangText, PartialDate, SourceRefs, Url};
use crate::decode::{Decode, Value};

words! {
    /// What an organisation says of somebody.
    "status" RecognitionStatus {
        PoliticalPrisoner = "political_prisoner",
        PrisonerOfConscience = "prisoner_of_conscience",
        ArbitraryDetention = "arbitrary_detention",
        Award = "award",
        Rehabilitation = "rehabilitation",
        Other = "other",
    }
}

/// An organisation's word on somebody.
#[derive(Debug, Clone)]
pub struct Recognition {
    /// Who says it.
    pub organisation: Option<Id>,
    /// What it says.
    pub status: RecognitionStatus,
    /// The name of an award, or more words.
    pub title: Option<LangText>,
    /// When.
    pub date: Option<PartialDate>,
    /// Where that is said.
    pub source: SourceRefs,
}

impl Decode for Recognition {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        // Rule E10 asks for organisation and date.
        let (organisation, status, title) =
            (f.get("organisation"), f.need("status"), f.get("title"));
        let (date, source) = (f.get("date"), f.get("source").unwrap_or_default());
        f.end();
        Some(Recognition {
            organisation,
            status: status?,
            title,
            date,
            source,
        })
    }
}

words! {
    /// What a support link is for.
    "kind of link" SupportKind {
        Website = "website",
        Petition = "petition",
        Donate = "donate",
        Group = "group",
        Other = "other",
    }
}

/// A link for those who want to help.
#[derive(Debug, Clone)]
pub struct Support {
    /// What it is for.
    pub kind: SupportKind,
    /// Its words.
    pub title: Option<LangText>,
    /// Where it leads.
    pub url: Url,
    /// Who stands behind it.
    pub organisation: Option<Id>,
}

impl Decode for Support {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (kind, title, url) = (f.need("kind"), f.get("title"), f.need("url"));
        let organisation = f.get("organisation");
        f.end();
        Some(Support {
            kind: kind?,
            title,
            url: url?,
            organisation,
        })
    }
}
