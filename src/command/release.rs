//! `vestochka release`: a signed release, made aside and swapped in whole.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
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
use crate::release::{self, Difference, Made, Order, Past, Rebuilt};
use crate::trust::Anchor;
use crate::verify::{self, Finding, Folder, Question, Status, Verdict};

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

    /// Build pages and archives from this checkout, compare them with what was signed of the release
    /// in DIR and with its files, and write nothing
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
    let verdict = judge(folder, press, &past)?;
    match compare(&workshop, press, &past) {
        Ok(rebuilt) => Ok(say_rebuilt(&rebuilt, &verdict, &past)),
        Err(failure) => refused(&workshop, failure),
    }
}

/// Whether the files in the folder are those that were signed, on the day of the
/// release: an old one may be compared, too.
fn judge(folder: &Path, press: &Press, past: &Past) -> anyhow::Result<Verdict> {
    let sets = &press.site.signing.sets;
    let named = sets
        .iter()
        .find(|set| set.number == past.release.keys.number);
    let set = named.context("the release was signed under a key set that this checkout has not")?;
    let question = Question {
        anchor: Anchor::Root(set.fingerprint()),
        site: Some(press.site.config.id.clone()),
        now: past.release.created,
        seen: Vec::new(),
        seed: None,
        jobs: std::thread::available_parallelism().map_or(1, usize::from),
        skip_bundles: false,
        progress: &|_, _| {},
        stop: &AtomicBool::new(false),
    };
    let mut verdict = verify::judge(&Folder::open(folder)?, &question, &mut Vec::new());
    let site = &press.site;
    for path in release::changed_copies(folder, past, &site.config.id, &site.signing) {
        verdict.add(Finding::of(Status::Tampered, path, "no true copy"));
    }
    Ok(verdict)
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

fn say_rebuilt(rebuilt: &Rebuilt, verdict: &Verdict, past: &Past) -> Exit {
    say_findings(verdict);
    say_difference(&rebuilt.pages);
    rebuilt.archives.iter().for_each(say_difference);
    print::say(&conclusion(rebuilt, verdict, past));
    if rebuilt.follows() && verdict.status() == Status::Genuine {
        return Exit::Success;
    }
    if !rebuilt.follows() {
        say_program(past);
    }
    Exit::Problems
}

fn conclusion(rebuilt: &Rebuilt, verdict: &Verdict, past: &Past) -> String {
    let (number, counts) = (past.release.sequence, counts(rebuilt));
    match (rebuilt.follows(), verdict.status()) {
        (true, Status::Genuine) => format!("release {number} follows from this checkout: {counts}"),
        (true, status) => format!(
            "what was signed of release {number} is what this checkout gives, but the copy is {}: {counts}",
            status.word()
        ),
        (false, _) => format!("release {number} does not follow from this checkout: {counts}"),
    }
}

fn say_findings(verdict: &Verdict) {
    for finding in &verdict.findings {
        let path = finding.path.as_ref();
        let path = path.map(|path| format!("{path}: ")).unwrap_or_default();
        print::say(&format!("! {path}{}", finding.what));
    }
}

fn say_difference(difference: &Difference) {
    let list = |sign: &str, paths: &[SitePath]| {
        for path in paths {
            print::say(&format!("{sign} {path}"));
        }
    };
    list("~", &difference.differ);
    list("+", &difference.only_here);
    list("-", &difference.only_there);
}

fn counts(rebuilt: &Rebuilt) -> String {
    let mut text = count(&rebuilt.pages, "file", "files");
    text += &match &rebuilt.archives {
        Some(archives) => format!("; {}", count(archives, "archive", "archives")),
        None if rebuilt.follows() => "; it has no archives".into(),
        None => "; archives were not compared".into(),
    };
    if !rebuilt.same_lists {
        text += "; the mirror list or the keys differ";
    }
    text
}

fn count(difference: &Difference, one: &str, many: &str) -> String {
    let same = print::count(difference.same, one, many);
    let are = if difference.same == 1 { "is" } else { "are" };
    if difference.is_none() {
        return format!("{same} {are} the same");
    }
    format!(
        "{same} {are} the same, {} differ, {} are only here, {} only there",
        difference.differ.len(),
        difference.only_here.len(),
        difference.only_there.len()
    )
}

fn say_program(past: &Past) {
    let program = format!("vestochka {}", env!("CARGO_PKG_VERSION"));
    if past.release.program != program {
        print::say(&format!(
            "it was made with {}, and this is {program}",
            past.release.program
        ));
    }
}
