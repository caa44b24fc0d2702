//! Stories of whole sites: a folder, a command, and exactly what came of it.

mod broken;
mod exit_codes;
mod formats;
mod golden;
mod site;
