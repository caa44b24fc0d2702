//! Tests of whole timelines, of the tables in the documentation, and of what
//! random timelines must never do.

mod decision;
mod demo;
mod derivation;
mod documentation;
mod folding;
mod inheritance;
mod misfits;
pub(super) mod people;
mod random;
mod stories;
