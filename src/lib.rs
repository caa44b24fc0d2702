//! Vestochka.

pub mod decode;
pub mod markdown;
pub mod output;
pub mod picture;
pub mod problem;
pub mod record;
pub mod report;
pub mod scaffold;
pub mod source;
pub mod texts;
pub mod theme;
pub mod transliterate;
pub mod view;
pub mod yaml;
