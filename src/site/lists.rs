//! Who belongs together: by facility, case, region, article of law, and by what
//! a letter can begin with.

use std::collections::{BTreeMap, BTreeSet};

use super::{Person, Site};
use crate::record::{Event, Facility, Id, Lang, LangText, Topic};
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
    /// To whom anybody may write today, by the languages that they read.
    pub by_language: BTreeMap<Lang, Vec<Id>>,
    /// To whom anybody may write today, by what a letter can be about.
    pub by_topic: BTreeMap<Topic, Vec<Id>>,
    /// Whose birthday may be named, by month and day.
    pub by_birthday: BTreeMap<(i8, i8), Vec<Id>>,
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
        self.add_facets(person);
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

impl Lists {
    fn add_facets(&mut self, person: &Person) {
        let id = || person.id.clone();
        if let Some(day) = person.birthday() {
            self.by_birthday.entry(day).or_default().push(id());
        }
        if !person.is_open_to_letters() {
            return;
        }
        let languages: BTreeSet<&Lang> = person.record.languages.iter().collect();
        for lang in languages {
            self.by_language.entry(lang.clone()).or_default().push(id());
        }
        let topics: BTreeSet<Topic> = person.record.topics.iter().copied().collect();
        for topic in topics {
            self.by_topic.entry(topic).or_default().push(id());
        }
    }

    /// The birthdays of a month, by day.
    pub fn birthdays_in(&self, month: i8) -> impl Iterator<Item = (i8, &Vec<Id>)> {
        let days = self.by_birthday.range((month, 0)..(month + 1, 0));
        days.map(|((_, day), ids)| (*day, ids))
    }
}

impl Site {
    /// A region's name, from a facility that has one.
    #[must_use]
    pub fn region_name(&self, code: &str) -> Option<&LangText> {
        let facilities = self.lists.facilities_in.get(code).into_iter().flatten();
        let mut names = facilities.filter_map(|id| self.facility(id)?.region_name.as_ref());
        names.next()
    }

    /// How many characters somebody's row in a list has, in the language in which
    /// it has most: so all languages are cut alike.
    #[must_use]
    pub fn row_length(&self, person: &Person) -> usize {
        let longest = |text: Option<&LangText>| {
            let lengths = text.into_iter().flat_map(LangText::all);
            lengths.map(|text| text.chars().count()).max().unwrap_or(0)
        };
        let names = &person.record.names;
        let place = self.shown_facility(person);
        let place = place.map(|(_, facility)| facility.short.as_ref().unwrap_or(&facility.name));
        longest(Some(&names.given))
            + longest(names.surname.as_ref())
            + longest(person.record.about.as_ref())
            + longest(place)
    }

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
