//! What an upload is called before it is whole, so that two runs never write to one name.

use std::iter::repeat_with;
use std::sync::Mutex;

use crate::publish::{HostPath, lock};

const PART: &str = "vestochka-part-";

/// The folder in which `rsync` keeps what did not arrive whole.
pub(super) const RSYNC_PARTS: &str = ".rsync-part";

/// The names of one run's unfinished files.
#[derive(Debug)]
pub(super) struct Parts {
    run: String,
    /// Numbers that nobody uses now, and the next new one.
    numbers: Mutex<(Vec<usize>, usize)>,
}

impl Parts {
    /// Names that no other run has.
    pub(super) fn new() -> Self {
        let digit = || fastrand::digit(16);
        Parts {
            run: repeat_with(digit).take(16).collect(),
            numbers: Mutex::default(),
        }
    }

    /// The name of one part.
    pub(super) fn name(&self, number: usize) -> String {
        format!("{PART}{}-{number}", self.run)
    }

    /// So many names, as paths: one for each file that is sent at a time.
    pub(super) fn paths(&self, count: usize) -> Vec<HostPath> {
        let paths = (0..count).filter_map(|number| HostPath::new(&self.name(number)));
        paths.collect()
    }

    /// Those that were used.
    pub(super) fn used(&self) -> Vec<String> {
        (0..lock(&self.numbers).1).map(|it| self.name(it)).collect()
    }

    /// Runs something with a name that nothing else has meanwhile.
    pub(super) fn with<T>(&self, run: impl FnOnce(&str) -> T) -> T {
        let number = self.take();
        let done = run(&self.name(number));
        lock(&self.numbers).0.push(number);
        done
    }

    fn take(&self) -> usize {
        let mut numbers = lock(&self.numbers);
        numbers.0.pop().unwrap_or_else(|| {
            numbers.1 += 1;
            numbers.1 - 1
        })
    }
}

/// Whether a path is that of an unfinished file, of any run.
pub(in crate::publish) fn is_part(path: &HostPath) -> bool {
    let plain = |c: char| c.is_ascii_hexdigit() || c == '-';
    let own = path.as_str().strip_prefix(PART);
    own.is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain))
        || path.folders().any(is_rsync_folder)
}

fn is_rsync_folder(folder: &str) -> bool {
    folder.rsplit('/').next() == Some(RSYNC_PARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_runs_and_no_two_files_at_a_time_have_one_name() {
        let (one, other) = (Parts::new(), Parts::new());
        let names = one.with(|a| one.with(|b| other.with(|c| [a, b, c].map(str::to_owned))));
        let distinct: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), 3, "{names:?}");
        assert_eq!(one.used(), names[..2]);
        assert!(one.paths(2).iter().all(is_part));
        assert_eq!(one.with(str::to_owned), one.name(0));
    }
}
