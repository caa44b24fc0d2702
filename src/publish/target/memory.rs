//! A host in memory, whose line can be cut at any moment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::ensure;

use super::{Landing, Target};
use crate::publish::{HostPath, Item, Phase, lock};

/// A host that answers so many times and then no more.
pub struct Memory {
    pub files: Mutex<BTreeMap<HostPath, Vec<u8>>>,
    pub lists: bool,
    pub landing: Landing,
    /// What unfinished files are called.
    pub part: Mutex<Option<HostPath>>,
    /// How many more changes get through.
    pub left: AtomicUsize,
    /// What was done, in order.
    pub done: Mutex<Vec<String>>,
    pending: Mutex<Vec<(HostPath, Option<Vec<u8>>)>>,
}

impl Memory {
    pub fn new(lists: bool, landing: Landing) -> Self {
        Memory {
            files: Mutex::default(),
            lists,
            landing,
            part: Mutex::default(),
            left: AtomicUsize::new(usize::MAX),
            done: Mutex::default(),
            pending: Mutex::default(),
        }
    }

    pub fn cut_after(&self, changes: usize) {
        self.left.store(changes, Ordering::SeqCst);
        lock(&self.pending).clear();
        lock(&self.done).clear();
    }

    fn spend(&self) -> anyhow::Result<()> {
        let spent = self
            .left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                left.checked_sub(1)
            });
        ensure!(spent.is_ok(), "the line was cut");
        Ok(())
    }

    fn change(&self, path: &HostPath, bytes: Option<Vec<u8>>) -> anyhow::Result<()> {
        if self.landing != Landing::Put {
            lock(&self.pending).push((path.clone(), bytes));
            return Ok(());
        }
        self.spend()?;
        self.land(path.clone(), bytes);
        Ok(())
    }

    fn land(&self, path: HostPath, bytes: Option<Vec<u8>>) {
        let sign = if bytes.is_some() { '+' } else { '-' };
        lock(&self.done).push(format!("{sign} {path}"));
        match bytes {
            Some(bytes) => drop(lock(&self.files).insert(path, bytes)),
            None => drop(lock(&self.files).remove(&path)),
        }
    }

    fn land_all(&self) -> anyhow::Result<()> {
        self.spend()?;
        for (path, bytes) in std::mem::take(&mut *lock(&self.pending)) {
            self.land(path, bytes);
        }
        Ok(())
    }
}

impl Target for Memory {
    fn address(&self) -> String {
        "memory".into()
    }

    fn landing(&self) -> Landing {
        self.landing
    }

    fn read(&self, path: &HostPath, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
        let files = lock(&self.files);
        Ok(files
            .get(path)
            .filter(|bytes| bytes.len() as u64 <= cap)
            .cloned())
    }

    fn list(&self) -> anyhow::Result<Option<BTreeSet<HostPath>>> {
        Ok(self
            .lists
            .then(|| lock(&self.files).keys().cloned().collect()))
    }

    fn put(&self, path: &HostPath, item: &Item) -> anyhow::Result<()> {
        self.change(path, Some(item.read()?))
    }

    fn delete(&self, path: &HostPath) -> anyhow::Result<()> {
        self.change(path, None)
    }

    fn parts(&self, _count: usize) -> Vec<HostPath> {
        lock(&self.part).iter().cloned().collect()
    }

    fn flush(&self, _phase: Phase) -> anyhow::Result<()> {
        match self.landing {
            Landing::Flush => self.land_all(),
            Landing::Put | Landing::Finish => Ok(()),
        }
    }

    fn finish(&self) -> anyhow::Result<()> {
        match self.landing {
            Landing::Finish => self.land_all(),
            Landing::Put | Landing::Flush => Ok(()),
        }
    }
}
