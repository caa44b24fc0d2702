//! The whole site as data: which file stands where, and what it is.

use std::borrow::Cow;
use std::fmt;

use rayon::slice::ParallelSliceMut as _;
use rustc_hash::FxHashMap;

use super::SitePath;

/// One file of the site to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<K> {
    /// Where it stands.
    pub path: SitePath,
    /// What it is.
    pub kind: K,
}

/// All files of the site to be, sorted by path, no two at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<K> {
    items: Vec<Item<K>>,
}

impl<K> Plan<K> {
    /// Sorts the items.
    ///
    /// # Errors
    ///
    /// Every pair of items that cannot stand side by side on all file systems:
    /// one path twice, also when only the case differs, or a file where
    /// another item needs a folder.
    pub fn new(mut items: Vec<Item<K>>) -> Result<Self, Vec<Clash<K>>>
    where
        K: Clone + Send,
    {
        items.par_sort_by(|one, other| one.path.cmp(&other.path));
        let clashes = clashes(&items);
        if clashes.is_empty() {
            Ok(Plan { items })
        } else {
            Err(clashes)
        }
    }

    /// The items, sorted by path.
    #[must_use]
    pub fn items(&self) -> &[Item<K>] {
        &self.items
    }

    /// Whether a file is planned at a path.
    #[must_use]
    pub fn contains(&self, path: &SitePath) -> bool {
        self.at(path.as_str()).is_some()
    }

    /// The item at a path.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Item<K>> {
        let found = self
            .items
            .binary_search_by(|item| item.path.as_str().cmp(path));
        Some(&self.items[found.ok()?])
    }
}

/// Two items that cannot stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash<K> {
    /// The item that came first, in the order of paths.
    pub first: Item<K>,
    /// The item that has no room beside it.
    pub second: Item<K>,
}

impl<K> fmt::Display for Clash<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = (&self.first.path, &self.second.path);
        if first == second {
            write!(f, "two outputs have one path: `{first}`")
        } else if first.as_str().eq_ignore_ascii_case(second.as_str()) {
            write!(
                f,
                "`{first}` and `{second}` are one file where case does not count"
            )
        } else {
            write!(
                f,
                "`{first}` cannot be a file and also the folder of `{second}`"
            )
        }
    }
}

fn clashes<K: Clone>(items: &[Item<K>]) -> Vec<Clash<K>> {
    let mut taken: FxHashMap<Cow<'_, str>, &Item<K>> = FxHashMap::default();
    taken.reserve(items.len());
    let mut clashes = Vec::new();
    for item in items {
        match taken.get(&folded(item.path.as_str())) {
            Some(first) => clashes.push(clash(first, item)),
            None => drop(taken.insert(folded(item.path.as_str()), item)),
        }
    }
    for item in items {
        let files = item
            .path
            .folders()
            .filter_map(|folder| taken.get(&folded(folder)));
        clashes.extend(files.map(|file| clash(file, item)));
    }
    clashes
}

fn clash<K: Clone>(first: &Item<K>, second: &Item<K>) -> Clash<K> {
    Clash {
        first: first.clone(),
        second: second.clone(),
    }
}

/// In small letters; most paths are.
fn folded(path: &str) -> Cow<'_, str> {
    if path.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(path.to_ascii_lowercase())
    } else {
        Cow::Borrowed(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(path: &str, kind: u8) -> Item<u8> {
        Item {
            path: SitePath::new(path).unwrap(),
            kind,
        }
    }

    fn complaints(items: Vec<Item<u8>>) -> Vec<String> {
        Plan::new(items)
            .unwrap_err()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_plan_is_sorted() {
        let plan = Plan::new(vec![item("ru/index.html", 1), item("404.html", 2)]).unwrap();
        assert_eq!(
            plan.items(),
            [item("404.html", 2), item("ru/index.html", 1)]
        );
        assert!(plan.contains(&SitePath::new("404.html").unwrap()));
        assert!(!plan.contains(&SitePath::new("index.html").unwrap()));
    }

    #[test]
    fn every_clash_is_listed_with_both_its_items() {
        let items = vec![
            item("a.html", 1),
            item("b.html", 2),
            item("b.html", 3),
            item("a.html", 4),
        ];
        let clashes = Plan::new(items).unwrap_err();
        let kinds: Vec<_> = clashes
            .iter()
            .map(|it| (it.first.kind, it.second.kind))
            .collect();
        assert_eq!(kinds, [(1, 4), (2, 3)]);
        assert_eq!(
            clashes[0].to_string(),
            "two outputs have one path: `a.html`"
        );
    }

    #[test]
    fn paths_that_differ_only_in_case_clash() {
        assert_eq!(
            complaints(vec![item("sha256sums", 1), item("SHA256SUMS", 2)]),
            ["`SHA256SUMS` and `sha256sums` are one file where case does not count"]
        );
    }

    #[test]
    fn a_file_clashes_with_a_folder() {
        assert_eq!(
            complaints(vec![item("ru/a.html", 1), item("ru", 2)]),
            ["`ru` cannot be a file and also the folder of `ru/a.html`"]
        );
    }
}
