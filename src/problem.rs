//! What is wrong with the content, in words that an editor can act on.
//!
//! A [`Problem`] is the content's fault. It is collected with all the others,
//! and its place stays symbolic (a route of keys, an offset in the body) until
//! a report is printed, so that the model carries no positions. What is the
//! machine's fault (a full disk, a missing permission) is an `anyhow::Error`.

use std::fmt;
use std::sync::Arc;

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published while it stands.
    Error,
    /// Shown, and the build goes on.
    Warning,
}

impl Severity {
    /// The word that reports print.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One step from a map or list to a value inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The value of a key.
    Key(Arc<str>),
    /// An item of a list, counted from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Step::Key(key.into())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Step::Index(index)
    }
}

/// The way from the top of the front matter to a value: `timeline[2].date`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(pub Vec<Step>);

impl Route {
    /// A route of one key.
    #[must_use]
    pub fn key(key: &str) -> Self {
        Route(vec![key.into()])
    }

    /// This route, one step further.
    #[must_use]
    pub fn then(mut self, step: impl Into<Step>) -> Self {
        self.0.push(step.into());
        self
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if position == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Where in a file a problem stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A range of bytes in the file's text (after a byte order mark).
    Bytes {
        /// The first byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
    /// A value in the front matter.
    Value(Route),
    /// A key in the front matter: the route ends with it. The number counts
    /// earlier keys of the same name in the same map, for duplicates.
    Key(Route, usize),
}

/// One thing that is wrong in one file, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// The file, relative to the site's folder, with `/`.
    pub file: Arc<str>,
    /// Where in the file.
    pub place: Place,
    /// How much it weighs.
    pub severity: Severity,
    /// The rule's id (`E3`), where it is one of the domain's rules.
    pub rule: Option<&'static str>,
    /// What is wrong: lower case, values in backticks.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
}

impl Problem {
    /// An error in a file.
    pub fn error(file: impl Into<Arc<str>>, place: Place, message: impl Into<String>) -> Self {
        Problem {
            file: file.into(),
            place,
            severity: Severity::Error,
            rule: None,
            message: message.into(),
            hint: None,
        }
    }

    /// A warning in a file.
    pub fn warning(file: impl Into<Arc<str>>, place: Place, message: impl Into<String>) -> Self {
        Problem {
            severity: Severity::Warning,
            ..Problem::error(file, place, message)
        }
    }

    /// With a way to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// At the key whose value it stood at.
    #[must_use]
    pub fn at_key(mut self) -> Self {
        if let Place::Value(route) = self.place {
            self.place = Place::Key(route, 0);
        }
        self
    }

    /// As a finding of one of the domain's rules.
    #[must_use]
    pub fn rule(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }
}

/// A hint `did you mean …` if one of `known` is close to `word`.
#[must_use]
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| {
            (
                strsim::damerau_levenshtein(&word, &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .min()
        .map(|(_, candidate)| format!("did you mean `{candidate}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_reads_like_a_path() {
        let route = Route::key("timeline").then(2).then("date");
        assert_eq!(route.to_string(), "timeline[2].date");
    }

    #[test]
    fn a_close_word_is_suggested_and_a_far_one_is_not() {
        let known = ["released", "exchanged", "died"];
        assert_eq!(
            did_you_mean("relased", known).unwrap(),
            "did you mean `released`?"
        );
        assert_eq!(did_you_mean("zebra", known), None);
    }
}
