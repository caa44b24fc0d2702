//! The first files of a site, and new records from templates.

mod init;
mod new;
mod person;
mod template;
#[cfg(test)]
mod tests;

pub use init::{init, init_files};
pub use new::{Draft, NewRecord, new_record, new_translation, write_draft};
