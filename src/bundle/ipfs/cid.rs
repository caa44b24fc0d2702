//! The name of a block: CIDv1 with SHA-256, in base32.

use std::fmt;

use crate::output::Digest;

/// How a block is to be read, by its number in the table of multicodecs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Codec {
    /// A piece of a file, as it is.
    Raw = 0x55,
    /// A node with links.
    DagPb = 0x70,
}

/// The name of a block, which follows from its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cid {
    codec: Codec,
    digest: Digest,
}

impl Cid {
    pub(super) fn of(codec: Codec, block: &[u8]) -> Self {
        Cid {
            codec,
            digest: Digest::of(block),
        }
    }

    /// Version, codec, the number of SHA-256, the hash's length, the hash.
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = vec![1, self.codec as u8, 0x12, 0x20];
        bytes.extend_from_slice(self.digest.as_bytes());
        bytes
    }
}

impl fmt::Display for Cid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base32 = data_encoding::BASE32_NOPAD.encode(&self.to_bytes());
        write!(f, "b{}", base32.to_ascii_lowercase())
    }
}
