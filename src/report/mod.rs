//! What is wrong, as a person or a machine wants to read it.
//!
//! A [`Report`] holds nothing that must stay secret: it masks while it
//! resolves, so that no format can forget to.

mod excerpt;
mod github;
mod human;
mod json;
mod lines;
mod mask;
mod sarif;
#[cfg(test)]
mod tests;
mod visible;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::problem::{Place, Problem, Severity};
use excerpt::Excerpt;
use lines::Lines;
use mask::Mask;

pub use github::github;
pub use human::{Style, human};
pub use json::json;
pub use sarif::sarif;
pub use visible::{on_one_line, quoted, shortened};

/// A larger file is reported by line and column alone.
const MAX_EXCERPT_BYTES: usize = 4_000_000;

/// What a report has to know about the files that problems stand in.
pub trait Files {
    /// The text, after a byte order mark; `None` if it is not UTF-8 or gone.
    fn text(&self, file: &str) -> Option<&str>;

    /// The bytes of the text that a `Place::Value` or `Place::Key` means.
    fn locate(&self, file: &str, place: &Place) -> Option<Range<usize>>;

    /// What must not be printed of this file, however it is broken into lines
    /// and in small letters or capitals. Shorter than 2 characters is ignored.
    fn secrets(&self, file: &str) -> &[String];
}

/// Problems with their lines and columns, sorted, each once, and masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    findings: Vec<Finding>,
}

/// One problem, ready to print.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    file: String,
    span: Option<Span>,
    severity: Severity,
    rule: Option<&'static str>,
    message: String,
    hint: Option<String>,
    excerpt: Option<Excerpt>,
}

/// A place within one line: what goes beyond the line's end is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    /// Counted from 1, lines ending with `\n`.
    line: usize,
    /// Counted from 1, in characters (Unicode scalar values).
    column: usize,
    /// One past the last character; equal to `column` where nothing is marked.
    end_column: usize,
}

impl Report {
    /// Sorts by file, position, severity, rule and message, and masks.
    #[must_use]
    pub fn new(problems: &[Problem], files: &dyn Files) -> Self {
        let mut sources = BTreeMap::new();
        let mut findings: Vec<Finding> = problems
            .iter()
            .map(|problem| {
                sources
                    .entry(&*problem.file)
                    .or_insert_with(|| Source::new(&problem.file, files))
                    .finding(problem, files)
            })
            .collect();
        findings.sort();
        findings.dedup();
        Report { findings }
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }
}

/// A file with what all of its problems need, worked out once.
struct Source<'a> {
    text: Option<&'a str>,
    lines: Lines,
    mask: Mask,
    /// The secret ranges of the text; `None` where no excerpt is shown.
    hidden: Option<Vec<Range<usize>>>,
}

impl<'a> Source<'a> {
    fn new(file: &str, files: &'a dyn Files) -> Self {
        let text = files.text(file);
        let mask = Mask::new(files.secrets(file));
        let shown = text.filter(|text| text.len() <= MAX_EXCERPT_BYTES);
        Source {
            text,
            lines: Lines::new(text.unwrap_or_default()),
            hidden: shown.map(|text| mask.ranges(text)),
            mask,
        }
    }

    fn finding(&self, problem: &Problem, files: &dyn Files) -> Finding {
        let place = self.text.zip(locate(problem, files));
        let place = place.map(|(text, range)| (text, self.lines.place(text, range)));
        Finding {
            file: self.mask.apply(&problem.file),
            span: place.as_ref().map(|(_, place)| place.span),
            severity: problem.severity,
            rule: problem.rule,
            message: self.words(&problem.message),
            hint: problem.hint.as_deref().map(|hint| self.words(hint)),
            excerpt: place
                .zip(self.hidden.as_deref())
                .map(|((text, place), hidden)| Excerpt::new(text, &place, hidden)),
        }
    }

    fn words(&self, text: &str) -> String {
        visible::on_one_line(&self.mask.apply(text))
    }
}

fn locate(problem: &Problem, files: &dyn Files) -> Option<Range<usize>> {
    match problem.place {
        Place::File => None,
        Place::Bytes { start, end } => Some(start..end),
        Place::Value(_) | Place::Key(..) => files.locate(&problem.file, &problem.place),
    }
}
