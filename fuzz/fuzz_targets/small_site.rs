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

macro_rules! file {
    ($byte:literal, $path:literal) => {
        ($byte, $path, include_str!(concat!("../site/", $path)))
    };
}

/// The byte that stands for each file, its path, and what it holds otherwise.
const FILES: [(u8, &str, &str); 11] = [
    file!(b'b', "content/rules/ru.md"),
    file!(b'c', "content/cases/sample-case.md"),
    file!(b'd', "content/calendar/new-year.md"),
    file!(b'f', "content/facilities/sample-ik.md"),
    file!(b'g', "content/facilities/sample-sizo.md"),
    file!(b'o', "content/organisations/sample-group.md"),
    file!(b'p', "content/people/sample-colony.md"),
    file!(b's', "content/site.yaml"),
    file!(b't', "content/people/sample-colony.en.md"),
    file!(b'v', "content/services/sample-letters.md"),
    file!(b'x', "content/pages/safety.md"),
];

/// The file that a byte stands for.
pub fn path_of(which: u8) -> Option<&'static str> {
    FILES
        .iter()
        .find(|(byte, ..)| *byte == which)
        .map(|(_, path, _)| *path)
}

/// Every file, as it is when it is not replaced.
pub fn texts() -> Vec<(&'static str, &'static str)> {
    FILES.iter().map(|(_, path, text)| (*path, *text)).collect()
}

/// A record as it is when it is not replaced.
pub fn original(path: &str) -> Option<TextFile> {
    let files: Vec<_> = texts().into_iter().filter(|(of, _)| *of == path).collect();
    vestochka::source::from_texts(&files).records.pop()
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
        Some(&self.find(file)?.text)
    }

    fn locate(&self, file: &str, place: &Place) -> Option<Range<usize>> {
        yaml::locate(self.find(file)?.front(), place)
    }

    fn secrets(&self, _: &str) -> &[String] {
        &[]
    }
}
