//! `vestochka keys sign`: a root key's signature over a key set.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, anyhow, ensure};

use crate::command::passphrase::{Passphrase, open_key};
use crate::command::{Exit, print};
use crate::output::whole_file;
use crate::trust::{KeyFiles, KeySet};

/// Sign a key set with a root key
///
/// Writes the signature beside the set. It needs nothing but the two files, so
/// it can be done on a machine that is not online: carry `N.txt` there, and the
/// signature back. The program minisign can do it, too.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The key set, such as `content/keys/1.txt`
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The secret root key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,

    #[command(flatten)]
    passphrase: Passphrase,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let shown = args.file.display();
    let bytes = fs::read(&args.file).with_context(|| format!("reading {shown}"))?;
    let set = KeySet::parse(&bytes).map_err(|fault| anyhow!("{shown}, {fault}"))?;
    ensure!(
        args.file.file_name().and_then(|name| name.to_str())
            == Some(&KeyFiles::set_name(set.number)),
        "this is key set {}, and its file is called otherwise",
        set.number
    );
    let key = open_key(&args.key, &args.passphrase)?;
    let id = key.public()?.id();
    let signature = key.sign(&bytes, &set.comment())?;
    let path = args
        .file
        .with_file_name(KeyFiles::signature_name(set.number, id));
    whole_file::write(&path, signature.to_text())?;
    print::say(&format!("signed: {}", path.display()));
    if !set.roots.iter().any(|root| root.id() == id) {
        print::say(
            "this is none of the set's own root keys: it helps only if it is one of the set before",
        );
    }
    Ok(Exit::Success)
}
