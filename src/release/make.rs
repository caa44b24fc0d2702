//! The steps of a release, in their order.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, anyhow, ensure};

use super::archives;
use super::control::{self, Statement};
use super::ledger::Ledger;
use super::pages::{self, Pages};
use super::past::Past;
use super::single_pages;
use super::staging::Staging;
use super::strangers::refuse_strangers;
use super::swap::{recover, swap};
use crate::check;
use crate::compose::Renderer;
use crate::output::{Digest, Failure, Lock, SitePath, Target};
use crate::plan::person_page;
use crate::press::Press;
use crate::record::Id;
use crate::site::Site;
use crate::trust::{KeySet, Release, SecretKey};

/// What a release is made from, beside the site itself.
pub struct Order<'a> {
    /// The site's folder, and where the release is to stand.
    pub target: &'a Target,
    /// The site's folder, for what is remembered there.
    pub site: &'a Path,
    /// A folder with the release before, if it is not the one that stands at the target.
    pub previous: Option<&'a Path>,
    /// Whether this is the site's first release.
    pub first: bool,
    /// Whether many people may be missing.
    pub fewer_people: bool,
    /// Whether each profile goes into `bundle/` as one file, too.
    pub single_pages: bool,
    /// The release key.
    pub key: &'a SecretKey,
    /// For how many days the release counts.
    pub valid_days: u32,
    /// Called with what is done now, in words.
    pub progress: &'a (dyn Fn(&str) + Sync),
}

/// A release that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// What it states.
    pub release: Release,
    /// The hash of its `release.txt`.
    pub digest: Digest,
    /// Files that differ from the release before, or are new.
    pub changed: usize,
    /// Files of the release before that are gone.
    pub removed: usize,
}

/// Makes a release of the site, and puts it where the one before stands.
///
/// # Errors
///
/// The site's key set does not allow the key to sign today, the release does
/// not follow the one before, people are missing, a page cannot be rendered, or
/// the machine did not allow it; or files of others stand where the release is to
/// be. Then the release that stood there still stands.
pub fn make(press: &Press, renderer: &Renderer<'_>, order: &Order<'_>) -> Result<Made, Failure> {
    let _lock = Lock::take(order.target)?;
    let output = order.target.output();
    recover(output)?;
    let site = &press.site;
    let set = allowed(site, order.key)?;
    let past = past(site, order)?;
    compare(site, past.as_ref(), order.fewer_people)?;

    let staging = Staging::beside(output)?;
    (order.progress)("rendering pages");
    let pages = pages::render(press, renderer, |path, bytes| staging.write(path, bytes))?;
    (order.progress)("signing");
    let statement = Statement {
        signing: &site.signing,
        set,
        key: order.key,
        day: site.today,
        valid_days: order.valid_days,
        past: past.as_ref(),
    };
    let (release, files) = control::files(&pages, &statement)?;
    staging.write_all(&files)?;
    staging.write_all(&control::kept(release.sequence, &files)?)?;
    if let Some(past) = past.as_ref().filter(|past| may_be_kept(site, past)) {
        staging.write_all(&control::kept(past.release.sequence, &past.files)?)?;
    }
    (order.progress)("packing archives");
    let members = archives::members(&staging, &pages, &files);
    let mut bundles = archives::pack(&staging, &members, &release, &site.signing.mirrors)?;
    if order.single_pages {
        bundles.extend(single_pages::write(press, renderer, &staging)?);
    }
    staging.write_all(&archives::signed_list(bundles, &release, order.key)?)?;
    staging.finish()?;
    swap(staging.path(), output)?;
    remember(order, &release)?;
    Ok(made(release, &pages, past.as_ref()))
}

/// The newest key set, if it lets this key sign today.
fn allowed<'a>(site: &'a Site, key: &SecretKey) -> anyhow::Result<&'a KeySet> {
    let set = site
        .signing
        .newest()
        .context("this site has no key set; make one with `vestochka keys rotate`")?;
    ensure!(
        set.expires >= site.today,
        "key set {} expired on {}; make the next one with `vestochka keys rotate`",
        set.number,
        set.expires
    );
    let id = key.public()?.id();
    if let Some(date) = set.revocation(id) {
        return Err(anyhow!("key {id} was revoked on {date}"));
    }
    let named = set.release.iter().filter(|it| it.key.id() == id);
    let mut windows = named.map(|it| it.from..=it.until).peekable();
    ensure!(
        windows.peek().is_some(),
        "key {id} is not a release key of key set {}",
        set.number
    );
    ensure!(
        windows.any(|days| days.contains(&site.today)),
        "key {id} may not sign releases of {}; `vestochka keys rotate` gives it new days",
        site.today
    );
    Ok(set)
}

/// The release that this one follows.
fn past(site: &Site, order: &Order<'_>) -> anyhow::Result<Option<Past>> {
    let read = |folder: &Path| Past::read(folder, &site.config.id, &site.signing);
    let output = order.target.output();
    let standing = read(output)?;
    if let Some(standing) = &standing {
        refuse_strangers(output, standing)?;
    }
    let given = match order.previous {
        Some(folder) => Some(
            read(folder)?
                .with_context(|| format!("there is no release in {}", folder.display()))?,
        ),
        None => None,
    };
    let past = match (standing, given) {
        (Some(one), Some(other)) if one.release.sequence > other.release.sequence => Some(one),
        (one, other) => other.or(one),
    };
    let ledger = Ledger::load(order.site)?;
    follows(past.as_ref(), ledger, order.first)?;
    Ok(past)
}

/// Two releases with one number would be a fork that no checker can judge.
fn follows(past: Option<&Past>, ledger: Option<Ledger>, first: bool) -> anyhow::Result<()> {
    let before = past.map_or(0, |past| past.release.sequence);
    let signed = ledger.map_or(0, |ledger| ledger.sequence);
    ensure!(
        signed <= before,
        "release {signed} was signed here already, and the one before is said to be release {before}; give the newest one with `--previous DIR`, or delete `.vestochka/releases.txt` if nobody ever saw it"
    );
    ensure!(
        past.is_some() || first,
        "there is no release before this one; give it with `--previous DIR`, or say `--first` if there never was one"
    );
    ensure!(
        past.is_none() || !first,
        "this is not the first release: release {before} stands already"
    );
    Ok(())
}

fn compare(site: &Site, past: Option<&Past>, fewer: bool) -> Result<(), Failure> {
    let Some(past) = past else {
        return Ok(());
    };
    let day = past.release.day();
    if day > site.today {
        return Err(anyhow!(
            "the release before was built for {day}, which lies after {}",
            site.today
        )
        .into());
    }
    let problems = check::against(site, &past.people, fewer);
    match problems.is_empty() {
        true => Ok(()),
        false => Err(Failure::Problems(problems)),
    }
}

/// What did not reach its place was seen by nobody, and takes no number.
fn remember(order: &Order<'_>, release: &Release) -> anyhow::Result<()> {
    let ledger = Ledger {
        sequence: release.sequence,
        release: Digest::of(release.to_text().as_bytes()),
    };
    ledger.store(order.site)
}

/// The list of the release before names the pages of people who were to leave
/// no trace, in whatever languages it was: then it is not kept.
fn may_be_kept(site: &Site, past: &Past) -> bool {
    let removed = site.removed.iter();
    let without_trace: BTreeSet<&Id> = removed
        .filter(|(_, (_, removed))| !removed.leaves_page)
        .map(|(id, _)| id)
        .collect();
    let mut pages = past.sums.entries.keys();
    !pages
        .any(|path| person_page(path.as_str()).is_some_and(|page| without_trace.contains(&page.id)))
}

fn made(release: Release, pages: &Pages, past: Option<&Past>) -> Made {
    let empty = BTreeMap::new();
    let before = past.map_or(&empty, |past| &past.sums.entries);
    let same = |(path, file): &(&SitePath, &crate::trust::FileRef)| {
        before.get(*path) == Some(&file.digest)
    };
    Made {
        digest: Digest::of(release.to_text().as_bytes()),
        release,
        changed: pages.0.iter().filter(|entry| !same(entry)).count(),
        removed: before
            .keys()
            .filter(|path| !pages.0.contains_key(*path))
            .count(),
    }
}
