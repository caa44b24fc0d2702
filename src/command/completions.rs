//! `vestochka completions`: words that a shell can complete.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Exit};

/// Print completions for a shell
///
/// For bash: `vestochka completions bash > ~/.local/share/bash-completion/completions/vestochka`
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell
    shell: Shell,
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "every command gives the same type"
)]
pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    clap_complete::generate(
        args.shell,
        &mut Cli::command(),
        "vestochka",
        &mut io::stdout(),
    );
    Ok(Exit::Success)
}
