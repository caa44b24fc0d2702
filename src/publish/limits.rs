//! What a host can hold, asked before anything is sent to it.

use std::collections::BTreeMap;

use super::{Tree, size};

/// The largest file of FAT32, which most USB sticks have.
pub const FAT_LARGEST: u64 = u32::MAX as u64;

/// What a host cannot take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limits {
    /// How many files.
    pub files: Option<u64>,
    /// The bytes of one file.
    pub largest: Option<u64>,
    /// The bytes of all files.
    pub total: Option<u64>,
    /// Names are held as Windows and FAT hold them.
    pub windows_names: bool,
}

impl Limits {
    /// These limits and others: of each the smaller.
    #[must_use]
    pub fn and(self, other: Limits) -> Limits {
        let smaller = |one: Option<u64>, other: Option<u64>| one.into_iter().chain(other).min();
        Limits {
            files: smaller(self.files, other.files),
            largest: smaller(self.largest, other.largest),
            total: smaller(self.total, other.total),
            windows_names: self.windows_names || other.windows_names,
        }
    }

    /// Why the tree does not fit, in whole sentences; nothing if it does.
    #[must_use]
    pub fn objections(&self, tree: &Tree) -> Vec<String> {
        let mut found = Vec::new();
        found.extend(self.count(tree));
        found.extend(self.sizes(tree));
        if self.windows_names {
            found.extend(reserved(tree));
            found.extend(case_clashes(tree));
        }
        found
    }

    fn count(&self, tree: &Tree) -> Option<String> {
        let (files, most) = (tree.len() as u64, self.files?);
        (files > most).then(|| format!("the release has {files} files, and the host holds {most}"))
    }

    fn sizes(&self, tree: &Tree) -> Vec<String> {
        let total: u64 = tree.values().map(|item| item.bytes).sum();
        let too_much = self.total.filter(|most| total > *most).map(|most| {
            let (total, most) = (size(total), size(most));
            format!("the release has {total}, and the host holds {most}")
        });
        let too_large = tree.iter().filter_map(|(path, item)| {
            let most = self.largest.filter(|most| item.bytes > *most)?;
            let (bytes, most) = (size(item.bytes), size(most));
            Some(format!(
                "`{path}` has {bytes}, and the host takes files of {most} at most"
            ))
        });
        too_much.into_iter().chain(too_large).collect()
    }
}

fn reserved(tree: &Tree) -> impl Iterator<Item = String> {
    let is_odd = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default().to_lowercase();
        let device = stem.strip_suffix(|last: char| last.is_ascii_digit());
        matches!(&*stem, "con" | "prn" | "aux" | "nul")
            || matches!(device, Some("com" | "lpt"))
            || part.ends_with(['.', ' '])
            || part.contains(['<', '>', ':', '"', '|', '?', '*'])
    };
    let odd = tree
        .keys()
        .filter(move |path| path.as_str().split('/').any(is_odd));
    odd.map(|path| format!("`{path}` is a name that Windows and FAT cannot hold"))
}

fn case_clashes(tree: &Tree) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let clash = |path: &super::HostPath| {
        let first = seen.insert(path.as_str().to_lowercase(), path.clone())?;
        Some(format!(
            "`{first}` and `{path}` are one name where case does not count"
        ))
    };
    tree.keys().filter_map(clash).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{HostPath, Item};
    use super::*;

    fn tree(paths: &[&str]) -> Tree {
        let item = |path: &&str| (HostPath::new(path).unwrap(), Item::text("four"));
        paths.iter().map(item).collect()
    }

    #[test]
    fn everything_that_does_not_fit_is_said_at_once() {
        let tree = tree(&["a.html", "A.html", "aux.html", "r/com1"]);
        let limits = Limits {
            files: Some(3),
            largest: Some(3),
            total: Some(15),
            windows_names: true,
        };
        let said = limits.objections(&tree).join("\n");
        for part in [
            "4 files, and the host holds 3",
            "has 16 bytes, and the host holds 15 bytes",
            "`r/com1` has 4 bytes, and the host takes files of 3 bytes at most",
            "`aux.html` is a name",
            "`r/com1` is a name",
            "`A.html` and `a.html` are one name",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert_eq!(Limits::default().objections(&tree), Vec::<String>::new());
    }

    #[test]
    fn of_two_limits_the_smaller_counts() {
        let one = Limits {
            files: Some(3),
            ..Limits::default()
        };
        let other = Limits {
            files: Some(2),
            largest: Some(9),
            ..Limits::default()
        };
        let both = one.and(other);
        assert_eq!(
            (both.files, both.largest, both.total),
            (Some(2), Some(9), None)
        );
    }
}
