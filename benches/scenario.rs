//! What an editor does between two builds, and what the program costs each time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::corpus::{Corpus, facility_file, person_file};
use super::measure::{Cost, Size, measure};

/// What happens before a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scenario {
    /// There is no output and no note of one.
    Clean,
    /// Nothing.
    Nothing,
    /// A sentence more in one person's story.
    Body,
    /// One facility has moved: the pages of all who are there change.
    Address,
}

impl Scenario {
    pub const ALL: [Scenario; 4] = [
        Scenario::Clean,
        Scenario::Nothing,
        Scenario::Body,
        Scenario::Address,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Scenario::Clean => "clean",
            Scenario::Nothing => "nothing changed",
            Scenario::Body => "one body",
            Scenario::Address => "one address",
        }
    }
}

/// A generated site in a folder, and the program that builds it.
pub struct Bench {
    pub program: PathBuf,
    pub site: PathBuf,
    pub edits: usize,
}

impl Bench {
    /// Generates a site.
    pub fn new(program: &Path, site: &Path, corpus: Corpus) -> io::Result<Self> {
        corpus.write(site)?;
        let (program, site) = (program.to_owned(), site.to_owned());
        Ok(Bench {
            program,
            site,
            edits: 0,
        })
    }

    /// The folder that the site is built into.
    pub fn output(&self) -> PathBuf {
        self.site.join("public")
    }

    /// Does what a scenario says, then builds.
    pub fn run(&mut self, scenario: Scenario) -> io::Result<(Cost, String)> {
        self.edits += 1;
        match scenario {
            Scenario::Clean => self.forget()?,
            Scenario::Nothing => {}
            // Somebody without a translation, which would then be older: a warning, and with
            // one every build says it again, so that "nothing changed" is not short.
            Scenario::Body => self.edit(&person_file(1), |text| {
                format!("{text}\nДополнение: {}.\n", "и ещё ".repeat(self.edits))
            })?,
            // Again and again: each time the street's name is longer.
            Scenario::Address => self.edit(&facility_file(0), |text| {
                text.replacen("Измерительная", "НовоИзмерительная", 1)
            })?,
        }
        self.command(&["build"])
    }

    /// Runs the program on the site; what it said must be a success.
    pub fn command(&self, args: &[&str]) -> io::Result<(Cost, String)> {
        let mut command = Command::new(&self.program);
        command
            .arg("--site")
            .arg(&self.site)
            .args(args)
            .env_remove("SOURCE_DATE_EPOCH");
        measure(command)
    }

    /// What a build wrote, by the line that it ended with: the files that are
    /// new or changed. Their bytes are those of the whole output if all are new,
    /// and are not counted otherwise.
    pub fn written(&self, said: &str) -> io::Result<Size> {
        let number = |word: &str| -> Option<usize> {
            let (before, _) = said.rsplit_once(word)?;
            let digits = before.rsplit(['(', ' ']).next()?;
            digits.parse().ok()
        };
        let counts = number(" new, ").zip(number(" changed, "));
        let (new, changed) = counts.ok_or_else(|| io::Error::other(said.to_owned()))?;
        let whole = Size::of(&self.output())?;
        let is_whole = whole.files == new;
        Ok(Size {
            files: new + changed,
            bytes: if is_whole { whole.bytes } else { 0 },
        })
    }

    /// Removes the output and every note of one.
    pub fn forget(&self) -> io::Result<()> {
        for folder in [self.output(), self.site.join(".vestochka")] {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
        }
        Ok(())
    }

    fn edit(&self, file: &str, change: impl FnOnce(String) -> String) -> io::Result<()> {
        let path = self.site.join(file);
        let text = change(fs::read_to_string(&path)?);
        fs::write(path, text)
    }
}
