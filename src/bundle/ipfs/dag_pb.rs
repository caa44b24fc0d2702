//! Nodes with links, in the one way in which DAG-PB lets them be written: links
//! before data, each link's hash before its name and size.

use super::cid::Cid;
use super::varint;

/// A link to another block.
pub(super) struct Link {
    /// Empty in a file's node.
    pub name: String,
    /// The block.
    pub to: Cid,
    /// The bytes of all blocks below it, itself included.
    pub total: u64,
}

/// Writes a node. Folders must give their links sorted by name.
pub(super) fn encode(links: &[Link], data: &[u8]) -> Vec<u8> {
    let mut node = Vec::new();
    for link in links {
        put_bytes(&mut node, 2, &encode_link(link));
    }
    put_bytes(&mut node, 1, data);
    node
}

fn encode_link(link: &Link) -> Vec<u8> {
    let mut out = Vec::new();
    put_bytes(&mut out, 1, &link.to.to_bytes());
    put_bytes(&mut out, 2, link.name.as_bytes());
    put_number(&mut out, 3, link.total);
    out
}

/// A field of bytes, as Protocol Buffers have it.
pub(super) fn put_bytes(out: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    varint::put(out, field << 3 | 2);
    varint::put(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// A field of a number.
pub(super) fn put_number(out: &mut Vec<u8>, field: u64, number: u64) {
    varint::put(out, field << 3);
    varint::put(out, number);
}
