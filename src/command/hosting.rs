//! `vestochka hosting`: settings for the server of a mirror.

use clap::builder::PossibleValuesParser;

use super::{Exit, print};
use crate::publish::Server;

/// Print settings for a mirror's server, to be copied
///
/// They keep no log of readers' addresses, let pages be cached for minutes only,
/// give each file its right type, and let checkers of other sites read the copy.
/// What stands in capitals is to be replaced.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The server
    #[arg(value_parser = PossibleValuesParser::new(Server::ALL.map(|(name, _)| name)))]
    server: String,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let server = Server::ALL.iter().find(|(name, _)| *name == args.server);
    if let Some((_, server)) = server {
        print::say(server.snippet().trim_end());
    }
    Ok(Exit::Success)
}
