//! A copy of a site on any medium: files read one by one, never beyond a cap.

use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest as _, Sha256};

use crate::fetch::{Failure, looks_like_html};
use crate::output::{Digest, SitePath};
use crate::trust::FileRef;

/// What a copy lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A folder of this computer.
    Folder,
    /// A zip archive; nobody updates one in place.
    Archive,
    /// A host on the web.
    Web,
}

/// A copy of a site.
///
/// Paths are [`SitePath`]s, so that none leads out of it.
pub trait Copy: Sync {
    /// What it lies on.
    fn medium(&self) -> Medium;

    /// Reads one file.
    ///
    /// # Errors
    ///
    /// Why it did not come.
    fn read(&self, path: &SitePath, limits: &Limits<'_>) -> Result<Piece, Obstacle>;

    /// Unpacks something that no site can have, to see that it is whole; on a
    /// medium that packs nothing, there is nothing to see.
    ///
    /// # Errors
    ///
    /// Why it is not, or that it has more bytes than `cap`.
    fn unpack(&self, path: &str, cap: u64) -> Result<(), Obstacle> {
        let _ = (path, cap);
        Ok(())
    }

    /// Everything that it holds, where the medium can say so.
    ///
    /// # Errors
    ///
    /// Why it cannot be listed.
    fn list(&self) -> Result<Option<Vec<Entry>>, Obstacle>;
}

/// How much to read of a file.
#[derive(Debug, Clone, Copy)]
pub struct Limits<'a> {
    /// The most bytes that it may have.
    pub cap: u64,
    /// How many of its first bytes to keep.
    pub keep: usize,
    /// What all files together may have.
    pub total: Option<&'a Meter>,
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The hash and size of all its bytes.
    pub file: FileRef,
    /// Its first bytes, as many as were to be kept.
    pub head: Vec<u8>,
}

/// Why a file did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// There is no such file.
    Missing,
    /// It is there and was not read; with the reason.
    Refused(String),
    /// It has more bytes than it may.
    TooLong {
        /// How many it may.
        cap: u64,
        /// Whether it begins as a page.
        html: bool,
    },
    /// All files together have more bytes than they may.
    Spent,
    /// Somebody else answers in the host's place.
    Blocked(String),
    /// Nobody answers.
    Unreachable(String),
}

/// Something that a copy holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its path, with `/`; not necessarily one that a site can have.
    pub path: String,
    /// Why it cannot be read as a plain file, if it is none.
    pub oddity: Option<&'static str>,
}

/// Counts the bytes of all files, and stops at a limit.
#[derive(Debug)]
pub struct Meter {
    left: AtomicU64,
}

impl Meter {
    /// A meter for so many bytes.
    #[must_use]
    pub fn new(limit: u64) -> Self {
        Meter {
            left: AtomicU64::new(limit),
        }
    }

    fn take(&self, bytes: u64) -> bool {
        let subtract = |left: u64| left.checked_sub(bytes);
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, subtract)
            .is_ok()
    }

    fn give_back(&self, bytes: u64) {
        self.left.fetch_add(bytes, Ordering::Relaxed);
    }
}

impl Limits<'_> {
    /// For a small file that is needed whole.
    #[must_use]
    pub fn whole(cap: u64) -> Limits<'static> {
        Limits {
            cap,
            keep: usize::try_from(cap).unwrap_or(usize::MAX),
            total: None,
        }
    }

    /// For a file of which only the hash is needed.
    #[must_use]
    pub fn hash_only(cap: u64) -> Limits<'static> {
        Limits {
            cap,
            keep: 0,
            total: None,
        }
    }
}

impl Piece {
    /// Reads to the end, or to one byte more than there may be.
    ///
    /// # Errors
    ///
    /// The reader's; what it had counted is then given back.
    pub fn read(reader: &mut dyn Read, limits: &Limits<'_>) -> io::Result<Result<Piece, Obstacle>> {
        let mut reading = Reading::new(*limits);
        let mut buffer = [0; 16 * 1024];
        loop {
            let room = limits.cap.saturating_add(1) - reading.bytes;
            let room = usize::try_from(room).map_or(buffer.len(), |room| room.min(buffer.len()));
            let read = match reader.read(&mut buffer[..room]) {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    reading.give_back();
                    return Err(error);
                }
            };
            if read == 0 {
                return Ok(Ok(reading.finish()));
            }
            if let Err(obstacle) = reading.take(&buffer[..read]) {
                return Ok(Err(obstacle));
            }
        }
    }
}

/// A file that is being read.
struct Reading<'a> {
    limits: Limits<'a>,
    hasher: Sha256,
    bytes: u64,
    head: Vec<u8>,
    start: Vec<u8>,
}

/// Enough to tell a page by.
const START: usize = 512;

impl<'a> Reading<'a> {
    fn new(limits: Limits<'a>) -> Self {
        Reading {
            limits,
            hasher: Sha256::new(),
            bytes: 0,
            head: Vec::new(),
            start: Vec::new(),
        }
    }

    /// Takes in a part, unless that is too much.
    fn take(&mut self, part: &[u8]) -> Result<(), Obstacle> {
        keep(&mut self.start, part, START);
        let length = part.len() as u64;
        if self.bytes + length > self.limits.cap {
            return Err(self.too_long());
        }
        if self.limits.total.is_some_and(|total| !total.take(length)) {
            return Err(Obstacle::Spent);
        }
        self.bytes += length;
        self.hasher.update(part);
        keep(&mut self.head, part, self.limits.keep);
        Ok(())
    }

    fn give_back(&self) {
        if let Some(total) = self.limits.total {
            total.give_back(self.bytes);
        }
    }

    fn finish(self) -> Piece {
        let file = FileRef {
            digest: Digest::from(self.hasher),
            bytes: self.bytes,
        };
        Piece {
            file,
            head: self.head,
        }
    }

    fn too_long(&self) -> Obstacle {
        Obstacle::TooLong {
            cap: self.limits.cap,
            html: looks_like_html(&self.start),
        }
    }
}

fn keep(kept: &mut Vec<u8>, part: &[u8], most: usize) {
    let room = most.saturating_sub(kept.len()).min(part.len());
    kept.extend_from_slice(&part[..room]);
}

impl From<Failure> for Obstacle {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Missing => Obstacle::Missing,
            Failure::Refused(status) => {
                Obstacle::Refused(format!("the host refuses it (HTTP status {status})"))
            }
            Failure::Blocked(why) => Obstacle::Blocked(why),
            Failure::Transient { what, .. } | Failure::Unreachable(what) => {
                Obstacle::Unreachable(what)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], limits: &Limits<'_>) -> Result<Piece, Obstacle> {
        Piece::read(&mut &bytes[..], limits).unwrap()
    }

    #[test]
    fn a_file_of_just_the_cap_is_read_and_one_byte_more_is_not() {
        let piece = read(b"abcd", &Limits::whole(4)).unwrap();
        assert_eq!(piece.file, FileRef::of(b"abcd"));
        assert_eq!(piece.head, b"abcd");
        let too_long = Obstacle::TooLong {
            cap: 3,
            html: false,
        };
        assert_eq!(read(b"abcd", &Limits::whole(3)), Err(too_long));
    }

    #[test]
    fn an_endless_file_is_read_to_its_cap() {
        struct Endless(u64);
        impl Read for Endless {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                self.0 += buffer.len() as u64;
                Ok(buffer.len())
            }
        }
        let mut endless = Endless(0);
        let read = Piece::read(&mut endless, &Limits::whole(100_000)).unwrap();
        assert!(matches!(read, Err(Obstacle::TooLong { .. })));
        assert_eq!(endless.0, 100_001);
    }

    #[test]
    fn all_files_together_stay_below_the_total_and_a_broken_read_does_not_count() {
        struct Broken(bool);
        impl Read for Broken {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                self.0 = !self.0;
                if self.0 {
                    Ok(buffer.len().min(6))
                } else {
                    Err(io::ErrorKind::ConnectionReset.into())
                }
            }
        }
        let meter = Meter::new(6);
        let limits = Limits {
            total: Some(&meter),
            ..Limits::hash_only(10)
        };
        assert!(Piece::read(&mut Broken(false), &limits).is_err());
        assert!(read(b"abcd", &limits).is_ok());
        assert!(read(b"ab", &limits).is_ok());
        assert_eq!(read(b"c", &limits), Err(Obstacle::Spent));
    }
}
