//! `vestochka publish`: a signed release, brought to hosts.

mod environment;
mod show;

use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Context as _;

use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;

use super::{Exit, print};
use crate::output::{Lock, state_folder};
use crate::problem::{Place, did_you_mean};
use crate::publish::{
    self, Config, Environment, Failure, HostPath, Job, Keys, Local, Pace, Plan, Settings, Stopped,
    TargetConfig, Wishes, tree_for,
};
use crate::report::Files;
use crate::trust::Anchor;
use crate::yaml;

const EXIT_CODES: &str = "\
Exit codes:
  0  every host has the release
  1  a rule of safety said no, or publish.yaml has errors; nothing was changed there
  2  the command line cannot be understood
  3  a host, the line or this machine did not allow it; the next run goes on from there";

const BLIND: &str = "\
no key of the site has signed what the host had before, and it does not say which files it holds; \
look there yourself for pages of people who were removed";

/// Bring a signed release to hosts
///
/// The hosts stand in publish.yaml, beside content/. Only what differs is sent,
/// and the hashes say what does. Files of people who were removed go first, and
/// release.txt comes last, so that the last good release stays whole or is known
/// to be updated. A run that was cut short is gone on with by the next one. Files
/// that no release has put there are left alone and named.
///
/// Nothing is published when the release is not signed, has expired or was
/// changed, when a host has another site or a newer release, or when files of
/// others are in the way. Hosts learn no name, no language, no machine and no
/// time but that of the release.
#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
pub struct Args {
    /// The hosts, by their names in publish.yaml; without any, all of them
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,

    /// The release's folder; without it `release` beside `content/`
    #[arg(long, value_name = "DIR")]
    release: Option<PathBuf>,

    /// The list of hosts; without it `publish.yaml` beside `content/`
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// For somebody who mirrors a site of others: the fingerprint of its root keys, or its release key
    #[arg(long, value_name = "KEY")]
    key: Option<Anchor>,

    /// How many files are sent at the same time
    #[arg(short, long, value_name = "N", default_value = "4")]
    jobs: NonZeroUsize,

    /// Remove also files that no release has put there
    #[arg(long)]
    delete_unknown: bool,

    /// Replace also files of others that stand where the release has files
    #[arg(long)]
    overwrite: bool,

    /// Believe nothing of what a host has, and send everything
    #[arg(long)]
    resend: bool,

    /// Say what would be sent and removed, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let file = args
        .config
        .clone()
        .unwrap_or_else(|| site.join(publish::FILE));
    let Some(config) = read_config(&file)? else {
        return Ok(Exit::Problems);
    };
    let targets = match chosen(&config, &args.targets) {
        Ok(targets) => targets,
        Err(message) => {
            print::note(&format!("error: {message}"));
            return Ok(Exit::Usage);
        }
    };
    let folder = args.release.clone().unwrap_or_else(|| site.join("release"));
    let local = match open(site, &folder, args.key.as_ref()) {
        Ok(local) => local,
        Err(Failure::Machine(error)) => return Err(error),
        Err(Failure::Refused(refusal)) => {
            print::note(&format!("error: {}: {refusal}", folder.display()));
            return Ok(Exit::Problems);
        }
    };
    show::left_out(&local.left_out);
    let environment = environment::read(site, state_folder(site)?.join("publish"));
    let errand = Errand {
        args,
        local: &local,
        environment: &environment,
    };
    let ends: Vec<End> = targets
        .into_iter()
        .map(|target| errand.run(target))
        .collect();
    show::table(&ends, args.dry_run);
    Ok(exit(&ends))
}

fn open(site: &Path, folder: &Path, key: Option<&Anchor>) -> Result<Local, Failure> {
    let keys = match key {
        Some(anchor) => Keys::of_copy(anchor.clone(), folder)?,
        None => Keys::of_site(site)?,
    };
    let now = Timestamp::try_from(SystemTime::now()).context("reading the clock")?;
    Local::open(folder, keys, now)
}

/// The hosts, unless the file has errors, which are then printed.
fn read_config(file: &Path) -> anyhow::Result<Option<Config>> {
    let shown = file.strip_prefix(".").unwrap_or(file).display().to_string();
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("reading {shown}; `docs/publishing.md` says what stands in it"))?;
    let (config, problems) = Config::read(&shown, &text);
    let secrets = publish::secrets_in(&text);
    print::problems(&problems, &OneFile { text, secrets });
    Ok(config)
}

/// `publish.yaml`, as a report needs it.
struct OneFile {
    text: String,
    secrets: Vec<String>,
}

impl Files for OneFile {
    fn text(&self, _file: &str) -> Option<&str> {
        Some(&self.text)
    }

    fn locate(&self, _file: &str, place: &Place) -> Option<Range<usize>> {
        yaml::locate(&self.text, place)
    }

    fn secrets(&self, _file: &str) -> &[String] {
        &self.secrets
    }
}

fn chosen<'a>(config: &'a Config, names: &[String]) -> Result<Vec<&'a TargetConfig>, String> {
    if names.is_empty() {
        return Ok(config.targets.iter().collect());
    }
    let find = |name: &String| {
        let found = config.targets.iter().find(|it| it.name.as_str() == name);
        let known = config.targets.iter().map(|it| it.name.as_str());
        found.ok_or_else(|| {
            let hint =
                did_you_mean(name, known).map_or_else(String::new, |hint| format!("; {hint}"));
            format!("there is no target `{name}` in `publish.yaml`{hint}")
        })
    };
    names.iter().map(find).collect()
}

/// How it went with one host.
pub(super) struct End {
    name: String,
    result: Result<Plan, Stop>,
    warnings: Vec<String>,
}

enum Stop {
    Refused(String),
    Failed(String),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => Stop::Refused(refusal.to_string()),
            Failure::Machine(error) => error.into(),
        }
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Stop::Failed(publish::redacted(&format!("{error:#}")))
    }
}

impl From<Stopped> for Stop {
    fn from(stopped: Stopped) -> Self {
        Stop::Failed(publish::redacted(&stopped.to_string()))
    }
}

/// A release on its way to one host after the other.
struct Errand<'a> {
    args: &'a Args,
    local: &'a Local,
    environment: &'a Environment,
}

impl Errand<'_> {
    fn run(&self, config: &TargetConfig) -> End {
        let mut warnings = Vec::new();
        End {
            name: config.name.as_str().to_owned(),
            result: self.publish(config, &mut warnings),
            warnings,
        }
    }

    fn publish(&self, config: &TargetConfig, warnings: &mut Vec<String>) -> Result<Plan, Stop> {
        let notes = &self.environment.notes;
        std::fs::create_dir_all(notes).context("making the folder for notes")?;
        let name = config.name.as_str();
        let busy = format!("another run is publishing to `{name}`; wait until it ends");
        let _lock = Lock::on(&notes.join(format!("{name}.lock")), &busy)?;
        let target = publish::open(config, &self.local.release, self.environment)?;
        let job = Job::plan(
            &*target,
            tree_for(config, self.local),
            config.limits,
            self.local,
            &notes.join(name),
            Wishes {
                delete_unknown: self.args.delete_unknown,
                overwrite: self.args.overwrite,
                resend: self.args.resend,
            },
        )?;
        show::plan(name, &job.plan, self.args.dry_run);
        if !self.args.dry_run {
            self.carry_out(config, &job)?;
        }
        warnings.extend(target.warnings());
        if job.plan.is_blind {
            return Err(Stop::Failed(BLIND.into()));
        }
        Ok(job.plan)
    }

    fn carry_out(&self, config: &TargetConfig, job: &Job<'_>) -> Result<(), Stopped> {
        let bar = progress(config.name.as_str(), &job.plan);
        let public = config.url.as_ref().map(|url| {
            let root = url.trim_end_matches('/').to_owned();
            move |path: &HostPath, cap: u64| {
                let url = format!("{root}/{path}");
                self.environment.http.get(&url, None, cap)
            }
        });
        let done = job.run(&Settings {
            jobs: self.args.jobs,
            line: Pace::LINE,
            caches: Pace::CACHES,
            public: public.as_ref().map(|get| get as &publish::Get<'_>),
            progress: &|bytes| bar.inc(bytes + 1),
        });
        bar.finish_and_clear();
        done
    }
}

/// A bar on a terminal: each file counts one more than its bytes, so that many
/// small ones move it, too.
fn progress(name: &str, plan: &Plan) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let length = plan.bytes() + plan.steps.len() as u64;
    let style = ProgressStyle::with_template("{prefix} {bar:30} {bytes}/{total_bytes}, {eta} left");
    let bar = ProgressBar::new(length).with_prefix(name.to_owned());
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

fn exit(ends: &[End]) -> Exit {
    let any = |is: fn(&Stop) -> bool| ends.iter().any(|end| end.result.as_ref().is_err_and(is));
    if any(|stop| matches!(stop, Stop::Failed(_))) {
        Exit::Machine
    } else if any(|stop| matches!(stop, Stop::Refused(_))) {
        Exit::Problems
    } else {
        Exit::Success
    }
}
