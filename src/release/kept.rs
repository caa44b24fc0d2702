//! The copies of control files below `r/`, held against what they are copies of.

use std::fs;
use std::path::Path;

use super::past::Past;
use crate::record::Id;
use crate::site::Signing;
use crate::trust::Control;

/// The paths of copies in a release's folder that are not what they should be: of
/// its own papers, or of the release before. A copy may be missing.
#[must_use]
pub fn changed_copies(folder: &Path, release: &Past, site: &Id, signing: &Signing) -> Vec<String> {
    let number = release.release.sequence;
    let mut changed = own(folder, release, number);
    let before = format!("r/{}", number - 1);
    if !is_before(&folder.join(&before), release, site, signing) {
        changed.push(before);
    }
    changed
}

fn own(folder: &Path, release: &Past, number: u64) -> Vec<String> {
    let paths = release.files.iter();
    let copies = paths.map(|(path, bytes)| (format!("r/{number}/{path}"), bytes));
    copies
        .filter(|(path, bytes)| fs::read(folder.join(path)).is_ok_and(|it| it != **bytes))
        .map(|(path, _)| path)
        .collect()
}

/// Whether a folder is empty, or holds the papers of the release that is named as
/// the one before.
fn is_before(folder: &Path, release: &Past, site: &Id, signing: &Signing) -> bool {
    match Past::read(folder, site, signing) {
        Ok(None) => true,
        Ok(Some(before)) => {
            let mirrors = before.files.get(Control::Mirrors.name());
            let mut keys = before
                .files
                .iter()
                .filter(|(path, _)| path.as_str().starts_with("keys/"));
            release.release.previous == Some(before.digest)
                && mirrors.is_some_and(|bytes| before.release.mirrors.is(bytes))
                && keys.all(|(path, bytes)| release.files.get(path) == Some(bytes))
        }
        Err(_) => false,
    }
}
