//! Vestochka.

pub mod decode;
pub mod picture;
pub mod problem;
pub mod record;
pub mod source;
pub mod state;
pub mod texts;
pub mod yaml;
