//! What a checker knows beforehand, and everything else must follow from.

use std::fmt;
use std::str::FromStr;

use super::PublicKey;
use crate::output::Digest;

/// A key that came another way than the copy: from a leaflet, a friend, a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// The fingerprint of the root keys. It follows rotations of release keys.
    Root(Digest),
    /// A release key. It cannot follow a rotation, nor hear of a revocation.
    Release(PublicKey),
}

/// A text is neither a fingerprint nor a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnAnchor;

impl FromStr for Anchor {
    type Err = NotAnAnchor;

    /// Reads a fingerprint of 64 hexadecimal digits, a public key of minisign, or
    /// the text of a `.pub` file. Spaces and capitals, as on leaflets, do not
    /// matter in a fingerprint.
    fn from_str(text: &str) -> Result<Self, NotAnAnchor> {
        let last = text.trim().lines().last().unwrap_or_default().trim();
        if let Ok(key) = last.parse() {
            return Ok(Anchor::Release(key));
        }
        let digits = |c: char| !c.is_whitespace() && c != '-' && c != ':';
        let plain: String = text.chars().filter(|c| digits(*c)).collect();
        let digest = plain.to_ascii_lowercase().parse();
        digest.map(Anchor::Root).map_err(|_| NotAnAnchor)
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Root(digest) => digest.fmt(f),
            Anchor::Release(key) => key.fmt(f),
        }
    }
}

impl fmt::Display for NotAnAnchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "neither a fingerprint of root keys (64 hexadecimal digits) nor a public key (`RW…`)",
        )
    }
}

impl std::error::Error for NotAnAnchor {}
