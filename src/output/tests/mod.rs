//! Whole builds into real folders, seen from outside.

mod incremental;
mod killed;
mod strangers;
mod world;
