//! What goes to the terminal, and in which colours.

use std::io::{self, IsTerminal, Write};

use crate::problem::Problem;
use crate::report::{self, Files, Report, Style};

/// Prints one line to standard output. That nobody reads it is no fault.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Prints one line to standard error.
pub(super) fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Prints what the machine did not allow.
pub(super) fn machine_error(error: &anyhow::Error) {
    note(&format!("error: {error:#}"));
}

/// Prints problems for people, to standard error.
pub(super) fn problems(problems: &[Problem], files: &dyn Files) {
    if problems.is_empty() {
        return;
    }
    let text = report::human(
        &Report::new(problems, files),
        style_of(io::stderr().is_terminal()),
    );
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Colour and width for a stream that is a terminal or is not.
pub(super) fn style_of(is_terminal: bool) -> Style {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let width = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    Style {
        color: is_terminal && !no_color,
        width: width.unwrap_or(100),
    }
}

/// A count with its noun.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
