//! A file as a balanced tree: pieces of one size, joined from left to right,
//! and the nodes above them too, until there is one.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, ensure};

use super::graph::Node;
use super::{Layout, unixfs};

/// The tree of a file of so many bytes.
pub(super) fn file(path: &Path, bytes: u64, layout: Layout) -> anyhow::Result<Node<'_>> {
    let mut row = pieces(path, bytes, layout)?;
    while row.len() > 1 {
        row = joined(row, layout.width);
    }
    Ok(row.remove(0))
}

/// At least one: an empty file is an empty piece.
fn pieces(path: &Path, bytes: u64, layout: Layout) -> anyhow::Result<Vec<Node<'_>>> {
    let context = || path.display().to_string();
    let mut file = File::open(path).with_context(context)?;
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut piece = Vec::new();
    loop {
        piece.clear();
        file.by_ref()
            .take(layout.chunk as u64)
            .read_to_end(&mut piece)
            .with_context(context)?;
        if piece.is_empty() && from > 0 {
            break;
        }
        pieces.push(Node::piece(path, from, &piece));
        from += piece.len() as u64;
        if piece.len() < layout.chunk {
            break;
        }
    }
    ensure!(
        from == bytes,
        "it has {from} bytes instead of {bytes}: it changed while it was read"
    );
    Ok(pieces)
}

fn joined(row: Vec<Node<'_>>, width: usize) -> Vec<Node<'_>> {
    let mut row = row.into_iter();
    let mut above = Vec::new();
    loop {
        let children: Vec<Node<'_>> = row.by_ref().take(width).collect();
        if children.is_empty() {
            return above;
        }
        let sizes: Vec<u64> = children.iter().map(|child| child.content).collect();
        let unnamed = children.into_iter().map(|child| (String::new(), child));
        above.push(Node::above(unnamed.collect(), &unixfs::file(&sizes)));
    }
}
