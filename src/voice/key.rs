//! Which list: of people, or of other pages.

use crate::plan::Room;
use crate::record::{Id, Lang, Topic};

/// Which list of people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListKey {
    /// Everybody whose persecution goes on.
    People,
    /// Everybody whose persecution is over.
    Released,
    /// To whom anybody may write today.
    Writable,
    /// To whom anybody may write today, and who has had few letters.
    FewLetters,
    /// Who reads a language and may be written to.
    Language(Lang),
    /// Who likes something and may be written to.
    Topic(Topic),
    /// Who is in a facility and may be named there.
    Facility(Id),
    /// Who belongs to a case.
    Case(Id),
    /// Who is in a region, by its code.
    Region(String),
    /// Who is accused under an article, by its word in paths.
    Article(String),
    /// Whose birthday is on a day, where the month has too many for one page.
    Birthday(i8, i8),
}

impl ListKey {
    /// Whether the people of such a list are written to together.
    #[must_use]
    pub fn has_labels(&self) -> bool {
        match self {
            ListKey::People
            | ListKey::FewLetters
            | ListKey::Language(_)
            | ListKey::Facility(_)
            | ListKey::Case(_)
            | ListKey::Region(_) => true,
            // The labels of all people are those of all to whom one can write.
            ListKey::Writable
            | ListKey::Released
            | ListKey::Topic(_)
            | ListKey::Article(_)
            | ListKey::Birthday(..) => false,
        }
    }

    /// How much the first page has room for: those of facilities and cases have
    /// more to say than the list.
    #[must_use]
    pub fn first_room(&self) -> Room {
        match self {
            ListKey::Facility(_) | ListKey::Case(_) => Room::BESIDE,
            _ => Room::PEOPLE,
        }
    }
}

/// Which list of other pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndexKey {
    /// Facilities.
    Facilities,
    /// Letter services.
    Services,
    /// Organisations.
    Organisations,
    /// Cases.
    Cases,
    /// Countries whose letter rules are known.
    Countries,
    /// Regions.
    Regions,
    /// Articles of law.
    Articles,
    /// Languages that people read.
    Languages,
    /// What letters can be about.
    Topics,
}

impl IndexKey {
    /// Its folder in paths, which is the last word of its texts' ids too.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            IndexKey::Facilities => "facilities",
            IndexKey::Services => "services",
            IndexKey::Organisations => "organisations",
            IndexKey::Cases => "cases",
            IndexKey::Countries => "rules",
            IndexKey::Regions => "regions",
            IndexKey::Articles => "articles",
            IndexKey::Languages => "languages",
            IndexKey::Topics => "interests",
        }
    }

    /// The text that is its name.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            IndexKey::Countries => "list-countries".to_owned(),
            _ => format!("list-{}", self.folder()),
        }
    }
}
