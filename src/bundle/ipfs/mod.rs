//! A site as a graph of blocks for IPFS, and the CAR file that carries them.
//!
//! The root's CID says which site it is, whoever made the graph: all choices
//! are those of the profile `unixfs-v1-2025` (IPIP-499, "UnixFS CID Profiles"):
//! CIDv1 with SHA-256; files in raw blocks of 1 MiB, joined by balanced trees
//! with at most 1,024 links a node; a file of one block is that block. A folder
//! is one block as long as that has at most 256 KiB, counted exactly as it is
//! written; a larger one is a hash trie of 256 links a node. There are no
//! modes and no times.
//!
//! The CAR (version 1) names that root alone and holds each block once, parents
//! before children, links in their order: what a gateway answers to
//! `?format=car&car-order=dfs&car-dups=n` (IPIP-412). So a reader can check
//! each block as it arrives, and the bytes follow from the site.

mod balanced;
mod car;
mod cid;
mod dag_pb;
mod folder;
mod graph;
mod hamt;
mod murmur3;
mod unixfs;
mod varint;

#[cfg(test)]
mod tests;

pub use cid::Cid;
pub use graph::Graph;

/// The sizes by which a graph is laid out.
#[derive(Debug, Clone, Copy)]
struct Layout {
    /// Bytes of a file in one block.
    chunk: usize,
    /// Links of a file's node.
    width: usize,
    /// Bytes of a folder's block, before the folder becomes a trie.
    folder: usize,
}

const UNIXFS_V1_2025: Layout = Layout {
    chunk: 1 << 20,
    width: 1024,
    folder: 256 << 10,
};
