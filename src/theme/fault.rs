//! Turns what the template engine complains of into problems with a file and a place.

use tera::{Error, ErrorKind, Tera};

use crate::problem::{Place, Problem};

use super::source::Sources;

/// Everything that cannot be read as a template, one problem a file.
pub(super) fn in_syntax(sources: &Sources) -> Vec<Problem> {
    sources
        .templates()
        .filter_map(|(name, text)| Tera::default().add_raw_template(name, text).err())
        .filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_)))
        .map(|error| of_rendering(&error, "", sources))
        .collect()
}

/// What is wrong between templates that can each be read: unknown functions,
/// parents, includes.
pub(super) fn of_loading(error: &Error, sources: &Sources) -> Vec<Problem> {
    match error.kind() {
        ErrorKind::Msg(text) if text.starts_with("error: ") => text
            .split("\n\n")
            .filter_map(|report| of_report(report, sources))
            .collect(),
        ErrorKind::CircularExtend { tpl, .. } => {
            vec![in_file(sources, tpl, "the template extends itself")]
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            vec![in_file(sources, tpl, "the template includes itself")]
        }
        ErrorKind::MissingParent { current, parent } => {
            vec![in_file(
                sources,
                current,
                &format!("there is no template `{parent}` to extend"),
            )]
        }
        _ => vec![Problem::error(
            sources.folder(),
            Place::File,
            lower(&error.to_string()),
        )],
    }
}

/// What went wrong in a template, or in one that it includes.
pub(super) fn of_rendering(error: &Error, template: &str, sources: &Sources) -> Problem {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = Place::Bytes {
                start: report.span().range.start,
                end: report.span().range.end,
            };
            Problem::error(
                sources.file_of(report.filename()),
                place,
                lower(report.message()),
            )
        }
        ErrorKind::TemplateNotFound(name) => {
            in_file(sources, name, "the theme has no such template")
        }
        _ => in_file(sources, template, &lower(&error.to_string())),
    }
}

/// A fault that no file of a theme can cause.
pub(super) fn plain(error: &Error) -> Problem {
    Problem::error("themes", Place::File, lower(&error.to_string()))
}

fn in_file(sources: &Sources, template: &str, message: &str) -> Problem {
    Problem::error(sources.file_of(template), Place::File, message)
}

/// The engine joins its findings into one text; each reads
/// `error: MESSAGE`, then `--> TEMPLATE:LINE:COLUMN`.
fn of_report(report: &str, sources: &Sources) -> Option<Problem> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let (position, column) = lines
        .next()?
        .trim()
        .strip_prefix("--> ")?
        .rsplit_once(':')?;
    let (template, line) = position.rsplit_once(':')?;
    let start = offset(
        sources.text(template),
        line.parse().ok()?,
        column.parse().ok()?,
    );
    let place = Place::Bytes {
        start,
        end: start + 1,
    };
    Some(Problem::error(
        sources.file_of(template),
        place,
        lower(message),
    ))
}

/// The byte at a line and a column, both counted from 1, the column in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let inside = text[before..]
        .chars()
        .take(column.saturating_sub(1))
        .map(char::len_utf8);
    before + inside.sum::<usize>()
}

fn lower(message: &str) -> String {
    let mut chars = message.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}
