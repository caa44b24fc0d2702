//! The signed documents of a release: read in the one form in which they are
//! written, and believed only when they follow from an [`Anchor`].
//!
//! A released tree carries a small signed root, `release.txt`. It names the hash
//! of `SHA256SUMS`, and so binds every file to its path; the site, a sequence
//! and an expiry; and the key set that allows its key to sign. Key sets are
//! signed by root keys that are kept offline. `docs/release-format.md` is the
//! specification; everything here is pure.

mod anchor;
mod authenticate;
mod bundles;
mod chain;
mod control;
mod distrust;
mod fault;
mod key_set;
mod lineage;
mod lines;
mod minisig;
mod mirror_status;
mod mirrors;
mod release;
mod rotation;
mod status;
mod sums;

#[cfg(test)]
pub(crate) mod tests;

pub use anchor::{Anchor, NotAnAnchor};
pub use authenticate::{authenticate, authenticate_bundles};
pub use bundles::{BUNDLES, BundleFile, Bundles};
pub use chain::{KeyFiles, Trusted, follow};
pub use control::{Control, is_control};
pub use distrust::Distrust;
pub use fault::Fault;
pub use key_set::{KeySet, ReleaseKey, Revoked, THRESHOLD, fingerprint};
pub use lineage::Lineage;
pub use minisig::{BadKey, KeyId, PublicKey, SecretKey, Signature};
pub use mirror_status::{CheckedMirror, MirrorStatus};
pub use mirrors::{Mirror, MirrorKind, Mirrors};
pub use release::{FileRef, KeysRef, Release, TreeSize};
pub use rotation::Rotation;
pub use status::Status;
pub use sums::Sums;
