//! What is asked of a copy, beside the copy.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::atomic::AtomicBool;

use jiff::{Timestamp, ToSpan};

use super::Seen;
use crate::record::Id;
use crate::trust::Anchor;

/// How wrong a clock may be before it matters, in hours.
pub const CLOCK_MAY_BE_WRONG_BY: i64 = 48;

/// What to hold a copy against, and how.
pub struct Question<'a> {
    /// What everything must follow from.
    pub anchor: Anchor,
    /// The site that it is to be of, where that is known.
    pub site: Option<Id>,
    /// The time.
    pub now: Timestamp,
    /// What was seen of sites before.
    pub seen: Vec<Seen>,
    /// Where the random order starts; without it, the system says.
    pub seed: Option<u64>,
    /// How many files to read at a time.
    pub jobs: usize,
    /// Leave out the large files of `bundle/`.
    pub skip_bundles: bool,
    /// Hears how many files are done, and of how many.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
    /// Becomes true when nobody waits for the answer any more.
    pub stop: &'a AtomicBool,
}

impl Question<'_> {
    /// Whether a moment has passed, by a clock that may be two days wrong.
    pub(super) fn is_over(&self, moment: Timestamp) -> bool {
        let grace = CLOCK_MAY_BE_WRONG_BY.hours();
        moment
            .checked_add(grace)
            .is_ok_and(|latest| self.now > latest)
    }

    /// Whether a moment lies further ahead than a clock may be wrong.
    pub(super) fn is_ahead(&self, moment: Timestamp) -> bool {
        let grace = CLOCK_MAY_BE_WRONG_BY.hours();
        moment
            .checked_sub(grace)
            .is_ok_and(|earliest| self.now < earliest)
    }

    /// A fresh order for each run, so that a host cannot know it.
    pub(super) fn random(&self) -> fastrand::Rng {
        let seed = || RandomState::new().hash_one(0u8);
        fastrand::Rng::with_seed(self.seed.unwrap_or_else(seed))
    }
}
