//! Keys and signatures of minisign; the `minisign` crate stands behind this file.
//!
//! The format is that of <https://jedisct1.github.io/minisign/>. Only prehashed
//! signatures are made and believed. A signature file is taken apart here,
//! strictly, before the crate sees it: two signature files that differ are then
//! two signatures, and none is read in two ways.

use std::fmt;
use std::io::Cursor;
use std::str::FromStr;

use anyhow::{Context as _, ensure};
use data_encoding::BASE64;
use minisign::{KeyPair, SecretKeyBox, SignatureBox};

/// In bytes: algorithm, key id, key.
const KEY: usize = 2 + 8 + 32;
/// In bytes: algorithm, key id, signature.
const SIGNATURE: usize = 2 + 8 + 64;
const COMMENT: &str = "untrusted comment: ";
const TRUSTED: &str = "trusted comment: ";

/// A public key; as text, the 56 characters that `minisign -P` takes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey([u8; KEY]);

/// What names a key in signatures; as text, 16 hexadecimal digits as minisign prints them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(u64);

/// A key that signs. It can be neither printed nor compared.
pub struct SecretKey(minisign::SecretKey);

/// A signature file, taken apart but not yet believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The key that it says it was made by.
    pub key: KeyId,
    /// The comment that the signature covers too.
    pub comment: String,
    text: String,
}

/// A text is not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadKey;

impl PublicKey {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let mut id = [0; 8];
        id.copy_from_slice(&self.0[2..10]);
        KeyId(u64::from_le_bytes(id))
    }

    /// A `.pub` file as `minisign -p` reads it.
    #[must_use]
    pub fn to_file(&self) -> String {
        format!("{COMMENT}minisign public key {}\n{self}\n", self.id())
    }

    /// Whether these bytes were signed by this key, with this trusted comment.
    #[must_use]
    pub fn has_signed(&self, bytes: &[u8], signature: &Signature) -> bool {
        let key = minisign::PublicKey::from_bytes(&self.0);
        let signature = SignatureBox::from_string(&signature.text);
        let (Ok(key), Ok(signature)) = (key, signature) else {
            return false;
        };
        minisign::verify(&key, &signature, Cursor::new(bytes), true, false, false).is_ok()
    }
}

impl FromStr for PublicKey {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, BadKey> {
        let bytes = decode::<KEY>(text).ok_or(BadKey)?;
        if bytes.starts_with(b"Ed") {
            Ok(PublicKey(bytes))
        } else {
            Err(BadKey)
        }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64.encode(&self.0))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl KeyId {
    /// The id in file names, where there are only small letters.
    #[must_use]
    pub fn in_file_names(self) -> String {
        format!("{:016x}", self.0)
    }
}

impl FromStr for KeyId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let id = u64::from_str_radix(text, 16).map_err(|_| ())?;
        let id = KeyId(id);
        if id.to_string() == text {
            Ok(id)
        } else {
            Err(())
        }
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016X}", self.0)
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Signature {
    /// The most bytes that a signature file may have.
    pub const LARGEST: u64 = 1024;

    /// Takes a signature file apart.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let lines: Vec<&str> = text.strip_suffix('\n')?.split('\n').collect();
        let [untrusted, signature, trusted, global] = lines.try_into().ok()?;
        let plain = |line: &str| !line.chars().any(char::is_control);
        let fits = bytes.len() as u64 <= Self::LARGEST
            && untrusted.starts_with(COMMENT)
            && plain(untrusted)
            && decode::<64>(global).is_some();
        let comment = trusted
            .strip_prefix(TRUSTED)
            .filter(|comment| plain(comment) && comment.trim() == *comment)?;
        let decoded = decode::<SIGNATURE>(signature).filter(|_| fits)?;
        let id = decoded.strip_prefix(b"ED")?.first_chunk::<8>()?;
        Some(Signature {
            key: KeyId(u64::from_le_bytes(*id)),
            comment: comment.to_owned(),
            text: text.to_owned(),
        })
    }

    /// The signature file.
    #[must_use]
    pub fn to_text(&self) -> &str {
        &self.text
    }
}

impl SecretKey {
    /// Reads a secret key file of minisign.
    ///
    /// # Errors
    ///
    /// The file is no secret key, or the passphrase is not that of the key.
    pub fn read(text: &str, passphrase: Option<&str>) -> anyhow::Result<Self> {
        if passphrase.is_none() {
            let open = SecretKey::needs_passphrase(text) == Some(false);
            ensure!(open, "this secret key needs its passphrase");
        }
        let key = match passphrase {
            Some(passphrase) => {
                SecretKeyBox::from(text.to_owned()).into_secret_key(Some(passphrase.to_owned()))
            }
            // The program leaves the checksum of such a key empty, which the
            // crate's own reader takes for damage; `sign` finds real damage.
            None => minisign::SecretKey::from_bytes(&key_bytes(text).unwrap_or_default()),
        };
        key.map(SecretKey)
            .map_err(|error| anyhow::anyhow!("this secret key cannot be opened: {error}"))
    }

    /// Whether a secret key file needs a passphrase; none if it is no such file.
    #[must_use]
    pub fn needs_passphrase(text: &str) -> Option<bool> {
        match key_bytes(text)?.get(..4)? {
            b"EdSc" => Some(true),
            b"Ed\0\0" => Some(false),
            _ => None,
        }
    }

    /// Makes a key, and the file that keeps it under a passphrase.
    ///
    /// # Errors
    ///
    /// The system has no random numbers, or too little memory for the passphrase.
    pub fn generate(passphrase: Option<&str>) -> anyhow::Result<(PublicKey, String)> {
        let pair = match passphrase {
            Some(passphrase) => KeyPair::generate_encrypted_keypair(Some(passphrase.to_owned())),
            None => KeyPair::generate_unencrypted_keypair(),
        }
        .context("making a key")?;
        let bytes: [u8; KEY] = pair.pk.to_bytes().try_into().unwrap_or([0; KEY]);
        let comment = match passphrase {
            Some(_) => "minisign encrypted secret key",
            None => "minisign secret key, not encrypted",
        };
        let file = pair.sk.to_box(Some(comment)).context("making a key")?;
        Ok((PublicKey(bytes), file.into_string()))
    }

    /// The public key that belongs to it.
    ///
    /// # Errors
    ///
    /// The secret key does not hold one.
    pub fn public(&self) -> anyhow::Result<PublicKey> {
        let key = minisign::PublicKey::from_secret_key(&self.0)
            .map_err(|error| anyhow::anyhow!("this secret key is damaged: {error}"))?;
        let bytes = key.to_bytes().try_into();
        bytes
            .map(PublicKey)
            .map_err(|_| anyhow::anyhow!("this secret key is damaged"))
    }

    /// Signs some bytes and a comment, and looks whether that was done well.
    ///
    /// # Errors
    ///
    /// The system has no random numbers, or the key is damaged.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> anyhow::Result<Signature> {
        let public = self.public()?;
        let untrusted = format!("signed with {}", public.id());
        let made = minisign::sign(None, &self.0, bytes, Some(comment), Some(&untrusted));
        let made = made.map_err(|error| anyhow::anyhow!("signing: {error}"))?;
        let signature = Signature::parse(&made.to_bytes()).context("signing")?;
        let good = signature.comment == comment && public.has_signed(bytes, &signature);
        ensure!(
            good,
            "the signature that was made is not good; nothing was signed"
        );
        Ok(signature)
    }
}

/// The second line of a key file, decoded.
fn key_bytes(text: &str) -> Option<Vec<u8>> {
    let line = text.lines().nth(1)?;
    BASE64.decode(line.trim().as_bytes()).ok()
}

/// Bytes from base64, if there are just as many as there should be, written in the usual way.
fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    BASE64.decode(text.as_bytes()).ok()?.try_into().ok()
}
