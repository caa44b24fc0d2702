//! What the last build wrote, so that the next one can skip it, and remove it when it is gone.
//!
//! A text file of lines, one for each output folder, in the site's `.vestochka/`:
//!
//! ```text
//! vestochka manifest 2
//! gate DIGEST WARNINGS
//! FINGERPRINT REACH DIGEST SIZE MTIME PATH
//! end DIGEST
//! ```
//!
//! The `gate` line may be missing; a file has one line; `REACH` is `-` where it is not known; `SIZE` is in bytes,
//! `MTIME` in nanoseconds since 1970; the last line holds the digest of all
//! that comes before it. What does not read so, or is of another version, is
//! no manifest at all: files that it may have listed count as somebody else's.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::fs;
use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;
use rayon::prelude::*;

use super::disk::{Stamp, read_if_there, stamp_of};
use super::sealed_text::{seal, unseal};
use super::{Fingerprint, SitePath, Target};

const HEAD: &str = "vestochka manifest 2";

const UNKNOWN: &str = "-";

const GATE: &str = "gate ";

/// About as many bytes as a line has.
const LINE: usize = 260;

/// What the last build wrote to one output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// What the caller asked to remember.
    pub gate: Option<Gate>,
    pub(super) entries: BTreeMap<SitePath, Entry>,
    /// When the manifest itself was written, as the file system says.
    written: u128,
}

/// A digest of everything that went into a build, kept so that the next build
/// can end before it begins when nothing is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// Of all inputs: program, content, theme, date, options.
    pub inputs: Fingerprint,
    /// How many warnings there were, to be told again.
    pub warnings: usize,
}

/// What the last build wrote to one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// What it was made from.
    pub fingerprint: Fingerprint,
    /// Everything that it could have been made from, where that is known.
    pub reach: Option<Fingerprint>,
    /// What it holds.
    pub content: Fingerprint,
    pub(super) stamp: Stamp,
}

impl Manifest {
    /// The manifest of a target, if there is one that can be read.
    ///
    /// # Errors
    ///
    /// The file is there and the system does not let it be read.
    pub fn load(target: &Target) -> anyhow::Result<Option<Self>> {
        let file = target.manifest();
        let Some(text) = read_if_there(&file)? else {
            return Ok(None);
        };
        let about = fs::metadata(&file).with_context(|| format!("reading {}", file.display()))?;
        let written = stamp_of(&about).mtime;
        Ok(String::from_utf8(text)
            .ok()
            .and_then(|text| parse(&text, written)))
    }

    /// The manifest, if it is that of a build behind this gate. Another is not read to its end.
    ///
    /// # Errors
    ///
    /// The file is there and the system does not let it be read.
    pub fn load_behind(target: &Target, gate: Gate) -> anyhow::Result<Option<Self>> {
        let file = target.manifest();
        let mut start = vec![0; HEAD.len() + 1 + gate_line(gate).len()];
        let is_it = match fs::File::open(&file) {
            Ok(mut file) => {
                file.read_exact(&mut start).is_ok() && start.ends_with(gate_line(gate).as_bytes())
            }
            Err(_) => false,
        };
        if is_it { Self::load(target) } else { Ok(None) }
    }

    /// The files that it lists, sorted by path.
    pub fn entries(&self) -> impl Iterator<Item = (&SitePath, &Entry)> {
        self.entries.iter()
    }

    /// Whether every file that it lists is still there as it was written, and
    /// no build was cut short since.
    #[must_use]
    pub fn still_standing(&self, target: &Target) -> bool {
        let untouched = !target.journal().exists() && !target.staging().exists();
        untouched
            && self.entries.par_iter().all(|(path, entry)| {
                self.still_there(entry, &target.file(path))
                    .is_ok_and(|there| there)
            })
    }

    /// Whether a file is as it was written: by size and time, and by content
    /// where it is so young that it may have changed within one tick of the
    /// file system's clock.
    pub(super) fn still_there(&self, entry: &Entry, file: &Path) -> anyhow::Result<bool> {
        match fs::symlink_metadata(file) {
            Ok(about) if about.is_file() && stamp_of(&about) == entry.stamp => {
                Ok(entry.stamp.mtime < self.written || holds(file, entry.content)?)
            }
            _ => Ok(false),
        }
    }
}

fn holds(file: &Path, content: Fingerprint) -> anyhow::Result<bool> {
    Ok(read_if_there(file)?.is_some_and(|bytes| Fingerprint::of([bytes.as_slice()]) == content))
}

/// The text of a manifest.
pub(super) fn to_text(gate: Option<Gate>, entries: &BTreeMap<SitePath, Entry>) -> String {
    seal(HEAD, |text| {
        text.reserve(entries.len() * LINE);
        if let Some(gate) = gate {
            text.push_str(&gate_line(gate));
        }
        for (path, entry) in entries {
            // Writing to a string cannot fail.
            let _ = write_entry(text, path, entry);
        }
    })
}

fn write_entry(text: &mut String, path: &SitePath, entry: &Entry) -> fmt::Result {
    let Stamp { size, mtime } = entry.stamp;
    write!(text, "{} ", entry.fingerprint)?;
    match entry.reach {
        Some(reach) => write!(text, "{reach}")?,
        None => write!(text, "{UNKNOWN}")?,
    }
    writeln!(text, " {} {size} {mtime} {path}", entry.content)
}

fn gate_line(gate: Gate) -> String {
    format!("{GATE}{} {}\n", gate.inputs, gate.warnings)
}

fn parse(text: &str, written: u128) -> Option<Manifest> {
    let body = unseal(HEAD, text)?;
    let (gate, lines) = match body.split_once('\n') {
        Some((first, rest)) if first.starts_with(GATE) => (Some(parse_gate(first)?), rest),
        _ => (None, body),
    };
    let entries: Option<Vec<_>> = lines.par_lines().map(parse_entry).collect();
    let entries = entries?.into_iter().collect();
    Some(Manifest {
        gate,
        entries,
        written,
    })
}

fn parse_gate(line: &str) -> Option<Gate> {
    let (inputs, warnings) = line.strip_prefix(GATE)?.split_once(' ')?;
    Some(Gate {
        inputs: inputs.parse().ok()?,
        warnings: warnings.parse().ok()?,
    })
}

fn parse_entry(line: &str) -> Option<(SitePath, Entry)> {
    let mut words = line.splitn(6, ' ');
    let fingerprint = words.next()?.parse().ok()?;
    let reach = match words.next()? {
        UNKNOWN => None,
        known => Some(known.parse().ok()?),
    };
    let content = words.next()?.parse().ok()?;
    let size = words.next()?.parse().ok()?;
    let mtime = words.next()?.parse().ok()?;
    let path = words.next()?.parse().ok()?;
    Some((
        path,
        Entry {
            fingerprint,
            reach,
            content,
            stamp: Stamp { size, mtime },
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> BTreeMap<SitePath, Entry> {
        let reach = Fingerprint::of([b"site".as_slice()]);
        [("index.html", None), ("ru/people/a.html", Some(reach))]
            .map(|(path, reach)| {
                let entry = Entry {
                    fingerprint: Fingerprint::of([b"view".as_slice()]),
                    reach,
                    content: Fingerprint::of([b"bytes".as_slice()]),
                    stamp: Stamp {
                        size: 5,
                        mtime: 1_700_000_000_123_456_789,
                    },
                };
                (SitePath::new(path).unwrap(), entry)
            })
            .into()
    }

    #[test]
    fn a_manifest_reads_back() {
        let gate = Gate {
            inputs: Fingerprint::of([b"inputs".as_slice()]),
            warnings: 3,
        };
        for gate in [None, Some(gate)] {
            let text = to_text(gate, &entries());
            let expected = Manifest {
                gate,
                entries: entries(),
                written: 7,
            };
            assert_eq!(parse(&text, 7), Some(expected));
        }
    }

    #[test]
    fn another_version_a_cut_or_a_foreign_path_is_no_manifest() {
        let text = to_text(None, &entries());
        assert_eq!(parse(&text[..text.len() / 2], 7), None);
        assert_eq!(parse(&text.replace("manifest 2", "manifest 3"), 7), None);
        let body = unseal(HEAD, &text)
            .unwrap()
            .replace("index.html", "../../.bashrc");
        assert_eq!(parse(&seal(HEAD, |text| text.push_str(&body)), 7), None);
        let body = unseal(HEAD, &text).unwrap();
        assert_eq!(
            parse(&seal("vestochka manifest 3", |text| text.push_str(body)), 7),
            None
        );
    }
}
