//! One release to one host: looked at, planned, done.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::apply::{Progress, Stopped, Work};
use super::confirm::{Astray, Get, confirm};
use super::inventory::Sources;
use super::ledger::{self, Earlier, Ledger, Note, Notes};
use super::role::Role;
use super::{
    Change, Failure, Host, HostPath, Limits, Local, Pace, Plan, Refusal, Step, Target,
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
    earlier: Earlier,
    /// What is going to be done.
    pub plan: Plan,
}

/// What is wanted beside what is safe anyway.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes {
    /// Files that no release of ours has put there are removed.
    pub delete_unknown: bool,
    /// Files of others make way for those of the release.
    pub overwrite: bool,
    /// Everything is sent, whatever stands there.
    pub resend: bool,
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
        wishes: Wishes,
    ) -> Result<Self, Failure> {
        let objections = target.limits().and(limits).objections(&tree);
        if !objections.is_empty() {
            return Err(Refusal::DoesNotFit(objections).into());
        }
        let host = Host::ask(target, local)?;
        let earlier = ledger::earlier(ledger, &target.address(), host.base)?;
        let sources = Sources {
            target,
            host: &host,
            local,
            tree: &tree,
            notes: &earlier.notes,
            named: &earlier.named,
            resend: wishes.resend,
        };
        let inventory = sources.inventory()?;
        if !inventory.in_the_way.is_empty() && !wishes.overwrite {
            return Err(Refusal::InTheWay(inventory.in_the_way).into());
        }
        Ok(Job {
            plan: Plan::new(&tree, &inventory, wishes.delete_unknown),
            target,
            tree,
            base: host.base,
            published: Digest::of(&local.text),
            ledger: ledger.to_owned(),
            earlier,
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
            parts: self.target.parts(settings.jobs.get()),
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
        let mut notes: Notes = Self::ours(self.earlier.named.iter()).collect();
        notes.extend(self.earlier.notes.clone());
        Ledger::begin(&self.ledger, &self.target.address(), self.base, &notes)
    }

    fn ours<'p>(
        paths: impl Iterator<Item = &'p HostPath>,
    ) -> impl Iterator<Item = (HostPath, Note)> {
        paths.map(|path| (path.clone(), Note::Ours))
    }

    /// What the next run cannot learn from the host's `SHA256SUMS`, and what is
    /// ours should that be lost.
    fn lasting_notes(&self) -> Notes {
        let is_removed = |step: &&Step| step.change == Change::Remove;
        let earlier = self.earlier.notes.iter();
        let gone = earlier.filter(|(_, note)| **note == Note::Gone);
        let gone = gone.map(|(path, _)| path);
        let removed = self.plan.steps.iter().filter(is_removed);
        let mut notes: Notes = gone
            .chain(removed.map(|step| &step.path))
            .filter(|path| Role::of(path) != Role::Part)
            .map(|path| (path.clone(), Note::Gone))
            .collect();
        notes.extend(Self::ours(self.tree.keys()));
        let unlisted = |path: &HostPath| {
            let role = Role::of(path);
            role.is_compared() || role == Role::Archive
        };
        let stands = self.tree.iter().filter(|(path, _)| unlisted(path));
        notes.extend(stands.map(|(path, item)| (path.clone(), Note::Stands(item.digest))));
        notes
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
