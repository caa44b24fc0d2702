//! What each template sees: one struct for each kind of page, and nothing that the page does not show.
//!
//! Strings are finished (dates written out, sentences put together) and plain:
//! the templates escape them. HTML stands only in fields named `html`. Every
//! `href` is relative to the page that holds it. `docs/theme.md` lists all fields.

mod birthdays;
mod body;
mod calendar;
mod case;
mod check;
mod envelope;
mod facility;
mod files;
mod home;
mod index;
mod keep;
mod labels;
mod languages;
mod letters;
mod mirrors;
mod moved;
mod not_found;
mod organisation;
mod page;
mod people;
mod phrase;
mod profile;
mod removed;
mod row;
mod rules;
mod search;
mod service;
mod sheet;
mod source;
mod story;
mod text_page;
mod timeline;
mod verify;

#[cfg(test)]
pub(crate) mod samples;

pub use birthdays::{Birthdays, BirthdaysOfDay};
pub use body::{Body, Translation};
pub use calendar::{Calendar, LetterDate, PostBy};
pub use case::Case;
pub use check::Check;
pub use envelope::{Envelope, Verified};
pub use facility::{Closed, Facility, FormerName};
pub use files::{FileList, FilesIn};
pub use home::Home;
pub use index::{Index, IndexGroup, IndexItem};
pub use keep::{Keep, Pinned, Unbelieved};
pub use labels::{Label, LabelSheet, Labels};
pub use languages::{Languages, SiteLanguage};
pub use letters::{LetterRule, RuleNote};
pub use mirrors::{MirrorChecked, MirrorList, MirrorRow};
pub use moved::Moved;
pub use not_found::{NotFound, NotFoundIn};
pub use organisation::{Designation, Organisation};
pub use page::{Dir, LanguageLink, MenuItem, Page, Scripts};
pub use people::{PeopleGroup, PeopleList};
pub use phrase::{Date, Link, Named, Phrase};
pub use profile::{Photo, PhotoSource, Portrait, Profile, Recognition, Support, Write};
pub use removed::Removed;
pub use row::{LetterGroup, LetterLink, Mark, PersonRow};
pub use rules::{Rules, TransitTime, TypeRules};
pub use search::{Search, SearchLine, SearchPart, SearchWords};
pub use service::{Price, Service};
pub use sheet::{Cover, CoverIn, Sheet, Stencil};
pub use source::Source;
pub use story::{Background, Story};
pub use text_page::TextPage;
pub use timeline::TimelineEntry;
pub use verify::{PrintedKey, SetSignatures, SigningKey, Verify};

/// A view that one template renders.
pub trait View: serde::Serialize {
    /// The template's file name in the theme's `templates/`.
    const TEMPLATE: &'static str;
}
