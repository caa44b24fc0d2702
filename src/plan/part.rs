//! Long lists, cut by letter and not by number, so that one new person changes one page.

use std::fmt;

use crate::record::Id;

/// The part of a list on one page: nothing for the first page, then the places
/// of letters in the alphabet, counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part(pub Vec<u16>);

impl Part {
    /// The first page of a list.
    #[must_use]
    pub fn whole() -> Self {
        Part::default()
    }

    /// Whether this is the first page.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_empty()
    }
}

/// `letter-03-11`, as it stands in a path.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("letter")?;
        self.0.iter().try_for_each(|place| write!(f, "-{place:02}"))
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which part it is.
    pub part: Part,
    /// The letters that its names begin with; empty for the first page.
    pub letters: String,
    /// Its people, in the language's order; none where the parts below hold them.
    pub people: Vec<Id>,
    /// How many people it holds, those of the parts below included.
    pub count: usize,
}

/// A list of people on one page or several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The pages; the first is the whole list's.
    pub sections: Vec<Section>,
}

impl Listing {
    /// The parts, each a page.
    pub fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        self.sections.iter().map(|section| section.part.clone())
    }

    /// One page.
    #[must_use]
    pub fn section(&self, part: &Part) -> Option<&Section> {
        self.sections.iter().find(|section| section.part == *part)
    }

    /// The pages one letter below a part.
    pub fn below<'a>(&'a self, part: &'a Part) -> impl Iterator<Item = &'a Section> {
        let depth = part.0.len();
        self.sections.iter().filter(move |section| {
            section.part.0.len() == depth + 1 && section.part.0.starts_with(&part.0)
        })
    }
}

/// A name as a list needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose it is.
    pub id: Id,
    /// The first letters of the name to sort by: place in the alphabet, and the letter.
    pub letters: Vec<(u16, String)>,
}

/// The most people that one page lists.
pub const ROOM: usize = 100;

/// The most labels on one page: an address is longer than a row of a list.
pub const LABELS: usize = 48;

/// Cuts a sorted list into pages of at most so many people ([`ROOM`], [`LABELS`])
/// where names differ early enough.
#[must_use]
pub fn cut(entries: &[&Entry], room: usize) -> Listing {
    let mut listing = Listing::default();
    add(&mut listing, entries, room, (Part::whole(), String::new()));
    listing
}

fn add(listing: &mut Listing, entries: &[&Entry], room: usize, (part, letters): (Part, String)) {
    let depth = part.0.len();
    let can_cut = entries.iter().any(|entry| entry.letters.len() > depth);
    let fits = entries.len() <= room || !can_cut;
    let people = if fits {
        entries.iter().map(|entry| entry.id.clone()).collect()
    } else {
        Vec::new()
    };
    listing.sections.push(Section {
        part: part.clone(),
        letters: letters.clone(),
        people,
        count: entries.len(),
    });
    if fits {
        return;
    }
    for (place, letter, group) in groups(entries, depth) {
        let mut below = part.clone();
        below.0.push(place);
        add(listing, &group, room, (below, format!("{letters}{letter}")));
    }
}

type Group<'a> = (u16, String, Vec<&'a Entry>);

/// Entries by their letter at a depth, in the order of the alphabet; names that
/// end before it come first.
fn groups<'a>(entries: &[&'a Entry], depth: usize) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for entry in entries {
        let (place, letter) = entry.letters.get(depth).cloned().unwrap_or_default();
        match groups.iter_mut().find(|(other, ..)| *other == place) {
            Some((_, _, group)) => group.push(entry),
            None => groups.push((place, letter, vec![entry])),
        }
    }
    groups.sort_by_key(|(place, ..)| *place);
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str) -> Entry {
        let letters = name
            .bytes()
            .take(3)
            .map(|b| (u16::from(b - b'a') + 1, char::from(b).to_string()));
        Entry {
            id: Id::parse(name).unwrap(),
            letters: letters.collect(),
        }
    }

    #[test]
    fn a_short_list_is_one_page() {
        let entries = [entry("anna"), entry("boris")];
        let listing = cut(&entries.iter().collect::<Vec<_>>(), ROOM);
        assert_eq!(listing.sections.len(), 1);
        assert_eq!(listing.sections[0].people.len(), 2);
    }

    #[test]
    fn a_long_list_is_cut_by_letters_and_holds_everybody_once() {
        let names: Vec<Entry> = (0..300)
            .map(|n| {
                entry(&format!(
                    "{}{}x{n}",
                    ["a", "b", "b"][n % 3],
                    ["a", "o"][n % 2]
                ))
            })
            .collect();
        let listing = cut(&names.iter().collect::<Vec<_>>(), ROOM);
        let whole = listing.section(&Part::whole()).unwrap();
        assert!(whole.people.is_empty() && whole.count == 300);
        let below: Vec<String> = listing
            .below(&Part::whole())
            .map(|s| s.part.to_string())
            .collect();
        assert_eq!(below, ["letter-01", "letter-02"]);
        let b = Part(vec![2]);
        assert_eq!(listing.below(&b).count(), 2);
        let mut everybody: Vec<&Id> = listing.sections.iter().flat_map(|s| &s.people).collect();
        everybody.sort();
        everybody.dedup();
        assert_eq!(everybody.len(), 300);
        assert!(listing.sections.iter().all(|s| s.people.len() <= ROOM));
    }

    #[test]
    fn names_that_cannot_be_told_apart_stay_on_one_page() {
        let names: Vec<Entry> = (0..150)
            .map(|n| Entry {
                id: Id::parse(&format!("x{n}")).unwrap(),
                letters: vec![],
            })
            .collect();
        let listing = cut(&names.iter().collect::<Vec<_>>(), ROOM);
        assert_eq!(listing.sections.len(), 1);
    }
}
