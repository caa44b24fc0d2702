//! A branch of a git repository: one commit that tells nothing of who made it.
//!
//! The commit is made with plumbing commands in a bare repository of our own, so
//! that no work tree, hook, index or name of the user has a part in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use anyhow::{Context as _, ensure};
use jiff::Timestamp;

use super::program::{program, succeed};
use super::{Landing, Target};
use crate::publish::{HostPath, Item, lock};

const AUTHOR: &str = "release";
const EMAIL: &str = "release@invalid";

/// Where the host's branch is kept in our own repository.
const BASE: &str = "refs/heads/base";

/// What a release and its target say about the commit.
#[derive(Debug, Clone)]
pub struct Commit {
    /// A URL, or an absolute path.
    pub repository: String,
    /// The branch that is replaced.
    pub branch: String,
    /// Whether the commit gets the one before it as its parent.
    pub keep_history: bool,
    /// The only time in it.
    pub created: Timestamp,
    /// The only thing that its message says.
    pub sequence: u64,
}

/// A branch, fetched, with the changes that wait for the next commit.
#[derive(Debug)]
pub struct Git {
    own: PathBuf,
    commit: Commit,
    /// The host's commit when it was fetched.
    base: Option<String>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The commit that is read from.
    tip: Option<String>,
    /// The blob at each changed path; none where a file goes.
    changes: BTreeMap<HostPath, Option<String>>,
    /// Whether a commit before this one holds what was to go.
    forget: bool,
}

impl Git {
    /// Fetches the branch into a repository of our own, which is made if it is missing.
    ///
    /// # Errors
    ///
    /// `git` is not there, or cannot reach the repository.
    pub fn open(own: &Path, commit: Commit) -> anyhow::Result<Self> {
        let mut git = Git {
            own: own.to_owned(),
            commit,
            base: None,
            state: Mutex::default(),
        };
        git.prepare()?;
        git.base = git.fetch()?;
        lock(&git.state).tip.clone_from(&git.base);
        Ok(git)
    }

    fn prepare(&self) -> anyhow::Result<()> {
        if self.own.join("HEAD").is_file() {
            return Ok(());
        }
        let about = || format!("making {}", self.own.display());
        fs::create_dir_all(&self.own).with_context(about)?;
        succeed(&mut init(&self.own), &[])
            .with_context(about)
            .map(drop)
    }

    /// A command in our own repository.
    fn git(&self) -> Command {
        let mut command = git();
        let date = format!("{} +0000", self.commit.created.as_second());
        command
            .arg("--git-dir")
            .arg(&self.own)
            .env("GIT_INDEX_FILE", self.own.join("next-index"))
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_COMMITTER_DATE", &date);
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), AUTHOR);
            command.env(format!("GIT_{role}_EMAIL"), EMAIL);
        }
        command
    }

    fn ask(&self, args: &[&str], input: &[u8]) -> anyhow::Result<String> {
        let printed = succeed(self.git().args(args), input)?;
        Ok(String::from_utf8_lossy(&printed).trim_end().to_owned())
    }

    fn branch(&self) -> String {
        format!("refs/heads/{}", self.commit.branch)
    }

    /// The commit at which the host's branch stands.
    fn remote_tip(&self) -> anyhow::Result<Option<String>> {
        let listed = self.ask(
            &["ls-remote", "--", &self.commit.repository, &self.branch()],
            &[],
        );
        let listed = listed.with_context(|| format!("asking {}", self.commit.repository))?;
        let tip = listed.split_whitespace().next();
        Ok(tip.map(str::to_owned))
    }

    fn fetch(&self) -> anyhow::Result<Option<String>> {
        if self.remote_tip()?.is_none() {
            return Ok(None);
        }
        let refspec = format!("+{}:{BASE}", self.branch());
        let args = [
            "fetch",
            "--quiet",
            "--depth=1",
            "--no-tags",
            "--",
            &self.commit.repository,
            &refspec,
        ];
        self.ask(&args, &[])
            .with_context(|| format!("fetching {}", self.commit.repository))?;
        self.ask(&["rev-parse", "--verify", BASE], &[]).map(Some)
    }

    fn object(&self, path: &HostPath) -> Option<String> {
        let state = lock(&self.state);
        state.tip.as_ref().map(|tip| format!("{tip}:{path}"))
    }

    /// Writes the tree that the host has, with all changes.
    fn write_tree(&self, changes: &BTreeMap<HostPath, Option<String>>) -> anyhow::Result<String> {
        match &self.base {
            Some(base) => self.ask(&["read-tree", base], &[])?,
            None => self.ask(&["read-tree", "--empty"], &[])?,
        };
        let mut lines = Vec::new();
        for (path, blob) in changes {
            let line = match blob {
                Some(blob) => format!("100644 {blob}\t{path}\0"),
                None => format!("0 {:040}\t{path}\0", 0),
            };
            lines.extend(line.into_bytes());
        }
        self.ask(&["update-index", "-z", "--index-info"], &lines)?;
        self.ask(&["write-tree"], &[])
    }

    fn commit(&self, state: &State) -> anyhow::Result<String> {
        let tree = self.write_tree(&state.changes)?;
        let message = format!("release {}", self.commit.sequence);
        let mut args = vec!["commit-tree", &tree, "-m", &message];
        let parent = self
            .base
            .as_deref()
            .filter(|_| self.commit.keep_history && !state.forget);
        args.extend(parent.into_iter().flat_map(|parent| ["-p", parent]));
        self.ask(&args, &[])
    }

    /// Replaces the branch, if nobody else has done so since it was fetched.
    fn push(&self, commit: &str) -> anyhow::Result<()> {
        let branch = self.branch();
        let lease = format!(
            "--force-with-lease={branch}:{}",
            self.base.as_deref().unwrap_or_default()
        );
        let refspec = format!("{commit}:{branch}");
        let args = [
            "push",
            "--quiet",
            "--no-verify",
            &lease,
            "--",
            &self.commit.repository,
            &refspec,
        ];
        self.ask(&args, &[])
            .with_context(|| format!("pushing to {}", self.commit.repository))?;
        let tip = self.remote_tip()?;
        ensure!(
            tip.as_deref() == Some(commit),
            "the branch `{}` is not at the commit that was pushed; has somebody else published?",
            self.commit.branch
        );
        Ok(())
    }
}

impl Git {
    /// What no commit of the host's has any more must not stay on this machine either.
    fn keep_only(&self, commit: &str) -> anyhow::Result<()> {
        self.ask(&["update-ref", BASE, commit], &[])?;
        self.ask(&["gc", "--quiet", "--prune=now"], &[])
            .context("removing what was withdrawn from our own repository")
            .map(drop)
    }
}

/// Makes a repository of the one kind that every host has, whatever is set here.
fn init(own: &Path) -> Command {
    let mut init = git();
    init.args(["init", "--quiet", "--bare", "--template="])
        .args(["--object-format=sha1", "--"])
        .arg(own);
    init
}

/// A command that runs no hook and signs nothing.
fn git() -> Command {
    let mut command = program("git");
    for (name, _) in std::env::vars_os() {
        let is_place = [
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_NAMESPACE",
            "GIT_COMMON_DIR",
        ];
        if is_place.iter().any(|it| name == *it) || name.to_string_lossy().starts_with("GIT_TRACE")
        {
            command.env_remove(name);
        }
    }
    for setting in [
        "core.hooksPath=hooks-of-nobody",
        "core.autocrlf=false",
        "commit.gpgSign=false",
        "push.gpgSign=false",
        "push.followTags=false",
        "push.pushOption=",
        "i18n.commitEncoding=UTF-8",
        "protocol.ext.allow=never",
        "transfer.advertiseSID=false",
        "gc.auto=0",
    ] {
        command.args(["-c", setting]);
    }
    command
}

impl Target for Git {
    fn address(&self) -> String {
        format!("{} {}", self.commit.repository, self.commit.branch)
    }

    fn landing(&self) -> Landing {
        Landing::Finish
    }

    fn read(&self, path: &HostPath, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
        let Some(object) = self.object(path) else {
            return Ok(None);
        };
        let check = "--batch-check=%(objecttype) %(objectsize)";
        let about = self.ask(&["cat-file", check], format!("{object}\n").as_bytes())?;
        let size = about
            .strip_prefix("blob ")
            .and_then(|size| size.parse().ok());
        match size {
            Some(size) if cap >= size => {
                succeed(self.git().args(["cat-file", "blob", &object]), &[]).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn list(&self) -> anyhow::Result<Option<BTreeSet<HostPath>>> {
        let Some(tip) = lock(&self.state).tip.clone() else {
            return Ok(Some(BTreeSet::new()));
        };
        let printed = self.ask(&["ls-tree", "-r", "-z", "--name-only", &tip], &[])?;
        Ok(Some(
            printed.split('\0').filter_map(HostPath::new).collect(),
        ))
    }

    fn put(&self, path: &HostPath, item: &Item) -> anyhow::Result<()> {
        let bytes = item.read()?;
        let blob = self.ask(&["hash-object", "-w", "--no-filters", "--stdin"], &bytes)?;
        lock(&self.state).changes.insert(path.clone(), Some(blob));
        Ok(())
    }

    fn delete(&self, path: &HostPath) -> anyhow::Result<()> {
        lock(&self.state).changes.insert(path.clone(), None);
        Ok(())
    }

    fn forget(&self) {
        lock(&self.state).forget = true;
    }

    fn finish(&self) -> anyhow::Result<()> {
        let mut state = lock(&self.state);
        if state.changes.is_empty() {
            return Ok(());
        }
        let commit = self.commit(&state)?;
        self.push(&commit)?;
        self.keep_only(&commit)?;
        state.tip = Some(commit);
        state.changes.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Host {
        folder: tempfile::TempDir,
    }

    fn path(text: &str) -> HostPath {
        HostPath::new(text).unwrap()
    }

    impl Host {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let bare = folder.path().join("host.git");
            succeed(git().args(["init", "--quiet", "--bare"]).arg(bare), &[]).unwrap();
            Host { folder }
        }

        fn open(&self, keep_history: bool, sequence: u64) -> Git {
            let commit = Commit {
                repository: self
                    .folder
                    .path()
                    .join("host.git")
                    .to_string_lossy()
                    .into_owned(),
                branch: "pages".into(),
                keep_history,
                created: "2026-11-20T00:00:00Z".parse().unwrap(),
                sequence,
            };
            Git::open(&self.folder.path().join("own.git"), commit).unwrap()
        }

        fn log(&self) -> String {
            let mut log = git();
            log.arg("--git-dir")
                .arg(self.folder.path().join("host.git"));
            log.args([
                "log",
                "--format=%an %ae %ad %cn %ce %cd %s",
                "--date=iso-strict-local",
                "pages",
            ]);
            log.env("TZ", "UTC");
            String::from_utf8(succeed(&mut log, &[]).unwrap()).unwrap()
        }
    }

    const LINE: &str = "release release@invalid 2026-11-20T00:00:00+00:00 release release@invalid 2026-11-20T00:00:00+00:00 release";

    #[test]
    fn a_release_is_one_commit_without_a_name_and_without_a_parent() {
        let host = Host::new();
        for sequence in [1, 2] {
            let git = host.open(false, sequence);
            git.put(&path("ru/people/a.html"), &Item::text(sequence.to_string()))
                .unwrap();
            git.put(&path(".nojekyll"), &Item::text("")).unwrap();
            git.finish().unwrap();
        }
        assert_eq!(
            host.log().replace("+00:00", "Z"),
            format!("{LINE} 2\n").replace("+00:00", "Z")
        );
        let git = host.open(false, 3);
        assert_eq!(
            git.read(&path("ru/people/a.html"), 9).unwrap().unwrap(),
            b"2"
        );
        assert_eq!(git.read(&path("ru/people/a.html"), 0).unwrap(), None);
        assert_eq!(git.read(&path("ru"), 999).unwrap(), None);
        assert_eq!(git.read(&path("none here"), 999).unwrap(), None);
        let listed = [path(".nojekyll"), path("ru/people/a.html")];
        assert_eq!(git.list().unwrap().unwrap(), listed.into());
    }

    #[test]
    fn a_history_that_is_kept_is_forgotten_when_somebody_is_removed() {
        let host = Host::new();
        let publish = |sequence, forget| {
            let git = host.open(true, sequence);
            git.put(&path("n"), &Item::text(sequence.to_string()))
                .unwrap();
            if forget {
                git.forget();
            }
            git.finish().unwrap();
        };
        publish(1, false);
        publish(2, false);
        assert_eq!(host.log().lines().count(), 2);
        publish(3, true);
        assert_eq!(host.log().lines().count(), 1);
    }

    #[test]
    fn what_was_removed_does_not_stay_in_our_own_repository() {
        let host = Host::new();
        let git = host.open(false, 1);
        git.put(&path("ru/people/gone.html"), &Item::text("gone"))
            .unwrap();
        git.put(&path("stays"), &Item::text("stays")).unwrap();
        git.finish().unwrap();
        let holds = |git: &Git, text: &str| {
            let blob = git.ask(&["hash-object", "--stdin"], text.as_bytes());
            git.ask(&["cat-file", "-e", &blob.unwrap()], &[]).is_ok()
        };
        assert!(holds(&git, "gone"));
        let git = host.open(false, 2);
        git.delete(&path("ru/people/gone.html")).unwrap();
        git.finish().unwrap();
        assert!(!holds(&git, "gone") && holds(&git, "stays"));
    }

    #[test]
    fn a_repository_is_of_the_kind_that_hosts_have_whatever_is_set_here() {
        let folder = tempfile::tempdir().unwrap();
        let mut made = init(folder.path());
        succeed(made.env("GIT_DEFAULT_HASH", "sha256"), &[]).unwrap();
        let config = fs::read_to_string(folder.path().join("config")).unwrap();
        assert!(!config.contains("sha256"), "{config}");
    }

    #[test]
    fn whoever_was_faster_is_not_overwritten() {
        let host = Host::new();
        let (slow, fast) = (host.open(false, 1), host.open(false, 2));
        fast.put(&path("n"), &Item::text("fast")).unwrap();
        fast.finish().unwrap();
        slow.put(&path("n"), &Item::text("slow")).unwrap();
        assert!(slow.finish().is_err());
        assert!(host.log().ends_with("release 2\n"));
    }
}
