//! Which files changed, once the dust has settled.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use notify::event::{EventKind, MetadataKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Options;

/// A change counts when nothing more has come for so long …
const QUIET: Duration = Duration::from_millis(50);
/// … or when the first has waited for so long.
const LONGEST: Duration = Duration::from_millis(500);
/// How often a folder that is missing is looked for.
const TICK: Duration = Duration::from_secs(1);

/// What the build thread waits for.
pub(super) enum Signal {
    Event(notify::Result<Event>),
    Stop,
}

/// Folders under watch, which may vanish and come back.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    signals: Receiver<Signal>,
    folders: Vec<Folder>,
    ignore: Vec<PathBuf>,
}

struct Folder {
    path: PathBuf,
    is_watched: bool,
}

impl Watch {
    pub(super) fn new(
        options: &Options,
        sender: &Sender<Signal>,
        signals: Receiver<Signal>,
    ) -> anyhow::Result<Self> {
        let sender = sender.clone();
        let tell = move |event| drop(sender.send(Signal::Event(event)));
        let watcher = notify::recommended_watcher(tell).context("starting to watch")?;
        let folders = options.watch.iter().map(|path| absolute(path));
        let folders = folders
            .map(|path| Folder {
                path,
                is_watched: false,
            })
            .collect();
        let ignore = options.ignore.iter().map(|path| absolute(path)).collect();
        let mut watch = Watch {
            watcher,
            signals,
            folders,
            ignore,
        };
        watch.start()?;
        Ok(watch)
    }

    /// The paths of the next change, sorted; `None` when it is time to stop.
    pub(super) fn next_change(&mut self) -> Option<Vec<PathBuf>> {
        let mut changed = BTreeSet::new();
        while changed.is_empty() {
            match self.signals.recv_timeout(TICK) {
                Ok(Signal::Event(event)) => changed.extend(self.sift(event)),
                Err(RecvTimeoutError::Timeout) => changed.extend(self.renew()),
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        let first = Instant::now();
        while first.elapsed() < LONGEST {
            match self.signals.recv_timeout(QUIET) {
                Ok(Signal::Event(event)) => changed.extend(self.sift(event)),
                Err(RecvTimeoutError::Timeout) => break,
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        changed.extend(self.renew());
        Some(changed.into_iter().collect())
    }

    fn start(&mut self) -> anyhow::Result<()> {
        for folder in self
            .folders
            .iter_mut()
            .filter(|folder| folder.path.exists())
        {
            self.watcher
                .watch(&folder.path, RecursiveMode::Recursive)
                .with_context(|| {
                    format!(
                        "watching {}; on Linux, `fs.inotify.max_user_watches` may be too low",
                        folder.path.display()
                    )
                })?;
            folder.is_watched = true;
        }
        Ok(())
    }

    /// Watches again what was lost and is back; gives those folders, because
    /// nobody saw what happened in them.
    fn renew(&mut self) -> Vec<PathBuf> {
        let mut back = Vec::new();
        for folder in &mut self.folders {
            if !folder.path.exists() {
                folder.is_watched = false;
            } else if !folder.is_watched {
                // What is left of a watch on a folder that was here before.
                let _ = self.watcher.unwatch(&folder.path);
                let watched = self.watcher.watch(&folder.path, RecursiveMode::Recursive);
                folder.is_watched = watched.is_ok();
                back.extend(folder.is_watched.then(|| folder.path.clone()));
            }
        }
        back
    }

    /// The paths of an event that a build may depend on. Lost events and
    /// errors of the watcher count as a change of everything.
    fn sift(&mut self, event: notify::Result<Event>) -> Vec<PathBuf> {
        let Ok(event) = event.map_err(drop) else {
            return self.everything();
        };
        if event.need_rescan() {
            return self.everything();
        }
        if is_only_a_look(event.kind) {
            return Vec::new();
        }
        self.note_losses(&event);
        event
            .paths
            .into_iter()
            .filter(|path| !self.is_ignored(path))
            .collect()
    }

    fn everything(&self) -> Vec<PathBuf> {
        self.folders
            .iter()
            .map(|folder| folder.path.clone())
            .collect()
    }

    fn note_losses(&mut self, event: &Event) {
        if matches!(
            event.kind,
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
        ) {
            for folder in &mut self.folders {
                folder.is_watched &= !event.paths.iter().any(|path| folder.path.starts_with(path));
            }
        }
    }

    fn is_ignored(&self, path: &Path) -> bool {
        let folder = self
            .folders
            .iter()
            .find_map(|it| path.strip_prefix(&it.path).ok());
        let inside = folder.unwrap_or(path);
        let is_private = |part: &std::ffi::OsStr| part == ".vestochka" || part == ".git";
        self.ignore.iter().any(|folder| path.starts_with(folder))
            || inside.iter().any(is_private)
            || inside
                .file_name()
                .and_then(|name| name.to_str())
                .is_some_and(is_of_an_editor)
    }
}

fn absolute(path: &Path) -> PathBuf {
    let absolute = path.canonicalize().or_else(|_| std::path::absolute(path));
    absolute.unwrap_or_else(|_| path.to_owned())
}

/// A build reads every file: what only says so must not lead to another one.
fn is_only_a_look(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime))
    )
}

/// Swap files, backups and locks of vim, Emacs, Kate, `JetBrains` and GNOME editors.
fn is_of_an_editor(name: &str) -> bool {
    let hidden_swap = name.starts_with('.')
        && [".swp", ".swo", ".swx", ".swpx", ".kate-swp"]
            .iter()
            .any(|end| name.ends_with(end));
    hidden_swap
        || name.ends_with('~')
        || name.starts_with(".#")
        || (name.starts_with('#') && name.ends_with('#'))
        || name.starts_with(".goutputstream-")
        || name.ends_with("___jb_tmp___")
        || name.ends_with("___jb_old___")
        || matches!(name, "4913" | ".DS_Store")
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use notify::event::{AccessKind, CreateKind, DataChange, Flag, RemoveKind};

    use super::*;

    fn watch(folder: &Path) -> Watch {
        let (sender, signals) = mpsc::channel();
        let options = Options {
            watch: vec![folder.to_owned()],
            ignore: vec![folder.join("public")],
            ..Options::default()
        };
        Watch::new(&options, &sender, signals).unwrap()
    }

    fn event(kind: EventKind, path: PathBuf) -> notify::Result<Event> {
        Ok(Event::new(kind).add_path(path))
    }

    const WRITE: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));

    #[test]
    fn only_what_a_build_depends_on_counts() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let mut watch = watch(&root);
        let mut counts = |kind, path: &str| !watch.sift(event(kind, root.join(path))).is_empty();
        assert!(counts(WRITE, "people/name-surname.md"));
        assert!(counts(EventKind::Create(CreateKind::Folder), "people"));
        assert!(!counts(
            EventKind::Access(AccessKind::Any),
            "people/name-surname.md"
        ));
        for noise in [
            "public/index.html",
            ".vestochka/cache",
            ".git/index",
            "people/.name.md.swp",
            "people/name.md~",
            "people/.#name.md",
            "people/#name.md#",
            "people/4913",
        ] {
            assert!(!counts(WRITE, noise), "{noise}");
        }
    }

    #[test]
    fn a_folder_that_was_lost_is_watched_again_and_told_of() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap().join("content");
        let mut watch = watch(&root);
        assert!(watch.renew().is_empty(), "it is not there yet");
        std::fs::create_dir(&root).unwrap();
        assert_eq!(watch.renew(), std::slice::from_ref(&root));
        assert!(watch.renew().is_empty());
        let removal = event(EventKind::Remove(RemoveKind::Folder), root.clone());
        assert_eq!(watch.sift(removal), std::slice::from_ref(&root));
        assert_eq!(watch.renew(), [root]);
    }

    #[test]
    fn lost_events_count_as_a_change_of_everything() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let mut watch = watch(&root);
        let rescan = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(watch.sift(Ok(rescan)), std::slice::from_ref(&root));
        assert_eq!(watch.sift(Err(notify::Error::generic("overflow"))), [root]);
    }
}
