//! A small site whose pages are plain texts, and a disk that can stop.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use anyhow::bail;
use tempfile::TempDir;

use super::super::apply::apply_on;
use super::super::disk::{Disk, RealDisk};
use super::super::*;
use crate::problem::{Place, Problem};

/// What a page is made from, and what it comes to; `None` does not render.
pub(super) type Text = (String, Option<String>);

/// Prints texts, and counts them.
#[derive(Default)]
pub(super) struct Press {
    pub(super) printed: AtomicUsize,
}

impl Render<Text> for Press {
    fn draft<'a>(&'a self, item: &'a Item<Text>) -> Draft<'a> {
        let (view, text) = &item.kind;
        Draft::new(Fingerprint::of([view.as_bytes()]), move || {
            self.printed.fetch_add(1, Ordering::Relaxed);
            let broken = || Problem::error(item.path.as_str(), Place::File, "no such variable");
            text.clone().map(String::into_bytes).ok_or_else(broken)
        })
    }
}

pub(super) struct World {
    pub(super) site: TempDir,
    pub(super) target: Target,
    pub(super) pages: BTreeMap<String, Text>,
}

impl World {
    pub(super) fn new() -> Self {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("content")).unwrap();
        let target = Target::new(site.path(), &site.path().join("public")).unwrap();
        World {
            site,
            target,
            pages: BTreeMap::new(),
        }
    }

    pub(super) fn with(pages: &[(&str, &str)]) -> Self {
        let mut world = World::new();
        for (path, text) in pages {
            world.put(path, text);
        }
        world
    }

    pub(super) fn put(&mut self, path: &str, text: &str) {
        self.pages
            .insert(path.to_owned(), (text.to_owned(), Some(text.to_owned())));
    }

    pub(super) fn plan(&self) -> Plan<Text> {
        let items = self.pages.iter().map(|(path, kind)| Item {
            path: SitePath::new(path).unwrap(),
            kind: kind.clone(),
        });
        Plan::new(items.collect()).unwrap()
    }

    pub(super) fn apply(&self, disk: &dyn Disk, options: &Options<'_>) -> Result<Outcome, Failure> {
        apply_on(disk, &self.plan(), &Press::default(), &self.target, options)
    }

    /// Does not wait for the disk, unlike [`RealDisk`], so that many builds are quick.
    pub(super) fn build(&self) -> Outcome {
        self.apply(&StoppingDisk::after(i64::MAX), &Options::default())
            .unwrap()
    }

    pub(super) fn refusal(&self) -> String {
        self.apply(&RealDisk, &Options::default())
            .unwrap_err()
            .to_string()
    }

    pub(super) fn dry_run(&self) -> Outcome {
        self.apply(
            &RealDisk,
            &Options {
                dry_run: true,
                ..Options::default()
            },
        )
        .unwrap()
    }

    /// What a clean build would give.
    pub(super) fn expected(&self) -> BTreeMap<String, String> {
        let texts = self.pages.iter();
        texts
            .map(|(path, (_, text))| (path.clone(), text.clone().unwrap()))
            .collect()
    }

    pub(super) fn output(&self) -> BTreeMap<String, String> {
        tree(self.target.output())
    }

    pub(super) fn file(&self, path: &str) -> std::path::PathBuf {
        self.target.output().join(path)
    }
}

/// Every file in a folder with what it holds; a folder ends with `/`, a link with `@`.
pub(super) fn tree(root: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(root).min_depth(1).into_iter();
    let entries = entries.filter_map(|entry| {
        let entry = entry.ok()?;
        let path = entry
            .path()
            .strip_prefix(root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        Some(match entry.file_type() {
            kind if kind.is_dir() && fs::read_dir(entry.path()).unwrap().next().is_none() => {
                (path + "/", String::new())
            }
            kind if kind.is_dir() => return None,
            kind if kind.is_symlink() => (path + "@", String::new()),
            _ => (
                path,
                String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned(),
            ),
        })
    });
    entries.collect()
}

pub(super) fn names(paths: &[SitePath]) -> Vec<&str> {
    paths.iter().map(SitePath::as_str).collect()
}

/// A disk that stops for ever after some steps, in the middle of a write.
pub(super) struct StoppingDisk(AtomicI64);

impl StoppingDisk {
    pub(super) fn after(steps: i64) -> Self {
        StoppingDisk(AtomicI64::new(steps))
    }

    fn step(&self, stopping: impl FnOnce()) -> anyhow::Result<()> {
        match self.0.fetch_sub(1, Ordering::SeqCst) {
            1.. => Ok(()),
            0 => {
                stopping();
                bail!("stopped")
            }
            _ => bail!("stopped before"),
        }
    }
}

impl Disk for StoppingDisk {
    fn create_folder(&self, folder: &Path) -> anyhow::Result<()> {
        self.step(|| ())?;
        RealDisk.create_folder(folder)
    }

    fn write(&self, file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        self.step(|| fs::write(file, &bytes[..bytes.len() / 2]).unwrap())?;
        RealDisk.write(file, bytes)
    }

    fn write_durably(&self, file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        self.write(file, bytes)
    }

    fn rename(&self, from: &Path, to: &Path) -> anyhow::Result<()> {
        self.step(|| ())?;
        RealDisk.rename(from, to)
    }

    fn remove_file(&self, file: &Path) -> anyhow::Result<()> {
        self.step(|| ())?;
        RealDisk.remove_file(file)
    }

    fn remove_folder(&self, folder: &Path) -> anyhow::Result<()> {
        self.step(|| ())?;
        RealDisk.remove_folder(folder)
    }
}
