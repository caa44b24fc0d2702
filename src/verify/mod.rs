//! Judges copies of a site: a folder, a zip archive, or a host on the web.
//!
//! [`judge`] reads a [`Copy`] in the order of `docs/release-format.md`: the papers
//! (`papers`, `root`), the lists (`lists`), every file (`survey`), what stands beside
//! them (`beside`, `kept`), and the archives (`bundles`). What differs is explained by other
//! releases that are known to be genuine (`known`, `explain`) or by what hosts do by
//! themselves ([`recognise`]). [`compare`] holds several copies against one another.
//!
//! The worst that was found is the status; from the worst to the best:
//!
//! | status | exit code |
//! |---|---|
//! | tampered | 14 |
//! | wrong site | 17 |
//! | unsigned | 18 |
//! | rolled back | 12 |
//! | mixed | 13 |
//! | extra files | 16 |
//! | stale | 11 |
//! | blocked | 20 |
//! | unreachable | 19 |
//! | incomplete | 15 |
//! | updating | 10 |
//! | genuine | 0 |
//!
//! Nothing here writes but [`Memory`], and nothing touches the network but [`Host`],
//! through [`crate::fetch`].

mod alteration;
mod archive;
mod beside;
mod bundles;
mod compare;
mod copy;
mod explain;
mod folder;
mod judge;
mod kept;
mod known;
mod lists;
mod memory;
mod papers;
mod question;
mod report;
mod root;
mod survey;
mod tree_size;
mod verdict;
mod web;
mod zip;

pub use crate::trust::Status;

pub use alteration::{Alteration, Injected, recognise};
pub use archive::Archive;
pub(crate) use beside::{Beside, kind_of};
pub use compare::{Judged, compare, newest_mirrors, worst};
pub use copy::{Copy, Entry, Limits, Medium, Meter, Obstacle, Piece};
pub use folder::Folder;
pub use judge::judge;
pub use known::Known;
pub use memory::{Memory, Seen};
pub use question::{CLOCK_MAY_BE_WRONG_BY, Question};
pub use report::{human, json, mirror_status};
pub use verdict::{Finding, Verdict};
pub use web::Host;
pub use zip::BadArchive;
