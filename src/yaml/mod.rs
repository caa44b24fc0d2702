//! YAML front matter as a tree of values; the only module that names the parser.
//!
//! [`parse`] gives a [`Node`] without positions. Where a value or key stands is
//! worked out only when a problem is printed, by reading the text once more
//! ([`locate`]).

mod locate;
mod node;

pub use locate::{locate, written};
pub use node::{Duplicate, Map, Node};

/// Why a text is not the YAML that a record can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Bytes from the start of the text, where the parser knows.
    pub offset: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
}

/// Reads one YAML document.
///
/// # Errors
///
/// When the text is not YAML, nests or repeats aliases beyond the parser's
/// limits, or holds more than one document.
pub fn parse(text: &str) -> Result<Node, SyntaxError> {
    serde_yaml::from_str(text).map_err(|error| explain(text, &error))
}

fn explain(text: &str, error: &serde_yaml::Error) -> SyntaxError {
    let offset = error.location().map(|at| at.index().min(text.len()));
    let raw = error.to_string();
    let message = raw.split(" at line ").next().unwrap_or(&raw).to_owned();
    let (message, hint) = plain_words(text, offset, &message);
    SyntaxError {
        offset,
        message,
        hint,
    }
}

fn plain_words(text: &str, offset: Option<usize>, raw: &str) -> (String, Option<String>) {
    if raw.contains("repetition limit") {
        return (
            "the aliases in this YAML expand to far too much".into(),
            Some("write the values out instead of `*alias`".into()),
        );
    }
    if raw.contains("recursion limit") {
        return ("this YAML is nested too deeply".into(), None);
    }
    if raw.contains("cannot start any token") && tab_at(text, offset) {
        return (
            "a tab stands where YAML needs spaces".into(),
            Some("indent with two spaces".into()),
        );
    }
    if raw.contains("mapping values are not allowed") {
        return (
            "a colon stands where YAML does not expect one".into(),
            Some("put a text that holds `: ` in quotes, and check the indentation".into()),
        );
    }
    let hint = raw.contains("did not find expected").then(|| {
        "check the indentation, quotes and brackets on this line and the one above".into()
    });
    (format!("this is not valid YAML: {raw}"), hint)
}

fn tab_at(text: &str, offset: Option<usize>) -> bool {
    let at = offset.unwrap_or(0);
    text.get(at..).is_some_and(|rest| rest.starts_with('\t'))
}

#[cfg(test)]
mod tests;
