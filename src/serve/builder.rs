//! The threads behind a preview: one takes over what changed, one builds anew.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use tokio::sync::watch;

use super::watch::Watch;
use super::{Built, Revised, Shown};

/// Who writes sees the page at once. The build that follows keeps every processor
/// busy, so it waits for a pause in the writing.
const PAUSE: Duration = Duration::from_secs(1);

/// What there is to show.
#[derive(Clone, Default)]
pub(super) struct Preview {
    /// How many states there were.
    states: u64,
    /// The site of the last good build, with what was written since.
    pub(super) site: Option<Arc<dyn Shown>>,
    /// What is wrong with the last build.
    pub(super) report: Option<Arc<str>>,
}

impl Preview {
    /// Whether anything was built yet.
    pub(super) fn is_there(&self) -> bool {
        self.states > 0
    }

    /// Tells this state from every other, those of an earlier server included,
    /// so that pages left open reload when it is started again.
    pub(super) fn token(&self) -> String {
        format!("{}-{}", process::id(), self.states)
    }

    fn report(&mut self, report: String) {
        self.states += 1;
        self.report = Some(report.into());
    }
}

/// What changed, and how much of that is shown already.
struct Change {
    paths: Vec<PathBuf>,
    shown: Revised,
}

/// Builds at once, and again after each change, until told to stop. What the site can
/// take over by itself is shown before that.
pub(super) fn follow(
    mut watch: Watch,
    build: impl FnMut() -> Built + Send,
    preview: &watch::Sender<Preview>,
) {
    let (tell, changes) = channel();
    let told = AtomicUsize::new(0);
    let rebuild = Rebuild {
        preview,
        changes,
        told: &told,
    };
    let everything = Change {
        paths: Vec::new(),
        shown: Revised::Nothing,
    };
    // It fails only when the other thread has ended, and then nothing is to be told.
    let _ = tell.send(everything);
    thread::scope(|scope| {
        scope.spawn(move || rebuild.keep_building(build));
        while let Some(paths) = watch.next_change() {
            told.fetch_add(1, Ordering::Relaxed);
            take_over(paths, preview, &tell);
        }
        told.fetch_add(1, Ordering::Relaxed);
        drop(tell);
    });
}

/// Shows a change if the site can take it over, and tells the other thread of it.
fn take_over(paths: Vec<PathBuf>, preview: &watch::Sender<Preview>, tell: &Sender<Change>) {
    preview.send_if_modified(|preview| {
        let site = preview.site.as_deref().filter(|_| preview.report.is_none());
        let shown = site.map_or(Revised::Nothing, |site| revise(site, &paths));
        let is_new = shown != Revised::Nothing;
        // Told before anybody can show a site that was read before this change.
        let _ = tell.send(Change { paths, shown });
        preview.states += u64::from(is_new);
        is_new
    });
}

fn revise(site: &dyn Shown, paths: &[PathBuf]) -> Revised {
    catch_unwind(AssertUnwindSafe(|| site.revise(paths))).unwrap_or(Revised::Nothing)
}

/// The thread that builds.
struct Rebuild<'a> {
    preview: &'a watch::Sender<Preview>,
    changes: Receiver<Change>,
    /// How many changes there were: more than before means that a build is out of date.
    told: &'a AtomicUsize,
}

impl Rebuild<'_> {
    fn keep_building(&self, mut build: impl FnMut() -> Built) {
        while let Some(mut shown) = self.next_change() {
            loop {
                let told = self.told.load(Ordering::Relaxed);
                let built =
                    catch_unwind(AssertUnwindSafe(&mut build)).unwrap_or_else(|panic| Built::Bad {
                        report: bug(&*panic),
                    });
                let Some(later) = self.show(built, shown) else {
                    self.proof(told);
                    break;
                };
                shown = later;
            }
        }
    }

    /// Waits for a change, and for the pause after one that is shown already. Says
    /// how much of all that came is shown; nothing when it is time to stop.
    fn next_change(&self) -> Option<Revised> {
        let mut shown = self.changes.recv().ok()?.shown;
        while shown != Revised::Nothing {
            match self.changes.recv_timeout(PAUSE) {
                Ok(next) => shown = shown.min(next.shown),
                Err(_) => break,
            }
        }
        Some(shown)
    }

    /// Shows what was built. If more changed since it was begun: how much of that is shown.
    fn show(&self, built: Built, was_shown: Revised) -> Option<Revised> {
        let mut later = None;
        self.preview.send_if_modified(|preview| {
            let since: Vec<Change> = self.changes.try_iter().collect();
            later = since.iter().map(|change| change.shown).min();
            match built {
                Built::Bad { report } => preview.report(report),
                Built::Good(site) => {
                    let taken_over = since
                        .iter()
                        .filter(|change| change.shown != Revised::Nothing)
                        .all(|change| revise(site.as_ref(), &change.paths) != Revised::Nothing);
                    // Browsers have reloaded for all that is new in it.
                    let is_seen =
                        was_shown == Revised::Wholly && taken_over && preview.report.is_none();
                    preview.site = Some(site);
                    preview.report = None;
                    preview.states += u64::from(!is_seen);
                    return !is_seen;
                }
            }
            true
        });
        later
    }

    /// Looks for what only rendering finds, until something changes.
    fn proof(&self, told: usize) {
        let preview = self.preview.borrow().clone();
        let Some(site) = preview.site.filter(|_| preview.report.is_none()) else {
            return;
        };
        let goes_on = || self.told.load(Ordering::Relaxed) == told;
        let found = catch_unwind(AssertUnwindSafe(|| site.proof(&goes_on)))
            .unwrap_or_else(|panic| Some(bug(&*panic)));
        if let Some(report) = found.filter(|_| goes_on()) {
            self.preview.send_modify(|preview| preview.report(report));
        }
    }
}

/// What is said of a panic, whose text may help to find it.
fn bug(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!(
        "this is a bug in vestochka, not in your content: {}\n\n\
         the preview goes on with the next change; please report it",
        text.unwrap_or("the build panicked")
    )
}
