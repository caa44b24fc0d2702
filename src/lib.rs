//! Vestochka.

pub mod decode;
pub mod markdown;
pub mod picture;
pub mod problem;
pub mod record;
pub mod source;
pub mod texts;
pub mod yaml;
