//! The CAR file: a header that names the root, then every block with its name.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, ensure};

use super::cid::{Cid, Codec};
use super::graph::{Block, Node};
use super::varint;

/// Writes a graph, each node before what is below it, no block twice.
pub(super) fn write(root: &Node<'_>, out: impl Write) -> anyhow::Result<()> {
    let mut out = BufWriter::new(out);
    put(&mut out, &header(root.cid), &[])?;
    write_below(root, &mut BTreeSet::new(), &mut out)?;
    out.flush().context("writing the CAR file")
}

fn write_below(
    node: &Node<'_>,
    written: &mut BTreeSet<Cid>,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    if !written.insert(node.cid) {
        return Ok(());
    }
    put(out, &node.cid.to_bytes(), &bytes_of(node)?)?;
    node.children
        .iter()
        .try_for_each(|child| write_below(child, written, out))
}

/// A section: how long it is, then its two parts.
fn put(out: &mut impl Write, first: &[u8], second: &[u8]) -> anyhow::Result<()> {
    let mut length = Vec::new();
    varint::put(&mut length, (first.len() + second.len()) as u64);
    [&length, first, second]
        .into_iter()
        .try_for_each(|part| out.write_all(part))
        .context("writing the CAR file")
}

/// `{"roots": [root], "version": 1}` in DAG-CBOR.
fn header(root: Cid) -> Vec<u8> {
    let root = root.to_bytes();
    let mut header = b"\xA2\x65roots\x81\xD8\x2A\x58".to_vec();
    header.push(1 + root.len() as u8);
    header.push(0);
    header.extend(root);
    header.extend(b"\x67version\x01");
    header
}

fn bytes_of<'a>(node: &'a Node<'_>) -> anyhow::Result<Cow<'a, [u8]>> {
    match &node.block {
        Block::Made(bytes) => Ok(Cow::Borrowed(bytes)),
        Block::Piece { file, from } => {
            let context = || file.display().to_string();
            let bytes = read(file, *from, node.content).with_context(context)?;
            ensure!(
                Cid::of(Codec::Raw, &bytes) == node.cid,
                "{} changed while it was read",
                context()
            );
            Ok(Cow::Owned(bytes))
        }
    }
}

fn read(file: &Path, from: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut file = File::open(file)?;
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}
