//! `vestochka keys`: the keys that sign releases, and who may say which they are.

mod new;
mod rotate;
mod show;
mod sign;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::Exit;
use crate::publish;
use crate::trust::{KeyFiles, PublicKey};

/// Make, rotate, revoke and show the keys that sign releases
///
/// Three root keys are kept by three people, offline. Two of them sign a key
/// set, and nothing else. A key set says which release keys may sign releases,
/// and for how long. Readers hold the fingerprint of the root keys: it stays
/// when a release key changes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    New(new::Args),
    Rotate(rotate::Args),
    Revoke(rotate::RevokeArgs),
    Sign(sign::Args),
    Show(show::Args),
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        Command::New(args) => new::run(args),
        Command::Rotate(args) => rotate::run(site, args),
        Command::Revoke(args) => rotate::revoke(site, args),
        Command::Sign(args) => sign::run(args),
        Command::Show(args) => show::run(site, args),
    }
}

/// Reads a public key from a `.pub` file, or from the argument itself.
fn public_key(argument: &str) -> anyhow::Result<PublicKey> {
    if let Ok(key) = argument.parse() {
        return Ok(key);
    }
    let text = fs::read_to_string(argument)
        .with_context(|| format!("`{argument}` is neither a public key nor a file with one"))?;
    let last = text.lines().last().unwrap_or_default();
    let key = last.trim().parse().ok();
    key.with_context(|| format!("`{argument}` holds no public key of minisign"))
}

/// The files of a site's `content/keys/`.
fn key_files(site: &Path) -> anyhow::Result<KeyFiles> {
    publish::key_files(&keys_folder(site))
}

fn keys_folder(site: &Path) -> PathBuf {
    site.join("content").join("keys")
}
