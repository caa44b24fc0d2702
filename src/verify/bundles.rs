//! The archives of a release in `bundle/`, held against their own signed list.

use std::collections::BTreeSet;

use super::root::Root;
use super::{Copy, Finding, Limits, Medium, Obstacle, Question, Status};
use crate::fetch::looks_like_html;
use crate::output::{Digest, SitePath};
use crate::trust::{self, Bundles, Distrust, Signature};

const LIST: &str = "bundle/bundles.txt";
const SIGNATURE: &str = "bundle/bundles.txt.minisig";

/// Checks them, if there are any. `standing` is what the medium says is there.
///
/// # Errors
///
/// The copy stopped answering.
pub(super) fn check(
    copy: &dyn Copy,
    root: &Root,
    question: &Question<'_>,
    standing: &BTreeSet<String>,
) -> Result<Vec<Finding>, Obstacle> {
    let Some(list) = read(copy, LIST, Bundles::LARGEST)? else {
        return Ok([unlisted(standing, None), served(copy, None)?].concat());
    };
    let signature = read(copy, SIGNATURE, Signature::LARGEST)?;
    let bundles = trust::authenticate_bundles(&root.trusted, &list, signature.as_deref());
    let bundles = match bundles {
        Ok(bundles) => bundles,
        Err(distrust) => return Ok(vec![of_distrust(&distrust)]),
    };
    let mut findings = unlisted(standing, Some(&bundles));
    findings.extend(served(copy, Some(&bundles))?);
    findings.extend(of_another_release(copy, root, &bundles));
    // In an archive, what nobody unpacks could hide anything.
    if !question.skip_bundles || copy.medium() == Medium::Archive {
        for file in &bundles.files {
            findings.extend(look(copy, file)?);
        }
    }
    Ok(findings)
}

fn read(copy: &dyn Copy, path: &str, cap: u64) -> Result<Option<Vec<u8>>, Obstacle> {
    let path = SitePath::new(path).map_err(|_| Obstacle::Missing)?;
    match copy.read(&path, &Limits::whole(cap)) {
        Ok(piece) => Ok(Some(piece.head)),
        Err(Obstacle::TooLong { .. } | Obstacle::Refused(_)) => Ok(Some(Vec::new())),
        Err(Obstacle::Missing | Obstacle::Spent) => Ok(None),
        // Whoever answers in the host's place could hide the list alone.
        Err(other) => Err(other),
    }
}

/// Files below `bundle/` that no signed list names.
fn unlisted(standing: &BTreeSet<String>, bundles: Option<&Bundles>) -> Vec<Finding> {
    let is_listed = |path: &str| {
        let name = path.strip_prefix("bundle/").unwrap_or(path);
        let names = bundles.is_some_and(|it| it.files.iter().any(|it| it.name.as_str() == name));
        names || bundles.is_some() && [LIST, SIGNATURE].contains(&path)
    };
    let extra = standing.iter().filter(|path| !is_listed(path));
    let what = "`bundles.txt` does not list it";
    extra
        .map(|path| Finding::of(Status::ExtraFiles, path, what))
        .collect()
}

/// The archives that each release may have, where readers look for them.
const NAMES: [&str; 3] = ["site.zip", "site.car", "site.torrent"];

/// Enough to tell an archive from a page that says that there is none.
const HEAD: u64 = 512;

/// Archives that a host serves and no signed list names: a host cannot be listed.
fn served(copy: &dyn Copy, bundles: Option<&Bundles>) -> Result<Vec<Finding>, Obstacle> {
    let mut findings = Vec::new();
    if copy.medium() != Medium::Web {
        return Ok(findings);
    }
    let listed =
        |name: &str| bundles.is_some_and(|it| it.files.iter().any(|it| it.name.as_str() == name));
    for name in NAMES.into_iter().filter(|name| !listed(name)) {
        let path = format!("bundle/{name}");
        if is_served(copy, &path)? {
            let what = "the host has it, and no signed `bundles.txt` lists it";
            findings.push(Finding::of(Status::ExtraFiles, path, what));
        }
    }
    Ok(findings)
}

fn is_served(copy: &dyn Copy, path: &str) -> Result<bool, Obstacle> {
    let path = SitePath::new(path).map_err(|_| Obstacle::Missing)?;
    match copy.read(&path, &Limits::whole(HEAD)) {
        Ok(piece) => Ok(!looks_like_html(&piece.head)),
        Err(Obstacle::TooLong { html, .. }) => Ok(!html),
        Err(Obstacle::Missing | Obstacle::Refused(_) | Obstacle::Spent) => Ok(false),
        Err(other) => Err(other),
    }
}

fn of_distrust(distrust: &Distrust) -> Finding {
    let status = match distrust {
        Distrust::Changed(_) => Status::Tampered,
        Distrust::WrongSite(_) => Status::WrongSite,
        _ => Status::Unsigned,
    };
    Finding::of(status, LIST, distrust.to_string())
}

fn of_another_release(copy: &dyn Copy, root: &Root, bundles: &Bundles) -> Option<Finding> {
    let own = Digest::of(&root.papers.release);
    if bundles.release == own {
        return None;
    }
    let near = bundles.sequence.abs_diff(root.release.sequence) == 1;
    let status = match copy.medium() {
        Medium::Folder | Medium::Web if near => Status::Updating,
        _ => Status::Mixed,
    };
    let what = format!("the archives are of release {}", bundles.sequence);
    Some(Finding::of(status, LIST, what))
}

fn look(copy: &dyn Copy, file: &trust::BundleFile) -> Result<Option<Finding>, Obstacle> {
    let path = SitePath::new(&format!("bundle/{}", file.name)).map_err(|_| Obstacle::Missing)?;
    let finding = |status, what: &str| Ok(Some(Finding::of(status, &path, what)));
    match copy.read(&path, &Limits::hash_only(file.bytes)) {
        Ok(piece) if piece.file.digest == file.digest => Ok(None),
        Ok(_) => finding(Status::Tampered, "changed"),
        Err(Obstacle::TooLong { .. }) => {
            finding(Status::Tampered, "capped: it is longer than what is signed")
        }
        Err(Obstacle::Missing) => finding(Status::Incomplete, "missing"),
        Err(Obstacle::Refused(why)) => finding(Status::Incomplete, &why),
        Err(other) => Err(other),
    }
}
