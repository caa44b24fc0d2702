//! Publishing: brings a signed release to hosts that nobody trusts.
//!
//! The release is judged first ([`Local`]), then the [`Host`]: what serves another
//! site, or something newer, is not touched. What stands there already is known
//! by hashes that our keys vouch for ([`Inventory`]), never by sizes or times. A
//! [`Plan`] says what is done in which [`Phase`], and carrying it out ([`Job`])
//! can be cut short anywhere: whoever reads gets the old release, the new one, or
//! a mixture that a checker knows as such; and the next run goes on from there.
//!
//! A host is a [`Target`]: a folder, a branch, a place for `rsync`, a WebDAV
//! folder, a bucket. None learns who published, on which machine, or when.

pub mod target;

mod apply;
mod config;
mod confirm;
mod extras;
mod headers;
mod host;
mod host_path;
mod hosting;
mod http;
mod inventory;
mod job;
mod keys;
mod ledger;
mod limits;
mod local;
mod netrc;
mod open;
mod pace;
mod phase;
mod plan;
mod refusal;
mod role;
mod secrets;
mod size;
#[cfg(test)]
mod tests;
mod tree;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use apply::{Progress, Stopped};
pub use config::{Config, FILE, Place, TargetConfig};
pub use confirm::Get;
pub use extras::Extra;
pub use host::Host;
pub use host_path::HostPath;
pub use hosting::Server;
pub use http::Http;
pub use inventory::Inventory;
pub use job::{Job, Settings, Wishes, tree_for};
pub use keys::Keys;
pub(crate) use keys::key_files;
pub use limits::Limits;
pub use local::Local;
pub use open::{Environment, open};
pub use pace::Pace;
pub use phase::Phase;
pub use plan::{Change, Plan, Step};
pub use refusal::{Failure, Refusal};
pub use secrets::{found_in as secrets_in, redacted};
pub use size::size;
pub use target::{Landing, Target};
pub use tree::{Item, Tree};

/// What a thread that panicked left behind is as whole as before: nothing here
/// is changed in two steps.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
