//! Any host that `rsync` reaches: over SSH, or an rsync daemon.
//!
//! Files are gathered in a folder of ours, where each has the release's time,
//! and sent together: the protocol carries times even where none are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Mutex;
use std::time::SystemTime;

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use tempfile::TempDir;

use super::part::RSYNC_PARTS;
use super::program::{complaint, program, run, succeed};
use super::{Landing, Target};
use crate::publish::{HostPath, Item, Phase, lock};

/// What `rsync` returns when some file could not be had.
const PARTIAL: i32 = 23;

/// A folder on another machine.
#[derive(Debug)]
pub struct Rsync {
    address: String,
    created: SystemTime,
    scratch: TempDir,
    pending: Mutex<Pending>,
}

#[derive(Debug, Default)]
struct Pending {
    puts: BTreeSet<HostPath>,
    deletes: BTreeSet<HostPath>,
}

impl Rsync {
    /// An address as `rsync` writes it, and the only time that is sent.
    ///
    /// # Errors
    ///
    /// There is no room for files that wait.
    pub fn open(address: &str, created: Timestamp) -> anyhow::Result<Self> {
        let scratch = tempfile::tempdir().context("making a folder for files that wait")?;
        for name in ["stage", "empty", "fetched"] {
            fs::create_dir(scratch.path().join(name))
                .context("making a folder for files that wait")?;
        }
        Ok(Rsync {
            address: address.to_owned(),
            created: created.into(),
            scratch,
            pending: Mutex::default(),
        })
    }

    /// The folder on the other machine, as source or destination.
    fn remote(&self) -> String {
        match self.address.as_str() {
            home if home.ends_with(':') && !home.ends_with("::") => format!("{home}./"),
            address => format!("{}/", address.trim_end_matches('/')),
        }
    }

    /// A local folder with what stands in it.
    fn local(&self, name: &str) -> String {
        format!("{}/", self.scratch.path().join(name).display())
    }

    fn list_file<'a>(&self, paths: impl Iterator<Item = &'a HostPath>) -> anyhow::Result<String> {
        let file = self.scratch.path().join("list");
        let lines: String = paths.map(|path| format!("{path}\n")).collect();
        fs::write(&file, lines).context("writing the list of files")?;
        Ok(format!("--files-from={}", file.display()))
    }

    fn send(&self, puts: &BTreeSet<HostPath>) -> anyhow::Result<()> {
        let mut command = rsync();
        // What was hashed differs by hash; times and sizes are never asked.
        command.args([
            "--ignore-times",
            "--perms",
            "--chmod=D755,F644",
            &format!("--partial-dir={RSYNC_PARTS}"),
        ]);
        command.args([
            "--no-owner",
            "--no-group",
            "--no-times",
            "--omit-dir-times",
            "--compress",
        ]);
        command.arg(self.list_file(puts.iter())?);
        command.args([self.local("stage"), self.remote()]);
        succeed(&mut command, &[]).map(drop)
    }

    /// Files that are in the list and nowhere here go there, too; their folders
    /// must be here, or `rsync` passes them over.
    fn remove(&self, deletes: &BTreeSet<HostPath>) -> anyhow::Result<()> {
        let empty = self.scratch.path().join("empty");
        for folder in deletes.iter().flat_map(HostPath::folders) {
            fs::create_dir_all(empty.join(folder)).context("making folders")?;
        }
        let mut command = rsync();
        command.args([
            "--delete-missing-args",
            "--omit-dir-times",
            "--perms",
            "--chmod=D755",
        ]);
        command.arg(self.list_file(deletes.iter())?);
        command.args([self.local("empty"), self.remote()]);
        succeed(&mut command, &[])?;
        clear(&empty)
    }

    fn stage(&self, path: &HostPath, bytes: &[u8]) -> std::io::Result<()> {
        let file = self.scratch.path().join("stage").join(path.as_str());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, bytes)?;
        File::options()
            .write(true)
            .open(&file)?
            .set_modified(self.created)
    }

    fn fetched(&self, path: &HostPath, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
        let file = self.scratch.path().join("fetched").join(path.as_str());
        match fs::symlink_metadata(&file) {
            Ok(about) if about.is_file() && about.len() <= cap => {}
            _ => return Ok(None),
        }
        fs::read(&file)
            .map(Some)
            .context("reading what was fetched")
    }
}

fn rsync() -> Command {
    let mut command = program("rsync");
    command.args(["--no-motd", "--timeout=120"]);
    command
}

/// Runs `rsync` to read; that something is not there is fine, and anything else is not.
fn asked(command: &mut Command) -> anyhow::Result<Output> {
    let output = run(command, &[])?;
    let said = String::from_utf8_lossy(&output.stderr);
    let is_missing =
        output.status.code() == Some(PARTIAL) && said.contains("No such file or directory");
    if !output.status.success() && !is_missing {
        bail!("{}", complaint(command, &output));
    }
    Ok(output)
}

impl Target for Rsync {
    fn address(&self) -> String {
        self.address.clone()
    }

    fn landing(&self) -> Landing {
        Landing::Flush
    }

    fn read(&self, path: &HostPath, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
        Ok(self.read_all(&[(path.clone(), cap)])?.remove(path))
    }

    fn read_all(&self, paths: &[(HostPath, u64)]) -> anyhow::Result<BTreeMap<HostPath, Vec<u8>>> {
        let mut found = BTreeMap::new();
        let Some(largest) = paths.iter().map(|(_, cap)| *cap).max() else {
            return Ok(found);
        };
        clear(&self.scratch.path().join("fetched"))?;
        let mut command = rsync();
        command.args(["--ignore-times", &format!("--max-size={largest}")]);
        command.arg(self.list_file(paths.iter().map(|(path, _)| path))?);
        command.args([self.remote(), self.local("fetched")]);
        asked(&mut command)?;
        for (path, cap) in paths {
            if let Some(bytes) = self.fetched(path, *cap)? {
                found.insert(path.clone(), bytes);
            }
        }
        Ok(found)
    }

    fn list(&self) -> anyhow::Result<Option<BTreeSet<HostPath>>> {
        let mut command = rsync();
        command
            .args(["--recursive", "--list-only"])
            .arg(self.remote());
        let output = asked(&mut command)?;
        let lines = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(Some(lines.lines().filter_map(listed).collect()))
    }

    fn put(&self, path: &HostPath, item: &Item) -> anyhow::Result<()> {
        let bytes = item.read()?;
        self.stage(path, &bytes)
            .with_context(|| format!("keeping `{path}` until it is sent"))?;
        lock(&self.pending).puts.insert(path.clone());
        Ok(())
    }

    fn delete(&self, path: &HostPath) -> anyhow::Result<()> {
        lock(&self.pending).deletes.insert(path.clone());
        Ok(())
    }

    fn flush(&self, _phase: Phase) -> anyhow::Result<()> {
        let mut pending = lock(&self.pending);
        if !pending.deletes.is_empty() {
            self.remove(&pending.deletes).context("removing files")?;
            pending.deletes.clear();
        }
        if !pending.puts.is_empty() {
            self.send(&pending.puts).context("sending files")?;
            pending.puts.clear();
            clear(&self.scratch.path().join("stage"))?;
        }
        Ok(())
    }
}

/// The path in a line such as `-rw-r--r--  1,234 2026/11/20 00:00:00 ru/index.html`.
fn listed(line: &str) -> Option<HostPath> {
    let mut rest = line.strip_prefix('-')?;
    for _ in 0..4 {
        rest = rest.trim_start().split_once(' ')?.1;
    }
    HostPath::new(rest)
}

fn clear(folder: &Path) -> anyhow::Result<()> {
    let again = || {
        fs::remove_dir_all(folder)?;
        fs::create_dir(folder)
    };
    again().context("clearing the folder for files that wait")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_gives_the_paths_of_files_only() {
        let lines = "\
drwxr-xr-x          4,096 2026/11/20 00:00:00 .
-rw-r--r--          1,234 2026/11/20 00:00:00 ru/index.html
-rw-r--r--              5 2026/11/20 00:00:00 two words.txt
lrwxrwxrwx              5 2026/11/20 00:00:00 link -> there
";
        let paths: Vec<String> = lines
            .lines()
            .filter_map(listed)
            .map(|path| path.to_string())
            .collect();
        assert_eq!(paths, ["ru/index.html", "two words.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_cannot_be_sent_is_a_fault_and_one_that_is_not_there_to_be_read_is_none() {
        let host = tempfile::tempdir().unwrap();
        let address = host.path().to_string_lossy().into_owned();
        let path = HostPath::new("ru/a.html").unwrap();
        let rsync = Rsync::open(&address, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(rsync.read(&path, 9).unwrap(), None);
        rsync.put(&path, &Item::text("a")).unwrap();
        fs::remove_file(rsync.scratch.path().join("stage/ru/a.html")).unwrap();
        let said = format!("{:#}", rsync.flush(Phase::Pages).unwrap_err());
        assert!(said.contains("No such file or directory"), "{said}");
    }

    #[test]
    fn an_address_is_always_a_folder() {
        let remote = |address: &str| {
            Rsync::open(address, Timestamp::UNIX_EPOCH)
                .unwrap()
                .remote()
        };
        assert_eq!(remote("u@host:"), "u@host:./");
        assert_eq!(remote("u@host:site/"), "u@host:site/");
        assert_eq!(remote("rsync://host/module"), "rsync://host/module/");
        assert_eq!(remote("host::module"), "host::module/");
    }
}
