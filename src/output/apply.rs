//! Brings an output folder to what the plan says.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::commit::{Change, clear_staging, commit, tidy};
use super::disk::{Disk, RealDisk, Stamp, look_at, read_if_there, stamp_of};
use super::ledger::{Ledger, Standing};
use super::lock::Lock;
use super::survey::{Survey, survey};
use super::{Entry, Failure, Fingerprint, Gate, Item, Outcome, Plan, Render, SitePath, Target};
use crate::problem::Problem;

/// Hears how many files are done, and of how many; from many threads, so that
/// the numbers may come out of order.
pub type Progress<'a> = dyn Fn(usize, usize) + Sync + 'a;

/// How to apply a plan.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// Find out what would change, and write nothing at all.
    pub dry_run: bool,
    /// What the manifest is to remember of this build's inputs.
    pub gate: Option<Gate>,
    /// Who hears how far it is.
    pub progress: Option<&'a Progress<'a>>,
}

/// Renders what may have changed, then writes what did, then removes what is
/// no longer planned. A build that fails before all is rendered changes
/// nothing; one that is killed leaves each file old or new, but whole, and the
/// next build mends the rest.
///
/// # Errors
///
/// All problems of rendering; or what the machine, a stranger's file or
/// another build does not allow.
pub fn apply<K: Sync>(
    plan: &Plan<K>,
    renderer: &(impl Render<K> + ?Sized),
    target: &Target,
    options: &Options<'_>,
) -> Result<Outcome, Failure> {
    apply_on(&RealDisk, plan, renderer, target, options)
}

pub(super) fn apply_on<K: Sync>(
    disk: &dyn Disk,
    plan: &Plan<K>,
    renderer: &(impl Render<K> + ?Sized),
    target: &Target,
    options: &Options<'_>,
) -> Result<Outcome, Failure> {
    let _lock = if options.dry_run {
        None
    } else {
        Some(Lock::take(target)?)
    };
    let ledger = Ledger::load(target)?;
    let survey = survey(plan, &ledger, target)?;
    if !options.dry_run {
        tidy(disk, target)?;
    }
    let stage = Stage {
        disk,
        renderer,
        target,
        options,
        plan,
        survey: &survey,
        made_staging: Mutex::new(false),
    };
    let steps = stage.run().inspect_err(|_| {
        if !options.dry_run {
            // The failure is worth more than what is left of this attempt.
            let _ = clear_staging(disk, target);
        }
    })?;
    if !options.dry_run {
        let change = change(plan, &steps, &survey, options.gate);
        if change.is_any(&ledger) {
            commit(disk, target, &ledger, &change)?;
        }
    }
    Ok(outcome(plan, &steps, survey))
}

/// What is to be done for one item.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// Nothing, without having rendered it.
    Skip(Entry),
    /// Nothing: it was rendered to what stands there.
    Keep(Entry),
    /// The bytes in the staging folder take its place.
    Write { entry: Entry, is_new: bool },
}

impl Step {
    fn entry(&self) -> &Entry {
        match self {
            Step::Skip(entry) | Step::Keep(entry) | Step::Write { entry, .. } => entry,
        }
    }
}

/// The first half of a build, in which nothing that a reader sees changes.
struct Stage<'a, K, R: ?Sized> {
    disk: &'a dyn Disk,
    renderer: &'a R,
    target: &'a Target,
    options: &'a Options<'a>,
    plan: &'a Plan<K>,
    survey: &'a Survey,
    made_staging: Mutex<bool>,
}

impl<K: Sync, R: Render<K> + ?Sized> Stage<'_, K, R> {
    fn run(&self) -> Result<Vec<Step>, Failure> {
        let items = self.plan.items();
        let done = AtomicUsize::new(0);
        let steps: Vec<Result<Step, Failure>> = items
            .par_iter()
            .zip(&self.survey.standing)
            .enumerate()
            .map(|(index, (item, standing))| {
                let step = self.step(index, item, *standing);
                if let Some(progress) = self.options.progress {
                    progress(done.fetch_add(1, Ordering::Relaxed) + 1, items.len());
                }
                step
            })
            .collect();
        all_or_failure(steps)
    }

    fn step(&self, index: usize, item: &Item<K>, standing: Standing) -> Result<Step, Failure> {
        let reach = self.renderer.reach(item);
        if let Standing::AsWritten(entry) = standing
            && reach.is_some()
            && entry.reach == reach
        {
            return Ok(Step::Skip(entry));
        }
        let draft = self.renderer.draft(item);
        let fingerprint = draft.fingerprint();
        if let Standing::AsWritten(entry) = standing
            && entry.fingerprint == fingerprint
        {
            return Ok(Step::Skip(Entry { reach, ..entry }));
        }
        let bytes = draft
            .render()
            .map_err(|problem| Failure::Problems(vec![problem]))?;
        let content = Fingerprint::of([bytes.as_slice()]);
        if let Some(stamp) = self.stands(item, standing, content)? {
            return Ok(Step::Keep(Entry {
                fingerprint,
                reach,
                content,
                stamp,
            }));
        }
        let stamp = self.write(index, &bytes)?;
        let is_new = standing == Standing::Nothing;
        Ok(Step::Write {
            entry: Entry {
                fingerprint,
                reach,
                content,
                stamp,
            },
            is_new,
        })
    }

    /// The stamp of the file that stands there, if it holds just this.
    fn stands(
        &self,
        item: &Item<K>,
        standing: Standing,
        content: Fingerprint,
    ) -> anyhow::Result<Option<Stamp>> {
        match standing {
            Standing::AsWritten(entry) => Ok((entry.content == content).then_some(entry.stamp)),
            Standing::Ours => {
                let file = self.target.file(&item.path);
                let Some(about) = look_at(&file)?.filter(std::fs::Metadata::is_file) else {
                    return Ok(None);
                };
                let same = read_if_there(&file)?
                    .is_some_and(|it| Fingerprint::of([it.as_slice()]) == content);
                Ok(same.then(|| stamp_of(&about)))
            }
            Standing::Nothing | Standing::Foreign => Ok(None),
        }
    }

    /// Only when there is something to write, so that a build with nothing to do does
    /// not touch the output at all; and once, so that every run takes the same steps.
    fn make_staging(&self, staging: &Path) -> anyhow::Result<()> {
        let mut made = self
            .made_staging
            .lock()
            .unwrap_or_else(|it| it.into_inner());
        if !*made {
            self.disk.create_folder(staging)?;
            *made = true;
        }
        Ok(())
    }

    fn write(&self, index: usize, bytes: &[u8]) -> anyhow::Result<Stamp> {
        if self.options.dry_run {
            return Ok(Stamp {
                size: bytes.len() as u64,
                mtime: 0,
            });
        }
        let staging = self.target.staging();
        self.make_staging(&staging)?;
        let file = staging.join(index.to_string());
        self.disk.write(&file, bytes)?;
        let about = look_at(&file)?;
        about
            .as_ref()
            .map(stamp_of)
            .ok_or_else(|| anyhow::anyhow!("{} vanished while it was written", file.display()))
    }
}

/// Everything, or all problems, or the first fault of the machine.
fn all_or_failure(steps: Vec<Result<Step, Failure>>) -> Result<Vec<Step>, Failure> {
    let mut done = Vec::with_capacity(steps.len());
    let mut problems: Vec<Problem> = Vec::new();
    for step in steps {
        match step {
            Ok(step) => done.push(step),
            Err(Failure::Problems(more)) => problems.extend(more),
            Err(machine) => return Err(machine),
        }
    }
    problems.sort();
    problems.dedup();
    if problems.is_empty() {
        Ok(done)
    } else {
        Err(Failure::Problems(problems))
    }
}

fn change<'a, K>(
    plan: &'a Plan<K>,
    steps: &[Step],
    survey: &'a Survey,
    gate: Option<Gate>,
) -> Change<'a> {
    let items = || plan.items().iter().zip(steps);
    let staged = items()
        .enumerate()
        .filter_map(|(index, (item, step))| match step {
            Step::Write { entry, .. } => Some((index, &item.path, entry.content)),
            Step::Skip(_) | Step::Keep(_) => None,
        });
    let entries: BTreeMap<SitePath, Entry> = items()
        .map(|(item, step)| (item.path.clone(), *step.entry()))
        .collect();
    Change {
        staged: staged.collect(),
        survey,
        gate,
        entries,
    }
}

fn outcome<K>(plan: &Plan<K>, steps: &[Step], survey: Survey) -> Outcome {
    let mut outcome = Outcome {
        removed: survey.gone,
        ..Outcome::default()
    };
    for (item, step) in plan.items().iter().zip(steps) {
        let list = match step {
            Step::Write { is_new: true, .. } => &mut outcome.added,
            Step::Write { is_new: false, .. } => &mut outcome.changed,
            Step::Skip(_) | Step::Keep(_) => &mut outcome.unchanged,
        };
        list.push(item.path.clone());
        outcome.rendered += usize::from(!matches!(step, Step::Skip(_)));
    }
    outcome
}
