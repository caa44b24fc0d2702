//! Records: what the content says, as typed facts, each still on its own.
//!
//! The keys of the front matter and the fields here are the same words; their
//! meaning stands in `docs/content-model.md`. None of these types can be
//! serialised: only views reach templates, feeds and data.

mod calendar;
mod case;
mod common;
mod config;
mod date;
mod envelope_format;
mod event;
mod facility;
mod id;
mod kind;
mod lang_text;
mod letters;
mod organisation;
mod page;
mod parts;
mod prisoner;
mod read;
mod removed;
mod rules;
mod service;
mod support;
mod topic;
mod word;

pub use calendar::{LetterDay, MonthDay};
pub use case::Case;
pub use common::{
    Body, BodyMark, Common, Secrets, Source, SourceRefs, Translation, Url, Verified, Waiver,
};
pub use config::{Config, DesignatedLinks, EDITION, RawHtml};
pub use date::PartialDate;
pub use envelope_format::EnvelopeFormat;
pub use event::{Certainty, Correspondence, Custody, Event, EventKind, Punishment};
pub use facility::{Closed, Facility, FacilityType, PostalAddress, Renamed};
pub use id::{Country, Id, LONGEST_ID, Lang};
pub use kind::Kind;
pub use lang_text::{LangText, Picked};
pub use letters::{LetterRule, LetterRules, RuleKey};
pub use organisation::{Designation, DesignationStatus, Organisation, Role};
pub use page::Page;
pub(crate) use parts::{HasParts, Parts, Record};
pub use prisoner::{
    Birth, Consent, ConsentBy, Gender, Intermediary, Mail, Names, Photo, Prisoner, PublishBirth,
};
pub(crate) use read::{Again, What, decode_file, read_again};
pub use read::{Records, Table, read, read_config};
pub use removed::Removed;
pub use rules::{DonatingProsecuted, Rules, TypeRules};
pub use service::{ForeignCards, Price, Service};
pub use support::{Recognition, RecognitionStatus, Support, SupportKind};
pub use topic::Topic;
