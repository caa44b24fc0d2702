//! A large folder as a trie: each byte of a name's hash chooses one of 256 places.

use std::collections::BTreeMap;

use anyhow::bail;

use super::graph::Node;
use super::{murmur3, unixfs};

/// The trie of a folder's entries, from its root.
///
/// # Errors
///
/// When two names have one hash, which no trie can hold.
pub(super) fn trie(entries: Vec<(String, Node<'_>)>) -> anyhow::Result<Node<'_>> {
    let hashed = entries.into_iter().map(|(name, node)| Leaf {
        hash: murmur3::hash(name.as_bytes()),
        name,
        node,
    });
    shard(hashed.collect(), 0)
}

struct Leaf<'a> {
    hash: [u8; 8],
    name: String,
    node: Node<'a>,
}

/// The node at a depth, which is also the byte of the hash that it looks at.
fn shard(leaves: Vec<Leaf<'_>>, depth: usize) -> anyhow::Result<Node<'_>> {
    let mut places: BTreeMap<u8, Vec<Leaf<'_>>> = BTreeMap::new();
    for leaf in leaves {
        let Some(place) = leaf.hash.get(depth) else {
            bail!("`{}` has the hash of another name: rename it", leaf.name);
        };
        places.entry(*place).or_default().push(leaf);
    }
    let data = unixfs::shard(places.keys().copied());
    let links = places
        .into_iter()
        .map(|(place, leaves)| link(place, leaves, depth));
    Ok(Node::above(links.collect::<anyhow::Result<_>>()?, &data))
}

/// A name that is alone at its place stands there; several go one node deeper.
fn link(place: u8, mut leaves: Vec<Leaf<'_>>, depth: usize) -> anyhow::Result<(String, Node<'_>)> {
    match leaves.pop() {
        Some(leaf) if leaves.is_empty() => Ok((format!("{place:02X}{}", leaf.name), leaf.node)),
        last => {
            leaves.extend(last);
            Ok((format!("{place:02X}"), shard(leaves, depth + 1)?))
        }
    }
}
