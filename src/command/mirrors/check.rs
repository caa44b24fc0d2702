//! `vestochka mirrors check`: the site's own mirrors, judged once, for people and for cron.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context as _, anyhow, ensure};

use super::add::refuse_inside;
use crate::command::Exit;
use crate::command::asking::{Asking, anchor};
use crate::command::verify::{exit_codes, print};
use crate::output::whole_file;
use crate::source::MIRROR_STATUS;
use crate::trust::{Anchor, KeyFiles, KeySet};
use crate::verify::{self, Judged, Status, Verdict, compare, worst};

/// Check all mirrors of the site
///
/// Judges each mirror in `content/mirrors.txt`, compares them with one another
/// and exits with the worst that was found. Mirrors that are handed out in other
/// ways stand in a file outside the site's folder; they are checked too, and
/// named nowhere.
#[derive(Debug, clap::Args)]
// `watch` has these arguments among its own.
#[group(id = "mirrors-check")]
#[command(after_help = exit_codes())]
pub struct Args {
    /// The key to judge by; without it, the root keys of the oldest set in `content/keys/` that the newest follows from
    #[arg(long, value_name = "KEY")]
    key: Option<String>,

    /// A list of mirrors that are not public, outside the site's folder
    #[arg(long, value_name = "FILE")]
    unlisted: Option<PathBuf>,

    /// Name the unlisted mirrors in the output (never in the status file)
    #[arg(long, requires = "unlisted")]
    show_unlisted: bool,

    /// Write the status of the public mirrors to this file, as JSON
    ///
    /// `{"version": 1, "checked": TIME, "status": WORST, "mirrors": [{"url", "status",
    /// "sequence", "what"}]}`. The file is replaced whole; unlisted mirrors are not in it.
    /// Without FILE it is `content/mirror-status.json`, and the site's list of mirrors says
    /// what each of them was on that day.
    #[arg(long, value_name = "FILE")]
    #[expect(
        clippy::option_option,
        reason = "left out, given without a value, or with one"
    )]
    status: Option<Option<PathBuf>>,

    #[command(flatten)]
    asking: Asking,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let status = check(site, args, &AtomicBool::new(false))?;
    Ok(Exit::Copy(status))
}

/// Checks once, prints, and writes the status file.
pub(super) fn check(site: &Path, args: &Args, stop: &AtomicBool) -> anyhow::Result<Status> {
    let key = match &args.key {
        Some(key) => anchor(key)?,
        None => own_anchor(site)?,
    };
    let mirrors = mirrors(site, args)?;
    let mut session = args.asking.open(key, stop)?;
    let mut judged = Vec::new();
    for mirror in mirrors {
        let shown = if mirror.named {
            &mirror.url
        } else {
            &mirror.alias
        };
        let verdict = session.judge(&mirror.url, shown)?;
        if stop.load(Ordering::Relaxed) {
            return Ok(Status::Genuine);
        }
        judged.push(Judged {
            name: shown.clone(),
            public: mirror.public,
            verdict: if mirror.named {
                verdict
            } else {
                unnamed(verdict)
            },
        });
    }
    compare(&mut judged);
    session.remember(&judged)?;
    if let Some(file) = &args.status {
        let status = verify::mirror_status(&judged, args.asking.now());
        let shown = || site.join(MIRROR_STATUS);
        whole_file::write(&file.clone().unwrap_or_else(shown), status.to_text())?;
    }
    print(&judged, args.asking.format)?;
    Ok(worst(&judged))
}

/// A mirror to check.
struct Mirror {
    url: String,
    /// How it is called where its address must not stand.
    alias: String,
    public: bool,
    named: bool,
}

fn mirrors(site: &Path, args: &Args) -> anyhow::Result<Vec<Mirror>> {
    let listed = super::read(&super::list_path(site, None))?;
    let listed = listed.0.into_iter().map(|mirror| Mirror {
        url: mirror.url.as_str().to_owned(),
        alias: String::new(),
        public: true,
        named: true,
    });
    let unlisted = args.unlisted.as_deref().map(|file| {
        refuse_inside(site, file)?;
        super::read_unlisted(file)
    });
    let unlisted = unlisted.transpose()?.unwrap_or_default().0.into_iter();
    let unlisted = unlisted.enumerate().map(|(index, mirror)| Mirror {
        url: mirror.url.as_str().to_owned(),
        alias: format!("unlisted mirror {}", index + 1),
        public: false,
        named: args.show_unlisted,
    });
    let mirrors: Vec<Mirror> = listed.chain(unlisted).collect();
    ensure!(
        !mirrors.is_empty(),
        "there are no mirrors to check; add one with `vestochka mirrors add URL`"
    );
    Ok(mirrors)
}

/// Errors of the network may hold the name of the host.
fn unnamed(mut verdict: Verdict) -> Verdict {
    for finding in &mut verdict.findings {
        if finding.path.is_none() && matches!(finding.status, Status::Blocked | Status::Unreachable)
        {
            finding.what = finding.status.meaning().to_owned();
        }
    }
    verdict
}

/// The fingerprint of the root keys that the site began with: it stays the same when root
/// keys change, and so does what is remembered under it.
fn own_anchor(site: &Path) -> anyhow::Result<Anchor> {
    let mut files = KeyFiles::default();
    let folder = site.join("content").join("keys");
    let missing = || format!("{} cannot be read; give `--key KEY`", folder.display());
    for entry in fs::read_dir(&folder).with_context(missing)? {
        let entry = entry.with_context(missing)?;
        if let Ok(name) = entry.file_name().into_string() {
            files
                .0
                .insert(name, fs::read(entry.path()).with_context(missing)?);
        }
    }
    let oldest = oldest_approved(&files)?;
    let missing = || format!("{} holds no key set; give `--key KEY`", folder.display());
    Ok(Anchor::Root(oldest.with_context(missing)?.fingerprint()))
}

/// The oldest set from which the newest follows. One that still waits for signatures
/// does not count, nor one that the next does not follow from.
fn oldest_approved(files: &KeyFiles) -> anyhow::Result<Option<KeySet>> {
    let mut chain: Option<(KeySet, KeySet)> = None;
    for number in files.numbers() {
        let set = files
            .set(number)
            .map_err(|distrust| anyhow!("{distrust}"))?;
        let Some((set, _)) = set else { continue };
        let follows = |newest: &KeySet| files.approve(&set, &newest.roots).is_ok();
        chain = match chain {
            Some((oldest, newest)) if newest.number.saturating_add(1) == set.number => {
                if !follows(&newest) {
                    return Ok(Some(oldest));
                }
                Some((oldest, set))
            }
            _ if follows(&set) => Some((set.clone(), set)),
            before => before,
        };
    }
    Ok(chain.map(|(oldest, _)| oldest))
}
