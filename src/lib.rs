//! Vestochka.

pub mod problem;
pub mod report;
pub mod transliterate;
