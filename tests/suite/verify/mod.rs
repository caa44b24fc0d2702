//! Copies that somebody spoiled, held back or mixed, and what the checker says of each.

mod bundles;
mod command;
mod editors;
mod judging;
mod kept;
mod keys;
mod masking;
mod media;
mod memory;
mod mirrors;
mod server;
mod threats;
mod updates;
mod web;
mod zipped;
mod zips;
