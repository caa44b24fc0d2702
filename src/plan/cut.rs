//! Cutting a long list into pages by the letters of names and not by number, so
//! that one new name changes few pages, and no page is too long.

use std::collections::BTreeMap;

use super::Part;
use super::listing::{Listing, Section};
use super::spelling::{GAP, Spelling};

/// A name as a list needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<K> {
    /// What the list holds.
    pub key: K,
    /// The name by which it is sorted.
    pub name: String,
    /// The places of the name's letters in the alphabet.
    pub places: Vec<u16>,
    /// How many characters its row has.
    pub length: usize,
}

/// How much a page has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Rows.
    pub rows: usize,
    /// Characters in all rows together.
    pub length: usize,
}

impl Room {
    /// A page that is nothing but a list of people: with the frame some 8 kB.
    pub const PEOPLE: Room = Room {
        rows: 60,
        length: 5_000,
    };
    /// The list on a page that has other things to say too.
    pub const BESIDE: Room = Room {
        rows: 60,
        length: 3_000,
    };
    /// People by the days of a month.
    pub const DAYS: Room = Room {
        rows: 50,
        length: 4_500,
    };
    /// A page of labels: an address is longer than a row, however long that is.
    pub const LABELS: Room = Room {
        rows: 48,
        length: usize::MAX,
    };
    /// A page that lists other pages.
    pub const PAGES: Room = Room {
        rows: 80,
        length: 4_000,
    };

    /// Whether rows of these lengths find room. One row always does.
    #[must_use]
    pub fn holds(self, lengths: impl ExactSizeIterator<Item = usize>) -> bool {
        lengths.len() <= 1 || lengths.len() <= self.rows && lengths.sum::<usize>() <= self.length
    }
}

/// How many parts a list of equal names is cut into at once.
const PIECES: usize = 100;

/// Cuts a sorted list into pages. The first page may have less room than the others.
#[must_use]
pub fn cut<K: Clone>(
    entries: &[&Entry<K>],
    first: Room,
    room: Room,
    spelling: &mut Spelling<'_>,
) -> Listing<K> {
    let mut cutter = Cutter {
        room,
        spelling,
        sections: Vec::new(),
    };
    let whole = Section::new(Part::whole(), String::new());
    cutter.add(entries, whole, first);
    Listing::new(cutter.sections)
}

struct Cutter<'a, 's, K> {
    room: Room,
    spelling: &'a mut Spelling<'s>,
    sections: Vec<Section<K>>,
}

impl<K: Clone> Cutter<'_, '_, K> {
    fn add(&mut self, entries: &[&Entry<K>], section: Section<K>, room: Room) {
        let mut section = section;
        section.count = entries.len();
        let fits = room.holds(entries.iter().map(|entry| entry.length));
        if fits {
            section.entries = entries.iter().map(|entry| entry.key.clone()).collect();
        }
        let letters = section.letters.clone();
        let part = section.part.clone();
        self.sections.push(section);
        match difference(entries, part.0.len()) {
            _ if fits => {}
            Some(depth) => self.add_letters(entries, depth),
            None => self.add_pieces(entries, &part, &letters),
        }
    }

    /// A part for each letter that follows what all the names have in common.
    fn add_letters(&mut self, entries: &[&Entry<K>], depth: usize) {
        let mut groups: BTreeMap<u16, Vec<&Entry<K>>> = BTreeMap::new();
        for entry in entries {
            groups.entry(place(entry, depth)).or_default().push(entry);
        }
        for group in groups.values() {
            let part = (0..=depth).map(|at| place(group[0], at)).collect();
            let letters = self.spelling.beginning(&group[0].name, depth + 1);
            self.add(group, Section::new(Part(part), letters), self.room);
        }
    }

    /// Names that are equal to the end are cut by number: there is nothing else.
    fn add_pieces(&mut self, entries: &[&Entry<K>], part: &Part, letters: &str) {
        for (piece, number) in entries.chunks(self.piece(entries)).zip(1..) {
            let mut part = part.clone();
            if !is_piece(&part) {
                part.0 = ended(piece[0]);
            }
            part.0.push(number);
            let mut section = Section::new(part, letters.to_owned());
            section.number = Some(number);
            self.add(piece, section, self.room);
        }
    }

    /// How many names a part gets: a full page, or as many as [`PIECES`] parts hold.
    fn piece(&self, entries: &[&Entry<K>]) -> usize {
        let mut piece = self.room.rows.min(entries.len().div_ceil(2));
        while entries.len().div_ceil(piece) > PIECES {
            piece *= PIECES;
        }
        piece
    }
}

/// The place of a letter; that of a gap after the name's end.
fn place<K>(entry: &Entry<K>, at: usize) -> u16 {
    entry.places.get(at).copied().unwrap_or(GAP)
}

/// The first letter, from a depth on, in which not all names agree.
fn difference<K>(entries: &[&Entry<K>], from: usize) -> Option<usize> {
    let longest = entries.iter().map(|entry| entry.places.len()).max()?;
    let first = entries.first()?;
    let differs = |at: &usize| {
        entries
            .iter()
            .any(|entry| place(entry, *at) != place(first, *at))
    };
    (from..longest).find(differs)
}

/// The place of a whole name: no name has two gaps in a row, so that a number
/// after it is not taken for a letter.
fn ended<K>(entry: &Entry<K>) -> Vec<u16> {
    [&entry.places[..], &[GAP, GAP]].concat()
}

fn is_piece(part: &Part) -> bool {
    part.0.windows(3).any(|at| at[..2] == [GAP, GAP])
}

#[cfg(test)]
#[path = "cut_tests.rs"]
mod tests;
