//! The one thread that builds, and what it last built.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process;
use std::sync::Arc;

use tokio::sync::watch::Sender;

use super::Built;
use super::watch::Watch;
use crate::output::MemoryTree;

/// What there is to show.
#[derive(Debug, Clone, Default)]
pub(super) struct Preview {
    /// How many builds there were.
    pub(super) builds: u64,
    /// The last good tree.
    pub(super) good: Option<Arc<MemoryTree>>,
    /// What is wrong with the last build.
    pub(super) report: Option<Arc<str>>,
}

impl Preview {
    /// Tells this state from every other, those of an earlier server included,
    /// so that pages left open reload when it is started again.
    pub(super) fn token(&self) -> String {
        format!("{}-{}", process::id(), self.builds)
    }

    fn take(&mut self, built: Built) {
        self.builds += 1;
        match built {
            Built::Good(tree) => {
                self.good = Some(tree);
                self.report = None;
            }
            Built::Bad { report } => self.report = Some(report.into()),
        }
    }
}

/// Builds at once, and again after each change, until told to stop. Changes
/// during a build wait for its end and lead to one more.
pub(super) fn keep_building(
    mut watch: Watch,
    mut build: impl FnMut(&[PathBuf]) -> Built,
    preview: &Sender<Preview>,
) {
    let mut changed = Some(Vec::new());
    while let Some(paths) = changed {
        let built = catch_unwind(AssertUnwindSafe(|| build(&paths))).unwrap_or_else(bug);
        preview.send_modify(|preview| preview.take(built));
        changed = watch.next_change();
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as `catch_unwind` gives it")]
fn bug(panic: Box<dyn Any + Send>) -> Built {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let report = format!(
        "this is a bug in vestochka, not in your content: {}\n\n\
         the preview goes on with the next change; please report it",
        text.unwrap_or("the build panicked")
    );
    Built::Bad { report }
}
