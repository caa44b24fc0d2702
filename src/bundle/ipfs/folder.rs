//! A folder: one block of links, or a trie of them when that would be too large.

use std::collections::BTreeMap;

use anyhow::bail;

use super::graph::{Block, Node};
use super::{Layout, hamt, unixfs};

/// What lies in a folder, by name.
#[derive(Default)]
pub(super) struct Folder<'a> {
    entries: BTreeMap<&'a str, Entry<'a>>,
}

enum Entry<'a> {
    File(Node<'a>),
    Folder(Folder<'a>),
}

impl<'a> Folder<'a> {
    /// Puts a file at a path below this folder.
    ///
    /// # Errors
    ///
    /// When something stands there already.
    pub fn add(&mut self, path: &'a str, file: Node<'a>) -> anyhow::Result<()> {
        let Some((name, rest)) = path.split_once('/') else {
            if self.entries.insert(path, Entry::File(file)).is_some() {
                bail!("`{path}` is there twice");
            }
            return Ok(());
        };
        let empty = || Entry::Folder(Folder::default());
        match self.entries.entry(name).or_insert_with(empty) {
            Entry::Folder(folder) => folder.add(rest, file),
            Entry::File(_) => bail!("`{name}` is a file and a folder"),
        }
    }

    /// The blocks of the folder. The block of a plain folder is made to learn
    /// its size, which is what decides.
    pub fn node(self, layout: Layout) -> anyhow::Result<Node<'a>> {
        let made = |(name, entry): (&str, Entry<'a>)| match entry {
            Entry::File(node) => Ok((name.to_owned(), node)),
            Entry::Folder(folder) => Ok((name.to_owned(), folder.node(layout)?)),
        };
        let entries = self.entries.into_iter().map(made);
        let plain = entries.collect::<anyhow::Result<Vec<_>>>()?;
        let names: Vec<String> = plain.iter().map(|(name, _)| name.clone()).collect();
        let node = Node::above(plain, &unixfs::folder());
        match &node.block {
            Block::Made(block) if block.len() > layout.folder => {
                hamt::trie(names.into_iter().zip(node.children).collect())
            }
            _ => Ok(node),
        }
    }
}
