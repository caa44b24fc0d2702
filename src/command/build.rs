//! `vestochka build`: the site, written to a folder.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::workshop::{Material, Workshop, target};
use super::{Exit, print};
use crate::compose::Renderer;
use crate::output::{self, Failure, Fingerprint, Gate, Manifest, Options, Outcome, SitePath};
use crate::press::Press;

/// Build the site into a folder
///
/// Only what differs is written, each file under a temporary name first; what
/// the site no longer has is removed, and a file that this program did not
/// write is never touched. When anything is wrong with the content, nothing is
/// written at all, and every problem is listed.
///
/// The folder `.vestochka/` beside `content/` remembers what was written. It
/// holds private data: keep it out of version control and away from hosts.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The output folder; without it the `output` of `site.yaml`, or `public`
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,

    /// The build date; without it `SOURCE_DATE_EPOCH`, the date in `site.yaml`, or today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::parse_date)]
    date: Option<Date>,

    /// How many threads to use; without it one for each processor
    #[arg(short, long, value_name = "N")]
    jobs: Option<usize>,

    /// Say what would be written, changed and removed, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let start = Instant::now();
    if let Some(jobs) = args.jobs {
        rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .build_global()
            .context("starting threads")?;
    }
    let material = Material::read(site, args.date)?;
    let folder = args
        .output
        .clone()
        .unwrap_or_else(|| material.output.clone());
    let (inputs, frame) = (material.digest(), material.frame());
    if let Some(line) = nothing_to_do(&material, &folder, inputs, args.dry_run, start)? {
        print::say(&line);
        return Ok(Exit::Success);
    }
    let mut workshop = material.set_up();
    workshop.forget_texts();
    let Some(press) = &workshop.press else {
        print::problems(&workshop.problems, &workshop.files(&workshop.problems));
        return Ok(Exit::Problems);
    };
    let gate = Gate {
        inputs,
        warnings: workshop.problems.len(),
    };
    let outcome = match write(&workshop, press, &folder, (gate, frame), args.dry_run) {
        Ok(outcome) => outcome,
        Err(Failure::Machine(error)) => return Err(error),
        Err(Failure::Problems(found)) => {
            let problems: Vec<_> = workshop.problems.iter().cloned().chain(found).collect();
            print::problems(&problems, &workshop.files(&problems));
            return Ok(Exit::Problems);
        }
    };
    print::problems(&workshop.problems, &workshop.files(&workshop.problems));
    if args.dry_run {
        list(&outcome);
    }
    print::say(&last_line(press, &folder, &outcome, args.dry_run, start));
    if let Some(day) = next_change(press) {
        print::say(&format!("the pages next change by themselves on {day}"));
    }
    // The system takes it all back at once; piece by piece it is a wait at the end.
    std::mem::forget(workshop);
    Ok(Exit::Success)
}

/// The last line, if all that pages are made from is as it was when they were
/// made without a warning, and all of them still stand.
fn nothing_to_do(
    material: &Material,
    folder: &Path,
    inputs: Fingerprint,
    dry_run: bool,
    start: Instant,
) -> anyhow::Result<Option<String>> {
    let Some(today) = material.today.filter(|_| material.is_readable()) else {
        return Ok(None);
    };
    let target = target(material.site(), folder)?;
    let without_warnings = Gate {
        inputs,
        warnings: 0,
    };
    let Some(manifest) = Manifest::load_behind(&target, without_warnings)? else {
        return Ok(None);
    };
    if !manifest.still_standing(&target) {
        return Ok(None);
    }
    let files = print::count(manifest.entries().count(), "file", "files");
    Ok(Some(format!(
        "{} {} for {today}: {files} (0 new, 0 changed, 0 removed) in {:.2} s",
        verb(dry_run),
        shown(folder),
        start.elapsed().as_secs_f64(),
    )))
}

fn verb(dry_run: bool) -> &'static str {
    if dry_run { "would build" } else { "built" }
}

fn shown(folder: &Path) -> std::path::Display<'_> {
    folder.strip_prefix(".").unwrap_or(folder).display()
}

fn write(
    workshop: &Workshop,
    press: &Press,
    folder: &Path,
    (gate, frame): (Gate, Fingerprint),
    dry_run: bool,
) -> Result<Outcome, Failure> {
    let read = |file: &str| std::fs::read(workshop.site.join(file));
    let renderer = Renderer::new(press, &read).within(frame);
    let target = target(&workshop.site, folder)?;
    let bar = progress(press.plan.items().len());
    let options = Options {
        dry_run,
        gate: Some(gate),
        progress: Some(&|done, _| bar.set_position(done as u64)),
    };
    let outcome = output::apply(&press.plan, &renderer, &target, &options);
    bar.finish_and_clear();
    outcome
}

/// A bar on a terminal, when there is enough to do for somebody to wait.
fn progress(files: usize) -> ProgressBar {
    if files < 2_000 || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} files, {eta} left");
    let bar = ProgressBar::new(files as u64);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

fn list(outcome: &Outcome) {
    let print_all = |sign: &str, paths: &[SitePath]| {
        paths
            .iter()
            .for_each(|path| print::say(&format!("{sign} {}", path.as_str())));
    };
    print_all("+", &outcome.added);
    print_all("~", &outcome.changed);
    print_all("-", &outcome.removed);
}

fn last_line(
    press: &Press,
    folder: &Path,
    outcome: &Outcome,
    dry_run: bool,
    start: Instant,
) -> String {
    let people = print::count(press.site.people.len(), "person", "people");
    let files = print::count(outcome.total(), "file", "files");
    let (new, changed, removed) = (
        outcome.added.len(),
        outcome.changed.len(),
        outcome.removed.len(),
    );
    let verb = verb(dry_run);
    format!(
        "{verb} {} for {}: {people}, {files} ({new} new, {changed} changed, {removed} removed) in {:.2} s",
        shown(folder),
        press.site.today,
        start.elapsed().as_secs_f64(),
    )
}

/// The first day on which the same content gives other pages: an address grows
/// too old, a sentence ends, a month begins.
fn next_change(press: &Press) -> Option<Date> {
    let site = &press.site;
    let month = site.today.last_of_month().tomorrow().ok();
    let birthdays = site.today.tomorrow().ok().filter(|_| {
        site.people.values().any(|person| {
            person
                .record
                .birth
                .and_then(|birth| birth.public_day())
                .is_some_and(|(month, _)| month == site.today.month())
        })
    });
    let people = site
        .people
        .values()
        .filter_map(|person| person.derived.next_change);
    people
        .chain(month)
        .chain(birthdays)
        .filter(|day| *day > site.today)
        .min()
}
