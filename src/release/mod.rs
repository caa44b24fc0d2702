//! Making a release: the whole site, its hashes, its signatures and its archives,
//! written aside and swapped in whole.
//!
//! The order has no cycle, since each step names only what was made before it:
//! pages, `SHA256SUMS`, `mirrors.txt` and `keys/`, `release.txt`, its signature,
//! `r/N/`, the archives, `bundles.txt`, its signature. `docs/release-format.md`
//! is the specification.

mod archives;
mod control;
mod kept;
mod ledger;
mod make;
mod pages;
mod past;
mod rebuild;
mod single_pages;
mod staging;
mod strangers;
mod swap;

pub use kept::changed_copies;
pub use ledger::Ledger;
pub use make::{Made, Order, make};
pub use past::Past;
pub use rebuild::{Difference, Rebuilt, rebuild};
