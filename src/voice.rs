//! One language of the site: its words, its order of names, and its lists.

mod index;
mod key;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::plan::{Entry, Listing, Room, Spelling, cut, index_keys, label_keys, list_keys};
use crate::record::{Id, Kind, Lang};
use crate::site::{PersonName, Site};
use crate::texts::{Collator, Texts};

pub use key::{IndexKey, ListKey};

/// Lists of people, each cut into pages.
type Lists = BTreeMap<ListKey, Listing<Id>>;

/// Everything that a page needs to speak one language.
pub struct Voice {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub texts: Arc<Texts>,
    /// Its order of names.
    pub collator: Collator,
    /// Everybody's name in it.
    pub names: BTreeMap<Id, PersonName>,
    /// Its lists of people, cut into pages.
    pub listings: Lists,
    /// The lists that have sheets of labels, cut likewise.
    pub labels: Lists,
    /// Its lists of other pages, cut into pages.
    pub indexes: BTreeMap<IndexKey, Listing<String>>,
}

impl Voice {
    /// A voice for a site.
    #[must_use]
    pub fn new(lang: &Lang, texts: Arc<Texts>, site: &Site) -> Self {
        let order = &site.config.languages;
        let names = site
            .people
            .values()
            .map(|person| (person.id.clone(), person.name(lang, order)))
            .collect();
        let collator = Collator::new(texts.language());
        let mut voice = Voice {
            lang: lang.clone(),
            texts,
            collator,
            names,
            listings: BTreeMap::new(),
            labels: BTreeMap::new(),
            indexes: BTreeMap::new(),
        };
        (voice.listings, voice.labels) = voice.lists_of(site);
        voice.indexes = voice.indexes_of(site);
        voice
    }

    /// Somebody's name.
    ///
    /// # Panics
    ///
    /// Never for people of the site that the voice was made for.
    #[must_use]
    pub fn name(&self, id: &Id) -> &PersonName {
        &self.names[id]
    }

    /// Takes the names of some people from the site anew, and leaves all lists as they are.
    pub(crate) fn name_again(&mut self, site: &Site, keys: &[(Kind, Id)]) {
        let people = keys.iter().filter(|(kind, _)| *kind == Kind::Prisoner);
        for person in people.filter_map(|(_, id)| site.people.get(id)) {
            let name = person.name(&self.lang, &site.config.languages);
            self.names.insert(person.id.clone(), name);
        }
    }

    /// People by name.
    #[must_use]
    pub fn in_order(&self, ids: &[Id]) -> Vec<Id> {
        let mut ids = ids.to_vec();
        ids.sort_by_cached_key(|id| (self.collator.sort_key(&self.name(id).sort), id.clone()));
        ids
    }

    /// Lists of people, and their labels.
    fn lists_of(&self, site: &Site) -> (Lists, Lists) {
        let mut spelling = Spelling::new(&self.collator);
        let people = site.people.values().map(|person| {
            let name = &self.name(&person.id).sort;
            (person.id.clone(), name.clone(), site.row_length(person))
        });
        let roster = sorted(people.collect(), &self.collator, &mut spelling);
        let rank: BTreeMap<&Id, usize> = roster.iter().map(|it| &it.key).zip(0..).collect();
        let mut listing = |ids: &[Id], first: Room, room: Room| {
            let mut ranks: Vec<usize> = ids.iter().filter_map(|id| rank.get(id).copied()).collect();
            ranks.sort_unstable();
            let entries: Vec<&Entry<Id>> = ranks.into_iter().map(|rank| &roster[rank]).collect();
            cut(&entries, first, room, &mut spelling)
        };
        let lists = list_keys(site).into_iter().map(|(key, ids)| {
            let listing = listing(&ids, key.first_room(), Room::PEOPLE);
            (key, listing)
        });
        let lists = lists.collect();
        let labels = label_keys(site).into_iter();
        let labels = labels.map(|(key, ids)| (key, listing(&ids, Room::LABELS, Room::LABELS)));
        (lists, labels.collect())
    }

    fn indexes_of(&self, site: &Site) -> BTreeMap<IndexKey, Listing<String>> {
        let mut spelling = Spelling::new(&self.collator);
        let mut index = |(key, words): (IndexKey, Vec<String>)| {
            let named = words.into_iter().map(|word| {
                let name = self.index_name(site, key, &word);
                let length = name.chars().count();
                (word, name, length)
            });
            let entries = sorted(named.collect(), &self.collator, &mut spelling);
            let entries: Vec<&Entry<String>> = entries.iter().collect();
            let index = cut(&entries, Room::PAGES, Room::PAGES, &mut spelling);
            (key, index)
        };
        index_keys(site).into_iter().map(&mut index).collect()
    }
}

/// Keys with the names to sort by and the lengths of their rows, in the language's order.
fn sorted<K: Clone + Ord + Send + Sync>(
    named: Vec<(K, String, usize)>,
    collator: &Collator,
    spelling: &mut Spelling<'_>,
) -> Vec<Entry<K>> {
    let keyed = named.into_par_iter();
    let mut keyed: Vec<_> = keyed
        .map(|named| (collator.sort_key(&named.1), named))
        .collect();
    keyed.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.0.cmp(&other.0)));
    let entry = |(_, (key, name, length)): (Vec<u8>, (K, String, usize))| Entry {
        key,
        places: spelling.places(&name),
        name,
        length,
    };
    keyed.into_iter().map(entry).collect()
}
