//! The site: all published records together, with what follows from them.
//!
//! [`assemble`] joins what `record` read one by one. The result never changes
//! afterwards: checks, plan and views only read it. (The preview alone puts a new record
//! in place of an old one, until its next build; a build drops texts that no page needs.)

mod bodies;
mod letter_rules;
mod lists;
mod names;
mod paper;
mod people;
mod portrait;
mod resolve;
mod revise;
mod signing;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::problem::Problem;
use crate::record::{
    Case, Config, Facility, Id, Kind, Lang, LetterDay, Organisation, Page, Records, Removed, Rules,
    Service, Table,
};
use crate::source::{PictureFile, Sources};

pub use bodies::{Bodies, Chosen, Freshness, RenderedBody};
pub use letter_rules::ForPerson;
pub use lists::{Lists, article_slug};
pub use names::PersonName;
pub use paper::Fit;
pub use people::{Draft, Person};
pub use portrait::Portrait;
pub use resolve::is_same_host;
pub use signing::Signing;

/// Everything that is published, and what it was worked out for.
#[derive(Debug)]
pub struct Site {
    /// `site.yaml`.
    pub config: Config,
    /// The build date.
    pub today: Date,
    /// People who are published, by id.
    pub people: BTreeMap<Id, Person>,
    /// People who are not published: named nowhere.
    pub drafts: BTreeMap<Id, Draft>,
    /// Removed people.
    pub removed: Table<Removed>,
    /// Facilities.
    pub facilities: Table<Facility>,
    /// Letter services.
    pub services: Table<Service>,
    /// Organisations.
    pub organisations: Table<Organisation>,
    /// Group prosecutions.
    pub cases: Table<Case>,
    /// Letter rules by country.
    pub rules: Table<Rules>,
    /// Dates when letters peak.
    pub calendar: Table<LetterDay>,
    /// Other pages.
    pub pages: Table<Page>,
    /// Every record's file, the unpublished and unreadable ones included.
    pub known: BTreeMap<(Kind, Id), Arc<str>>,
    /// Pictures by path.
    pub pictures: BTreeMap<Arc<str>, PictureFile>,
    /// Rendered bodies.
    pub bodies: BTreeMap<(Kind, Id), Bodies>,
    /// Who belongs to which facility, case, region and article.
    pub lists: Lists,
    /// Mirrors and keys.
    pub signing: Signing,
}

/// Joins the records into a site. What is wrong with bodies and their links is
/// reported here; the domain's rules are checked later.
#[must_use]
pub fn assemble(
    mut records: Records,
    sources: &Sources,
    config: Config,
    today: Date,
) -> (Site, Vec<Problem>) {
    publish_only(&mut records);
    let pictures = sources
        .pictures
        .iter()
        .map(|file| (Arc::clone(&file.path), file.clone()))
        .collect();
    let (bodies, mut problems) = bodies::render(&records, &pictures, &config, today);
    let (signing, found) = signing::read(&sources.signing, &config.id, today);
    problems.extend(found);
    let (people, drafts) = people::derive(
        records.people,
        &people::Around {
            facilities: &records.facilities,
            rules: &records.rules,
            organisations: &records.organisations,
            config: &config,
            today,
        },
    );
    let mut site = Site {
        config,
        today,
        people,
        drafts,
        removed: records.removed,
        facilities: records.facilities,
        services: records.services,
        organisations: records.organisations,
        cases: records.cases,
        rules: records.rules,
        calendar: records.calendar,
        pages: records.pages,
        known: records.known,
        pictures,
        bodies,
        lists: Lists::default(),
        signing,
    };
    site.lists = Lists::of(&site);
    (site, problems)
}

/// Drafts other than people leave no trace. (The people among them are kept
/// apart, so that it can be checked that nobody names them.)
fn publish_only(records: &mut Records) {
    let drafts = &mut records.drafts;
    macro_rules! drop_drafts {
        ($kind:expr, $table:expr) => {
            $table.retain(|id, (_, record)| {
                if record.common.draft {
                    drafts.insert(($kind, id.clone()));
                }
                !record.common.draft
            });
        };
    }
    drop_drafts!(Kind::Facility, records.facilities);
    drop_drafts!(Kind::Service, records.services);
    drop_drafts!(Kind::Organisation, records.organisations);
    drop_drafts!(Kind::Case, records.cases);
    drop_drafts!(Kind::Rules, records.rules);
    drop_drafts!(Kind::LetterDay, records.calendar);
    drop_drafts!(Kind::Page, records.pages);
}

impl Site {
    /// Whether a birthday list has anybody.
    #[must_use]
    pub fn has_birthdays(&self) -> bool {
        self.people
            .values()
            .any(|person| person.birthday().is_some())
    }

    /// The language of bodies that do not say another.
    #[must_use]
    pub fn first_language(&self) -> &Lang {
        &self.config.languages[0]
    }

    /// A facility.
    #[must_use]
    pub fn facility(&self, id: &Id) -> Option<&Facility> {
        self.facilities.get(id).map(|(_, facility)| facility)
    }

    /// An organisation.
    #[must_use]
    pub fn organisation(&self, id: &Id) -> Option<&Organisation> {
        self.organisations
            .get(id)
            .map(|(_, organisation)| organisation)
    }

    /// A case.
    #[must_use]
    pub fn case(&self, id: &Id) -> Option<&Case> {
        self.cases.get(id).map(|(_, case)| case)
    }

    /// A letter service.
    #[must_use]
    pub fn service(&self, id: &Id) -> Option<&Service> {
        self.services.get(id).map(|(_, service)| service)
    }

    /// A country's letter rules.
    #[must_use]
    pub fn rules(&self, country: &crate::record::Country) -> Option<&Rules> {
        self.rules.get(country.as_str()).map(|(_, rules)| rules)
    }

    /// The rendered text of a record.
    #[must_use]
    pub fn bodies(&self, kind: Kind, id: &Id) -> Option<&Bodies> {
        self.bodies.get(&(kind, id.clone()))
    }
}
