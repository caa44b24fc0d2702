//! The second half of a build: everything is rendered, now it takes its place.
//!
//! The order makes it safe to be killed anywhere: the journal names every file
//! that is about to be added; renames replace whole files by whole files; what
//! is gone is removed; then the manifest says what stands, and the journal is
//! no longer needed. Only the manifest waits for the disk: after a power cut,
//! files that never reached it do not match and are written again.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::ensure;

use super::disk::{Disk, look_at, names_in};
use super::ledger::Ledger;
use super::manifest::to_text;
use super::survey::Survey;
use super::{Entry, Fingerprint, Gate, SitePath, Target};

/// What a build is going to do to its output.
pub(super) struct Change<'a> {
    /// Files that wait in the staging folder: their names there, paths, contents.
    pub(super) staged: Vec<(usize, &'a SitePath, Fingerprint)>,
    pub(super) survey: &'a Survey,
    pub(super) gate: Option<Gate>,
    /// All files that will stand.
    pub(super) entries: BTreeMap<SitePath, Entry>,
}

impl Change<'_> {
    /// Whether there is anything to do, if only to the notes.
    pub(super) fn is_any(&self, ledger: &Ledger) -> bool {
        let noted = ledger
            .manifest
            .as_ref()
            .is_some_and(|it| it.gate == self.gate && it.entries == self.entries);
        !noted || ledger.journal.is_some() || !self.staged.is_empty()
    }
}

pub(super) fn commit(
    disk: &dyn Disk,
    target: &Target,
    ledger: &Ledger,
    change: &Change<'_>,
) -> anyhow::Result<()> {
    note_additions(disk, target, ledger, change)?;
    let mut folders = BTreeSet::new();
    for (index, path, _) in &change.staged {
        let file = target.file(path);
        if let Some(folder) = file.parent()
            && folders.insert(folder.to_owned())
            && look_at(folder)?.is_none()
        {
            disk.create_folder(folder)?;
        }
        disk.rename(&target.staging().join(index.to_string()), &file)?;
    }
    for path in &change.survey.gone {
        disk.remove_file(&target.file(path))?;
    }
    for folder in change.survey.left.iter().rev() {
        remove_if_empty(disk, &target.folder(folder))?;
    }
    let text = to_text(change.gate, &change.entries);
    replace(disk, &target.manifest(), |new| {
        disk.write_durably(new, text.as_bytes())
    })?;
    disk.remove_file(&target.journal())?;
    clear_staging(disk, target)
}

/// Older lines stay, because the build that wrote them may have been killed
/// after it moved those files.
fn note_additions(
    disk: &dyn Disk,
    target: &Target,
    ledger: &Ledger,
    change: &Change<'_>,
) -> anyhow::Result<()> {
    let mut journal = ledger.journal.clone().unwrap_or_default();
    for (_, path, content) in change
        .staged
        .iter()
        .filter(|(_, path, _)| !ledger.lists(path))
    {
        journal.insert((*path).clone(), *content);
    }
    let text = journal.to_text();
    replace(disk, &target.journal(), |new| {
        disk.write(new, text.as_bytes())
    })
}

fn replace(
    disk: &dyn Disk,
    file: &Path,
    write: impl FnOnce(&Path) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let new = draft_of(file);
    write(&new)?;
    disk.rename(&new, file)
}

fn draft_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

/// Removes what a killed build left half done.
pub(super) fn tidy(disk: &dyn Disk, target: &Target) -> anyhow::Result<()> {
    for draft in [target.manifest(), target.journal()].map(|note| draft_of(&note)) {
        if look_at(&draft)?.is_some() {
            disk.remove_file(&draft)?;
        }
    }
    clear_staging(disk, target)
}

/// Removes what a build left in the staging folder, and that folder.
pub(super) fn clear_staging(disk: &dyn Disk, target: &Target) -> anyhow::Result<()> {
    let staging = target.staging();
    let Some(about) = look_at(&staging)? else {
        return Ok(());
    };
    ensure!(
        about.is_dir(),
        "{} is in the way; remove it",
        staging.display()
    );
    for name in names_in(&staging)?.iter().filter(|name| is_staged(name)) {
        disk.remove_file(&staging.join(name))?;
    }
    remove_if_empty(disk, &staging)
}

fn is_staged(name: &OsStr) -> bool {
    name.as_encoded_bytes().iter().all(u8::is_ascii_digit)
}

fn remove_if_empty(disk: &dyn Disk, folder: &Path) -> anyhow::Result<()> {
    if look_at(folder)?.is_some_and(|about| about.is_dir()) && names_in(folder)?.is_empty() {
        disk.remove_folder(folder)?;
    }
    Ok(())
}
