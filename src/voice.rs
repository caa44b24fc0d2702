//! One language of the site: its words, its order of names, and its lists.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::plan::{Entry, LABELS, Listing, ROOM, cut, label_keys, list_keys};
use crate::record::{Id, Lang};
use crate::site::{PersonName, Site};
use crate::texts::{Collator, Texts};

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
    pub listings: BTreeMap<ListKey, Listing>,
    /// The lists that have sheets of labels, cut likewise.
    pub labels: BTreeMap<ListKey, Listing>,
}

/// Which list of people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListKey {
    /// Everybody whose persecution goes on.
    People,
    /// Everybody whose persecution is over.
    Released,
    /// Who is in a facility and may be named there.
    Facility(Id),
    /// Who belongs to a case.
    Case(Id),
    /// Who is in a region, by its code.
    Region(String),
    /// Who is accused under an article, by its word in paths.
    Article(String),
}

impl ListKey {
    /// Whether the people of such a list are written to together.
    #[must_use]
    pub fn has_labels(&self) -> bool {
        match self {
            ListKey::People | ListKey::Facility(_) | ListKey::Case(_) | ListKey::Region(_) => true,
            ListKey::Released | ListKey::Article(_) => false,
        }
    }
}

/// How many letters of a name a list can be cut by.
const LETTERS: usize = 4;

impl Voice {
    /// A voice for a site.
    #[must_use]
    pub fn new(lang: &Lang, texts: Arc<Texts>, site: &Site) -> Self {
        let collator = Collator::new(texts.language());
        let order = &site.config.languages;
        let names: BTreeMap<Id, PersonName> = site
            .people
            .values()
            .map(|person| (person.id.clone(), person.name(lang, order)))
            .collect();
        let roster = roster(&names, &collator);
        let cut_to = |room: usize, lists: Vec<(ListKey, Vec<Id>)>| {
            let lists = lists.into_iter();
            lists
                .map(|(key, ids)| (key, listing(&roster, &ids, room)))
                .collect()
        };
        let listings = cut_to(ROOM, list_keys(site));
        let labels = cut_to(LABELS, label_keys(site));
        Voice {
            lang: lang.clone(),
            texts,
            collator,
            names,
            listings,
            labels,
        }
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
}

/// Everybody in the language's order, with the rank of each.
type Roster = BTreeMap<Id, (usize, Entry)>;

fn roster(names: &BTreeMap<Id, PersonName>, collator: &Collator) -> Roster {
    let alphabet: BTreeMap<&str, u16> = collator.alphabet().zip(1..).collect();
    let mut keyed: Vec<(Vec<u8>, Entry)> = names
        .par_iter()
        .map(|(id, name)| {
            let entry = Entry {
                id: id.clone(),
                letters: letters(&name.sort, collator, &alphabet),
            };
            (collator.sort_key(&name.sort), entry)
        })
        .collect();
    keyed.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.id.cmp(&other.id)));
    keyed
        .into_iter()
        .enumerate()
        .map(|(rank, (_, entry))| (entry.id.clone(), (rank, entry)))
        .collect()
}

fn letters(name: &str, collator: &Collator, alphabet: &BTreeMap<&str, u16>) -> Vec<(u16, String)> {
    let letter = |(at, c): (usize, char)| {
        let initial = collator.initial(&name[at..at + c.len_utf8()]);
        let place = alphabet.get(initial).copied().unwrap_or_default();
        let shown = if at == 0 {
            initial.to_owned()
        } else {
            initial.to_lowercase()
        };
        (place, shown)
    };
    name.char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .take(LETTERS)
        .map(letter)
        .collect()
}

fn listing(roster: &Roster, ids: &[Id], room: usize) -> Listing {
    let mut entries: Vec<&(usize, Entry)> = ids.iter().filter_map(|id| roster.get(id)).collect();
    entries.sort_by_key(|(rank, _)| *rank);
    let entries: Vec<&Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    cut(&entries, room)
}
