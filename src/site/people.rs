//! People: each record with what follows from its timeline on the build date.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::record::{
    Config, Correspondence, Country, Facility, Id, Organisation, Prisoner, Rules, Table,
};
use crate::state::{self, Decision, Derived, Places, Via};

/// Somebody who is published.
#[derive(Debug)]
pub struct Person {
    /// The record's id.
    pub id: Id,
    /// The record's file.
    pub file: Arc<str>,
    /// What the record says.
    pub record: Box<Prisoner>,
    /// What follows from it.
    pub derived: Derived,
}

impl Person {
    /// Whether anybody may write today: an address is shown, and it is not for
    /// those on a list or for relatives alone.
    #[must_use]
    pub fn is_open_to_letters(&self) -> bool {
        match self.derived.decision {
            Decision::Show(Via::Facility | Via::Intermediary) => !self.is_listed_only(),
            Decision::Show(Via::Agency) | Decision::Withhold(_) => false,
        }
    }

    /// Whether letters arrive only from people on a list.
    #[must_use]
    pub fn is_listed_only(&self) -> bool {
        let correspondence = self.derived.correspondence;
        correspondence.is_some_and(|(word, _)| word == Correspondence::ListedOnly)
    }

    /// The month and day for which a birthday list has somebody: one to whom one may write.
    #[must_use]
    pub fn birthday(&self) -> Option<(i8, i8)> {
        if !self.derived.one_may_write() || self.derived.minor_protected {
            return None;
        }
        self.record.birth.as_ref()?.public_day()
    }
}

/// Somebody who is not published.
#[derive(Debug)]
pub struct Draft {
    /// The record's file.
    pub file: Arc<str>,
    /// What the record says.
    pub record: Box<Prisoner>,
}

/// What a person's state depends on besides the record.
pub(super) struct Around<'a> {
    pub facilities: &'a Table<Facility>,
    pub rules: &'a Table<Rules>,
    pub organisations: &'a Table<Organisation>,
    pub config: &'a Config,
    pub today: Date,
}

impl Around<'_> {
    pub fn derive(&self, record: &Prisoner) -> Derived {
        state::derive(record, self, self.config.address_max_age, self.today)
    }
}

impl Places for Around<'_> {
    fn facility(&self, id: &Id) -> Option<&Facility> {
        self.facilities.get(id).map(|(_, facility)| facility)
    }

    fn rules(&self, country: &Country) -> Option<&Rules> {
        self.rules.get(country.as_str()).map(|(_, rules)| rules)
    }

    fn organisation(&self, id: &Id) -> Option<&Organisation> {
        self.organisations
            .get(id)
            .map(|(_, organisation)| organisation)
    }
}

pub(super) fn derive(
    people: Table<Box<Prisoner>>,
    around: &Around<'_>,
) -> (BTreeMap<Id, Person>, BTreeMap<Id, Draft>) {
    let (published, drafts): (Vec<_>, Vec<_>) = people
        .into_iter()
        .partition(|(_, (_, record))| record.is_published());
    let people = published
        .into_par_iter()
        .map(|(id, (file, record))| {
            let derived = around.derive(&record);
            (
                id.clone(),
                Person {
                    id,
                    file,
                    record,
                    derived,
                },
            )
        })
        .collect();
    let drafts = drafts
        .into_iter()
        .map(|(id, (file, record))| (id, Draft { file, record }))
        .collect();
    (people, drafts)
}
