//! Vestochka.

pub mod problem;
pub mod theme;
pub mod view;
