//! Who is found by what: names folded to what all their spellings share, and an
//! index cut into small files.
//!
//! The browser folds what a reader types by the same tables: [`tables`] gives
//! them to its script, so that there is one source of them.

mod cut;
mod fold;
mod index;
mod letters;
mod names;
mod pairs;

pub use cut::{Group, Keyed, cut};
pub use fold::{Tables, fold, tables};
pub use index::{Index, Shard, Subject};
