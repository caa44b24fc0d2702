//! The command line: each command reads, asks the library, and says what came of it.

mod asking;
mod build;
mod check;
mod completions;
mod create;
mod explain;
mod hosting;
mod init;
mod keys;
mod mirrors;
mod passphrase;
#[cfg(feature = "photo")]
mod photo;
#[cfg(not(feature = "photo"))]
#[path = "no_photo.rs"]
mod photo;
mod print;
mod publish;
mod release;
mod serve;
mod single;
mod stamp;
mod stray_keys;
mod verify;
mod workshop;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::verify::Status;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Success,
    /// The content or theme has errors; nothing was published.
    Problems,
    /// The command line cannot be understood (given by the parser of arguments).
    Usage,
    /// The machine did not let us: a full disk, a missing permission, a taken port.
    Machine,
    /// What `verify` says of a copy, or of the worst of several.
    Copy(Status),
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Success => 0,
            Exit::Problems => 1,
            Exit::Usage => 2,
            Exit::Machine => 3,
            Exit::Copy(status) => status.code(),
        })
    }
}

/// Reads the value of `--date`.
fn parse_date(text: &str) -> Result<jiff::civil::Date, String> {
    let error = || format!("`{text}` is not a date; write it like 2026-01-31");
    text.parse().map_err(|_| error())
}

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well (there may be warnings)
  1  the content or the theme has errors; the last good output is as it was
  2  the command line cannot be understood
  3  the machine did not allow it: a full disk, a missing permission, a taken port";

/// Turns Markdown files about political prisoners, and how to write to them,
/// into a fast static site for mirrors that are hard to block.
///
/// The site is the folder that holds `content/`. Without `--site` it is the
/// current folder.
#[derive(Debug, Parser)]
#[command(name = "vestochka", version, after_help = EXIT_CODES, max_term_width = 100)]
struct Cli {
    /// The site's folder: the one that holds `content/`
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    site: PathBuf,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    New(create::Args),
    Check(check::Args),
    Build(build::Args),
    Serve(serve::Args),
    Single(single::Args),
    Photo(photo::Args),
    Stamp(stamp::Args),
    Keys(keys::Args),
    Release(release::Args),
    Mirrors(mirrors::Args),
    Verify(verify::Args),
    Publish(publish::Args),
    Hosting(hosting::Args),
    Completions(completions::Args),
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Init(args) => init::run(&args),
        Command::New(args) => create::run(&cli.site, &args),
        Command::Check(args) => check::run(&cli.site, &args),
        Command::Build(args) => build::run(&cli.site, &args),
        Command::Serve(args) => serve::run(&cli.site, &args),
        Command::Single(args) => single::run(&cli.site, &args),
        Command::Keys(args) => keys::run(&cli.site, &args),
        Command::Mirrors(args) => mirrors::run(&cli.site, &args),
        Command::Publish(args) => publish::run(&cli.site, &args),
        Command::Hosting(args) => hosting::run(&args),
        Command::Release(args) => release::run(&cli.site, &args),
        Command::Photo(args) => photo::run(&cli.site, &args),
        Command::Stamp(args) => stamp::run(&cli.site, &args),
        Command::Verify(args) => verify::run(&args),
        Command::Completions(args) => completions::run(&args),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(error) => {
            print::machine_error(&error);
            Exit::Machine.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn no_command_has_arguments_that_clash() {
        super::Cli::command().debug_assert();
    }
}
