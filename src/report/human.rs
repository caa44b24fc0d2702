//! Problems for people: the line, a mark under the value, and a hint.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Finding, Report, Span};
use crate::problem::Severity;

/// Narrower terminals are written to as if they had this many columns.
const MIN_WIDTH: usize = 40;

/// How to print to a terminal or a file. The caller looks at `NO_COLOR` and
/// at what the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to write ANSI escape codes for colours.
    pub color: bool,
    /// Columns to fit excerpts into.
    pub width: usize,
}

/// The problems with their excerpts, and a last line that counts them.
#[must_use]
pub fn human(report: &Report, style: Style) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        text += &Printer {
            style,
            severity: finding.severity,
        }
        .finding(finding);
        text.push('\n');
    }
    text + &summary(report) + "\n"
}

struct Printer {
    style: Style,
    severity: Severity,
}

impl Printer {
    fn finding(&self, finding: &Finding) -> String {
        let rule = finding
            .rule
            .map(|rule| format!("[{rule}]"))
            .unwrap_or_default();
        let head = self.loud(&format!("{}{rule}", finding.severity.as_str()));
        let mut text = format!("{head}{}\n", self.bold(&format!(": {}", finding.message)));
        let line = finding.span.map(|span| span.line.to_string());
        let gutter = " ".repeat(line.as_ref().map_or(1, String::len));
        let _ = writeln!(text, "{gutter}{} {}", self.blue("-->"), position(finding));
        text += &self.excerpt(finding, &gutter);
        if let Some(hint) = &finding.hint {
            let _ = writeln!(
                text,
                "{gutter} {} {}: {hint}",
                self.blue("="),
                self.bold("hint")
            );
        }
        text
    }

    fn excerpt(&self, finding: &Finding, gutter: &str) -> String {
        let Some((excerpt, Span { line, .. })) = finding.excerpt.as_ref().zip(finding.span) else {
            return String::new();
        };
        let fitted = excerpt.fit(self.style.width.max(MIN_WIDTH) - gutter.len() - 3);
        let indent = " ".repeat(fitted.caret);
        let carets = self.loud(&"^".repeat(fitted.carets));
        let (empty, number) = (
            self.blue(&format!("{gutter} |")),
            self.blue(&format!("{line} |")),
        );
        let shown = format!("{number} {}", fitted.text);
        format!("{empty}\n{}\n{empty} {indent}{carets}\n", shown.trim_end())
    }

    fn loud(&self, text: &str) -> String {
        match self.severity {
            Severity::Error => self.paint("1;31", text),
            Severity::Warning => self.paint("1;33", text),
        }
    }

    fn blue(&self, text: &str) -> String {
        self.paint("1;34", text)
    }

    fn bold(&self, text: &str) -> String {
        self.paint("1", text)
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.style.color {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

fn position(finding: &Finding) -> String {
    let file: String = finding
        .file
        .chars()
        .map(super::visible::character)
        .collect();
    match finding.span {
        Some(Span { line, column, .. }) => format!("{file}:{line}:{column}"),
        None => file,
    }
}

/// `3 errors and 1 warning in 2 files`.
fn summary(report: &Report) -> String {
    let files: BTreeSet<&str> = report
        .findings
        .iter()
        .map(|finding| &*finding.file)
        .collect();
    let counts = match (report.errors(), report.warnings()) {
        (0, 0) => return "no problems".to_owned(),
        (errors, 0) => count(errors, "error"),
        (0, warnings) => count(warnings, "warning"),
        (errors, warnings) => {
            format!(
                "{} and {}",
                count(errors, "error"),
                count(warnings, "warning")
            )
        }
    };
    format!("{counts} in {}", count(files.len(), "file"))
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}
