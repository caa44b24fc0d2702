//! Stories of whole sites: a folder, a command, and exactly what came of it.

mod bench;
mod broken;
mod budget;
mod bundles;
mod chance;
mod commands;
mod copies;
mod demo;
mod exit_codes;
mod facets;
mod formats;
mod golden;
mod html;
mod incremental;
mod init;
mod paper;
mod persian;
#[cfg(feature = "photo")]
mod photo;
mod portraits;
mod preview;
mod private;
mod reach;
mod readme;
mod release;
mod release_folder;
mod release_people;
mod release_single_pages;
mod release_source;
mod repeatable;
mod rules;
mod search;
mod single;
mod site;
mod tree_rules;
mod verify;
