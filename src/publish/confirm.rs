//! Whether a host now serves what was published, as the next reader gets it.

use std::fmt;

use anyhow::Context as _;

use super::role::Role;
use super::{HostPath, Item, Tree};
use crate::output::Digest;
use crate::trust::Control;

/// How many files are looked at besides the signed ones.
const SAMPLE: usize = 8;

/// A larger file is not fetched only to look at it.
const LARGEST: u64 = 2_000_000;

/// Gets what stands at a path, or nothing; at most so many bytes.
pub type Get<'a> = dyn Fn(&HostPath, u64) -> anyhow::Result<Option<Vec<u8>>> + Sync + 'a;

/// Compares the signed files and a sample of all others with what is served.
///
/// The sample follows from the release, so that it is another one each time.
///
/// # Errors
///
/// The first file that is not served as it should be.
pub fn confirm(tree: &Tree, get: &Get<'_>) -> anyhow::Result<()> {
    for (path, item) in signed(tree).chain(sample(tree)) {
        let found = get(path, item.bytes).with_context(|| format!("fetching `{path}`"))?;
        let is_other = found.is_some();
        if found.is_none_or(|bytes| Digest::of(&bytes) != item.digest) {
            let path = path.clone();
            return Err(Astray { path, is_other }.into());
        }
    }
    Ok(())
}

/// A file that is not served as it was published.
#[derive(Debug)]
pub(super) struct Astray {
    pub(super) path: HostPath,
    is_other: bool,
}

impl fmt::Display for Astray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let how = match self.is_other {
            true => "is served with other bytes",
            false => "is not served, or with more bytes than it has",
        };
        write!(f, "`{}` {how}", self.path)
    }
}

impl std::error::Error for Astray {}

/// Each is fetched up to its own size, which has a cap in the format.
fn signed(tree: &Tree) -> impl Iterator<Item = (&HostPath, &Item)> {
    tree.iter().filter(|(path, _)| Role::of(path).is_signed())
}

fn sample(tree: &Tree) -> Vec<(&HostPath, &Item)> {
    let seed = HostPath::new(Control::Release.name()).and_then(|path| tree.get(&path));
    let seed = seed.map_or_else(String::new, |item| item.digest.to_string());
    let mut drawn: Vec<_> = tree
        .iter()
        .filter(|(path, item)| item.bytes <= LARGEST && is_drawn(Role::of(path)))
        .map(|(path, item)| (Digest::of(format!("{seed} {path}").as_bytes()), path, item))
        .collect();
    drawn.sort_by_key(|(lot, ..)| *lot);
    drawn.truncate(SAMPLE);
    drawn
        .into_iter()
        .map(|(_, path, item)| (path, item))
        .collect()
}

fn is_drawn(role: Role<'_>) -> bool {
    role != Role::Extra && !role.is_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(release: &str) -> Tree {
        let pages = (0..100).map(|number| (format!("{number}.html"), number.to_string()));
        pages
            .chain([("release.txt".to_owned(), release.to_owned())])
            .map(|(path, text)| (HostPath::new(&path).unwrap(), Item::text(text)))
            .collect()
    }

    #[test]
    fn a_host_that_serves_everything_passes_and_one_that_altered_it_does_not() {
        let tree = tree("1");
        confirm(&tree, &|path, _| Ok(Some(tree[path].read()?))).unwrap();
        let altered = confirm(&tree, &|_, _| Ok(Some(b"<script>".into())));
        assert!(altered.unwrap_err().to_string().contains("other bytes"));
        let missing = confirm(&tree, &|_, _| Ok(None));
        assert!(missing.unwrap_err().to_string().contains("not served"));
    }

    #[test]
    fn every_signed_file_is_looked_at_and_no_more_of_it_than_it_has() {
        let mut tree = tree("1");
        let signed = [
            "SHA256SUMS",
            "bundle/bundles.txt",
            "mirrors.txt",
            "keys/1.txt",
        ];
        for name in signed {
            let path = HostPath::new(name).unwrap();
            tree.insert(path.clone(), Item::text(name));
            let altered = |asked: &HostPath, cap: u64| {
                let bytes = tree[asked].read()?;
                assert_eq!(cap, bytes.len() as u64);
                Ok(Some(bytes).filter(|_| *asked != path))
            };
            let found = confirm(&tree, &altered).unwrap_err().to_string();
            assert!(found.contains(&format!("`{name}`")), "{found}");
        }
    }

    #[test]
    fn each_release_has_a_sample_of_its_own() {
        let names = |tree: &Tree| -> Vec<String> {
            sample(tree)
                .iter()
                .map(|(path, _)| path.to_string())
                .collect()
        };
        let (one, two) = (names(&tree("1")), names(&tree("2")));
        assert_eq!(one.len(), SAMPLE);
        assert_ne!(one, two);
        assert_eq!(one, names(&tree("1")));
    }
}
