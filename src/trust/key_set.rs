//! `keys/N.txt`: which keys may sign releases, as the root keys say.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::lines::{Line, Lines};
use super::{Fault, KeyId, PublicKey};
use crate::output::Digest;
use crate::record::Id;

const HEADER: &str = "vestochka-keys 1";

/// How many of the three root keys must sign a key set.
pub const THRESHOLD: usize = 2;

/// A key set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySet {
    /// The site that it is for.
    pub site: Id,
    /// Counts the key sets of the site, from 1.
    pub number: u64,
    /// The last day on which it counts.
    pub expires: Date,
    /// The keys that sign key sets and nothing else, sorted.
    pub roots: [PublicKey; 3],
    /// The keys that sign releases.
    pub release: Vec<ReleaseKey>,
    /// Keys that are not to be believed any more.
    pub revoked: Vec<Revoked>,
}

/// A key that signs releases, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseKey {
    /// The key.
    pub key: PublicKey,
    /// The first day of a release that it may sign.
    pub from: Date,
    /// The last.
    pub until: Date,
}

/// A key that is not to be believed any more, whatever the day of the release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revoked {
    /// The key.
    pub key: KeyId,
    /// Since when.
    pub date: Date,
}

impl KeySet {
    /// The most bytes that a key set may have.
    pub const LARGEST: u64 = 16_384;

    /// Reads a key set.
    ///
    /// # Errors
    ///
    /// The first line that differs from the form in which one is written.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        let mut lines = Lines::open(bytes, Self::LARGEST)?;
        lines.header(HEADER)?;
        let site = lines.value("site")?.site()?;
        let number = lines.value("number")?.ordinal()?;
        let expires = lines.value("expires")?.date()?;
        let roots = roots(&mut lines)?;
        threshold(lines.value("threshold")?)?;
        let mut release = vec![release_key(lines.value("release")?, &roots)?];
        while let Some(line) = lines.optional("release") {
            release.push(release_key(line, &roots)?);
        }
        let mut revoked = Vec::new();
        while let Some(line) = lines.optional("revoked") {
            revoked.push(self::revoked(line)?);
        }
        lines.end()?;
        Ok(KeySet {
            site,
            number,
            expires,
            roots,
            release,
            revoked,
        })
    }

    /// The text, which `parse` reads back.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!(
            "{HEADER}\nsite: {}\nnumber: {}\nexpires: {}\n",
            self.site, self.number, self.expires
        );
        for root in &self.roots {
            let _ = writeln!(text, "root: {root}");
        }
        let _ = writeln!(text, "threshold: {THRESHOLD}");
        for ReleaseKey { key, from, until } in &self.release {
            let _ = writeln!(text, "release: {key} {from} {until}");
        }
        for Revoked { key, date } in &self.revoked {
            let _ = writeln!(text, "revoked: {key} {date}");
        }
        text
    }

    /// The fingerprint of its root keys.
    #[must_use]
    pub fn fingerprint(&self) -> Digest {
        fingerprint(&self.roots)
    }

    /// What the trusted comment of its signatures says again.
    #[must_use]
    pub fn comment(&self) -> String {
        format!("site={} keys={}", self.site, self.number)
    }

    /// Since when a key is not to be believed any more.
    #[must_use]
    pub fn revocation(&self, key: KeyId) -> Option<Date> {
        let found = self.revoked.iter().find(|revoked| revoked.key == key);
        found.map(|revoked| revoked.date)
    }
}

/// What leaflets carry, since it outlives rotations of release keys: the SHA-256
/// of the root keys in the order of bytes, one a line.
#[must_use]
pub fn fingerprint(roots: &[PublicKey; 3]) -> Digest {
    let mut sorted: Vec<String> = roots.iter().map(|root| format!("{root}\n")).collect();
    sorted.sort();
    Digest::of(sorted.concat().as_bytes())
}

fn roots(lines: &mut Lines<'_>) -> Result<[PublicKey; 3], Fault> {
    let mut next = || -> Result<(PublicKey, Line<'_>), Fault> {
        let line = lines.value("root")?;
        Ok((key(line)?, line))
    };
    let [(one, _), (two, second), (three, third)] = [next()?, next()?, next()?];
    for (before, after, line) in [(&one, &two, second), (&two, &three, third)] {
        if before.to_string() >= after.to_string() || before.id() == after.id() {
            return Err(line.fault("root keys are three different ones, sorted"));
        }
    }
    Ok([one, two, three])
}

fn threshold(line: Line<'_>) -> Result<(), Fault> {
    match line.text {
        "2" => Ok(()),
        _ => Err(line.fault("the threshold is 2")),
    }
}

fn key(line: Line<'_>) -> Result<PublicKey, Fault> {
    let key = line.text.parse();
    key.map_err(|_| line.fault(format!("{} is not a public key of minisign", line.quoted())))
}

/// A release key is used on a machine that is online: it must not be a root key.
fn release_key(line: Line<'_>, roots: &[PublicKey; 3]) -> Result<ReleaseKey, Fault> {
    let [public, from, until] = line.split(" ")?;
    let key = key(public)?;
    if roots.iter().any(|root| root.id() == key.id()) {
        return Err(public.fault("a root key signs no releases"));
    }
    let release = ReleaseKey {
        key,
        from: from.date()?,
        until: until.date()?,
    };
    if release.from > release.until {
        return Err(until.fault("this day lies before the first"));
    }
    Ok(release)
}

fn revoked(line: Line<'_>) -> Result<Revoked, Fault> {
    let [id, date] = line.split(" ")?;
    let key = id.text.parse();
    Ok(Revoked {
        key: key.map_err(|()| id.fault(format!("{} is not a key id", id.quoted())))?,
        date: date.date()?,
    })
}
