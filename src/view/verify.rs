//! How to make sure that a copy of the site is genuine.

use serde::Serialize;

use super::{Date, Link, Page, View};

/// How to check a copy by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verify {
    /// The frame.
    pub page: Page,
    /// The page that checks files in the browser.
    pub check: String,
    /// The control files, and those of `keys/`.
    pub controls: Vec<Link>,
    /// The present key set, as commands name it: `keys/1.txt`.
    pub set: String,
    /// The signatures of its own root keys over it, as commands name them.
    pub signatures: Vec<String>,
    /// All key sets, the oldest first, if there are several.
    pub sets: Vec<SetSignatures>,
    /// The fingerprint of the root keys.
    pub fingerprint: PrintedKey,
    /// The keys that may sign releases.
    pub release_keys: Vec<SigningKey>,
    /// The list of mirrors.
    pub mirrors: String,
    /// The list of files that no page shows.
    pub files: String,
    /// How to keep a copy on a device.
    pub keep: String,
}

impl View for Verify {
    const TEMPLATE: &'static str = "verify.html";
}

/// A key set and the signatures over it, as commands name them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetSignatures {
    /// The key set: `keys/2.txt`.
    pub set: String,
    /// The signatures of its own root keys.
    pub own: Vec<String>,
    /// The key set before it, if there is one.
    pub before: Option<String>,
    /// The signatures of the root keys of the set before it.
    pub old: Vec<String>,
}

/// A key as text and as a QR code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedKey {
    /// Its text, in short groups.
    pub groups: Vec<String>,
    /// The groups may stand apart; otherwise they only allow a line to break.
    pub spaced: bool,
    /// The QR code, a `data:` address of a PNG.
    pub qr: String,
    /// Its width and height in pixels, one for each module.
    pub side: u32,
}

/// A key that may sign releases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SigningKey {
    /// Its id, as minisign prints it.
    pub id: String,
    /// The key.
    pub key: PrintedKey,
    /// The first day of a release that it may sign.
    pub from: Date,
    /// The last.
    pub until: Date,
}
