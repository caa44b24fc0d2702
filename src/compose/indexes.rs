//! Indexes: pages that list other pages.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::frame::Frame;
use super::listing::Ways;
use super::lists::number;
use crate::plan::{Local, Part};
use crate::record::{Country, Id, Lang, Topic};
use crate::view::{Index, IndexGroup, IndexItem, Phrase};
use crate::voice::{IndexKey, ListKey};

/// One page of an index.
pub(super) fn index(desk: &Desk<'_>, key: IndexKey, part: &Part) -> Index {
    let ways = Ways {
        desk,
        listing: &desk.voice.indexes[&key],
        local: &|part| Local::Index(key, part),
    };
    let heading = desk.say(&key.text());
    let intro = desk.say(&format!("{}-intro", key.text()));
    let section = ways.listing.section(part);
    let words = section.map_or(&[][..], |section| &section.entries);
    let frame = Frame::titled(ways.title(&heading, part)).described(Some(intro.clone()));
    Index {
        page: ways.below(frame, heading.clone(), part).page(desk),
        intro: Some(intro).filter(|_| part.is_whole()),
        letters: ways.letters(part),
        parts: ways.far_below(part),
        groups: match key {
            IndexKey::Facilities => by_country(desk, words),
            _ => one_group(words.iter().filter_map(|word| item(desk, key, word))),
        },
        heading,
    }
}

/// Facilities, by country.
fn by_country(desk: &Desk<'_>, words: &[String]) -> Vec<IndexGroup> {
    let mut countries: BTreeMap<&Country, Vec<IndexItem>> = BTreeMap::new();
    for word in words {
        let facility = desk.site().facilities.get(word.as_str());
        let item = item(desk, IndexKey::Facilities, word);
        if let Some(((_, facility), item)) = facility.zip(item) {
            countries.entry(&facility.country).or_default().push(item);
        }
    }
    let group = |(country, items): (&Country, Vec<IndexItem>)| IndexGroup {
        heading: Some(desk.country(country).name),
        items,
    };
    let mut groups: Vec<IndexGroup> = countries.into_iter().map(group).collect();
    groups.sort_by(|a, b| desk.voice.collator.compare(heading_of(a), heading_of(b)));
    groups
}

fn heading_of(group: &IndexGroup) -> &str {
    group.heading.as_ref().map_or("", |heading| &heading.text)
}

fn one_group(items: impl Iterator<Item = IndexItem>) -> Vec<IndexGroup> {
    let items: Vec<IndexItem> = items.collect();
    let group = |items| IndexGroup {
        heading: None,
        items,
    };
    Some(items)
        .filter(|items| !items.is_empty())
        .map(group)
        .into_iter()
        .collect()
}

/// An entry, by its word in paths.
fn item(desk: &Desk<'_>, key: IndexKey, word: &str) -> Option<IndexItem> {
    match key {
        IndexKey::Facilities => facility(desk, word),
        IndexKey::Cases => {
            let (id, (_, case)) = desk.site().cases.get_key_value(word)?;
            Some(list(
                desk,
                ListKey::Case(id.clone()),
                desk.phrase(&case.name),
            ))
        }
        IndexKey::Regions => {
            let key = ListKey::Region(word.to_owned());
            Some(list(desk, key, desk.region_name(word)))
        }
        IndexKey::Articles => {
            let (name, _) = desk.site().lists.by_article.get(word)?;
            let key = ListKey::Article(word.to_owned());
            Some(list(desk, key, desk.words(name)))
        }
        IndexKey::Languages => {
            let lang = Lang::parse(word)?;
            let name = desk.voice.language_name(&lang);
            Some(list(desk, ListKey::Language(lang), capital(&name).into()))
        }
        IndexKey::Topics => {
            let (_, topic) = Topic::ALL.iter().find(|(of, _)| *of == word)?;
            let name = desk.word("topic", word);
            Some(list(desk, ListKey::Topic(*topic), capital(&name).into()))
        }
        IndexKey::Services | IndexKey::Organisations | IndexKey::Countries => page(desk, key, word),
    }
}

fn facility(desk: &Desk<'_>, word: &str) -> Option<IndexItem> {
    let (id, (_, facility)) = desk.site().facilities.get_key_value(word)?;
    let item = list(
        desk,
        ListKey::Facility(id.clone()),
        desk.phrase(&facility.name),
    );
    Some(IndexItem {
        note: Some(desk.word("facility-type", facility.kind.as_str()).into()),
        people: item.people.filter(|held| *held > 0),
        ..item
    })
}

/// A list of people, with how many it holds.
fn list(desk: &Desk<'_>, key: ListKey, name: Phrase) -> IndexItem {
    let listing = desk.voice.listings.get(&key);
    IndexItem {
        people: listing.map(|listing| number(listing.whole().count)),
        href: desk.to_list(key),
        name,
        note: None,
    }
}

/// A page that is no list.
fn page(desk: &Desk<'_>, key: IndexKey, word: &str) -> Option<IndexItem> {
    let (site, id) = (desk.site(), Id::parse(word)?);
    let (name, local) = match key {
        IndexKey::Services => (&site.service(&id)?.name, Local::Service(id)),
        IndexKey::Organisations => (&site.organisation(&id)?.name, Local::Organisation(id)),
        _ => {
            let (_, rules) = site.rules.get(word)?;
            let name = rules.title.as_ref().unwrap_or(&rules.name);
            (name, Local::Rules(id))
        }
    };
    Some(IndexItem {
        href: desk.to(local),
        name: desk.phrase(name),
        note: None,
        people: None,
    })
}

/// Words as a line begins with them.
fn capital(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
