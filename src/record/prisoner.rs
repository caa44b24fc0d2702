//! A prisoner: the record that the site is for.

use jiff::civil::Date;

use super::event::Correspondence;
use super::word::words;
use super::{
    Body, Common, Country, Event, Id, Lang, LangText, LetterRules, PartialDate, Recognition,
    Support, Topic, Translation, Verified,
};
use crate::decode::{Decode, Value};

/// Somebody in prison, or who was.
#[derive(Debug, Clone)]
pub struct Prisoner {
    /// Sources, waivers and the like.
    pub common: Common,
    /// The person's names.
    pub names: Names,
    /// For grammar only; never shown.
    pub gender: Gender,
    /// When the person was born, and how much of it may be published.
    pub birth: Option<Birth>,
    /// The number that letters must carry in some countries.
    pub prisoner_number: Option<String>,
    /// Languages that the person reads.
    pub languages: Vec<Lang>,
    /// What the person likes to read about.
    pub interests: Option<LangText>,
    /// What a letter can be about, in words that lists are made by.
    pub topics: Vec<Topic>,
    /// One sentence for lists.
    pub about: Option<LangText>,
    /// How much mail the person has had so far; for ordering only.
    pub mail: Option<Mail>,
    /// Who agreed to publication.
    pub consent: Option<Consent>,
    /// Why the person may be published without consent.
    pub public_record: Option<LangText>,
    /// A minor who is grown up agreed to be named.
    pub adult_consent: Option<Date>,
    /// A portrait.
    pub photo: Option<Photo>,
    /// Group prosecutions.
    pub cases: Vec<Id>,
    /// Who has recognised the person as a political prisoner, and awards.
    pub recognitions: Vec<Recognition>,
    /// Links for those who want to help.
    pub support: Vec<Support>,
    /// Letter rules of this person.
    pub letters: LetterRules,
    /// Who may write, where no event says it.
    pub correspondence: Option<Correspondence>,
    /// Somebody who passes letters on.
    pub intermediary: Option<Intermediary>,
    /// The organisation that carries letters to a prisoner of war.
    pub agency: Option<Id>,
    /// That the person is there.
    pub address_verified: Option<Verified>,
    /// That letters arrive.
    pub correspondence_verified: Option<Verified>,
    /// Namesakes who are somebody else.
    pub not_same_as: Vec<Id>,
    /// What happened.
    pub timeline: Vec<Event>,
    /// The story.
    pub body: Body,
    /// The story in other languages.
    pub translations: Vec<Translation>,
}

/// A person's names.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The given name.
    pub given: LangText,
    /// The surname; a minor's record may leave it out.
    pub surname: Option<LangText>,
    /// The patronymic, where there is one.
    pub patronymic: Option<LangText>,
    /// Written `patronymic: none`.
    pub no_patronymic: bool,
    /// The surname comes first.
    pub surname_first: bool,
    /// Other spellings.
    pub also: Vec<String>,
    /// The line for the envelope.
    pub envelope: Option<String>,
}

impl Decode for Names {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (given, surname) = (f.need("given"), f.get("surname"));
        let patronymic: Option<LangText> = f.get("patronymic");
        let no_patronymic = patronymic.as_ref() == Some(&LangText::everywhere("none"));
        let (surname_first, also) = (f.flag("surname_first"), f.list("also"));
        let envelope = f.get("envelope");
        f.end();
        Some(Names {
            given: given?,
            surname,
            patronymic: patronymic.filter(|_| !no_patronymic),
            no_patronymic,
            surname_first,
            also,
            envelope,
        })
    }
}

words! {
    /// Grammar of the sentences about somebody.
    "gender" Gender {
        Male = "male",
        Female = "female",
        Other = "other",
    }
}

words! {
    /// How much of a birth date may be published.
    #[derive(Default)]
    "choice" PublishBirth {
        /// Nothing.
        #[default]
        None = "none",
        /// The year.
        Year = "year",
        /// Day and month.
        DayMonth = "day_month",
        /// The whole date.
        Full = "full",
    }
}

/// When somebody was born.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Birth {
    /// The date.
    pub date: PartialDate,
    /// How much of it may be published.
    pub publish: PublishBirth,
}

impl Birth {
    /// The year, if it may be published.
    #[must_use]
    pub fn public_year(self) -> Option<i16> {
        matches!(self.publish, PublishBirth::Year | PublishBirth::Full).then(|| self.date.year())
    }

    /// Month and day, if they may be published and are known.
    #[must_use]
    pub fn public_day(self) -> Option<(i8, i8)> {
        let shown = matches!(self.publish, PublishBirth::DayMonth | PublishBirth::Full);
        let day = self.date.day().filter(|_| shown)?;
        Some((day.month(), day.day()))
    }
}

impl Decode for Birth {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (date, publish) = (f.need("date"), f.get("publish").unwrap_or_default());
        f.end();
        Some(Birth {
            date: date?,
            publish,
        })
    }
}

words! {
    /// How many letters have come so far.
    "amount" Mail {
        Few = "few",
        Some = "some",
        Many = "many",
    }
}

words! {
    /// Who agreed.
    "word" ConsentBy {
        /// The person.
        Oneself = "self",
        Relatives = "relatives",
        Lawyer = "lawyer",
        Organisation = "organisation",
    }
}

/// That somebody agreed, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// Who.
    pub by: ConsentBy,
    /// When.
    pub date: Date,
}

impl Decode for Consent {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (by, date) = (f.need("by"), f.need("date"));
        f.end();
        Some(Consent {
            by: by?,
            date: date?,
        })
    }
}

/// A portrait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The file's name in `content/photos/`.
    pub file: String,
    /// What is to be seen, for those who do not see it.
    pub alt: Option<LangText>,
    /// Who made it.
    pub credit: Option<String>,
    /// Under which licence it may be shown.
    pub licence: Option<String>,
}

impl Decode for Photo {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let file = f.need("file");
        // Rule E11 asks for these three, and says why.
        let (alt, credit, licence) = (f.get("alt"), f.get("credit"), f.get("licence"));
        f.end();
        Some(Photo {
            file: file?,
            alt,
            credit,
            licence,
        })
    }
}

/// Somebody who passes letters on, with consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intermediary {
    /// The name on the envelope.
    pub name: String,
    /// The lines below it.
    pub address: Vec<String>,
    /// The country.
    pub country: Country,
    /// That the intermediary agreed.
    pub consent: Option<Consent>,
}

impl Decode for Intermediary {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (name, address, country) = (f.need("name"), f.need("address"), f.need("country"));
        let consent = f.get("consent");
        f.end();
        Some(Intermediary {
            name: name?,
            address: address?,
            country: country?,
            consent,
        })
    }
}

#[derive(Default)]
struct VerifiedFacts {
    address: Option<Verified>,
    correspondence: Option<Verified>,
}

impl Decode for VerifiedFacts {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let facts = VerifiedFacts {
            address: f.get("address"),
            correspondence: f.get("correspondence"),
        };
        f.end();
        Some(facts)
    }
}

impl Decode for Prisoner {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let common = Common::read(&mut f);
        let names = f.need("names");
        // A draft may wait for these: it is published nowhere.
        let gender = if common.draft {
            f.get("gender").or(Some(Gender::Other))
        } else {
            f.need("gender")
        };
        let timeline = if common.draft {
            f.list("timeline")
        } else {
            f.need("timeline").unwrap_or_default()
        };
        let (birth, prisoner_number) = (f.get("birth"), f.get("prisoner_number"));
        let verified: VerifiedFacts = f.get("verified").unwrap_or_default();
        let prisoner = Prisoner {
            common,
            names: names.clone().unwrap_or_default(),
            gender: gender.unwrap_or(Gender::Other),
            birth,
            prisoner_number,
            languages: f.list("languages"),
            interests: f.get("interests"),
            topics: f.list("topics"),
            about: f.get("about"),
            mail: f.get("mail"),
            consent: f.get("consent"),
            public_record: f.get("public_record"),
            adult_consent: f.get("adult_consent"),
            photo: f.get("photo"),
            cases: f.list("cases"),
            recognitions: f.list("recognitions"),
            support: f.list("support"),
            letters: f.get("letters").unwrap_or_default(),
            correspondence: f.get("correspondence"),
            intermediary: f.get("intermediary"),
            agency: f.get("agency"),
            address_verified: verified.address,
            correspondence_verified: verified.correspondence,
            not_same_as: f.list("not_same_as"),
            timeline,
            body: Body::default(),
            translations: Vec::new(),
        };
        f.end();
        names.and(gender).map(|_| prisoner)
    }
}

impl Prisoner {
    /// Whether the person may be shown at all. That consent is missing is a
    /// problem of its own; until it is mended nobody sees the page.
    #[must_use]
    pub fn is_published(&self) -> bool {
        !self.common.draft && (self.consent.is_some() || self.public_record.is_some())
    }
}
