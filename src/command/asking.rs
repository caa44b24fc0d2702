//! What all commands that judge copies have in common: their options, and a session that judges one after the other.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;

use crate::fetch::{Client, Options, Retries, WebAddress};
use crate::record::Id;
use crate::trust::Anchor;
use crate::verify::{
    Archive, Copy, Finding, Folder, Host, Judged, Known, Memory, Question, Seen, Status, Verdict,
    judge,
};

/// How copies are judged.
#[derive(Debug, clap::Args)]
pub(super) struct Asking {
    /// The site's id, where it is known: a copy of another site is then refused
    #[arg(long, value_name = "ID", value_parser = parse_id)]
    id: Option<Id>,

    /// The file that remembers the newest release seen; without it, one in your state folder
    #[arg(long, value_name = "FILE", conflicts_with = "no_memory")]
    memory: Option<PathBuf>,

    /// Neither use nor write the memory: old copies then look genuine until they expire
    #[arg(long)]
    no_memory: bool,

    /// Go through a proxy (`socks5h://127.0.0.1:9050` for Tor); without it `ALL_PROXY`
    #[arg(long, value_name = "URL")]
    proxy: Option<String>,

    /// How often to ask for what does not come
    #[arg(long, value_name = "N", default_value_t = 3)]
    retries: u32,

    /// How long a host may stay silent, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
    timeout: u64,

    /// How long one copy on the web may take altogether, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 3600, value_parser = clap::value_parser!(u64).range(1..=604_800))]
    deadline: u64,

    /// How many files to read at a time
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=32))]
    jobs: u8,

    /// Leave out the archives in `bundle/`, which are as large as the site
    #[arg(long)]
    skip_bundles: bool,

    /// The time to judge by, instead of the clock's: 2026-11-20T00:00:00Z
    #[arg(long, value_name = "TIME", hide_short_help = true)]
    now: Option<Timestamp>,

    /// Where the random order of files starts, to repeat a run
    #[arg(long, value_name = "N", hide_short_help = true)]
    seed: Option<u64>,

    /// How the result is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Human,
    /// One JSON object
    Json,
}

/// Several copies, judged by one key.
pub(super) struct Session<'a> {
    asking: &'a Asking,
    anchor: Anchor,
    client: Client,
    memory: Option<Memory>,
    seen: Vec<Seen>,
    known: Vec<Known>,
    stop: &'a AtomicBool,
}

impl Asking {
    /// Begins a session.
    pub(super) fn open<'a>(
        &'a self,
        anchor: Anchor,
        stop: &'a AtomicBool,
    ) -> anyhow::Result<Session<'a>> {
        let memory = match (&self.memory, self.no_memory) {
            (_, true) => None,
            (Some(file), _) => Some(Memory::new(file.clone(), &anchor)),
            (None, _) => Some(Memory::new(memory_file()?, &anchor)),
        };
        Ok(Session {
            client: self.client()?,
            seen: memory.as_ref().map_or(Ok(Vec::new()), Memory::recall)?,
            known: Vec::new(),
            asking: self,
            anchor,
            memory,
            stop,
        })
    }

    /// The time to judge by.
    pub(super) fn now(&self) -> Timestamp {
        self.now.unwrap_or_else(Timestamp::now)
    }

    fn client(&self) -> anyhow::Result<Client> {
        let of_environment = || ["ALL_PROXY", "all_proxy"].into_iter().find_map(env_text);
        Client::new(&Options {
            proxy: self.proxy.clone().or_else(of_environment),
            retries: Some(Retries::new(self.retries)),
            silence: Some(Duration::from_secs(self.timeout)),
        })
    }
}

impl Session<'_> {
    /// Judges a folder, an archive, or a host on the web.
    pub(super) fn judge(&mut self, name: &str, shown: &str) -> anyhow::Result<Verdict> {
        let copy = match self.open(name)? {
            Ok(copy) => copy,
            Err(finding) => return Ok(Verdict::only(finding)),
        };
        let bar = progress_bar(shown);
        let progress = |done, all| {
            bar.set_length(all);
            bar.set_position(done);
        };
        let question = Question {
            anchor: self.anchor.clone(),
            site: self.asking.id.clone(),
            now: self.asking.now(),
            seen: self.seen.clone(),
            seed: self.asking.seed,
            jobs: usize::from(self.asking.jobs),
            skip_bundles: self.asking.skip_bundles,
            progress: &progress,
            stop: self.stop,
        };
        let verdict = judge(&*copy, &question, &mut self.known);
        bar.finish_and_clear();
        Ok(verdict)
    }

    /// A copy, or what is to be said where there is none. An address that cannot be used must
    /// not end the check of the others.
    fn open(&self, name: &str) -> anyhow::Result<Result<Box<dyn Copy>, Finding>> {
        if !name.starts_with("http://") && !name.starts_with("https://") {
            return local(Path::new(name));
        }
        let deadline = Duration::from_secs(self.asking.deadline);
        let client = self.client.until(Instant::now() + deadline);
        let address: Result<WebAddress, String> = name.parse();
        let unusable = |error| Finding::new(Status::Unreachable, error);
        let host = address.map(|it| Box::new(Host::new(client, it)) as Box<dyn Copy>);
        Ok(host.map_err(unusable))
    }

    /// Remembers what was seen. Copies that were judged do not count against one
    /// another: that is what comparing them is for.
    pub(super) fn remember(&self, judged: &[Judged]) -> anyhow::Result<()> {
        let seen: Vec<Seen> = judged
            .iter()
            .filter_map(|it| it.verdict.seen.clone())
            .collect();
        match &self.memory {
            Some(memory) => memory.remember(&seen),
            None => Ok(()),
        }
    }
}

/// Reads the value of `--key`: a fingerprint, a key, or a file with one of them.
pub(super) fn anchor(argument: &str) -> anyhow::Result<Anchor> {
    if let Ok(anchor) = argument.parse() {
        return Ok(anchor);
    }
    let text = fs::read_to_string(argument).ok();
    let anchor = text.and_then(|text| text.parse().ok());
    anchor.with_context(|| {
        format!("`{argument}` is neither a fingerprint of root keys (64 hexadecimal digits), nor a public key (`RW…`), nor a file with one")
    })
}

/// A folder or an archive; or what is to be said of a file that is no archive.
fn local(path: &Path) -> anyhow::Result<Result<Box<dyn Copy>, Finding>> {
    let about = fs::metadata(path).with_context(|| format!("opening {}", path.display()))?;
    if about.is_dir() {
        return Ok(Ok(Box::new(Folder::open(path)?)));
    }
    if !about.is_file() {
        bail!("{} is neither a folder nor a file", path.display());
    }
    let archive = Archive::open(path).map_err(Finding::from);
    Ok(archive.map(|archive| Box::new(archive) as Box<dyn Copy>))
}

fn parse_id(text: &str) -> Result<Id, String> {
    Id::parse(text).ok_or_else(|| format!("`{text}` is not the id of a site"))
}

/// Where the system keeps what programs remember.
fn memory_file() -> anyhow::Result<PathBuf> {
    let home = || env::home_dir().context("no home folder; give `--memory FILE` or `--no-memory`");
    let state = match env_text("XDG_STATE_HOME").map(PathBuf::from) {
        Some(folder) if folder.is_absolute() => folder,
        _ if cfg!(windows) => match env_text("LOCALAPPDATA") {
            Some(folder) => PathBuf::from(folder),
            None => home()?.join("AppData").join("Local"),
        },
        _ if cfg!(target_os = "macos") => home()?.join("Library").join("Application Support"),
        _ => home()?.join(".local").join("state"),
    };
    Ok(state.join("vestochka").join("memory.txt"))
}

fn env_text(name: &str) -> Option<String> {
    env::var(name).ok().filter(|text| !text.is_empty())
}

/// It hides itself where standard error is no terminal.
fn progress_bar(shown: &str) -> ProgressBar {
    let bar = ProgressBar::new(0).with_message(crate::report::on_one_line(shown));
    match ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
