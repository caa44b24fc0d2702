//! What a checker remembers from one run to the next: the highest release and key set of each site.
//!
//! One line for each site and key: `site key sequence keys signer`. The file tells
//! whoever finds it which sites were checked.

use std::fs;
use std::io;
use std::path::PathBuf;

use anyhow::{Context as _, anyhow};

use crate::output::{Lock, whole_file};
use crate::record::Id;
use crate::trust::{Anchor, KeyId};

const HEADER: &str = "vestochka-memory 1";

/// What was seen of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The site.
    pub site: Id,
    /// The highest release.
    pub sequence: u64,
    /// The highest key set; 0 where the key cannot tell.
    pub keys: u64,
    /// Who signed that release. When the key is revoked, the release no longer
    /// counts: a thief may have given it the highest number there is.
    pub signer: KeyId,
    /// The keys that the key set of a copy revokes. This is not remembered: it
    /// says which memories no longer count.
    pub revoked: Vec<KeyId>,
}

/// The memory, for one key.
#[derive(Debug)]
pub struct Memory {
    file: PathBuf,
    anchor: String,
}

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    anchor: String,
    seen: Seen,
}

impl Memory {
    /// The memory in a file, which need not exist.
    #[must_use]
    pub fn new(file: PathBuf, anchor: &Anchor) -> Self {
        let anchor = match anchor {
            Anchor::Root(digest) => digest.to_string(),
            Anchor::Release(key) => key.id().to_string(),
        };
        Memory { file, anchor }
    }

    /// What is remembered of the sites under this key.
    ///
    /// # Errors
    ///
    /// The file cannot be read or understood. It is never begun anew by itself,
    /// because that would forget what protects against old copies.
    pub fn recall(&self) -> anyhow::Result<Vec<Seen>> {
        let lines = self.read()?.into_iter();
        let ours = lines.filter(|line| line.anchor == self.anchor);
        Ok(ours.map(|line| line.seen).collect())
    }

    /// Remembers what was seen, where it is newer. The file is replaced whole,
    /// and no other run writes in between.
    ///
    /// # Errors
    ///
    /// The file cannot be read, understood or written.
    pub fn remember(&self, seen: &[Seen]) -> anyhow::Result<()> {
        if self.with(seen)?.is_none() {
            return Ok(());
        }
        let _lock = self.lock()?;
        // Read again: another run may have written since.
        match self.with(seen)? {
            Some(lines) => whole_file::write_private(&self.file, to_text(&lines)),
            None => Ok(()),
        }
    }

    /// The lines with what was seen, if that changes them.
    fn with(&self, seen: &[Seen]) -> anyhow::Result<Option<Vec<Line>>> {
        let before = self.read()?;
        let mut lines = before.clone();
        for seen in seen {
            self.take_in(&mut lines, seen);
        }
        Ok((lines != before).then_some(lines))
    }

    fn take_in(&self, lines: &mut Vec<Line>, seen: &Seen) {
        let same = |line: &&mut Line| line.anchor == self.anchor && line.seen.site == seen.site;
        match lines.iter_mut().find(same) {
            Some(line) => line.seen = newer(&line.seen, seen),
            None => lines.push(Line {
                anchor: self.anchor.clone(),
                seen: remembered(seen),
            }),
        }
    }

    fn lock(&self) -> anyhow::Result<Lock> {
        let folder = whole_file::folder_of(&self.file);
        let about = || format!("making {}", folder.display());
        fs::create_dir_all(folder).with_context(about)?;
        let mut name = self.file.clone().into_os_string();
        name.push(".lock");
        Lock::wait(&PathBuf::from(name))
    }

    fn read(&self) -> anyhow::Result<Vec<Line>> {
        let text = match fs::read_to_string(&self.file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => {
                return Err(error).with_context(|| format!("reading {}", self.file.display()));
            }
        };
        parse(&text).ok_or_else(|| {
            anyhow!(
                "{} is broken, so that an old copy could not be told from a new one; restore it, or delete it to begin anew",
                self.file.display()
            )
        })
    }
}

/// What to remember after a copy was seen. A release with a lower number takes the
/// place of one with a higher only where its key set revokes who signed that.
fn newer(old: &Seen, new: &Seen) -> Seen {
    // Whoever holds back the newest key set may have signed with a revoked key.
    if new.keys < old.keys {
        return old.clone();
    }
    let takes_over = new.sequence > old.sequence || new.revoked.contains(&old.signer);
    let base = if takes_over { new } else { old };
    Seen {
        keys: new.keys,
        ..remembered(base)
    }
}

fn remembered(seen: &Seen) -> Seen {
    Seen {
        revoked: Vec::new(),
        ..seen.clone()
    }
}

fn to_text(lines: &[Line]) -> String {
    let line = |Line { anchor, seen }: &Line| {
        let Seen {
            site,
            sequence,
            keys,
            signer,
            ..
        } = seen;
        format!("{site} {anchor} {sequence} {keys} {signer}\n")
    };
    let lines: String = lines.iter().map(line).collect();
    format!("{HEADER}\n{lines}")
}

fn parse(text: &str) -> Option<Vec<Line>> {
    let lines = text.strip_prefix(HEADER)?.strip_prefix('\n')?;
    let whole = lines.is_empty() || lines.ends_with('\n');
    let lines: Option<Vec<Line>> = lines.lines().map(parse_line).collect();
    lines.filter(|_| whole)
}

fn parse_line(line: &str) -> Option<Line> {
    let parts: Vec<&str> = line.split(' ').collect();
    let [site, anchor, sequence, keys, signer] = parts.try_into().ok()?;
    let seen = Seen {
        site: Id::parse(site)?,
        sequence: sequence.parse().ok()?,
        keys: keys.parse().ok()?,
        signer: signer.parse().ok()?,
        revoked: Vec::new(),
    };
    Some(Line {
        anchor: anchor.to_owned(),
        seen,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(site: &str, sequence: u64, keys: u64) -> Seen {
        Seen {
            site: Id::parse(site).unwrap(),
            sequence,
            keys,
            signer: "B01EDB03A72D5E84".parse().unwrap(),
            revoked: Vec::new(),
        }
    }

    /// The same, from a copy whose key set revokes the key of all these.
    fn revoking(seen: Seen) -> Seen {
        Seen {
            revoked: vec![seen.signer],
            signer: "A01EDB03A72D5E84".parse().unwrap(),
            ..seen
        }
    }

    fn anchor(digit: char) -> Anchor {
        digit.to_string().repeat(64).parse().unwrap()
    }

    #[test]
    fn the_highest_is_remembered_for_each_site_and_key() {
        let scratch = tempfile::tempdir().unwrap();
        let file = scratch.path().join("deep/memory.txt");
        let memory = Memory::new(file.clone(), &anchor('a'));
        assert_eq!(memory.recall().unwrap(), []);
        memory.remember(&[seen("one", 5, 1)]).unwrap();
        memory
            .remember(&[seen("one", 4, 1), seen("two", 9, 2)])
            .unwrap();
        let expected = [seen("one", 5, 1), seen("two", 9, 2)];
        assert_eq!(memory.recall().unwrap(), expected);
        assert_eq!(Memory::new(file, &anchor('b')).recall().unwrap(), []);
    }

    #[test]
    fn only_a_revocation_takes_a_higher_release_away() {
        let newer = |old: Seen, new: Seen| {
            let kept = super::newer(&old, &new);
            (kept.sequence, kept.keys)
        };
        assert_eq!(newer(seen("a", 900, 1), seen("a", 5, 2)), (900, 2));
        let revoking = |sequence, keys| revoking(seen("a", sequence, keys));
        assert_eq!(newer(seen("a", 900, 1), revoking(5, 2)), (5, 2));
        assert_eq!(newer(seen("a", 900, 2), revoking(5, 2)), (5, 2));
        assert_eq!(newer(revoking(6, 2), revoking(5, 3)), (6, 3));
    }

    #[test]
    fn a_copy_with_an_older_key_set_is_not_remembered() {
        let kept = newer(&seen("a", 5, 2), &seen("a", 6, 1));
        assert_eq!(kept, seen("a", 5, 2));
    }

    #[test]
    fn where_nothing_is_new_nothing_is_written() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("memory");
        let memory = Memory::new(folder.join("memory.txt"), &anchor('a'));
        memory.remember(&[]).unwrap();
        assert!(!folder.exists());
        memory.remember(&[seen("one", 5, 1)]).unwrap();
        fs::remove_file(folder.join("memory.txt.lock")).unwrap();
        memory.remember(&[seen("one", 4, 1)]).unwrap();
        assert!(!folder.join("memory.txt.lock").exists());
    }

    #[test]
    fn runs_at_the_same_time_lose_nothing_of_one_another() {
        let scratch = tempfile::tempdir().unwrap();
        let memory = Memory::new(scratch.path().join("memory.txt"), &anchor('a'));
        let sites: Vec<String> = (0..8).map(|number| format!("site-{number}")).collect();
        std::thread::scope(|scope| {
            for site in &sites {
                scope.spawn(|| memory.remember(&[seen(site, 5, 1)]).unwrap());
            }
        });
        assert_eq!(memory.recall().unwrap().len(), sites.len());
    }

    #[test]
    fn a_broken_memory_is_an_error_that_names_the_file_and_stays() {
        let scratch = tempfile::tempdir().unwrap();
        let file = scratch.path().join("memory.txt");
        let memory = Memory::new(file.clone(), &anchor('a'));
        memory.remember(&[seen("one", 5, 1)]).unwrap();
        let good = fs::read_to_string(&file).unwrap();
        for broken in [
            "",
            "x",
            &good[..good.len() - 1],
            &good.replace(" 5 ", " five "),
        ] {
            fs::write(&file, broken).unwrap();
            let error = memory.recall().unwrap_err().to_string();
            assert!(error.contains("memory.txt"), "{error}");
            assert!(memory.remember(&[seen("one", 6, 1)]).is_err());
            assert_eq!(fs::read_to_string(&file).unwrap(), broken);
        }
    }
}
