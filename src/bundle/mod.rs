//! The bundles of a release: the whole site as one file, for those who pass it
//! on by other ways than a link.
//!
//! | bundle | made by | opened with |
//! |---|---|---|
//! | `site.zip` | [`zip`] | any phone or computer |
//! | `site.car` | [`ipfs::Graph`] | IPFS programs, under the same CID everywhere |
//! | `site.torrent` | [`Torrent`] | torrent programs, with the mirrors as seeds |
//!
//! Each is a function of the members' paths and bytes and of the one time of
//! the release, so that anybody who has the site can make the same bytes. No
//! maker holds more of a site in memory than the names of its files and a piece of one.
//!
//! [`Qr`] is beside them: it carries a key or a link over a gap that no file crosses.

pub mod ipfs;
mod qr;
mod torrent;
mod zip;

#[cfg(test)]
mod samples;

use std::path::PathBuf;

use crate::output::SitePath;

pub use qr::{Qr, TooLong};
pub use torrent::{InfoHash, Torrent};
pub use zip::zip;

/// A file that goes into a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Where it stands in the site.
    pub path: SitePath,
    /// Where its bytes are now.
    pub file: PathBuf,
    /// How many there are.
    pub bytes: u64,
}
