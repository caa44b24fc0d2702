//! Vestochka.

pub mod markdown;
pub mod problem;
