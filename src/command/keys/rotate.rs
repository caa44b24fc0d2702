//! `vestochka keys rotate` and `revoke`: the next key set, which root keys then sign.

use std::path::Path;

use anyhow::{Context as _, anyhow, bail};
use jiff::civil::Date;

use crate::command::workshop::Material;
use crate::command::{Exit, print};
use crate::output::whole_file;
use crate::record::read_config;
use crate::trust::{KeyFiles, KeyId, KeySet, Rotation};

/// Write the next key set
///
/// What is not named stays as it is in the newest set. The first set needs
/// three `--root` and one `--release`. Afterwards two of the root keys sign it
/// with `vestochka keys sign`, and two of the old ones if the root keys change.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A root key: a public key, or a `.pub` file; three of them
    #[arg(long = "root", value_name = "KEY")]
    roots: Vec<String>,

    /// A release key that comes, or that gets new days
    #[arg(long, value_name = "KEY")]
    release: Vec<String>,

    /// A release key that goes, without suspicion
    #[arg(long, value_name = "KEY_ID", value_parser = key_id)]
    retire: Vec<KeyId>,

    #[command(flatten)]
    days: Days,
}

/// Write the next key set, in which release keys are revoked
///
/// Revoke a key when it may be in other hands: a checker then believes no
/// release that it has signed, old ones included. Name the key that takes its place.
#[derive(Debug, clap::Args)]
pub struct RevokeArgs {
    /// The ids of the keys that are not to be believed any more
    #[arg(required = true, value_name = "KEY_ID", value_parser = key_id)]
    keys: Vec<KeyId>,

    /// The release key that takes its place
    #[arg(long, value_name = "KEY")]
    release: Vec<String>,

    #[command(flatten)]
    days: Days,
}

#[derive(Debug, clap::Args)]
struct Days {
    /// The last day of the set and of the keys that come; without it 364 days from now
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::command::parse_date)]
    expires: Option<Date>,

    /// Today's date; without it as for `build`
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::command::parse_date)]
    date: Option<Date>,
}

fn key_id(text: &str) -> Result<KeyId, String> {
    let error =
        || format!("`{text}` is not a key id: 16 hexadecimal digits, as minisign prints them");
    text.to_uppercase().parse().map_err(|()| error())
}

fn public_keys(arguments: &[String]) -> anyhow::Result<Vec<crate::trust::PublicKey>> {
    arguments.iter().map(|it| super::public_key(it)).collect()
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let rotation = Rotation {
        roots: public_keys(&args.roots)?,
        release: public_keys(&args.release)?,
        retire: args.retire.clone(),
        expires: args.days.expires,
        ..Rotation::default()
    };
    write_next(site, &rotation, args.days.date)
}

pub(super) fn revoke(site: &Path, args: &RevokeArgs) -> anyhow::Result<Exit> {
    let rotation = Rotation {
        release: public_keys(&args.release)?,
        revoke: args.keys.clone(),
        expires: args.days.expires,
        ..Rotation::default()
    };
    write_next(site, &rotation, args.days.date)
}

fn write_next(site: &Path, rotation: &Rotation, date: Option<Date>) -> anyhow::Result<Exit> {
    let material = Material::read(site, date)?;
    let config = read_config(material.sources()).0;
    let (Some(config), Some(today)) = (config, material.today) else {
        bail!("`content/site.yaml` has errors; `vestochka check` lists them");
    };
    let files = super::key_files(site)?;
    let newest = newest(&files)?;
    let set = rotation
        .next(&config.id, newest.as_ref(), today)
        .map_err(|message| anyhow!(message))?;
    let path = super::keys_folder(site).join(KeyFiles::set_name(set.number));
    whole_file::write(&path, set.to_text())?;
    print::say(&format!("key set {}: {}", set.number, path.display()));
    let signers = match newest.filter(|newest| newest.roots != set.roots) {
        Some(_) => "two of the old root keys and two of the new ones",
        None => "two of the root keys",
    };
    print::say(&format!(
        "now {signers} sign it: `vestochka keys sign {} --key FILE`",
        path.display()
    ));
    Ok(Exit::Success)
}

/// The newest set, which must be in force: one that waits for signatures is
/// signed or deleted first.
fn newest(files: &KeyFiles) -> anyhow::Result<Option<KeySet>> {
    let mut before: Option<KeySet> = None;
    for number in files.numbers() {
        let found = files.set(number).map_err(|error| anyhow!("{error}"))?;
        let (set, _) = found.context("a key set is missing")?;
        let roots = &before.as_ref().unwrap_or(&set).roots;
        files.approve(&set, roots).map_err(|error| {
            anyhow!("{error}; sign `content/keys/{number}.txt`, or delete it and make it anew")
        })?;
        before = Some(set);
    }
    Ok(before)
}
