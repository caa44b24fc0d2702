//! Keeps two runs from writing to one place at the same time.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::{Target, state_folder};

/// Held while a run writes; the system lets go of it even when the run is killed.
pub(crate) struct Lock(File);

impl Lock {
    /// The lock of a build or a release, which write to a target.
    pub(crate) fn take(target: &Target) -> anyhow::Result<Self> {
        state_folder(target.site())?;
        let refusal = format!(
            "another build is writing to `{}`; wait until it ends",
            target.shown()
        );
        Lock::on(&target.lock(), &refusal)
    }

    /// The lock that a file stands for, once whoever holds it lets go of it.
    pub(crate) fn wait(path: &Path) -> anyhow::Result<Self> {
        let about = || format!("locking {}", path.display());
        let file = open(path).with_context(about)?;
        file.lock().with_context(about)?;
        Ok(Lock(file))
    }

    /// The lock that a file stands for; `refusal` says who else may hold it.
    pub(crate) fn on(path: &Path, refusal: &str) -> anyhow::Result<Self> {
        let about = || format!("locking {}", path.display());
        let file = open(path).with_context(about)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => bail!("{refusal}"),
            Err(TryLockError::Error(error)) => Err(error).with_context(about),
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true).open(path)
}

impl Drop for Lock {
    /// Closing the file is not enough: a program that is just being started holds
    /// a copy of it for a moment, and with that the lock.
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_the_file_does_not_keep_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let lock = Lock::on(&path, "busy").unwrap();
        let copy = lock.0.try_clone().unwrap();
        assert_eq!(Lock::on(&path, "busy").err().unwrap().to_string(), "busy");
        drop(lock);
        assert!(Lock::on(&path, "busy").is_ok());
        drop(copy);
    }
}
