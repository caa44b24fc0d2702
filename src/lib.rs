//! Vestochka.

pub mod problem;
pub mod texts;
