//! The domain's rules, each on a small site that it finds something in, and on one that it does not.

mod dates;
mod documentation;
mod links;
mod people;
mod references;
mod secrets;
mod small_site;
mod waivers;
mod warnings;
mod withheld;
