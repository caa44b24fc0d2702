//! Which lists there are, and what each holds.

use super::Room;
use crate::record::{Id, Mail};
use crate::site::{Person, Site};
use crate::voice::{IndexKey, ListKey};

/// The lists of people that every language has, with the ids of their people.
#[must_use]
pub fn list_keys(site: &Site) -> Vec<(ListKey, Vec<Id>)> {
    let over = |released: bool| {
        ids(site, |person| {
            person.derived.folded.custody.is_over() == released
        })
    };
    let mut lists = vec![
        (ListKey::People, over(false)),
        (ListKey::Released, over(true)),
    ];
    let of = |id: &Id, map: &std::collections::BTreeMap<Id, Vec<Id>>| {
        map.get(id).cloned().unwrap_or_default()
    };
    for id in site.facilities.keys() {
        lists.push((ListKey::Facility(id.clone()), of(id, &site.lists.held_in)));
    }
    for id in site.cases.keys() {
        lists.push((ListKey::Case(id.clone()), of(id, &site.lists.by_case)));
    }
    let region = |(code, ids): (&String, &Vec<Id>)| (ListKey::Region(code.clone()), ids.clone());
    lists.extend(site.lists.by_region.iter().map(region));
    let article = |(slug, (_, ids)): (&String, &(String, Vec<Id>))| {
        (ListKey::Article(slug.clone()), ids.clone())
    };
    lists.extend(site.lists.by_article.iter().map(article));
    lists.extend(facets(site));
    lists
}

/// The lists that have sheets of labels, with the ids of those to whom one may
/// write. For a single label there is the person's own sheet.
#[must_use]
pub fn label_keys(site: &Site) -> Vec<(ListKey, Vec<Id>)> {
    let may_write = |id: &Id| {
        let person = site.people.get(id);
        person.is_some_and(|person| person.derived.one_may_write())
    };
    let has_label = |id: &Id| {
        let person = site.people.get(id);
        person.is_some_and(|person| person.label_points().is_some())
    };
    let mut lists = list_keys(site);
    lists.retain(|(key, ids)| {
        key.has_labels() && ids.iter().filter(|id| has_label(id)).nth(1).is_some()
    });
    for (_, ids) in &mut lists {
        ids.retain(may_write);
    }
    lists
}

/// Lists by what a letter begins with. They hold those to whom anybody may write
/// today, since whoever looks for a language or an interest wants to write; a list
/// without anybody is none.
fn facets(site: &Site) -> Vec<(ListKey, Vec<Id>)> {
    let few = |person: &Person| person.record.mail == Some(Mail::Few);
    let mut facets = vec![
        (ListKey::Writable, ids(site, Person::is_open_to_letters)),
        (
            ListKey::FewLetters,
            ids(site, |person| person.is_open_to_letters() && few(person)),
        ),
    ];
    let lists = &site.lists;
    let language = lists.by_language.iter();
    facets.extend(language.map(|(lang, ids)| (ListKey::Language(lang.clone()), ids.clone())));
    let topic = lists.by_topic.iter();
    facets.extend(topic.map(|(topic, ids)| (ListKey::Topic(*topic), ids.clone())));
    facets.extend(birthdays(site));
    facets.retain(|(_, ids)| !ids.is_empty());
    facets
}

/// The days of months that have too many birthdays for one page.
fn birthdays(site: &Site) -> impl Iterator<Item = (ListKey, Vec<Id>)> + '_ {
    let crowded = (1..=12).filter(|month| !fits_a_page(site, *month));
    crowded.flat_map(|month| {
        let days = site.lists.birthdays_in(month);
        days.map(move |(day, ids)| (ListKey::Birthday(month, day), ids.clone()))
    })
}

fn fits_a_page(site: &Site, month: i8) -> bool {
    let people = site.lists.birthdays_in(month).flat_map(|(_, ids)| ids);
    let lengths = people.filter_map(|id| Some(site.row_length(site.people.get(id)?)));
    Room::DAYS.holds(lengths.collect::<Vec<_>>().into_iter())
}

fn ids(site: &Site, is_in: impl Fn(&Person) -> bool) -> Vec<Id> {
    let people = site.people.values().filter(|person| is_in(person));
    people.map(|person| person.id.clone()).collect()
}

/// The lists of other pages, with the words for these in paths. Lists of what
/// nobody has are left out where a site may well have none.
#[must_use]
pub fn index_keys(site: &Site) -> Vec<(IndexKey, Vec<String>)> {
    fn words<'a>(ids: impl Iterator<Item = &'a Id>) -> Vec<String> {
        ids.map(Id::to_string).collect()
    }
    let lists = &site.lists;
    // Rules that only name a country are reached from its facilities.
    let known = site.rules.iter();
    let known = known.filter(|(_, (_, rules))| rules.letters.iter().next().is_some());
    let mut indexes = vec![
        (IndexKey::Facilities, words(site.facilities.keys())),
        (IndexKey::Services, words(site.services.keys())),
        (IndexKey::Organisations, words(site.organisations.keys())),
        (IndexKey::Cases, words(site.cases.keys())),
        (IndexKey::Countries, words(known.map(|(id, _)| id))),
        (IndexKey::Regions, lists.by_region.keys().cloned().collect()),
        (
            IndexKey::Articles,
            lists.by_article.keys().cloned().collect(),
        ),
    ];
    let languages: Vec<String> = lists.by_language.keys().map(ToString::to_string).collect();
    let topics = lists.by_topic.keys();
    let topics: Vec<String> = topics.map(|topic| topic.as_str().to_owned()).collect();
    let facets = [(IndexKey::Languages, languages), (IndexKey::Topics, topics)];
    indexes.extend(facets.into_iter().filter(|(_, words)| !words.is_empty()));
    indexes
}
