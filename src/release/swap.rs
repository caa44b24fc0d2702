//! Puts a new release where the old one stands, so that at each moment one of
//! them stands whole, there or under a name that the next run knows.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::staging::is_staging;
use crate::trust::Control;

/// Swaps the finished folder in. What stood there before is deleted.
pub(super) fn swap(new: &Path, output: &Path) -> anyhow::Result<()> {
    if output.exists() && exchange(new, output) {
        return remove(new);
    }
    swap_by_renames(new, output)
}

/// The way of systems that cannot exchange two folders.
fn swap_by_renames(new: &Path, output: &Path) -> anyhow::Result<()> {
    let about = || format!("putting the release into {}", output.display());
    if !output.exists() {
        return fs::rename(new, output).with_context(about);
    }
    let old = aside(output);
    remove(&old)?;
    fs::rename(output, &old).with_context(about)?;
    if let Err(error) = fs::rename(new, output) {
        // If this fails too, the next run brings it back.
        let _ = fs::rename(&old, output);
        return Err(error).with_context(about);
    }
    remove(&old)
}

/// Mends what a killed run left behind: brings back a release that it had put
/// aside, and deletes what it had not finished. What other outputs have beside
/// this one is theirs.
pub(super) fn recover(output: &Path) -> anyhow::Result<()> {
    let old = aside(output);
    if old.exists() && is_vacant(output) {
        let about = || format!("bringing back the release {}", output.display());
        fs::rename(&old, output).with_context(about)?;
    }
    if output.join(Control::Release.name()).is_file() {
        remove(&old)?;
    }
    remains(output)?.iter().try_for_each(|left| remove(left))
}

/// Whether nothing stands there. An empty folder, which somebody may have made
/// since, makes room.
fn is_vacant(output: &Path) -> bool {
    let _ = fs::remove_dir(output);
    !output.exists()
}

/// Where a release waits while the next one takes its place.
fn aside(output: &Path) -> PathBuf {
    let mut name = OsString::from(".vestochka-release-old-");
    name.push(output.file_name().unwrap_or_default());
    output.with_file_name(name)
}

fn remains(output: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let parent = output.parent().unwrap_or(Path::new("."));
    let Ok(entries) = fs::read_dir(parent) else {
        return Ok(Vec::new());
    };
    let mut left = Vec::new();
    for entry in entries {
        let entry = entry.with_context(|| format!("reading {}", parent.display()))?;
        if is_staging(&entry.file_name(), output) {
            left.push(entry.path());
        }
    }
    left.sort();
    Ok(left)
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("removing {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Swaps two folders in one step, where the system can.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::super::staging::Staging;
    use super::*;

    fn folder(path: &Path, mark: &str) {
        fs::create_dir_all(path).unwrap();
        fs::write(path.join("release.txt"), mark).unwrap();
    }

    fn mark(path: &Path) -> String {
        fs::read_to_string(path.join("release.txt")).unwrap()
    }

    /// A staging folder as a killed run leaves it.
    fn unfinished(output: &Path) -> PathBuf {
        let staging = Staging::beside(output).unwrap();
        let path = staging.path().to_owned();
        drop(staging);
        folder(&path, "unfinished");
        path
    }

    #[test]
    fn the_new_release_stands_and_nothing_is_left() {
        for way in [swap, swap_by_renames] {
            let place = tempfile::tempdir().unwrap();
            let (new, output) = (place.path().join("new"), place.path().join("out"));
            for name in ["first", "second"] {
                folder(&new, name);
                way(&new, &output).unwrap();
                assert_eq!(mark(&output), name);
            }
            assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn a_swap_that_fails_halfway_leaves_the_old_release() {
        let place = tempfile::tempdir().unwrap();
        let (new, output) = (place.path().join("new"), place.path().join("out"));
        folder(&output, "old");
        swap_by_renames(&new, &output).unwrap_err();
        assert_eq!(mark(&output), "old");
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }

    /// The states between the renames of a system that cannot exchange.
    #[test]
    fn a_killed_swap_leaves_a_release_that_comes_back() {
        let place = tempfile::tempdir().unwrap();
        let output = place.path().join("out");
        unfinished(&output);
        folder(&aside(&output), "old");
        recover(&output).unwrap();
        assert_eq!(mark(&output), "old", "killed between the two renames");
        folder(&aside(&output), "old");
        fs::write(output.join("release.txt"), "new").unwrap();
        recover(&output).unwrap();
        assert_eq!(mark(&output), "new", "killed after them");
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_empty_folder_does_not_cost_the_release_that_was_put_aside() {
        let place = tempfile::tempdir().unwrap();
        let output = place.path().join("out");
        folder(&aside(&output), "old");
        fs::create_dir(&output).unwrap();
        recover(&output).unwrap();
        assert_eq!(mark(&output), "old");
    }

    #[test]
    fn what_is_no_release_does_not_cost_the_one_that_was_put_aside() {
        let place = tempfile::tempdir().unwrap();
        let output = place.path().join("out");
        folder(&aside(&output), "old");
        fs::create_dir(&output).unwrap();
        fs::write(output.join("notes.txt"), "mine").unwrap();
        recover(&output).unwrap();
        assert_eq!(mark(&aside(&output)), "old");
    }

    /// Names that begin or end like one another, in each state of a killed run.
    #[test]
    fn what_other_outputs_have_beside_this_one_is_theirs() {
        let names = [
            "out",
            "out-2",
            "out-abcdef",
            "out.b",
            "new-out",
            "old-out",
            "t",
        ];
        for recovered in names {
            let place = tempfile::tempdir().unwrap();
            let output = |name: &str| place.path().join(name);
            let others = names.iter().filter(|name| **name != recovered);
            let mut theirs = Vec::new();
            for other in others.map(|name| output(name)) {
                folder(&aside(&other), "old");
                theirs.extend([aside(&other), unfinished(&other)]);
            }
            folder(&aside(&output(recovered)), "old");
            let own = unfinished(&output(recovered));
            recover(&output(recovered)).unwrap();
            assert_eq!(mark(&output(recovered)), "old");
            assert!(!own.exists());
            for path in &theirs {
                assert!(path.exists(), "{recovered} deleted {}", path.display());
            }
        }
    }
}
