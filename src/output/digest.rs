//! Digests: those that are signed and sent, and those that stay on this machine.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

/// A SHA-256 value, but inside of a [`Fingerprint`]; as text, 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Digest(Sha256::digest(bytes).into())
    }

    /// The digest as bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A digest that never leaves this machine: of what a file is made from (the program, the
/// theme, the view; equal fingerprints mean equal bytes, so that a template need not run),
/// or of what it holds.
///
/// It is a BLAKE3 value, since a build hashes all that it reads and writes, and many cheap
/// processors have no instructions for SHA-256.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub Digest);

impl Fingerprint {
    /// The fingerprint of several parts, each told apart from its neighbours.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Fingerprint(Digest(hasher.finalize().into()))
    }

    /// The fingerprint as bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0.0
    }
}

impl From<Sha256> for Digest {
    /// The digest of what was read piece by piece.
    fn from(hasher: Sha256) -> Self {
        Digest(hasher.finalize().into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&HEXLOWER.encode_display(&self.0), f)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Fingerprint {
    type Err = NotADigest;

    fn from_str(text: &str) -> Result<Self, NotADigest> {
        text.parse().map(Fingerprint)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The text is not 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADigest;

impl FromStr for Digest {
    type Err = NotADigest;

    fn from_str(text: &str) -> Result<Self, NotADigest> {
        let mut bytes = [0; 32];
        let is_whole = HEXLOWER.decode_len(text.len()) == Ok(bytes.len());
        let decoded = is_whole.then(|| HEXLOWER.decode_mut(text.as_bytes(), &mut bytes));
        match decoded {
            Some(Ok(_)) => Ok(Digest(bytes)),
            _ => Err(NotADigest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_reads_back_from_its_text() {
        let digest = Digest::of(b"abc");
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest.to_string(), text);
        assert_eq!(text.parse(), Ok(digest));
        for bad in [
            "",
            &text[1..],
            &text[2..],
            &text.to_uppercase(),
            &text.replace('b', "é"),
        ] {
            assert_eq!(bad.parse::<Digest>(), Err(NotADigest));
        }
    }

    #[test]
    fn parts_of_a_fingerprint_do_not_run_together() {
        let apart = Fingerprint::of([b"ab".as_slice(), b"c"]);
        assert_ne!(apart, Fingerprint::of([b"a".as_slice(), b"bc"]));
        assert_ne!(apart, Fingerprint::of([b"abc".as_slice()]));
    }
}
