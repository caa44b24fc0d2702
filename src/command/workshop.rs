//! What every command needs of a site: its files, its problems, its press.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, bail};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

use super::Exit;
use crate::check;
use crate::output::{self, Fingerprint};
use crate::press::{self, Press, ThemeFiles};
use crate::problem::{Place, Problem, Severity};
use crate::record;
use crate::report::Files;
use crate::serve::Revised;
use crate::source::{self, Sources, TextFile};
use crate::yaml;

/// A site's files as they stand on the disk; of their content only the
/// configuration is understood.
pub(super) struct Material {
    site: PathBuf,
    sources: Sources,
    theme: ThemeFiles,
    problems: Vec<Problem>,
    /// The output folder that the config names.
    pub output: PathBuf,
    /// The build date; none without a config.
    pub today: Option<Date>,
}

impl Material {
    /// Reads a site.
    pub fn read(site: &Path, date: Option<Date>) -> anyhow::Result<Self> {
        let sources = source::read(site)?;
        let config = record::read_config(&sources).0;
        let config = config.as_ref();
        let name = config.map_or("default", |config| &config.theme);
        let (files, problems) = source::read_theme(site, name)?;
        let today = config.map(|config| build_date(date, config.date, &config.timezone));
        Ok(Material {
            site: site.to_owned(),
            theme: ThemeFiles {
                name: name.to_owned(),
                files,
            },
            problems,
            output: site.join(config.map_or("public", |config| &config.output)),
            today: today.transpose()?,
            sources,
        })
    }

    /// The site's folder.
    pub fn site(&self) -> &Path {
        &self.site
    }

    /// What was read.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Whether every file could be read as what it should be.
    pub fn is_readable(&self) -> bool {
        self.sources.problems.is_empty() && self.problems.is_empty()
    }

    /// A digest of everything that pages are made from: equal digests give
    /// equal pages, and the same problems.
    pub fn digest(&self) -> Fingerprint {
        self.digest_with(&self.sources.digest)
    }

    /// The same without the texts of records.
    pub fn frame(&self) -> Fingerprint {
        self.digest_with(&self.sources.frame)
    }

    fn digest_with(&self, sources: &Fingerprint) -> Fingerprint {
        let today = self
            .today
            .map(|today| today.to_string())
            .unwrap_or_default();
        let fixed = [press::PROGRAM, &self.theme.name, &today];
        let theme = self
            .theme
            .files
            .iter()
            .flat_map(|(name, text)| [name, text]);
        let parts = fixed.into_iter().chain(theme.map(String::as_str));
        let bytes = parts.map(str::as_bytes).chain([sources.as_bytes()]);
        Fingerprint::of(bytes)
    }

    /// Takes the site through all stages but rendering.
    pub fn set_up(self) -> Workshop {
        let (records, mut problems) = record::read(&self.sources);
        problems.extend(self.problems);
        let press = match (records.config.clone(), self.today) {
            (Some(config), Some(today)) => {
                let (press, found) =
                    press::set_up(&self.sources, records, config, &self.theme, today);
                problems.extend(found);
                press
            }
            _ => None,
        };
        Workshop {
            site: self.site,
            sources: self.sources,
            theme: self.theme,
            press: press.filter(|_| !has_errors(&problems)),
            problems,
        }
    }
}

/// A site gone through all stages but rendering.
pub(super) struct Workshop {
    /// The site's folder.
    pub site: PathBuf,
    sources: Sources,
    theme: ThemeFiles,
    /// All stages' problems but those of rendering.
    pub problems: Vec<Problem>,
    /// Ready to render, if there is no error.
    pub press: Option<Press>,
}

impl Workshop {
    /// Reads a site and takes it through all stages but rendering.
    pub fn open(site: &Path, date: Option<Date>) -> anyhow::Result<Self> {
        Ok(Material::read(site, date)?.set_up())
    }

    /// Takes over what changed in these files, if each was a record before and is one still.
    pub fn revise(&mut self, changed: &[PathBuf]) -> Revised {
        let Ok(folder) = self.site.canonicalize() else {
            return Revised::Nothing;
        };
        let read = |path: &PathBuf| {
            let parts: Option<Vec<&str>> = path
                .strip_prefix(&folder)
                .ok()?
                .iter()
                .map(std::ffi::OsStr::to_str)
                .collect();
            let path = Arc::from(parts?.join("/"));
            let before = self.record(&path)?;
            let file = source::read_record(&folder, &path).ok().flatten()?;
            Some((file.front() == before.front(), file))
        };
        let files: Option<Vec<(bool, TextFile)>> = changed.iter().map(read).collect();
        let (Some(files), Some(press)) = (files, &mut self.press) else {
            return Revised::Nothing;
        };
        let (same_front, files): (Vec<bool>, Vec<TextFile>) = files.into_iter().unzip();
        match press.revise(&files) {
            false => Revised::Nothing,
            true if same_front.into_iter().all(|same| same) => Revised::Wholly,
            true => Revised::Partly,
        }
    }

    /// Forgets the texts of records, which pages do not need any more, unless there is
    /// something to report about them.
    pub fn forget_texts(&mut self) {
        if let Some(press) = self.press.as_mut().filter(|_| self.problems.is_empty()) {
            press.site.forget_texts();
            self.sources.records = Vec::new();
        }
    }

    fn record(&self, file: &str) -> Option<&TextFile> {
        let records = &self.sources.records;
        let at = records.binary_search_by(|record| (*record.path).cmp(file));
        Some(&records[at.ok()?])
    }

    /// The problems, those that only rendering finds included.
    pub fn all_problems(&self) -> Vec<Problem> {
        let mut problems = self.problems.clone();
        if let Some(press) = &self.press {
            problems.extend(press.proof(&|| true));
        }
        problems
    }

    /// What a report of these problems needs to know about files.
    pub fn files<'a>(&'a self, problems: &[Problem]) -> SiteFiles<'a> {
        let site = self.press.as_ref().map(|press| &press.site);
        SiteFiles {
            workshop: self,
            secrets: check::secrets_of(site, &self.sources, problems),
        }
    }
}

/// Whether an error is among problems.
pub(super) fn has_errors(problems: &[Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}

/// How a command ends that found these problems.
pub(super) fn exit_for(problems: &[Problem]) -> Exit {
    if has_errors(problems) {
        Exit::Problems
    } else {
        Exit::Success
    }
}

/// `--date`, else `SOURCE_DATE_EPOCH`, else the config's date, else today in the
/// site's time zone.
fn build_date(flag: Option<Date>, pinned: Option<Date>, zone: &TimeZone) -> anyhow::Result<Date> {
    if let Some(date) = flag {
        return Ok(date);
    }
    let in_zone = |time: SystemTime| -> anyhow::Result<Date> {
        Ok(Timestamp::try_from(time)?.to_zoned(zone.clone()).date())
    };
    if let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") {
        let Some(seconds) = value.to_str().and_then(|text| text.parse::<u64>().ok()) else {
            bail!("`SOURCE_DATE_EPOCH` is not a number of seconds since 1970");
        };
        return in_zone(UNIX_EPOCH + Duration::from_secs(seconds)).context("`SOURCE_DATE_EPOCH`");
    }
    match pinned {
        Some(date) => Ok(date),
        None => in_zone(SystemTime::now()),
    }
}

/// Files as a report needs them.
pub(super) struct SiteFiles<'a> {
    workshop: &'a Workshop,
    secrets: BTreeMap<String, Vec<String>>,
}

impl SiteFiles<'_> {
    fn content(&self, file: &str) -> Option<&TextFile> {
        let sources = &self.workshop.sources;
        let config = sources
            .config
            .as_ref()
            .filter(|config| &*config.path == file);
        let signing = sources.signing.iter().find(|it| &*it.path == file);
        config.or(signing).or_else(|| self.workshop.record(file))
    }
}

impl Files for SiteFiles<'_> {
    fn text(&self, file: &str) -> Option<&str> {
        if let Some(content) = self.content(file) {
            return Some(&content.text);
        }
        let inner = file.strip_prefix(&format!("themes/{}/", self.workshop.theme.name));
        let own = inner
            .and_then(|inner| self.workshop.theme.files.get(inner))
            .map(String::as_str);
        own.or_else(|| self.workshop.press.as_ref()?.theme.source(file))
    }

    fn locate(&self, file: &str, place: &Place) -> Option<Range<usize>> {
        let content = self.content(file)?;
        yaml::locate(content.front(), place)
    }

    fn secrets(&self, file: &str) -> &[String] {
        self.secrets.get(file).map_or(&[], Vec::as_slice)
    }
}

/// Where a build writes, and what it must keep away from.
pub(super) fn target(site: &Path, output: &Path) -> anyhow::Result<output::Target> {
    output::Target::new(site, output)
}
