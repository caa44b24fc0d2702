//! What records of every kind have in common.

use super::{
    Body, Case, Common, Facility, LetterDay, Organisation, Page, Prisoner, Removed, Rules, Service,
    Translation,
};

/// A record of any kind.
pub(crate) enum Record {
    Prisoner(Box<Prisoner>),
    Removed(Removed),
    Facility(Box<Facility>),
    Service(Box<Service>),
    Organisation(Box<Organisation>),
    Case(Box<Case>),
    Rules(Box<Rules>),
    LetterDay(Box<LetterDay>),
    Page(Box<Page>),
}

impl Record {
    /// What it has in common with others, if it is published.
    pub fn published(&self) -> Option<&Common> {
        let common = match self {
            Record::Prisoner(record) => return record.is_published().then_some(&record.common),
            Record::Removed(_) => return None,
            Record::Facility(record) => &record.common,
            Record::Service(record) => &record.common,
            Record::Organisation(record) => &record.common,
            Record::Case(record) => &record.common,
            Record::Rules(record) => &record.common,
            Record::LetterDay(record) => &record.common,
            Record::Page(record) => &record.common,
        };
        (!common.draft).then_some(common)
    }
}

/// A record that has a text, which may be translated.
pub(crate) trait HasParts {
    fn parts(&mut self) -> Parts<'_>;
}

/// What every such record has.
pub(crate) struct Parts<'a> {
    pub common: &'a Common,
    pub body: &'a mut Body,
    pub translations: &'a mut Vec<Translation>,
}

macro_rules! has_parts {
    ($($record:ty),+) => {$(
        impl HasParts for $record {
            fn parts(&mut self) -> Parts<'_> {
                Parts {
                    common: &self.common,
                    body: &mut self.body,
                    translations: &mut self.translations,
                }
            }
        }
    )+};
}

impl<T: HasParts> HasParts for Box<T> {
    fn parts(&mut self) -> Parts<'_> {
        (**self).parts()
    }
}

has_parts!(
    Prisoner,
    Facility,
    Service,
    Organisation,
    Case,
    Rules,
    LetterDay,
    Page
);
