//! `vestochka keys new`: a key pair, in the files that minisign reads.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};

use crate::command::passphrase::Passphrase;
use crate::command::{Exit, print};
use crate::output::whole_file;
use crate::trust::SecretKey;

/// Make a key pair
///
/// Writes the secret key to FILE, readable by you alone, and the public key
/// beside it with the ending `.pub`. Both are files of minisign. Make root
/// keys on machines that are not online, one for each of three people.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The secret key's file, such as `root-1.key`; outside the site's folder
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Keep the key without a passphrase: whoever has the file can sign
    #[arg(long, conflicts_with = "passphrase_fd")]
    without_passphrase: bool,

    #[command(flatten)]
    passphrase: Passphrase,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let public_file = public_file(&args.file)?;
    refuse_inside_a_site(&args.file)?;
    for file in [&args.file, &public_file] {
        ensure!(!file.exists(), "{} is there already", file.display());
    }
    let passphrase = match args.without_passphrase {
        true => None,
        false => Some(args.passphrase.choose()?),
    };
    let (public, secret) = SecretKey::generate(passphrase.as_deref())?;
    write_secret(&args.file, &secret)?;
    whole_file::write(&public_file, public.to_file())?;
    print::say(&format!("secret key: {}", args.file.display()));
    print::say(&format!("public key: {}", public_file.display()));
    print::say(&format!("            {public}"));
    print::say(&format!("key id:     {}", public.id()));
    Ok(Exit::Success)
}

fn public_file(file: &Path) -> anyhow::Result<PathBuf> {
    let public = file.with_extension("pub");
    ensure!(
        public != file,
        "name the secret key's file, such as `root-1.key`"
    );
    Ok(public)
}

/// A secret key beside content gets committed one day, and published.
fn refuse_inside_a_site(file: &Path) -> anyhow::Result<()> {
    let absolute =
        real(file).with_context(|| format!("opening the folder of {}", file.display()))?;
    let site = absolute
        .ancestors()
        .find(|folder| folder.join("content").join("site.yaml").is_file());
    if let Some(site) = site {
        bail!(
            "{} would lie in the site's folder {}; keep secret keys elsewhere",
            file.display(),
            site.display()
        );
    }
    Ok(())
}

/// The folder of a new file, without links and `..`, as far as it exists.
fn real(file: &Path) -> std::io::Result<PathBuf> {
    let absolute = std::path::absolute(file)?;
    let mut known = absolute.as_path();
    while !known.is_dir() {
        known = known.parent().ok_or(std::io::ErrorKind::NotFound)?;
    }
    known.canonicalize()
}

fn write_secret(path: &Path, text: &str) -> anyhow::Result<()> {
    let write = || -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = new_private_file(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    write().with_context(|| format!("writing {}", path.display()))
}

#[cfg(unix)]
fn new_private_file(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn new_private_file(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}
