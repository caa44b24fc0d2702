//! `vestochka keys show`: what goes on a leaflet.

use std::path::Path;

use anyhow::{anyhow, bail};

use crate::bundle::Qr;
use crate::command::{Exit, print};
use crate::output::Digest;
use crate::trust::{Anchor, KeySet, Trusted, follow};

/// Show the keys of the site, for leaflets
///
/// Prints the fingerprint of the root keys, which readers keep, as text and as a
/// QR code, and the public keys that sign releases now.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub(super) fn run(site: &Path, _: &Args) -> anyhow::Result<Exit> {
    let files = super::key_files(site)?;
    let first = files.numbers().next();
    let Some((set, _)) = first.map(|number| files.set(number)).transpose()?.flatten() else {
        bail!("this site has no key set; make one with `vestochka keys rotate`");
    };
    let anchor = Anchor::Root(set.fingerprint());
    let trusted = follow(&anchor, &files).map_err(|error| anyhow!("{error}"))?;
    if let Trusted::Sets(sets) = &trusted
        && let Some((newest, _)) = sets.last()
    {
        print::say(&leaflet(newest));
        print::say(&Qr::of(&newest.fingerprint().to_string())?.text());
    }
    Ok(Exit::Success)
}

fn leaflet(set: &KeySet) -> String {
    let mut lines = vec![
        format!("site: {}", set.site),
        format!("key set {}, until {}", set.number, set.expires),
        String::new(),
        "fingerprint of the root keys:".into(),
        grouped(&set.fingerprint()),
    ];
    for key in &set.release {
        lines.push(String::new());
        lines.push(format!(
            "release key {}, {} to {}:",
            key.key.id(),
            key.from,
            key.until
        ));
        lines.push(key.key.to_string());
    }
    for revoked in &set.revoked {
        lines.push(String::new());
        lines.push(format!("revoked: {}, {}", revoked.key, revoked.date));
    }
    lines.join("\n")
}

/// In two lines of groups of eight, as they are easily read to somebody.
fn grouped(digest: &Digest) -> String {
    let text = digest.to_string();
    let groups: Vec<String> = text
        .as_bytes()
        .chunks(8)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    let lines: Vec<String> = groups.chunks(4).map(|line| line.join(" ")).collect();
    lines.join("\n")
}
