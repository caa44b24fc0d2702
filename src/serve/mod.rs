//! A preview on this computer alone: it builds into memory, watches, and browsers follow by themselves.
//!
//! The tree is served as it would be published. Only on the way out, an HTML
//! page gets a script that waits for the next build, and, while the last build
//! is bad, its report on top.

mod answer;
mod builder;
mod dress;
mod policy;
mod server;
mod watch;

#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use crate::output::MemoryTree;
pub use server::{DEFAULT_PORT, Server};

/// Where to serve, and what to watch.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The port; without one, [`DEFAULT_PORT`] or the next that is free. 0 is any.
    pub port: Option<u16>,
    /// Folders whose changes lead to a build, with all inside them. They may
    /// be missing, and may come and go.
    pub watch: Vec<PathBuf>,
    /// Folders inside those whose changes lead to nothing: the output.
    pub ignore: Vec<PathBuf>,
}

/// What a build came to.
#[derive(Debug, Clone)]
pub enum Built {
    /// A site to show.
    Good(Arc<MemoryTree>),
    /// What is wrong, as the terminal shows it, without colours.
    Bad {
        /// Plain text of any number of lines.
        report: String,
    },
}

/// Serves until the process ends. `build` runs once at the start, without
/// changed paths, and then after each change with the paths that changed,
/// sorted; always on one thread. `announce` hears the address for browsers as
/// soon as it answers.
///
/// # Errors
///
/// The port is taken, or the system does not let the folders be watched.
pub fn serve(
    options: &Options,
    build: impl FnMut(&[PathBuf]) -> Built + Send + 'static,
    announce: impl FnOnce(&str),
) -> anyhow::Result<()> {
    let server = Server::start(options, build)?;
    announce(&server.url());
    server.wait()
}
