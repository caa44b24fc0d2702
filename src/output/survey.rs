//! What stands in an output before a build, and whether anything of it is in the way.

use std::collections::BTreeSet;

use anyhow::bail;
use rayon::prelude::*;

use super::disk::{look_at, names_in};
use super::ledger::{Ledger, Standing};
use super::{Plan, SitePath, Target};

/// The output as it is, seen from a plan.
#[derive(Debug)]
pub(super) struct Survey {
    /// What stands at each item's path, in the plan's order.
    pub(super) standing: Vec<Standing>,
    /// Files of ours that are no longer planned, sorted.
    pub(super) gone: Vec<SitePath>,
    /// Folders that held such files, a folder before those inside it.
    pub(super) left: BTreeSet<String>,
}

/// Looks at every path of the plan and of the ledger. Changes nothing.
///
/// # Errors
///
/// All strangers' files and links that stand where the plan needs room.
pub(super) fn survey<K: Sync>(
    plan: &Plan<K>,
    ledger: &Ledger,
    target: &Target,
) -> anyhow::Result<Survey> {
    refuse_unknown_folder(ledger, target)?;
    let needed = folders(plan.items().iter().map(|item| &item.path));
    let obstacles = not_folders(needed, target)?;
    refuse(
        &obstacles.into_iter().collect::<Vec<_>>(),
        "is no folder, and a folder has",
        target,
    )?;

    let standing = plan
        .items()
        .par_iter()
        .map(|item| ledger.look(target, &item.path))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let strangers = plan.items().iter().zip(&standing);
    let strangers = strangers.filter(|(_, standing)| **standing == Standing::Foreign);
    let strangers: Vec<&str> = strangers.map(|(item, _)| item.path.as_str()).collect();
    refuse(
        &strangers,
        "was not written by vestochka, and a page has",
        target,
    )?;

    let (gone, left) = leftovers(plan, ledger, target)?;
    Ok(Survey {
        standing,
        gone,
        left,
    })
}

fn refuse_unknown_folder(ledger: &Ledger, target: &Target) -> anyhow::Result<()> {
    let staging = target.staging();
    let names = names_in(target.output())?;
    if ledger.is_blank()
        && names
            .iter()
            .any(|name| Some(name.as_os_str()) != staging.file_name())
    {
        bail!(
            "the output `{}` is not empty, and there is no record of what vestochka wrote there; \
             choose another `--output`, or empty the folder",
            target.shown()
        );
    }
    Ok(())
}

fn refuse(paths: &[&str], what: &str, target: &Target) -> anyhow::Result<()> {
    if paths.is_empty() {
        return Ok(());
    }
    let lines = paths.iter().map(|path| {
        format!(
            "`{path}` in the output `{}` {what} to stand there; move it away, \
             or choose another `--output`",
            target.shown()
        )
    });
    bail!("{}", lines.collect::<Vec<_>>().join("\n"))
}

/// Our files that are not planned, and their folders. What lies behind a link
/// is not in the output any more, so it is not ours to remove.
fn leftovers<K>(
    plan: &Plan<K>,
    ledger: &Ledger,
    target: &Target,
) -> anyhow::Result<(Vec<SitePath>, BTreeSet<String>)> {
    let mut unplanned = ledger.paths();
    unplanned.retain(|path| !plan.contains(path));
    let mut left = folders(unplanned.iter().copied());
    let links = not_folders(left.clone(), target)?;
    left.retain(|folder| !links.contains(folder) && !is_inside(folder, &links));

    let mut gone = Vec::new();
    for path in unplanned
        .iter()
        .filter(|path| !is_inside(path.as_str(), &links))
    {
        if matches!(
            ledger.look(target, path)?,
            Standing::AsWritten(_) | Standing::Ours
        ) {
            gone.push((*path).clone());
        }
    }
    Ok((gone, left.into_iter().map(str::to_owned).collect()))
}

fn folders<'a>(paths: impl Iterator<Item = &'a SitePath>) -> BTreeSet<&'a str> {
    paths.flat_map(SitePath::folders).collect()
}

/// Those paths at which something stands that is not a real folder.
fn not_folders<'a>(
    folders: BTreeSet<&'a str>,
    target: &Target,
) -> anyhow::Result<BTreeSet<&'a str>> {
    let mut others = BTreeSet::new();
    for folder in folders {
        if look_at(&target.folder(folder))?.is_some_and(|about| !about.is_dir()) {
            others.insert(folder);
        }
    }
    Ok(others)
}

fn is_inside(path: &str, folders: &BTreeSet<&str>) -> bool {
    path.match_indices('/')
        .any(|(end, _)| folders.contains(&path[..end]))
}
