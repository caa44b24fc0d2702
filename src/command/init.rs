//! `vestochka init`: a small working site.

use std::path::PathBuf;

use super::{Exit, print};
use crate::scaffold;

/// Make a small working site in an empty folder
///
/// Writes a configuration, one sample of each kind of record with comments,
/// and a `.gitignore`. Needs no network. A folder that holds anything (but
/// `.git`) is refused.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder; it is made if it is not there
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    scaffold::init(&args.dir)?;
    let inside = args.dir.as_os_str() != ".";
    print::say(&format!("a site stands in {}", args.dir.display()));
    if inside {
        print::say(&format!(
            "next: cd {} && vestochka serve",
            args.dir.display()
        ));
    } else {
        print::say("next: vestochka serve");
    }
    Ok(Exit::Success)
}
