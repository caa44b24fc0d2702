//! The limit of the file system: the files that we write, read and written by all threads, and
//! nothing else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

/// Copies a folder into one that is not there yet; gives how many files it has.
pub fn build(from: &Path, into: &Path) -> io::Result<usize> {
    let mut files: Vec<(PathBuf, PathBuf)> = Vec::new();
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let inner = entry.path().strip_prefix(from).map_err(io::Error::other)?;
        let place = into.join(inner);
        if entry.file_type().is_dir() {
            fs::create_dir_all(place)?;
        } else {
            files.push((entry.into_path(), place));
        }
    }
    // Not `fs::copy`, which would leave the bytes to the system.
    let copy = |(file, place): &(PathBuf, PathBuf)| fs::write(place, fs::read(file)?);
    files.par_iter().try_for_each(copy)?;
    Ok(files.len())
}
