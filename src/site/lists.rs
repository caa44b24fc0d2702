//! Who belongs together: by facility, case, region and article of law.

use std::collections::{BTreeMap, BTreeSet};

use super::{Person, Site};
use crate::record::{Event, Facility, Id};
use crate::transliterate;

/// People by what they have in common. The ids are in order; a page sorts by name.
#[derive(Debug, Default)]
pub struct Lists {
    /// Who is in a facility now and may be named there: nobody whose address is withheld.
    pub held_in: BTreeMap<Id, Vec<Id>>,
    /// Whose persecution is over and who was in a facility once.
    pub once_in: BTreeMap<Id, Vec<Id>>,
    /// Who belongs to a case.
    pub by_case: BTreeMap<Id, Vec<Id>>,
    /// Who is in a region now, by its code, by the same rule as for facilities.
    pub by_region: BTreeMap<String, Vec<Id>>,
    /// Who is or was accused under an article of law: by its word in paths, with its name.
    pub by_article: BTreeMap<String, (String, Vec<Id>)>,
    /// Facilities by region code.
    pub facilities_in: BTreeMap<String, Vec<Id>>,
}

impl Lists {
    pub(super) fn of(site: &Site) -> Self {
        let mut lists = Lists::default();
        for (id, (_, facility)) in &site.facilities {
            if let Some(region) = &facility.region {
                lists
                    .facilities_in
                    .entry(region.clone())
                    .or_default()
                    .push(id.clone());
            }
        }
        for person in site.people.values() {
            lists.add(site, person);
        }
        lists
    }

    fn add(&mut self, site: &Site, person: &Person) {
        if let Some((id, facility)) = site.shown_facility(person) {
            self.held_in
                .entry(id.clone())
                .or_default()
                .push(person.id.clone());
            if let Some(region) = &facility.region {
                self.by_region
                    .entry(region.clone())
                    .or_default()
                    .push(person.id.clone());
            }
        }
        for case in &person.record.cases {
            self.by_case
                .entry(case.clone())
                .or_default()
                .push(person.id.clone());
        }
        for article in person.articles() {
            let (_, people) = self
                .by_article
                .entry(article_slug(article))
                .or_insert_with(|| (article.to_owned(), Vec::new()));
            if people.last() != Some(&person.id) {
                people.push(person.id.clone());
            }
        }
        if person.derived.folded.custody.is_over() {
            for facility in distinct(&person.record.timeline, |event| event.facility.as_ref()) {
                self.once_in
                    .entry(facility.clone())
                    .or_default()
                    .push(person.id.clone());
            }
        }
    }
}

impl Site {
    /// The facility in which somebody is now, if the page may say so.
    #[must_use]
    pub fn shown_facility(&self, person: &Person) -> Option<(&Id, &Facility)> {
        let id = person.derived.public_facility()?;
        self.facilities
            .get_key_value(id)
            .map(|(id, (_, facility))| (id, facility))
    }
}

impl Person {
    /// The articles of law that the timeline names.
    #[must_use]
    pub fn articles(&self) -> BTreeSet<&str> {
        self.record
            .timeline
            .iter()
            .flat_map(|event| event.articles.iter().map(String::as_str))
            .collect()
    }
}

fn distinct<'a, T: Ord + 'a>(
    events: &'a [Event],
    of: impl Fn(&'a Event) -> Option<&'a T>,
) -> BTreeSet<&'a T> {
    events.iter().filter_map(of).collect()
}

/// An article of law as a path's word: `УК РФ 207.3` becomes `uk-rf-207-3`.
/// Articles that differ only in points and spaces are one.
#[must_use]
pub fn article_slug(article: &str) -> String {
    transliterate::id_from_name(article, None).unwrap_or_else(|| "other".into())
}
