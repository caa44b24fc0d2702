//! A site with one record of each kind, on the disk, in which one file is replaced.

use std::cell::OnceCell;
use std::fs;
use std::ops::Range;
use std::path::Path;

use tempfile::TempDir;
use vestochka::problem::Place;
use vestochka::report::Files;
use vestochka::source::{Sources, TextFile};
use vestochka::yaml;

/// The byte that stands for each file, its path, and what it holds otherwise.
const FILES: [(u8, &str, &str); 11] = [
    (
        b'b',
        "content/rules/ru.md",
        include_str!("../../content/rules/ru.md"),
    ),
    (
        b'c',
        "content/cases/sample-case.md",
        include_str!("../../content/cases/sample-case.md"),
    ),
    (
        b'd',
        "content/calendar/new-year.md",
        include_str!("../../content/calendar/new-year.md"),
    ),
    (
        b'f',
        "content/facilities/sample-ik.md",
        include_str!("../../content/facilities/sample-ik.md"),
    ),
    (
        b'g',
        "content/facilities/sample-sizo.md",
        include_str!("../../content/facilities/sample-sizo.md"),
    ),
    (
        b'o',
        "content/organisations/sample-group.md",
        include_str!("../../content/organisations/sample-group.md"),
    ),
    (
        b'p',
        "content/people/sample-colony.md",
        include_str!("../../content/people/sample-colony.md"),
    ),
    (
        b's',
        "content/site.yaml",
        include_str!("../../content/site.yaml"),
    ),
    (
        b't',
        "content/people/sample-colony.en.md",
        include_str!("../../content/people/sample-colony.en.md"),
    ),
    (
        b'v',
        "content/services/sample-letters.md",
        include_str!("../../content/services/sample-letters.md"),
    ),
    (
        b'x',
        "content/pages/safety.md",
        include_str!("../../content/pages/safety.md"),
    ),
];

/// The file that a byte stands for.
pub fn path_of(which: u8) -> Option<&'static str> {
    FILES
        .iter()
        .find(|(byte, ..)| *byte == which)
        .map(|(_, path, _)| *path)
}

/// The site in a scratch folder, made once for each thread.
pub struct SmallSite(TempDir);

impl SmallSite {
    /// Lends out the thread's site.
    pub fn with<T>(work: impl FnOnce(&SmallSite) -> T) -> T {
        thread_local!(static SITE: OnceCell<SmallSite> = const { OnceCell::new() });
        SITE.with(|site| work(site.get_or_init(SmallSite::new)))
    }

    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        for (_, path, text) in FILES {
            put(folder.path(), path, text.as_bytes());
        }
        SmallSite(folder)
    }

    /// Does something with the site while one file holds other bytes.
    pub fn with_file<T>(&self, path: &str, bytes: &[u8], work: impl FnOnce(&Path) -> T) -> T {
        let (_, _, text) = FILES
            .iter()
            .find(|(_, of, _)| *of == path)
            .expect("a file of the site");
        put(self.0.path(), path, bytes);
        let done = work(self.0.path());
        put(self.0.path(), path, text.as_bytes());
        done
    }
}

fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
    fs::write(path, bytes).expect("a file is written");
}

/// What a report reads of the site.
pub struct Texts<'a>(pub &'a Sources);

impl Texts<'_> {
    fn find(&self, file: &str) -> Option<&TextFile> {
        self.0
            .records
            .iter()
            .chain(&self.0.config)
            .find(|record| &*record.path == file)
    }
}

impl Files for Texts<'_> {
    fn text(&self, file: &str) -> Option<&str> {
        self.find(file).map(|file| file.text.as_str())
    }

    fn locate(&self, file: &str, place: &Place) -> Option<Range<usize>> {
        yaml::locate(self.find(file)?.front(), place)
    }

    fn secrets(&self, _: &str) -> &[String] {
        &[]
    }
}
