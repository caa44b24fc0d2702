//! Vestochka.

pub mod output;
pub mod problem;
pub mod serve;
