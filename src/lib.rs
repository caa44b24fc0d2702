//! Vestochka.

pub mod output;
pub mod problem;
