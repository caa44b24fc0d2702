//! Secret keys that lie in the site's folder beside the content, where they get
//! committed and copied one day.

use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use crate::problem::{Place, Problem};
use crate::trust::SecretKey;

/// A key that somebody put down lies near the top; trees of pages lie deep.
const DEPTH: usize = 2;

/// A key file has some 300 bytes.
const LARGEST: u64 = 4096;

/// One problem for each (E12). The content itself is read by whoever reads records.
pub(super) fn stray_keys(site: &Path) -> Vec<Problem> {
    let walk = WalkDir::new(site).min_depth(1).max_depth(DEPTH);
    let seen = walk.into_iter().filter_entry(is_looked_at);
    let files = seen.filter_map(Result::ok).filter(is_secret_key);
    let mut problems: Vec<Problem> = files.map(|file| problem(site, &file)).collect();
    problems.sort();
    problems
}

fn is_looked_at(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let content = entry.depth() == 1 && name == "content";
    let hidden = entry.depth() > 0 && entry.file_type().is_dir() && name.starts_with('.');
    !content && !hidden
}

fn is_secret_key(entry: &DirEntry) -> bool {
    let is_small = |entry: &DirEntry| entry.metadata().is_ok_and(|it| it.len() <= LARGEST);
    let text = (entry.file_type().is_file() && is_small(entry))
        .then(|| fs::read_to_string(entry.path()).ok())
        .flatten();
    text.is_some_and(|text| SecretKey::needs_passphrase(&text).is_some())
}

fn problem(site: &Path, entry: &DirEntry) -> Problem {
    let inner = entry.path().strip_prefix(site).unwrap_or(entry.path());
    let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
    Problem::error(parts.join("/"), Place::File, "this is a secret key")
        .rule("E12")
        .hint(
            "move it out of the site's folder; if it was ever committed or copied, make a new one",
        )
}
