//! Problems for programs, as one JSON object.

use serde::Serialize;

use super::{Finding, Report};

/// Goes up when a key changes its meaning or goes away; new keys may be added
/// without.
const FORMAT: u32 = 1;

/// One JSON object:
///
/// | key | |
/// |---|---|
/// | `format` | the version of this format: 1 |
/// | `errors`, `warnings` | how many there are |
/// | `problems` | a list, sorted by file, position, severity, rule and message |
///
/// and in each problem, always all of them, `null` where there is none:
///
/// | key | |
/// |---|---|
/// | `severity` | `error` or `warning` |
/// | `rule` | the rule's id, like `E11` |
/// | `file` | relative to the site's folder, with `/` |
/// | `line`, `column` | counted from 1, columns in characters |
/// | `end_column` | one past the last character, on the same line |
/// | `message`, `hint` | on one line |
#[must_use]
pub fn json(report: &Report) -> String {
    let document = Document {
        format: FORMAT,
        errors: report.errors(),
        warnings: report.warnings(),
        problems: report.findings.iter().map(Entry::from).collect(),
    };
    let text = serde_json::to_string_pretty(&document);
    text.expect("strings and numbers can be written as JSON") + "\n"
}

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    errors: usize,
    warnings: usize,
    problems: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    severity: &'static str,
    rule: Option<&'static str>,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_column: Option<usize>,
    message: &'a str,
    hint: Option<&'a str>,
}

impl<'a> From<&'a Finding> for Entry<'a> {
    fn from(finding: &'a Finding) -> Self {
        Entry {
            severity: finding.severity.as_str(),
            rule: finding.rule,
            file: &finding.file,
            line: finding.span.map(|span| span.line),
            column: finding.span.map(|span| span.column),
            end_column: finding.span.map(|span| span.end_column),
            message: &finding.message,
            hint: finding.hint.as_deref(),
        }
    }
}
