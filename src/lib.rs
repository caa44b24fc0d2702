//! Vestochka.

pub mod problem;
