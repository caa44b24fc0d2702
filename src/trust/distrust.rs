//! Why a release is not believed.

use std::fmt;

use jiff::civil::Date;

use super::{Fault, KeyId};
use crate::record::Id;

/// Why a release does not follow from what a checker knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Distrust {
    /// There is no signature file.
    NoSignature,
    /// The signature file is not one.
    BadSignatureFile,
    /// The signature is by a key that nobody trusts for this.
    OtherKey(KeyId),
    /// The signature is by the right key, and the bytes are others.
    Changed(KeyId),
    /// The root keys have revoked the key.
    Revoked(KeyId, Date),
    /// The key was not to sign releases of that day.
    OutsideWindow(KeyId),
    /// No key set has the root keys of the fingerprint.
    OtherRoots,
    /// Too few root keys have signed a key set.
    TooFewSignatures {
        /// The set.
        number: u64,
        /// By how many root keys of the set before it, or of itself.
        old: usize,
        /// By how many of its own root keys.
        new: usize,
    },
    /// The release names a key set that is not among those that follow.
    OtherKeySet(u64),
    /// The signature's trusted comment is of another document.
    OtherComment,
    /// The key set, or the signature, is for another site.
    WrongSite(Id),
    /// A document cannot be read.
    Document(String, Fault),
}

impl fmt::Display for Distrust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Distrust::NoSignature => write!(f, "there is no signature"),
            Distrust::BadSignatureFile => write!(f, "the signature file is not one of minisign"),
            Distrust::OtherKey(id) => {
                write!(
                    f,
                    "it is signed with key {id}, which is not one of those trusted"
                )
            }
            Distrust::Changed(id) => {
                write!(f, "key {id} has signed other bytes: the file was changed")
            }
            Distrust::Revoked(id, date) => {
                write!(f, "it is signed with key {id}, which was revoked on {date}")
            }
            Distrust::OutsideWindow(id) => {
                write!(f, "key {id} was not to sign releases of that day")
            }
            Distrust::OtherRoots => {
                write!(f, "no key set has the root keys of that fingerprint")
            }
            Distrust::TooFewSignatures { number, old, new } => write!(
                f,
                "key set {number} is signed by {old} root keys of the set that must approve it, and {new} of its own; each must be 2"
            ),
            Distrust::OtherKeySet(number) => {
                write!(
                    f,
                    "it names key set {number}, which does not follow from the key"
                )
            }
            Distrust::OtherComment => {
                write!(f, "the signature was made for another document")
            }
            Distrust::WrongSite(site) => write!(f, "it is of another site, `{site}`"),
            Distrust::Document(name, fault) => write!(f, "`{name}`, {fault}"),
        }
    }
}

impl std::error::Error for Distrust {}
