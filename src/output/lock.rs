//! Keeps two builds from writing to one output at the same time.

use std::fs::{File, TryLockError};

use anyhow::{Context as _, bail};

use super::{Target, state_folder};

/// Held while a build writes; the system lets go of it even when the build is killed.
pub(super) struct Lock(#[allow(dead_code, reason = "held, not read")] File);

impl Lock {
    pub(super) fn take(target: &Target) -> anyhow::Result<Self> {
        state_folder(target.site())?;
        let path = target.lock();
        let about = || format!("locking {}", path.display());
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path);
        let file = file.with_context(about)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => {
                bail!(
                    "another build is writing to `{}`; wait until it ends",
                    target.shown()
                )
            }
            Err(TryLockError::Error(error)) => Err(error).with_context(about),
        }
    }
}
