//! Passphrases: typed at a prompt or read from an open file, never an argument.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use anyhow::{Context as _, bail, ensure};

use super::print;
use crate::trust::SecretKey;

/// Where a passphrase comes from.
#[derive(Debug, clap::Args)]
pub(super) struct Passphrase {
    /// Read the passphrase from this open file (a number, such as 3 with `3< file`) and not from the terminal
    #[arg(long, value_name = "FD")]
    passphrase_fd: Option<u32>,
}

impl Passphrase {
    /// The passphrase of a key that there is.
    pub fn ask(&self, about: &Path) -> anyhow::Result<String> {
        match self.passphrase_fd {
            Some(number) => first_line(number),
            None => prompt(&format!("Passphrase of {}: ", about.display())),
        }
    }

    /// A passphrase for a new key, typed twice.
    pub fn choose(&self) -> anyhow::Result<String> {
        let Some(number) = self.passphrase_fd else {
            let once = prompt("A passphrase for the new key: ")?;
            ensure!(
                once == prompt("The same once more: ")?,
                "the two passphrases differ"
            );
            return strong(once);
        };
        first_line(number).and_then(strong)
    }
}

/// Reads a secret key, and asks for its passphrase if it has one.
pub(super) fn open_key(path: &Path, passphrase: &Passphrase) -> anyhow::Result<SecretKey> {
    let about = || format!("reading the key {}", path.display());
    let text = std::fs::read_to_string(path).with_context(about)?;
    warn_if_open_to_others(path);
    match SecretKey::needs_passphrase(&text) {
        None => bail!("{} is not a secret key of minisign", path.display()),
        Some(false) => SecretKey::read(&text, None).with_context(about),
        Some(true) => SecretKey::read(&text, Some(&passphrase.ask(path)?)).with_context(about),
    }
}

fn strong(passphrase: String) -> anyhow::Result<String> {
    ensure!(
        passphrase.chars().count() >= 8,
        "this passphrase is too short: take several words"
    );
    Ok(passphrase)
}

fn prompt(question: &str) -> anyhow::Result<String> {
    rpassword::prompt_password(question)
        .context("there is no terminal to ask on; give the passphrase with `--passphrase-fd`")
}

/// File 0 is standard input everywhere; the others have names on Unix.
fn first_line(number: u32) -> anyhow::Result<String> {
    let about = || format!("reading the passphrase from file {number}");
    let mut line = String::new();
    if number == 0 {
        std::io::stdin().read_line(&mut line).with_context(about)?;
    } else {
        let file = File::open(format!("/dev/fd/{number}")).with_context(about)?;
        let mut reader = BufReader::new(file);
        reader.read_line(&mut line).with_context(about)?;
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(unix)]
fn warn_if_open_to_others(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path).map_or(0, |about| about.permissions().mode());
    if mode & 0o077 != 0 {
        print::note(&format!(
            "warning: others on this computer can read {}; `chmod 600` closes it",
            path.display()
        ));
    }
}

#[cfg(not(unix))]
fn warn_if_open_to_others(_: &Path) {}
