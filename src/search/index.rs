//! The index of a site: everybody by each word of the names that may be shown, and
//! facilities by name, town and region.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cut::{Keyed, cut};
use super::names::Names;
use crate::record::Id;
use crate::site::Site;

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
