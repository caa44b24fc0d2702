//! The control files of a new release: everything but its pages and archives.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _, civil::Date};

use super::pages::Pages;
use super::past::Past;
use crate::output::{Digest, SitePath};
use crate::site::Signing;
use crate::trust::{Control, FileRef, KeyFiles, KeySet, KeysRef, Release, SecretKey, is_control};

/// Control files by their paths.
pub(super) type Files = BTreeMap<SitePath, Vec<u8>>;

/// What a release says of itself beside its files.
pub(super) struct Statement<'a> {
    pub signing: &'a Signing,
    pub set: &'a KeySet,
    pub key: &'a SecretKey,
    pub day: Date,
    pub valid_days: u32,
    pub past: Option<&'a Past>,
}

/// The control files of the root, and the release that they state.
pub(super) fn files(pages: &Pages, statement: &Statement<'_>) -> anyhow::Result<(Release, Files)> {
    let sums = pages.sums().to_text().into_bytes();
    let mirrors = statement.signing.mirrors.to_text().into_bytes();
    let release = release(pages, statement, FileRef::of(&sums), FileRef::of(&mirrors))?;
    let text = release.to_text().into_bytes();
    let signature = statement.key.sign(&text, &release.comment())?;
    let mut files = Files::new();
    for (control, bytes) in [
        (Control::Sums, sums),
        (Control::Mirrors, mirrors),
        (Control::Release, text),
        (Control::Signature, signature.to_text().into()),
    ] {
        files.insert(SitePath::new(control.name())?, bytes);
    }
    for (name, bytes) in &statement.signing.keys.0 {
        files.insert(SitePath::new(&format!("keys/{name}"))?, bytes.clone());
    }
    Ok((release, files))
}

fn release(
    pages: &Pages,
    statement: &Statement<'_>,
    files: FileRef,
    mirrors: FileRef,
) -> anyhow::Result<Release> {
    let set = statement.set;
    let keys = statement
        .signing
        .keys
        .0
        .get(&KeyFiles::set_name(set.number));
    Ok(Release {
        site: set.site.clone(),
        sequence: statement.past.map_or(1, |past| past.release.sequence + 1),
        created: midnight(statement.day)?,
        expires: midnight(
            statement
                .day
                .checked_add(i64::from(statement.valid_days).days())?,
        )?,
        program: format!("vestochka {}", env!("CARGO_PKG_VERSION")),
        keys: KeysRef {
            number: set.number,
            digest: Digest::of(keys.map_or(&[], Vec::as_slice)),
        },
        tree: pages.size(),
        files,
        mirrors,
        previous: statement.past.map(|past| past.digest),
    })
}

fn midnight(day: Date) -> anyhow::Result<Timestamp> {
    Ok(day.to_zoned(TimeZone::UTC)?.timestamp())
}

/// Copies of a release's control files below `r/N/`, by which a checker judges a
/// mirror that is just being updated.
pub(super) fn kept(sequence: u64, files: &Files) -> anyhow::Result<Files> {
    let copy = |(path, bytes): (&SitePath, &Vec<u8>)| {
        Ok((
            SitePath::new(&format!("r/{sequence}/{path}"))?,
            bytes.clone(),
        ))
    };
    files.iter().map(copy).collect()
}

/// Whether a path is a control file of the root: neither kept nor an archive.
pub(super) fn is_of_the_root(path: &SitePath) -> bool {
    let path = path.as_str();
    is_control(path) && !path.starts_with("r/") && !path.starts_with("bundle/")
}
