//! Every file of the list, read once, in random order, and held against its hash.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

use super::alteration::{self, Alteration};
use super::{Copy, Limits, Meter, Obstacle, Piece, Question};
use crate::output::{Digest, SitePath};
use crate::trust::{Sums, TreeSize};

/// How much of a text is kept to see what was done to it.
const KEPT: usize = 1_000_000;

/// What the survey found.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Files that are not as signed, sorted by path.
    pub(super) differing: Vec<Difference>,
    pub(super) files: u64,
    pub(super) bytes: u64,
    /// What kept files from being read: the first of each kind.
    pub(super) obstacles: Vec<Obstacle>,
    /// Whether the rest was not asked for any more.
    pub(super) gave_up: bool,
}

/// After so many files in a row that did not come, the copy is taken for silent. A
/// single one must not end the survey: it may be there to hide what others hold.
const MOST_FAILURES: usize = 5;

/// A file that is not as signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) path: SitePath,
    pub(super) found: Found,
}

/// What stands in a file's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    Other(Digest, Option<Alteration>),
    TooLong(u64),
    /// Not read, because the files before it had more bytes than all should.
    NotRead,
    Refused(String),
}

/// Reads everything that the list has, as far as it comes.
pub(super) fn run(copy: &dyn Copy, sums: &Sums, size: TreeSize, question: &Question<'_>) -> Survey {
    let mut order: Vec<(&SitePath, &Digest)> = sums.entries.iter().collect();
    question.random().shuffle(&mut order);
    let round = Round {
        copy,
        question,
        largest: size.largest,
        meter: Meter::new(size.bytes),
        order,
        next: AtomicUsize::new(0),
        done: AtomicU64::new(0),
        came: AtomicU64::new(0),
        bytes: AtomicU64::new(0),
        failures: AtomicUsize::new(0),
        over: AtomicBool::new(false),
        differing: Mutex::default(),
        obstacles: Mutex::default(),
    };
    std::thread::scope(|scope| {
        for _ in 0..question.jobs.max(1) {
            scope.spawn(|| round.work());
        }
    });
    round.finish()
}

/// The survey while several threads work on it.
struct Round<'a> {
    copy: &'a dyn Copy,
    question: &'a Question<'a>,
    largest: u64,
    meter: Meter,
    order: Vec<(&'a SitePath, &'a Digest)>,
    next: AtomicUsize,
    done: AtomicU64,
    came: AtomicU64,
    bytes: AtomicU64,
    failures: AtomicUsize,
    over: AtomicBool,
    differing: Mutex<Vec<Difference>>,
    obstacles: Mutex<Vec<Obstacle>>,
}

impl Round<'_> {
    fn work(&self) {
        while let Some((path, signed)) = self.next() {
            match self.look(path, signed) {
                Ok(found) => self.came(path, found),
                Err(obstacle) => self.did_not_come(obstacle),
            }
            let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
            (self.question.progress)(done, self.order.len() as u64);
        }
    }

    fn next(&self) -> Option<(&SitePath, &Digest)> {
        let stopped = self.question.stop.load(Ordering::Relaxed);
        if stopped || self.over.load(Ordering::Relaxed) {
            return None;
        }
        let index = self.next.fetch_add(1, Ordering::Relaxed);
        self.order.get(index).copied()
    }

    /// What stands in a file's place, if it is not the signed one.
    fn look(&self, path: &SitePath, signed: &Digest) -> Result<Option<Found>, Obstacle> {
        let limits = Limits {
            cap: self.largest,
            keep: if is_text(path) { KEPT } else { 0 },
            total: Some(&self.meter),
        };
        match self.copy.read(path, &limits) {
            Ok(piece) => {
                self.bytes.fetch_add(piece.file.bytes, Ordering::Relaxed);
                Ok(compare(&piece, signed))
            }
            Err(obstacle) => Found::of(obstacle).map(Some),
        }
    }

    fn came(&self, path: &SitePath, found: Option<Found>) {
        self.failures.store(0, Ordering::Relaxed);
        self.came.fetch_add(1, Ordering::Relaxed);
        if let (Some(found), Ok(mut differing)) = (found, self.differing.lock()) {
            differing.push(Difference {
                path: path.clone(),
                found,
            });
        }
    }

    fn did_not_come(&self, obstacle: Obstacle) {
        if self.failures.fetch_add(1, Ordering::Relaxed) + 1 >= MOST_FAILURES {
            self.over.store(true, Ordering::Relaxed);
        }
        if let Ok(mut obstacles) = self.obstacles.lock() {
            note(&mut obstacles, obstacle);
        }
    }

    fn finish(self) -> Survey {
        let mut obstacles = self.obstacles.into_inner().unwrap_or_default();
        let stopped = self.question.stop.load(Ordering::Relaxed);
        if stopped {
            let why = "the check was stopped".to_owned();
            note(&mut obstacles, Obstacle::Unreachable(why));
        }
        let mut differing = self.differing.into_inner().unwrap_or_default();
        differing.sort_by(|one, other| one.path.cmp(&other.path));
        Survey {
            differing,
            files: self.came.into_inner(),
            bytes: self.bytes.into_inner(),
            obstacles,
            gave_up: stopped || self.over.into_inner(),
        }
    }
}

/// Of obstacles of one kind, the first says enough.
fn note(obstacles: &mut Vec<Obstacle>, obstacle: Obstacle) {
    let kind = std::mem::discriminant(&obstacle);
    if !obstacles
        .iter()
        .any(|it| std::mem::discriminant(it) == kind)
    {
        obstacles.push(obstacle);
    }
}

impl Found {
    /// What an obstacle means for one file.
    ///
    /// # Errors
    ///
    /// It is one for the whole copy.
    pub(super) fn of(obstacle: Obstacle) -> Result<Self, Obstacle> {
        match obstacle {
            Obstacle::Missing => Ok(Found::Nothing),
            Obstacle::Refused(why) => Ok(Found::Refused(why)),
            Obstacle::TooLong { cap, .. } => Ok(Found::TooLong(cap)),
            Obstacle::Spent => Ok(Found::NotRead),
            other => Err(other),
        }
    }
}

/// What stands there, if it has another hash.
pub(super) fn compare(piece: &Piece, signed: &Digest) -> Option<Found> {
    let digest = piece.file.digest;
    let whole = piece.file.bytes == piece.head.len() as u64;
    let known = || alteration::recognise(&piece.head, signed);
    (digest != *signed).then(|| Found::Other(digest, whole.then(known).flatten()))
}

fn is_text(path: &SitePath) -> bool {
    let (_, extension) = path.as_str().rsplit_once('.').unwrap_or_default();
    let texts = [
        "html", "txt", "css", "js", "json", "xml", "svg", "ics", "md",
    ];
    texts.contains(&extension)
}
