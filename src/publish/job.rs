//! One release to one host: looked at, planned, done.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::apply::{Progress, Stopped, Work};
use super::confirm::{Astray, Get, confirm};
use super::ledger::{self, Ledger, Note, Notes};
use super::{
    Change, Failure, Host, HostPath, Inventory, Limits, Local, Pace, Plan, Refusal, Target,
    TargetConfig, Tree, extras,
};
use crate::output::Digest;

/// A plan for one host, with all that it takes to carry it out.
pub struct Job<'a> {
    target: &'a dyn Target,
    tree: Tree,
    base: Option<Digest>,
    published: Digest,
    ledger: PathBuf,
    notes: Notes,
    /// What is going to be done.
    pub plan: Plan,
}

/// How to carry out a plan.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// How many files are sent at the same time.
    pub jobs: NonZeroUsize,
    /// How often a file is tried.
    pub line: Pace,
    /// How long caches may lag.
    pub caches: Pace,
    /// What readers get, if the host's public address is known.
    pub public: Option<&'a Get<'a>>,
    /// Who hears how far it is.
    pub progress: &'a Progress<'a>,
}

/// What a host is to hold: the release, without archives where they are not
/// wanted, with what this kind of host needs.
#[must_use]
pub fn tree_for(config: &TargetConfig, local: &Local) -> Tree {
    let wanted = |path: &HostPath| config.bundle || !path.as_str().starts_with("bundle/");
    let mut tree: Tree = local
        .tree
        .iter()
        .filter(|(path, _)| wanted(path))
        .map(|(path, item)| (path.clone(), item.clone()))
        .collect();
    extras::add(&mut tree, &config.extras);
    tree
}

impl<'a> Job<'a> {
    /// Looks at the host and compares.
    ///
    /// # Errors
    ///
    /// A rule of safety says no, or the host cannot be asked.
    pub fn plan(
        target: &'a dyn Target,
        tree: Tree,
        limits: Limits,
        local: &Local,
        ledger: &Path,
        delete_unknown: bool,
    ) -> Result<Self, Failure> {
        let objections = target.limits().and(limits).objections(&tree);
        if !objections.is_empty() {
            return Err(Refusal::DoesNotFit(objections).into());
        }
        let host = Host::ask(target, local)?;
        let notes = ledger::notes(ledger, &target.address(), host.base)?;
        let inventory = Inventory::take(target, &host, local, &tree, &notes)?;
        Ok(Job {
            plan: Plan::new(&tree, &inventory, delete_unknown),
            target,
            tree,
            base: host.base,
            published: Digest::of(&local.text),
            ledger: ledger.to_owned(),
            notes,
        })
    }

    /// Carries out the plan.
    ///
    /// # Errors
    ///
    /// Where it stopped, and why. A later run goes on from there.
    pub fn run(&self, settings: &Settings<'_>) -> Result<(), Stopped> {
        let about_notes = |error| Stopped {
            during: "notes of what was sent",
            error,
        };
        let ledger = self.open_ledger().map_err(about_notes)?;
        let work = Work {
            target: self.target,
            plan: &self.plan,
            tree: &self.tree,
            base: self.base,
            ledger: &ledger,
            confirm: &|| self.confirm(settings, &ledger),
            jobs: settings.jobs,
            pace: settings.line,
            progress: settings.progress,
        };
        work.run()?;
        ledger
            .close(self.published, &self.lasting_notes())
            .map_err(about_notes)
    }

    fn open_ledger(&self) -> anyhow::Result<Ledger> {
        if let Some(folder) = self.ledger.parent() {
            fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        }
        Ledger::begin(&self.ledger, &self.target.address(), self.base, &self.notes)
    }

    /// What the next run cannot learn from the host's `SHA256SUMS`.
    fn lasting_notes(&self) -> Notes {
        let unlisted =
            |path: &HostPath| crate::trust::is_control(path.as_str()) || extras::is_extra(path);
        let files = self.tree.iter().filter(|(path, _)| unlisted(path));
        let stand = files.map(|(path, item)| (path.clone(), Note::Stands(item.digest)));
        let earlier = self.notes.iter().filter(|(_, note)| **note == Note::Gone);
        let removed = self
            .plan
            .steps
            .iter()
            .filter(|step| step.change == Change::Remove);
        let gone = earlier
            .map(|(path, _)| path)
            .chain(removed.map(|step| &step.path));
        gone.filter(|path| !self.tree.contains_key(*path))
            .map(|path| (path.clone(), Note::Gone))
            .chain(stand)
            .collect()
    }

    /// First what the host holds, then what readers get.
    fn confirm(&self, settings: &Settings<'_>, ledger: &Ledger) -> anyhow::Result<()> {
        let held = |path: &HostPath, cap: u64| self.target.read(path, cap);
        let looked = settings.line.run(|| confirm(&self.tree, &held));
        if let Err(error) = looked {
            // The host's list says otherwise: the next run is not to believe it there.
            if let Some(astray) = error.downcast_ref::<Astray>() {
                ledger.note(&astray.path, Note::Going)?;
            }
            return Err(error);
        }
        match settings.public {
            Some(public) => settings
                .caches
                .run(|| confirm(&self.tree, public))
                .context("the public address"),
            None => Ok(()),
        }
    }
}
