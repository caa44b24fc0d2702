//! Files that stand in a release's folder and are not of the release: the next one
//! takes the place of the whole folder, and would delete them.

use std::ops::Bound;
use std::path::Path;

use anyhow::{Context as _, bail};
use walkdir::WalkDir;

use super::past::Past;
use crate::trust::is_control;
use crate::verify::{Beside, kind_of};

/// How many are named.
const NAMED: usize = 10;

/// Stops a release that would delete somebody's files.
pub(super) fn refuse_strangers(folder: &Path, release: &Past) -> anyhow::Result<()> {
    let found = strangers(folder, release)?;
    if found.is_empty() {
        return Ok(());
    }
    let shown: Vec<String> = found
        .iter()
        .take(NAMED)
        .map(|it| format!("`{it}`"))
        .collect();
    let more = match found.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    bail!(
        "{} holds what is not of the release that stands there: {}{more}; move them away, since a new release takes the place of the whole folder",
        folder.display(),
        shown.join(", ")
    )
}

/// Files that are not of the release, sorted; a folder in which the release has
/// nothing is named once, with `/` at its end.
fn strangers(folder: &Path, release: &Past) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut walk = WalkDir::new(folder)
        .min_depth(1)
        .sort_by_file_name()
        .into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry.with_context(|| format!("reading {}", folder.display()))?;
        let path = inner(folder, entry.path());
        if !entry.file_type().is_dir() {
            found.extend((!is_of(release, &path)).then_some(path));
        } else if !has_files_in(release, &format!("{path}/")) {
            found.push(format!("{path}/"));
            walk.skip_current_dir();
        }
    }
    Ok(found)
}

fn inner(folder: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn is_of(release: &Past, path: &str) -> bool {
    release.sums.entries.contains_key(path)
        || match kind_of(path) {
            Beside::Control => true,
            Beside::Bundle => is_archive(release, path),
            Beside::Host | Beside::Extra => false,
        }
}

fn is_archive(release: &Past, path: &str) -> bool {
    let name = path.strip_prefix("bundle/").unwrap_or(path);
    let listed = release.bundles.iter().flat_map(|bundles| &bundles.files);
    let mut names = listed.map(|file| file.name.as_str());
    matches!(name, "bundles.txt" | "bundles.txt.minisig") || names.any(|listed| listed == name)
}

fn has_files_in(release: &Past, folder: &str) -> bool {
    let files = &release.sums.entries;
    let mut after = files.range::<str, _>((Bound::Excluded(folder), Bound::Unbounded));
    is_control(folder)
        || after
            .next()
            .is_some_and(|(path, _)| path.as_str().starts_with(folder))
}
