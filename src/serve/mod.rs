//! A preview on this computer alone: it watches, shows what changed, and browsers follow by themselves.
//!
//! Pages are made when they are asked for, and served as they would be published. Only on the
//! way out, an HTML page gets a script that waits for the next state, and, while the last
//! build is bad, its report on top. What a record's file says now, the site takes over at once; a build
//! of everything follows, and all pages are tried in the background.

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
pub enum Built {
    /// A site to show.
    Good(Arc<dyn Shown>),
    /// What is wrong, as the terminal shows it, without colours.
    Bad {
        /// Plain text of any number of lines.
        report: String,
    },
}

/// A site whose files are asked for one by one.
pub trait Shown: Send + Sync {
    /// Whether there is a file at a path.
    fn has(&self, path: &str) -> bool;

    /// The file at a path.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as the terminal shows it, without colours.
    fn page(&self, path: &str) -> Result<Page, String>;

    /// Takes over as much as it can of what changed in these files; all others are as they were.
    fn revise(&self, changed: &[PathBuf]) -> Revised;

    /// What only rendering finds, in any file. Ends early when it need not go on.
    fn proof(&self, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<String>;
}

/// How much of a change a site has taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Revised {
    /// It is as it was.
    Nothing,
    /// What pages say of the records that changed. Which pages and lists there are, and
    /// what is wrong, only a build can say.
    Partly,
    /// All that a build would show.
    Wholly,
}

/// A file of a site.
#[derive(Debug, Clone)]
pub struct Page {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What it is to a browser.
    pub content_type: &'static str,
}

/// Serves until the process ends. `build` runs once at the start, and then after
/// each change; always on one thread. `announce` hears the address for browsers as
/// soon as it answers.
///
/// # Errors
///
/// The port is taken, or the system does not let the folders be watched.
pub fn serve(
    options: &Options,
    build: impl FnMut() -> Built + Send + 'static,
    announce: impl FnOnce(&str),
) -> anyhow::Result<()> {
    let server = Server::start(options, build)?;
    announce(&server.url());
    server.wait()
}
