//! The blocks of a site: made once to learn their names, and read again to be written.

use std::io::Write;
use std::path::Path;

use anyhow::Context;
use rayon::prelude::*;

use super::cid::{Cid, Codec};
use super::dag_pb::{self, Link};
use super::folder::Folder;
use super::{Layout, UNIXFS_V1_2025, balanced, car};
use crate::bundle::Member;

/// The graph of a site's blocks. Those with the bytes of files are not held:
/// they are read again when they are written.
pub struct Graph<'a> {
    root: Node<'a>,
}

impl<'a> Graph<'a> {
    /// Reads all members once. Their order does not matter.
    ///
    /// # Errors
    ///
    /// When a member cannot be read, or two cannot stand in one site.
    pub fn of(members: &'a [Member]) -> anyhow::Result<Self> {
        Graph::laid_out(members, UNIXFS_V1_2025)
    }

    pub(super) fn laid_out(members: &'a [Member], layout: Layout) -> anyhow::Result<Self> {
        let read = |member: &'a Member| {
            let context = || format!("hashing `{}`", member.path);
            balanced::file(&member.file, member.bytes, layout).with_context(context)
        };
        // In parallel, and collected in the order of the members.
        let files: Vec<Node<'a>> = members.par_iter().map(read).collect::<Result<_, _>>()?;
        let mut root = Folder::default();
        for (member, file) in members.iter().zip(files) {
            root.add(member.path.as_str(), file)?;
        }
        let root = root.node(layout)?;
        Ok(Graph { root })
    }

    /// The name of the whole site.
    #[must_use]
    pub fn root(&self) -> Cid {
        self.root.cid
    }

    /// Writes the CAR file, reading all members again.
    ///
    /// # Errors
    ///
    /// When a member cannot be read or has changed, or the file cannot be written.
    pub fn write(&self, out: impl Write) -> anyhow::Result<()> {
        car::write(&self.root, out)
    }
}

/// A block and all that is below it.
pub(super) struct Node<'a> {
    pub cid: Cid,
    /// The bytes of the file, or of the part of one, that it stands for.
    pub content: u64,
    /// The bytes of all blocks, this one included.
    pub total: u64,
    pub block: Block<'a>,
    pub children: Vec<Node<'a>>,
}

/// Where a block's bytes are.
pub(super) enum Block<'a> {
    /// Here.
    Made(Vec<u8>),
    /// In a file, from a place on.
    Piece { file: &'a Path, from: u64 },
}

impl<'a> Node<'a> {
    /// A piece of a file.
    pub fn piece(file: &'a Path, from: u64, bytes: &[u8]) -> Self {
        Node {
            cid: Cid::of(Codec::Raw, bytes),
            content: bytes.len() as u64,
            total: bytes.len() as u64,
            block: Block::Piece { file, from },
            children: Vec::new(),
        }
    }

    /// A node above others, each under a name.
    pub fn above(children: Vec<(String, Node<'a>)>, data: &[u8]) -> Self {
        let (names, children): (Vec<String>, Vec<Node<'a>>) = children.into_iter().unzip();
        let links = names.into_iter().zip(&children).map(|(name, child)| Link {
            name,
            to: child.cid,
            total: child.total,
        });
        let block = dag_pb::encode(&links.collect::<Vec<_>>(), data);
        let below: u64 = children.iter().map(|child| child.total).sum();
        Node {
            cid: Cid::of(Codec::DagPb, &block),
            content: children.iter().map(|child| child.content).sum(),
            total: below + block.len() as u64,
            block: Block::Made(block),
            children,
        }
    }
}
