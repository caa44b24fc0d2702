//! `vestochka check`: everything that `build` would complain of, writing nothing.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ValueEnum;
use jiff::civil::Date;

use super::stray_keys::stray_keys;
use super::workshop::{self, Workshop};
use super::{Exit, explain, print};
use crate::check::{self, Earlier};
use crate::plan::{Output, path_of};
use crate::problem::Problem;
use crate::report::{self, Report};
use crate::site::Site;
use crate::trust::Sums;

/// Say everything that is wrong with the content, writing nothing
///
/// Reads all records, derives who is where, applies the domain's rules and
/// renders every page in memory. All problems are listed in one run, each with
/// its file, line, column and a way to mend it. Private values and withheld
/// facts print as `•••`, so that the output may stand in a public log.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How problems are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// The build date; without it `SOURCE_DATE_EPOCH`, the date in `site.yaml`, or today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::parse_date)]
    date: Option<Date>,

    /// Compare with this `SHA256SUMS` of the last release (rules E14 and E15); its people are
    /// counted from the `people.json` beside it, or else from the list, with all tombstones
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,

    /// Do not mind that many people are missing (rule E14)
    #[arg(long, requires = "against")]
    fewer_people: bool,

    /// Print a rule's page of documentation (`E3`) and do nothing else
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
}

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, with the line of the file
    Human,
    /// One JSON object
    Json,
    /// Commands for GitHub's workflows, which show problems beside the lines
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    if let Some(rule) = &args.explain {
        return Ok(explain::run(rule));
    }
    let workshop = Workshop::open(site, args.date)?;
    let mut problems = workshop.all_problems();
    problems.extend(stray_keys(site));
    if let (Some(file), Some(press)) = (&args.against, &workshop.press) {
        problems.extend(compare(&press.site, file, args.fewer_people)?);
    }
    problems.sort();
    let files = workshop.files(&problems);
    let report = Report::new(&problems, &files);
    let text = match args.format {
        Format::Human => report::human(&report, print::style_of(io::stdout().is_terminal())),
        Format::Json => report::json(&report),
        Format::Github => report::github(&report),
        Format::Sarif => report::sarif(&report, explain::summary),
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(workshop::exit_for(&problems))
}

/// What is missing since an earlier release.
fn compare(site: &Site, file: &Path, fewer: bool) -> anyhow::Result<Vec<Problem>> {
    let about = || format!("reading {}", file.display());
    let bytes = fs::read(file).with_context(about)?;
    let sums = Sums::parse(&bytes).with_context(about)?;
    let people_json = fs::read(file.with_file_name(path_of(&Output::PeopleJson))).ok();
    let earlier = Earlier::new(&sums, people_json.as_deref());
    Ok(check::against(site, &earlier, fewer))
}
