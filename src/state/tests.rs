//! Tests of whole timelines, of the tables in the documentation, and of what
//! random timelines must never do.

mod demo;
mod documentation;
pub(super) mod people;
mod random;
mod timelines;
