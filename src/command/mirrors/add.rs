//! `vestochka mirrors add`: one more line in the list.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Error, bail, ensure};
use jiff::civil::Date;

use crate::command::workshop::Material;
use crate::command::{Exit, print};
use crate::fetch::WebAddress;
use crate::output::whole_file;
use crate::record::Url;
use crate::trust::{Mirror, MirrorKind, Mirrors};

/// Add a mirror to the list
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder that holds `release.txt`, such as `https://example.org/letters/`
    #[arg(value_name = "URL")]
    url: String,

    /// What kind of place it is; without it, what the address suggests
    #[arg(long, value_name = "KIND")]
    kind: Option<MirrorKind>,

    /// A word about it, for readers
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,

    /// Since when; without it the build date
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::command::parse_date)]
    since: Option<Date>,

    /// Write to this list, which is not published, and not to the site's
    #[arg(long, value_name = "FILE")]
    unlisted: Option<PathBuf>,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let mut url = args.url.clone();
    if !url.ends_with('/') {
        url.push('/');
    }
    let url = Url::parse(&url)
        .with_context(|| format!("`{}` is not a web address; write it whole", args.url))?;
    url.as_str().parse::<WebAddress>().map_err(Error::msg)?;
    let path = super::list_path(site, args.unlisted.as_deref());
    let mut mirrors = match &args.unlisted {
        Some(file) => unlisted(site, file)?,
        None => super::read(&path)?,
    };
    mirrors.0.push(Mirror {
        kind: args.kind.unwrap_or_else(|| MirrorKind::guess(&url)),
        url,
        since: since(site, args.since)?,
        note: args.note.clone(),
    });
    let text = mirrors.to_text();
    if let Err(fault) = Mirrors::parse(text.as_bytes()) {
        bail!("{}", fault.message);
    }
    match &args.unlisted {
        Some(file) => whole_file::write_private(file, &text)?,
        None => whole_file::write(&path, &text)?,
    }
    let count = print::count(mirrors.0.len(), "mirror", "mirrors");
    print::say(&format!("{count} in {}", path.display()));
    Ok(Exit::Success)
}

/// A list that is not public, which need not be there yet.
fn unlisted(site: &Path, file: &Path) -> anyhow::Result<Mirrors> {
    refuse_inside(site, file)?;
    match file.exists() {
        true => super::read_unlisted(file),
        false => Ok(Mirrors::default()),
    }
}

fn since(site: &Path, given: Option<Date>) -> anyhow::Result<Date> {
    match given {
        Some(day) => Ok(day),
        None => Material::read(site, None)?
            .today
            .context("`content/site.yaml` has errors; `vestochka check` lists them"),
    }
}

/// What lies in the site's folder gets committed one day.
pub(super) fn refuse_inside(site: &Path, path: &Path) -> anyhow::Result<()> {
    let site = site.canonicalize().context("opening the site")?;
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize();
    let folder = folder.with_context(|| format!("opening the folder of {}", path.display()))?;
    ensure!(
        !folder.starts_with(&site),
        "{} would lie in the site's folder; keep unlisted mirrors elsewhere",
        path.display()
    );
    Ok(())
}
