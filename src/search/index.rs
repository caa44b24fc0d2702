//! The index of a site: everybody by each word of the names that may be shown, and
//! facilities by name, town and region.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cut::{Keyed, cut};
use super::fold::fold;
use crate::record::{Facility, Id, LangText};
use crate::site::{Person, Site};

/// About so many bytes are in one file: with what is common to all of it, it comes
/// through a connection that is cut after 16 kB also when the host does not compress.
const ROOM: usize = 10_000;

/// What an entry takes beside its words.
const AROUND: usize = 32;

/// Who or what is found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A person.
    Person(Id),
    /// A facility.
    Facility(Id),
}

/// One file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shard {
    /// With what its keys begin.
    pub prefix: Arc<str>,
    /// Who is found there; somebody with two names of one beginning is found once.
    pub subjects: Vec<Subject>,
}

/// The files of the index, the same in every language of a site.
#[derive(Debug, Default)]
pub struct Index {
    /// The shards, by prefix.
    pub shards: Vec<Shard>,
    /// The shards' prefixes in lists, by their own prefix; the first has none.
    pub lists: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    words: BTreeMap<Subject, BTreeSet<String>>,
}

struct Entry {
    key: String,
    weight: usize,
    owner: usize,
    subject: Subject,
}

impl Keyed for Entry {
    fn key(&self) -> &str {
        &self.key
    }

    fn owner(&self) -> usize {
        self.owner
    }

    fn weight(&self) -> usize {
        self.weight
    }
}

impl Index {
    /// The index of all who are published.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let mut index = Index::default();
        let mut entries = Vec::new();
        for person in site.people.values() {
            let subject = Subject::Person(person.id.clone());
            index.add(&mut entries, subject, &Names::of_person(site, person));
        }
        for (id, (_, facility)) in &site.facilities {
            let subject = Subject::Facility(id.clone());
            index.add(&mut entries, subject, &Names::of_facility(facility));
        }
        entries.sort_by(|one, other| one.key.cmp(&other.key));
        index.shards = cut(&entries, ROOM).iter().map(shard).collect();
        index.lists = lists(&index.shards);
        index
    }

    /// All words by which somebody is found.
    #[must_use]
    pub fn words(&self, subject: &Subject) -> Option<&BTreeSet<String>> {
        self.words.get(subject)
    }

    /// A shard.
    #[must_use]
    pub fn shard(&self, prefix: &str) -> Option<&Shard> {
        let at = self
            .shards
            .binary_search_by(|shard| (*shard.prefix).cmp(prefix));
        at.ok().map(|at| &self.shards[at])
    }

    fn add(&mut self, entries: &mut Vec<Entry>, subject: Subject, names: &Names) {
        let words = names.words();
        let id = match &subject {
            Subject::Person(id) | Subject::Facility(id) => id,
        };
        let all: usize = words.iter().map(|word| word.len() + 1).sum();
        let owner = self.words.len();
        let weight = AROUND + id.as_str().len() + names.longest + all;
        entries.extend(words.iter().map(|word| Entry {
            key: format!("{word}-{}-{id}", names.beside(word)),
            weight,
            owner,
            subject: subject.clone(),
        }));
        self.words.insert(subject, words);
    }
}

fn shard(group: &super::Group<'_, Entry>) -> Shard {
    let subjects: BTreeSet<&Subject> = group.items.iter().map(|entry| &entry.subject).collect();
    Shard {
        prefix: group.prefix.into(),
        subjects: subjects.into_iter().cloned().collect(),
    }
}

impl Keyed for Shard {
    fn key(&self) -> &str {
        &self.prefix
    }

    fn owner(&self) -> usize {
        self.prefix.as_ptr().addr()
    }

    fn weight(&self) -> usize {
        self.prefix.len() + 1
    }
}

fn lists(shards: &[Shard]) -> BTreeMap<Arc<str>, Vec<Arc<str>>> {
    let prefixes = |group: &super::Group<'_, Shard>| {
        let prefixes = group.items.iter().map(|shard| Arc::clone(&shard.prefix));
        (Arc::from(group.prefix), prefixes.collect())
    };
    let mut lists: BTreeMap<Arc<str>, Vec<Arc<str>>> =
        cut(shards, ROOM).iter().map(prefixes).collect();
    lists.entry("".into()).or_default();
    lists
}

/// The names of somebody, by what they are to a key.
struct Names {
    /// What comes first in a list: surnames.
    first: Vec<String>,
    /// Given names.
    second: Vec<String>,
    /// Patronymics, other spellings.
    more: Vec<String>,
    /// How long the longest of the names is that pages show.
    longest: usize,
}

impl Names {
    /// A protected minor has a given name and nothing else.
    fn of_person(site: &Site, person: &Person) -> Self {
        let open = !person.derived.minor_protected;
        let names = &person.record.names;
        let part = |text: Option<&LangText>| folded(text.filter(|_| open));
        let also = names.also.iter().filter(|_| open);
        let shown = |lang| person.name(lang, &site.config.languages).short.len();
        Names {
            first: part(names.surname.as_ref()),
            second: folded(Some(&names.given)),
            more: part(names.patronymic.as_ref())
                .into_iter()
                .chain(also.flat_map(|name| fold(name)))
                .collect(),
            longest: site.config.languages.iter().map(shown).max().unwrap_or(0),
        }
    }

    fn of_facility(facility: &Facility) -> Self {
        let town = facility
            .address
            .as_ref()
            .and_then(|address| address.town.as_deref());
        let longest = facility.name.all().map(str::len).max();
        Names {
            first: folded(facility.short.as_ref()),
            second: folded(Some(&facility.name)),
            more: folded(facility.region_name.as_ref())
                .into_iter()
                .chain(
                    facility
                        .renamed
                        .iter()
                        .flat_map(|old| folded(Some(&old.from))),
                )
                .chain(town.into_iter().flat_map(fold))
                .collect(),
            longest: longest.unwrap_or(0),
        }
    }

    fn words(&self) -> BTreeSet<String> {
        let all = self.first.iter().chain(&self.second).chain(&self.more);
        all.cloned().collect()
    }

    /// What stands after a word in its key, so that a common name is cut by what
    /// tells its bearers apart.
    fn beside(&self, word: &String) -> &str {
        let (one, other) = match self.first.contains(word) {
            true => (&self.second, &self.first),
            false => (&self.first, &self.second),
        };
        one.first().or(other.first()).map_or("", String::as_str)
    }
}

fn folded(text: Option<&LangText>) -> Vec<String> {
    let texts = text.into_iter().flat_map(LangText::all);
    texts.flat_map(fold).collect()
}
