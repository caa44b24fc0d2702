//! The one place that writes a site: a plan of paths, applied to a folder.
//!
//! [`apply`] skips what already stands, writes the rest in a way that a killed
//! build cannot spoil, and removes what is no longer planned. It touches only
//! files that it wrote itself, as its [`Manifest`] remembers them.

mod apply;
mod commit;
mod content_type;
mod digest;
mod disk;
mod journal;
mod ledger;
mod lock;
mod manifest;
mod outcome;
mod plan;
mod render;
mod sealed_text;
mod site_path;
mod survey;
mod target;
pub(crate) mod whole_file;

#[cfg(test)]
mod tests;

pub use apply::{Options, Progress, apply};
pub use content_type::content_type;
pub use digest::{Digest, Fingerprint};
pub(crate) use lock::Lock;
pub use manifest::{Entry, Gate, Manifest};
pub use outcome::{Failure, Outcome};
pub use plan::{Clash, Item, Plan};
pub use render::{Draft, Render};
pub use site_path::{BadPath, SitePath, relative};
pub use target::{Target, state_folder};
