//! Reading: the files of a site, as text, with nothing understood yet.
//!
//! The only stage before `output` that touches the file system. Symbolic links
//! are not followed, names that begin with a dot are passed over, and what
//! cannot be text is a [`Problem`], so that later stages see clean input only.

mod classify;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::output::Fingerprint;
use crate::picture::{self, Picture};
use crate::problem::{Place, Problem, Route};
use classify::{What, classify, text_of, too_large};

/// The largest text file that is read, in bytes.
pub const LARGEST_TEXT: u64 = 1_000_000;
/// The largest picture that is read, in bytes.
pub const LARGEST_PICTURE: u64 = 5_000_000;

/// A file of text: its line ends are `\n`, a byte order mark is gone.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Relative to the site, with `/`.
    pub path: Arc<str>,
    /// The text.
    pub text: Arc<str>,
    /// Bytes of front matter, with the opening `---` and without the closing
    /// one; all of the text for a file that is not Markdown.
    pub front: usize,
    /// Where the body begins.
    pub body: usize,
}

impl TextFile {
    /// The YAML text, whose line numbers are the file's own.
    #[must_use]
    pub fn front(&self) -> &str {
        &self.text[..self.front]
    }

    /// The Markdown text.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.text[self.body..]
    }
}

/// A picture in the content, known by what its bytes say.
#[derive(Debug, Clone)]
pub struct PictureFile {
    /// Relative to the site, with `/`.
    pub path: Arc<str>,
    /// Type, size and metadata.
    pub picture: Picture,
    /// How many bytes it has.
    pub size: u64,
    /// Of the bytes.
    pub digest: Fingerprint,
}

/// The list of public mirrors.
pub const MIRRORS: &str = "content/mirrors.txt";
/// What they were when `mirrors check` last asked them.
pub const MIRROR_STATUS: &str = "content/mirror-status.json";
/// The folder of key sets.
pub const KEYS: &str = "content/keys/";

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Sources {
    /// `content/site.yaml`.
    pub config: Option<TextFile>,
    /// The Markdown files, sorted by path.
    pub records: Vec<TextFile>,
    /// The pictures, sorted by path.
    pub pictures: Vec<PictureFile>,
    /// The list of mirrors, their status and the files of `content/keys/`, sorted by
    /// path, byte for byte: hashes of most are signed.
    pub signing: Vec<TextFile>,
    /// Files that could not be read as what they should be.
    pub problems: Vec<Problem>,
    /// Of every file's path and bytes: equal means nothing changed.
    pub digest: Fingerprint,
    /// The same without the texts below front matter, of which it only says whether there
    /// is one.
    pub frame: Fingerprint,
}

/// Reads `content/` of a site.
///
/// # Errors
///
/// When the folder or a file cannot be read for a reason that lies in the
/// machine; what lies in the content is in [`Sources::problems`].
pub fn read(site: &Path) -> anyhow::Result<Sources> {
    let mut sources = Sources::default();
    let content = site.join("content");
    if !content.is_dir() {
        sources.problems.push(no_site());
        return Ok(sources);
    }
    let paths = walk(site, &content, &mut sources.problems)?;
    let read: Vec<Item> = paths
        .par_iter()
        .map(|(path, size)| read_one(site, path, *size))
        .collect::<anyhow::Result<_>>()?;
    let all = |of: fn(&Item) -> &Fingerprint| {
        let items = paths.iter().zip(&read);
        Fingerprint::of(items.flat_map(|((path, _), item)| [path.as_bytes(), of(item).as_bytes()]))
    };
    sources.digest = all(|item| &item.digest);
    sources.frame = all(|item| &item.frame);
    read.into_iter().for_each(|item| sources.add(item.what));
    Ok(sources)
}

/// Reads one record's file again; nothing if it is not there, or not a record's any more.
///
/// # Errors
///
/// When it cannot be read for a reason that lies in the machine.
pub fn read_record(site: &Path, path: &Arc<str>) -> anyhow::Result<Option<TextFile>> {
    let about = match fs::symlink_metadata(site.join(&**path)) {
        Ok(about) if about.is_file() => about,
        _ => return Ok(None),
    };
    Ok(match read_one(site, path, about.len())?.what {
        What::Record(file) => Some(file),
        _ => None,
    })
}

/// The sources that these files would give: pairs of a path relative to the site
/// and a text. For tests and tools that hold content in memory.
#[must_use]
pub fn from_texts(files: &[(&str, &str)]) -> Sources {
    let mut sources = Sources::default();
    for (path, text) in files {
        let bytes = text.as_bytes().to_vec();
        let digest = Fingerprint::of([bytes.as_slice()]);
        sources.add(classify(&Arc::from(*path), bytes, digest));
    }
    sources
        .records
        .sort_by(|one, other| one.path.cmp(&other.path));
    sources
        .pictures
        .sort_by(|one, other| one.path.cmp(&other.path));
    sources
}

/// Reads a theme's text files: name within the theme, and text.
///
/// # Errors
///
/// When a file cannot be read.
pub fn read_theme(
    site: &Path,
    name: &str,
) -> anyhow::Result<(BTreeMap<String, String>, Vec<Problem>)> {
    let (mut files, mut problems) = (BTreeMap::new(), Vec::new());
    let folder = site.join("themes").join(name);
    if !folder.is_dir() {
        if name != "default" {
            problems.push(no_theme(name));
        }
        return Ok((files, problems));
    }
    let prefix = format!("themes/{name}/");
    for (path, size) in walk(site, &folder, &mut problems)? {
        let bytes = fs::read(site.join(&*path)).with_context(|| path.to_string())?;
        let inner = path.strip_prefix(&prefix).unwrap_or(&path).to_owned();
        match text_of(&path, bytes, size) {
            Ok(text) => drop(files.insert(inner, text)),
            Err(problem) => problems.push(problem),
        }
    }
    Ok((files, problems))
}

impl Sources {
    fn add(&mut self, what: What) {
        match what {
            What::Config(file) => self.config = Some(file),
            What::Record(file) => self.records.push(file),
            What::Picture(file) => self.pictures.push(file),
            What::Signing(file) => self.signing.push(file),
            What::Problem(problem) => self.problems.push(problem),
        }
    }
}

struct Item {
    what: What,
    /// Of all bytes.
    digest: Fingerprint,
    /// Of all but the text of a record.
    frame: Fingerprint,
}

/// A record's front matter, and whether there is a text below it.
fn frame_of(what: &What) -> Option<Fingerprint> {
    let What::Record(file) = what else {
        return None;
    };
    let has_text: &[u8] = if file.body().trim().is_empty() {
        b"no text"
    } else {
        b"a text"
    };
    Some(Fingerprint::of([file.front().as_bytes(), has_text]))
}

fn no_theme(name: &str) -> Problem {
    let place = Place::Value(Route::key("theme"));
    let message = format!("there is no folder `themes/{name}/`");
    Problem::error("content/site.yaml", place, message)
        .hint("make the folder, or leave `theme:` out for the built-in theme")
}

fn no_site() -> Problem {
    Problem::error(
        "content/site.yaml",
        Place::File,
        "this folder is not a site: it has no `content/`",
    )
    .hint("run `vestochka init` in an empty folder, or go to the folder that holds `content/`")
}

/// The files below a folder, sorted by path, with their sizes.
fn walk(
    site: &Path,
    folder: &Path,
    problems: &mut Vec<Problem>,
) -> anyhow::Result<Vec<(Arc<str>, u64)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).into_iter().filter_entry(is_wanted) {
        let entry = match entry {
            Ok(entry) => entry,
            // A file that vanished between listing and looking is simply gone.
            Err(error) if is_gone(&error) => continue,
            Err(error) => return Err(error).context("reading the content"),
        };
        let Some(path) = relative(site, entry.path()) else {
            problems.push(odd_name(site, entry.path()));
            continue;
        };
        if entry.file_type().is_symlink() {
            problems.push(symlink(path));
        } else if entry.file_type().is_file() {
            let size = entry.metadata().map_or(0, |data| data.len());
            files.push((path, size));
        }
    }
    files.sort();
    problems.extend(case_clashes(&files));
    Ok(files)
}

fn is_gone(error: &walkdir::Error) -> bool {
    error
        .io_error()
        .is_some_and(|io| io.kind() == std::io::ErrorKind::NotFound)
}

/// Hidden files and what editors leave beside a file are not content.
fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || name.ends_with('~') || name == "Thumbs.db")
}

fn relative(site: &Path, path: &Path) -> Option<Arc<str>> {
    let inner = path.strip_prefix(site).ok()?;
    let parts: Option<Vec<&str>> = inner.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/").into())
}

fn odd_name(site: &Path, path: &Path) -> Problem {
    let shown = path
        .strip_prefix(site)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/");
    Problem::error(shown, Place::File, "this file's name is not valid UTF-8")
        .hint("rename the file")
}

fn symlink(path: Arc<str>) -> Problem {
    Problem::error(
        path,
        Place::File,
        "this is a symbolic link, which is not followed",
    )
    .hint("put the file itself here")
}

fn case_clashes(files: &[(Arc<str>, u64)]) -> Vec<Problem> {
    let mut folded: Vec<(String, &Arc<str>)> = files
        .iter()
        .map(|(path, _)| (path.to_lowercase(), path))
        .collect();
    folded.sort();
    let clash = |pair: &[(String, &Arc<str>)]| {
        (pair[0].0 == pair[1].0).then(|| {
            let message = format!(
                "this name differs from `{}` in capital letters only",
                pair[0].1
            );
            Problem::error(Arc::clone(pair[1].1), Place::File, message)
                .hint("on many file systems these are one file: rename one of them")
        })
    };
    folded.windows(2).filter_map(clash).collect()
}

fn read_one(site: &Path, path: &Arc<str>, size: u64) -> anyhow::Result<Item> {
    let limit = if picture::has_picture_name(path) {
        LARGEST_PICTURE
    } else {
        LARGEST_TEXT
    };
    if size > limit {
        return Ok(Item {
            what: What::Problem(too_large(path, limit)),
            digest: Fingerprint::default(),
            frame: Fingerprint::default(),
        });
    }
    let bytes = match fs::read(site.join(&**path)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error).with_context(|| format!("reading {path}")),
    };
    let digest = Fingerprint::of([bytes.as_slice()]);
    let what = classify(path, bytes, digest);
    let frame = frame_of(&what).unwrap_or(digest);
    Ok(Item {
        what,
        digest,
        frame,
    })
}
