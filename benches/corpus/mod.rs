//! A made-up site of any size, for measuring: the same bytes for the same number of people.
//!
//! Nobody in it lives: names are put together from lists of words. About one
//! facility for a hundred people, one case for fifty; some 300 words of
//! Russian for each person, and as many of English for every other one.

mod dice;
mod names;
mod people;
mod places;
mod prose;

use std::fs;
use std::io;
use std::path::Path;

pub use people::person_file;
pub use places::facility_file;

/// A site with a number of people.
#[derive(Debug, Clone, Copy)]
pub struct Corpus {
    pub people: usize,
}

/// A path relative to the site, and a text.
pub type File = (String, String);

impl Corpus {
    pub fn facilities(self) -> usize {
        self.people.div_ceil(100).max(3)
    }

    pub fn cases(self) -> usize {
        self.people.div_ceil(50)
    }

    pub fn organisations(self) -> usize {
        self.people.div_ceil(100).clamp(5, 200)
    }

    /// Every file of the site.
    pub fn files(self) -> impl Iterator<Item = File> {
        let people = (0..self.people).flat_map(move |index| people::person(self, index));
        let facilities = (0..self.facilities()).map(places::facility);
        let cases = (0..self.cases()).map(places::case);
        places::fixed()
            .into_iter()
            .chain(facilities)
            .chain((0..self.organisations()).map(places::organisation))
            .chain(cases)
            .chain(people)
    }

    /// Writes the site into a folder, which is made if it is missing.
    pub fn write(self, site: &Path) -> io::Result<()> {
        self.files().try_for_each(|(path, text)| {
            let file = site.join(path);
            fs::create_dir_all(file.parent().unwrap_or(site))?;
            fs::write(file, text)
        })
    }
}
