//! What a file of the output is.

use std::sync::Arc;

use super::Part;
use crate::picture::PictureType;
use crate::record::{EnvelopeFormat, Id, Kind, Lang};
use crate::source::PictureFile;
use crate::voice::{IndexKey, ListKey};

/// One file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// The choice of languages, at the root.
    Languages,
    /// What a host serves when there is no such page.
    NotFound,
    /// The people as data.
    PeopleJson,
    /// Somebody's portrait: the person, the file it is copied from, its type.
    Photo(Id, Arc<str>, PictureType),
    /// The same portrait in a newer format, which a page names as a `source` only.
    PhotoSource(Id, Arc<str>, PictureType),
    /// A picture for bodies: the file it is copied from.
    Image(Arc<str>),
    /// What changed, as an Atom feed.
    Feed(Lang),
    /// The dates when letters peak, for calendar programs.
    LetterDays(Lang),
    /// Birthdays, for calendar programs.
    BirthdayDays(Lang),
    /// Somebody's envelope in a format, the same for readers of all languages.
    Envelope(EnvelopeFormat, Id),
    /// A page of the list of files that no page shows, counted from 1.
    Files(usize),
    /// The service worker, which acts only after a reader has asked for it.
    Worker,
    /// A script of a page.
    Script(Script),
    /// A file of a language's search index, which its search page asks for.
    Search(Lang, SearchFile),
    /// A page in one language.
    Page(Lang, Local),
}

impl Output {
    /// Somebody's portrait, copied from this file.
    #[must_use]
    pub fn photo(id: &Id, file: &PictureFile) -> Self {
        Output::Photo(id.clone(), Arc::clone(&file.path), file.picture.kind)
    }

    /// The same portrait in a newer format.
    #[must_use]
    pub fn photo_source(id: &Id, file: &PictureFile) -> Self {
        Output::PhotoSource(id.clone(), Arc::clone(&file.path), file.picture.kind)
    }
}

/// A script that pages load. Scripts that pages hold themselves are no files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// The script of `keep.html`.
    Keep,
    /// The script of people's sheets.
    Paper,
    /// The script of the search pages.
    Search,
}

/// A file of a search index, by the first letters of what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchFile {
    /// Which shards there are; the one without letters is the first that is asked for.
    List(Arc<str>),
    /// Whom those letters find.
    Shard(Arc<str>),
}

/// A page that every language has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Local {
    /// Who needs letters now, and how it works.
    Home,
    /// A prisoner.
    Profile(Id),
    /// The rest of a story that does not fit the profile.
    Story(Id),
    /// What to print for a letter to somebody, and to send on.
    Sheet(Id),
    /// That somebody was removed, and nothing else.
    Removed(Id),
    /// Where a record stood before.
    Moved {
        /// What kind of record.
        kind: Kind,
        /// Its old id.
        from: Id,
        /// Its id.
        to: Id,
    },
    /// A letter service.
    Service(Id),
    /// An organisation.
    Organisation(Id),
    /// How to write to a country.
    Rules(Id),
    /// Any other page.
    Text(Id),
    /// Birthdays by month.
    Birthdays,
    /// The birthdays of a month, 1 to 12.
    BirthdayMonth(i8),
    /// Dates when letters peak.
    Calendar,
    /// Where people are searched for.
    Search,
    /// How to make sure that a copy is genuine.
    Verify,
    /// Where files of a copy are checked in the browser.
    Check,
    /// Where copies are.
    Mirrors,
    /// How to keep a copy on a device.
    Keep,
    /// A list of people (all, of a facility, of a case …) or a part of it.
    List(ListKey, Part),
    /// A list of other pages or a part of it.
    Index(IndexKey, Part),
    /// Labels for the envelopes to the people of a list.
    Labels(ListKey, Part),
}
