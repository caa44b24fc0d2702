//! Stories of whole sites: a folder, a command, and exactly what came of it.

mod broken;
mod exit_codes;
mod formats;
mod golden;
mod html;
mod init;
mod repeatable;
mod site;
mod tree_rules;
