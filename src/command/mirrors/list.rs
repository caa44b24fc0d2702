//! `vestochka mirrors list`: the list, as a table.

use std::path::{Path, PathBuf};

use crate::command::{Exit, print};
use crate::trust::Mirror;

/// Show the list of mirrors
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Show this list, which is not published, and not the site's
    #[arg(long, value_name = "FILE")]
    unlisted: Option<PathBuf>,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let path = super::list_path(site, args.unlisted.as_deref());
    let mirrors = match &args.unlisted {
        Some(file) => super::read_unlisted(file)?,
        None => super::read(&path)?,
    };
    if mirrors.0.is_empty() {
        print::note(&format!("no mirrors in {}", path.display()));
    }
    let longest = |text: fn(&Mirror) -> &str| {
        let lengths = mirrors.0.iter().map(|it| text(it).chars().count());
        lengths.max().unwrap_or_default()
    };
    let (urls, kinds) = (
        longest(|it| it.url.as_str()),
        longest(|it| it.kind.as_str()),
    );
    for mirror in &mirrors.0 {
        let line = format!(
            "{:urls$}  {:kinds$}  {}  {}",
            mirror.url.as_str(),
            mirror.kind.as_str(),
            mirror.since,
            mirror.note
        );
        print::say(line.trim_end());
    }
    Ok(Exit::Success)
}
