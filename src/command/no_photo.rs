//! `vestochka photo` in a program that was built without it.

use std::path::{Path, PathBuf};

use super::{Exit, print};

/// Make somebody's portrait from a picture: this program was built without it
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Whose portrait
    id: String,

    /// The picture
    file: PathBuf,

    /// The point that shall be in the middle
    #[arg(long, value_name = "X,Y")]
    focus: Option<String>,
}

pub(super) fn run(_: &Path, _: &Args) -> anyhow::Result<Exit> {
    print::note(
        "error: this program was built without the command `photo`; \
         build it with `cargo install --path . --locked`, without `--no-default-features`",
    );
    Ok(Exit::Machine)
}
