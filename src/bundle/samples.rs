//! Files in a folder of their own, as members of a bundle.

use std::fs;

use tempfile::TempDir;

use super::Member;
use crate::output::SitePath;

/// Members that are gone when the test ends.
pub struct Samples {
    /// Sorted by their paths.
    pub members: Vec<Member>,
    /// Where their bytes are.
    _folder: TempDir,
}

impl Samples {
    pub fn of<P: AsRef<str>, B: AsRef<[u8]>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let write = |(at, (path, bytes)): (usize, (P, B))| {
            let file = folder.path().join(at.to_string());
            fs::write(&file, &bytes).unwrap();
            Member {
                path: SitePath::new(path.as_ref()).unwrap(),
                file,
                bytes: bytes.as_ref().len() as u64,
            }
        };
        let mut members: Vec<Member> = files.into_iter().enumerate().map(write).collect();
        members.sort_by(|one, other| one.path.cmp(&other.path));
        Samples {
            members,
            _folder: folder,
        }
    }
}

/// Bytes that do not compress and that follow from a number.
pub fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}
