//! `vestochka mirrors`: where copies of the site are.

mod add;
mod check;
mod list;
mod watch;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};

use super::Exit;
use crate::source::MIRRORS;
use crate::trust::Mirrors;

/// Keep the list of mirrors, and look after them
///
/// The list is `content/mirrors.txt`: a line `url | kind | since | note` for each
/// mirror. It is signed with the next release, and everybody can read it. A
/// mirror that is only handed from person to person does not belong there: keep
/// such addresses in a file of the same form outside the site's folder.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Add(add::Args),
    List(list::Args),
    Check(check::Args),
    Watch(watch::Args),
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        Command::Add(args) => add::run(site, args),
        Command::List(args) => list::run(site, args),
        Command::Check(args) => check::run(site, args),
        Command::Watch(args) => watch::run(site, args),
    }
}

/// The public list of a site, or a list that is not public.
fn list_path(site: &Path, unlisted: Option<&Path>) -> PathBuf {
    match unlisted {
        Some(path) => path.to_owned(),
        None => site.join(MIRRORS),
    }
}

/// Reads the site's list; one that is not there is empty.
fn read(path: &Path) -> anyhow::Result<Mirrors> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
    };
    Mirrors::parse(&bytes).map_err(|fault| anyhow!("{}, {fault}", path.display()))
}

/// Reads a list that is not public, which must be there. What stands in it must not
/// stand in a message.
fn read_unlisted(path: &Path) -> anyhow::Result<Mirrors> {
    let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    Mirrors::parse(&bytes).map_err(|fault| {
        let (line, reason) = (fault.line, without_values(&fault.message));
        anyhow!("{}, line {line}: {reason}", path.display())
    })
}

/// Messages hold values in backticks.
fn without_values(message: &str) -> &str {
    match message.contains('`') {
        true => {
            "it does not read `url | kind | since | note`, with the address of a folder from `https://` to a last `/`"
        }
        false => message,
    }
}
