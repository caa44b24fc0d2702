//! Puts a new release where the old one stands, so that at each moment one of
//! them stands whole, there or under a name that the next run knows.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::staging::PREFIX;

/// Swaps the finished folder in. What stood there before is deleted.
pub(super) fn swap(new: &Path, output: &Path) -> anyhow::Result<()> {
    let about = || format!("putting the release into {}", output.display());
    if !output.exists() {
        return fs::rename(new, output).with_context(about);
    }
    if exchange(new, output) {
        return remove(new);
    }
    let old = aside(output);
    remove(&old)?;
    fs::rename(output, &old).with_context(about)?;
    fs::rename(new, output).with_context(about)?;
    remove(&old)
}

/// Mends what a killed run left behind: brings back a release that it had put
/// aside, and deletes what it had not finished.
pub(super) fn recover(output: &Path) -> anyhow::Result<()> {
    let old = aside(output);
    if !output.exists() && old.exists() {
        fs::rename(&old, output)
            .with_context(|| format!("bringing back the release {}", output.display()))?;
    }
    for left in remains(output)? {
        remove(&left)?;
    }
    Ok(())
}

/// Where a release waits while the next one takes its place.
fn aside(output: &Path) -> PathBuf {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    output.with_file_name(format!("{PREFIX}old-{name}"))
}

fn remains(output: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let parent = output.parent().unwrap_or(Path::new("."));
    let Ok(entries) = fs::read_dir(parent) else {
        return Ok(Vec::new());
    };
    let mut left = Vec::new();
    for entry in entries {
        let entry = entry.with_context(|| format!("reading {}", parent.display()))?;
        if entry.file_name().to_string_lossy().starts_with(PREFIX) {
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
    use super::*;

    fn folder(path: &Path, mark: &str) {
        fs::create_dir_all(path).unwrap();
        fs::write(path.join("mark"), mark).unwrap();
    }

    fn mark(path: &Path) -> String {
        fs::read_to_string(path.join("mark")).unwrap()
    }

    #[test]
    fn the_new_release_stands_and_nothing_is_left() {
        let place = tempfile::tempdir().unwrap();
        let (new, output) = (place.path().join("new"), place.path().join("out"));
        for name in ["first", "second"] {
            folder(&new, name);
            swap(&new, &output).unwrap();
            assert_eq!(mark(&output), name);
        }
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }

    /// The states between the renames of a system that cannot exchange.
    #[test]
    fn a_killed_swap_leaves_a_release_that_comes_back() {
        let place = tempfile::tempdir().unwrap();
        let output = place.path().join("out");
        let new = place.path().join(format!("{PREFIX}abc"));
        folder(&new, "new");
        folder(&aside(&output), "old");
        recover(&output).unwrap();
        assert_eq!(mark(&output), "old", "killed between the two renames");
        folder(&aside(&output), "old");
        fs::write(output.join("mark"), "new").unwrap();
        recover(&output).unwrap();
        assert_eq!(mark(&output), "new", "killed after them");
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }
}
