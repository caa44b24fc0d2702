//! Brings a host to what the plan says, phase by phase.

use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context as _, ensure};

use super::ledger::{Ledger, Note};
use super::plan::{Change, Step};
use super::{HostPath, Item, Landing, Pace, Phase, Plan, Target, Tree, lock};
use crate::output::Digest;
use crate::trust::{Control, Release};

/// So many files, or so many bytes, are gathered for a host that takes them together.
const MOST_FILES: usize = 256;
const MOST_BYTES: u64 = 32_000_000;

/// Hears of every file that is done: how many bytes it had.
pub type Progress<'a> = dyn Fn(u64) + Sync + 'a;

/// Everything that it takes to publish to one host.
pub struct Work<'a> {
    /// The host.
    pub target: &'a dyn Target,
    /// What is to be done.
    pub plan: &'a Plan,
    /// The files.
    pub tree: &'a Tree,
    /// The hash of the host's `release.txt` when the plan was made.
    pub base: Option<Digest>,
    /// What was done.
    pub ledger: &'a Ledger,
    /// Looks whether the host serves the release.
    pub confirm: &'a (dyn Fn() -> anyhow::Result<()> + Sync),
    /// How many files are sent at the same time.
    pub jobs: NonZeroUsize,
    /// What this run leaves behind if it is killed.
    pub parts: Vec<HostPath>,
    /// How often a file is tried.
    pub pace: Pace,
    /// Who hears how far it is.
    pub progress: &'a Progress<'a>,
}

/// Where it stopped, and why.
#[derive(Debug)]
pub struct Stopped {
    /// What was being done.
    pub during: &'static str,
    /// Why it cannot go on.
    pub error: anyhow::Error,
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:#}", self.during, self.error)
    }
}

impl Work<'_> {
    /// Does all of it, or stops where a later run can go on.
    ///
    /// # Errors
    ///
    /// The line, the host or the disk does not allow it, or somebody else has
    /// published meanwhile.
    pub fn run(&self) -> Result<(), Stopped> {
        let together = self.target.landing() == Landing::Finish;
        if self.plan.forget {
            self.target.forget();
        }
        self.note_parts().map_err(during("notes of what is sent"))?;
        let before = Phase::ALL
            .into_iter()
            .filter(|phase| *phase != Phase::Sweep);
        for phase in before {
            self.phase(phase).map_err(during(phase.title()))?;
        }
        if !together {
            self.check()?;
        }
        self.phase(Phase::Sweep)
            .map_err(during(Phase::Sweep.title()))?;
        self.finish().map_err(during("finish"))?;
        if together {
            self.check()?;
        }
        Ok(())
    }

    /// The next run is to know which unfinished files are nobody's any more.
    fn note_parts(&self) -> anyhow::Result<()> {
        let mut parts = self.parts.iter();
        parts.try_for_each(|part| self.ledger.note(part, Note::Ours))?;
        self.ledger.sync()
    }

    fn check(&self) -> Result<(), Stopped> {
        (self.confirm)().map_err(during("check what the host serves"))
    }

    /// What lands only at the end is tried once: a second push could only hide
    /// that somebody else was faster.
    fn finish(&self) -> anyhow::Result<()> {
        self.target.finish()?;
        if self.target.landing() == Landing::Finish {
            let all: Vec<&Step> = self.plan.steps.iter().collect();
            self.note(&all)?;
        }
        self.ledger.sync()
    }

    fn phase(&self, phase: Phase) -> anyhow::Result<()> {
        let steps: Vec<&Step> = self.plan.phase(phase).collect();
        if steps.is_empty() {
            return Ok(());
        }
        if phase == Phase::Release && self.target.landing() != Landing::Finish {
            self.refuse_a_race()?;
        }
        for batch in batches(&steps) {
            self.batch(batch)?;
            self.pace.run(|| self.target.flush(phase))?;
            if self.target.landing() == Landing::Flush {
                self.note(batch)?;
            }
        }
        self.ledger.sync()
    }

    fn refuse_a_race(&self) -> anyhow::Result<()> {
        let path = host_path(Control::Release)?;
        let text = self
            .pace
            .run(|| self.target.read(&path, Release::LARGEST))?;
        ensure!(
            text.map(|text| Digest::of(&text)) == self.base,
            "somebody else has published to this host meanwhile; run `vestochka publish` once more"
        );
        Ok(())
    }

    /// Does steps in several threads; after the first fault none is begun.
    fn batch(&self, steps: &[&Step]) -> anyhow::Result<()> {
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let fault = Mutex::new(None);
        let work = || {
            while !stop.load(Ordering::Relaxed)
                && let Some(step) = steps.get(next.fetch_add(1, Ordering::Relaxed))
            {
                if let Err(error) = self.step(step) {
                    stop.store(true, Ordering::Relaxed);
                    lock(&fault).get_or_insert(error);
                }
            }
        };
        thread::scope(|scope| {
            for _ in 1..self.jobs.get().min(steps.len()) {
                scope.spawn(work);
            }
            work();
        });
        fault.into_inner().ok().flatten().map_or(Ok(()), Err)
    }

    fn step(&self, step: &Step) -> anyhow::Result<()> {
        let path = &step.path;
        if step.change == Change::Remove {
            if self.target.landing() != Landing::Finish {
                self.ledger.note(path, Note::Going)?;
            }
            self.pace
                .run(|| self.target.delete(path))
                .with_context(|| format!("removing `{path}`"))?;
        } else {
            let item = self.item(step)?;
            self.pace
                .run(|| self.target.put(path, item))
                .with_context(|| format!("sending `{path}`"))?;
        }
        if self.target.landing() == Landing::Put {
            self.note(&[step])?;
        }
        (self.progress)(step.bytes);
        Ok(())
    }

    /// Notes what has landed.
    fn note(&self, steps: &[&Step]) -> anyhow::Result<()> {
        for step in steps {
            let note = match step.change {
                Change::Remove => Note::Gone,
                Change::Add | Change::Replace => Note::Stands(self.item(step)?.digest),
            };
            self.ledger.note(&step.path, note)?;
        }
        Ok(())
    }

    fn item(&self, step: &Step) -> anyhow::Result<&Item> {
        self.tree
            .get(&step.path)
            .context("a file of the plan is gone")
    }
}

fn during(during: &'static str) -> impl FnOnce(anyhow::Error) -> Stopped {
    move |error| Stopped { during, error }
}

fn host_path(control: Control) -> anyhow::Result<HostPath> {
    HostPath::new(control.name()).context("a control file has no name")
}

/// Cuts steps into groups that are not too large.
fn batches<'a, 's>(steps: &'a [&'s Step]) -> Vec<&'a [&'s Step]> {
    let (mut groups, mut start, mut bytes) = (Vec::new(), 0, 0);
    for (at, step) in steps.iter().enumerate() {
        let full = at - start >= MOST_FILES || bytes + step.bytes > MOST_BYTES;
        if full && at > start {
            groups.push(&steps[start..at]);
            (start, bytes) = (at, 0);
        }
        bytes += step.bytes;
    }
    groups.push(&steps[start..]);
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(bytes: u64) -> Step {
        Step {
            phase: Phase::Pages,
            change: Change::Add,
            path: HostPath::new("a").unwrap(),
            bytes,
        }
    }

    #[test]
    fn a_batch_is_neither_long_nor_heavy_but_a_large_file_goes_alone() {
        let steps: Vec<Step> = [1, 2, MOST_BYTES + 1, 3].map(step).into();
        let steps: Vec<&Step> = steps.iter().collect();
        let sizes: Vec<usize> = batches(&steps).iter().map(|group| group.len()).collect();
        assert_eq!(sizes, [2, 1, 1]);
        let light = step(0);
        let many = vec![&light; 600];
        let sizes: Vec<usize> = batches(&many).iter().map(|group| group.len()).collect();
        assert_eq!(sizes, [256, 256, 88]);
    }
}
