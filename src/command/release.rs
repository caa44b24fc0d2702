//! `vestochka release`: a signed release, made aside and swapped in whole.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use indicatif::ProgressBar;
use jiff::civil::Date;

use super::passphrase::{Passphrase, open_key};
use super::workshop::{Workshop, target};
use super::{Exit, print};
use crate::compose::Renderer;
use crate::output::{Failure, SitePath, Target};
use crate::press::Press;
use crate::release::{self, Made, Order, Past, Rebuilt};

/// Build the site, sign it, and pack it for mirrors
///
/// Writes the whole site for its date, the hashes of all files, signatures and
/// archives, in a new folder; when everything is done, the folder takes the
/// place of the release before. Anybody can check a copy with the programs
/// minisign and sha256sum. It stops when `check` has errors, when many people
/// are missing, when the release does not follow the one before, or when files
/// that are not of the release before stand in its folder.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The secret release key; outside the site's folder
    #[arg(long, value_name = "FILE", required_unless_present = "verify_source")]
    key: Option<PathBuf>,

    #[command(flatten)]
    passphrase: Passphrase,

    /// The folder of the release; without it `release` beside `content/`
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,

    /// The build date; without it `SOURCE_DATE_EPOCH`, the date in `site.yaml`, or today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::parse_date)]
    date: Option<Date>,

    /// For how many days the release counts
    #[arg(long, value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=366))]
    valid_days: u32,

    /// A copy of the release before, if it does not stand in the output folder
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,

    /// Say that this is the site's first release
    #[arg(long, conflicts_with = "previous")]
    first: bool,

    /// Go on although many people are missing (rule E14)
    #[arg(long)]
    fewer_people: bool,

    /// Put each profile into `bundle/` as one file, too, in each language
    #[arg(long)]
    single_pages: bool,

    /// Build from this checkout, compare with the signed hashes of the release in DIR, and write nothing
    #[arg(long, value_name = "DIR", conflicts_with_all = ["key", "output", "previous", "first", "date", "single_pages"])]
    verify_source: Option<PathBuf>,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    match &args.verify_source {
        Some(folder) => verify_source(site, folder),
        None => make(site, args),
    }
}

fn make(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let output = args.output.clone().unwrap_or_else(|| site.join("release"));
    let target = target(site, &output)?;
    let key_file = args
        .key
        .as_deref()
        .context("a release needs `--key FILE`")?;
    refuse_published(key_file, site, &target)?;
    let workshop = Workshop::open(site, args.date)?;
    print::problems(&workshop.problems, &workshop.files(&workshop.problems));
    let Some(press) = &workshop.press else {
        return Ok(Exit::Problems);
    };
    let key = open_key(key_file, &args.passphrase)?;
    let bar = spinner();
    let order = Order {
        target: &target,
        site,
        previous: args.previous.as_deref(),
        first: args.first,
        fewer_people: args.fewer_people,
        single_pages: args.single_pages,
        key: &key,
        valid_days: args.valid_days,
        progress: &|step| bar.set_message(step.to_owned()),
    };
    let read = |file: &str| std::fs::read(workshop.site.join(file));
    let made = release::make(press, &Renderer::new(press, &read), &order);
    bar.finish_and_clear();
    let made = match made {
        Ok(made) => made,
        Err(failure) => return refused(&workshop, failure),
    };
    print::say(&summary(&made, &output));
    Ok(Exit::Success)
}

fn refused(workshop: &Workshop, failure: Failure) -> anyhow::Result<Exit> {
    match failure {
        Failure::Machine(error) => Err(error),
        Failure::Problems(problems) => {
            print::problems(&problems, &workshop.files(&problems));
            print::note("nothing was released; the last release is as it was");
            Ok(Exit::Problems)
        }
    }
}

/// A secret key must not lie where it gets committed, built or uploaded.
fn refuse_published(key: &Path, site: &Path, target: &Target) -> anyhow::Result<()> {
    let about = || format!("opening the key {}", key.display());
    let real = key.canonicalize().with_context(about)?;
    let site = site.canonicalize().with_context(about)?;
    let shown = key.display();
    ensure!(
        !real.starts_with(&site),
        "the key {shown} lies in the folder of the site, which is committed and copied; move it away and make a new one"
    );
    ensure!(
        !real.starts_with(target.output()),
        "the key {shown} lies in {}, which is published; move it away and make a new one",
        target.output().display()
    );
    Ok(())
}

fn spinner() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

fn summary(made: &Made, output: &Path) -> String {
    let release = &made.release;
    let shown = output.strip_prefix(".").unwrap_or(output).display();
    let files = usize::try_from(release.tree.files).unwrap_or(usize::MAX);
    let (total, changed) = (
        print::count(files, "file", "files"),
        print::count(made.changed, "file", "files"),
    );
    [
        format!(
            "release {} of {} in {shown}",
            release.sequence, release.site
        ),
        format!(
            "{total}, {} bytes; {changed} new or changed, {} removed",
            release.tree.bytes, made.removed
        ),
        format!("it counts until {}", release.expires),
        format!("the hash of release.txt: {}", made.digest),
    ]
    .join("\n")
}

fn verify_source(site: &Path, folder: &Path) -> anyhow::Result<Exit> {
    let day = release_day(folder)?;
    let workshop = Workshop::open(site, Some(day))?;
    print::problems(&workshop.problems, &workshop.files(&workshop.problems));
    let Some(press) = &workshop.press else {
        return Ok(Exit::Problems);
    };
    let past = Past::read(folder, &press.site.config.id, &press.site.signing)?
        .with_context(|| format!("there is no release in {}", folder.display()))?;
    let rebuilt = compare(&workshop, press, &past);
    match rebuilt {
        Ok(rebuilt) => Ok(say_rebuilt(&rebuilt, &past)),
        Err(failure) => refused(&workshop, failure),
    }
}

fn compare(workshop: &Workshop, press: &Press, past: &Past) -> Result<Rebuilt, Failure> {
    let read = |file: &str| std::fs::read(workshop.site.join(file));
    release::rebuild(press, &Renderer::new(press, &read), past)
}

/// The day for which a release was built. It is believed only when the whole
/// release is.
fn release_day(folder: &Path) -> anyhow::Result<Date> {
    let path = folder.join("release.txt");
    let about = || format!("reading {}", path.display());
    let bytes = std::fs::read(&path).with_context(about)?;
    let release = crate::trust::Release::parse(&bytes).with_context(about)?;
    Ok(release.day())
}

fn say_rebuilt(rebuilt: &Rebuilt, past: &Past) -> Exit {
    let list = |sign: &str, paths: &[SitePath]| {
        for path in paths {
            print::say(&format!("{sign} {path}"));
        }
    };
    list("~", &rebuilt.differ);
    list("+", &rebuilt.only_here);
    list("-", &rebuilt.only_there);
    let number = past.release.sequence;
    let program = format!("vestochka {}", env!("CARGO_PKG_VERSION"));
    if rebuilt.follows() {
        print::say(&format!(
            "release {number} follows from this checkout: {} files are the same",
            rebuilt.same
        ));
        return Exit::Success;
    }
    print::say(&format!(
        "release {number} does not follow from this checkout: {} files are the same, {} differ, {} are only here, {} only there{}",
        rebuilt.same,
        rebuilt.differ.len(),
        rebuilt.only_here.len(),
        rebuilt.only_there.len(),
        if rebuilt.same_lists {
            ""
        } else {
            "; the mirror list or the keys differ"
        },
    ));
    if past.release.program != program {
        print::say(&format!(
            "it was made with {}, and this is {program}",
            past.release.program
        ));
    }
    Exit::Problems
}
