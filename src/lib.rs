//! Vestochka.

pub mod check;
pub mod command;
pub mod compose;
pub mod decode;
pub mod markdown;
pub mod output;
pub mod picture;
pub mod plan;
pub mod press;
pub mod problem;
pub mod record;
pub mod report;
pub mod scaffold;
pub mod serve;
pub mod site;
pub mod source;
pub mod state;
pub mod story;
pub mod texts;
pub mod theme;
pub mod transliterate;
pub mod view;
pub mod voice;
pub mod yaml;
