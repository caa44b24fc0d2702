//! A value with the way to it, and the file that collects its problems.

use std::cell::RefCell;
use std::sync::Arc;

use super::Fields;
use crate::problem::{Place, Problem, Route, Step, did_you_mean};
use crate::texts::nfc;
use crate::yaml::{self, Node};

/// A type that can be read from a YAML value.
pub trait Decode: Sized {
    /// The value, or nothing after its problems were reported.
    fn decode(value: Value<'_>) -> Option<Self>;
}

/// The file that is being decoded.
#[derive(Debug)]
pub struct File<'a> {
    path: &'a Arc<str>,
    front: &'a str,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> File<'a> {
    /// A file, by its path relative to the site and its YAML text.
    #[must_use]
    pub fn new(path: &'a Arc<str>, front: &'a str) -> Self {
        File {
            path,
            front,
            problems: RefCell::default(),
        }
    }

    /// Adds a problem.
    pub fn report(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// The path that problems carry.
    #[must_use]
    pub fn path(&self) -> Arc<str> {
        Arc::clone(self.path)
    }

    /// What was found.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}

/// The way from the top, kept on the stack while decoding goes down.
#[derive(Debug, Clone, Copy)]
pub(super) enum Trail<'a> {
    Top,
    Key(&'a Trail<'a>, &'a str),
    Index(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    fn route(&self) -> Route {
        match self {
            Trail::Top => Route::default(),
            Trail::Key(up, key) => up.route().then(*key),
            Trail::Index(up, index) => up.route().then(Step::Index(*index)),
        }
    }
}

/// A YAML value in a file, with the way to it.
#[derive(Debug, Clone, Copy)]
pub struct Value<'a> {
    pub(super) node: &'a Node,
    pub(super) trail: &'a Trail<'a>,
    pub(super) file: &'a File<'a>,
}

impl<'a> Value<'a> {
    /// The whole front matter of a file.
    #[must_use]
    pub fn top(node: &'a Node, file: &'a File<'a>) -> Self {
        Value {
            node,
            trail: &Trail::Top,
            file,
        }
    }

    /// The node itself.
    #[must_use]
    pub fn node(&self) -> &'a Node {
        self.node
    }

    /// An error at this value, not yet reported.
    #[must_use]
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem::error(self.file.path(), Place::Value(self.trail.route()), message)
    }

    /// Reports an error at this value.
    pub fn error<T>(&self, message: impl Into<String>) -> Option<T> {
        self.file.report(self.problem(message));
        None
    }

    /// Reports an error at this value with a way to mend it.
    pub fn error_hint<T>(&self, message: impl Into<String>, hint: impl Into<String>) -> Option<T> {
        self.file.report(self.problem(message).hint(hint));
        None
    }

    /// Reports a problem that was made elsewhere.
    pub fn report(&self, problem: Problem) {
        self.file.report(problem);
    }

    /// This value as a map.
    #[must_use]
    pub fn fields(self) -> Option<Fields<'a>> {
        match self.node {
            Node::Map(map) => Some(Fields::new(self, map)),
            other => self.error(format!("expected a map of keys, found {}", other.kind())),
        }
    }

    /// This value as a list of one kind; what cannot be read is reported and left out.
    #[must_use]
    pub fn list<T: Decode>(self) -> Option<Vec<T>> {
        match self.node {
            Node::List(items) => Some(self.items(items)),
            other => self.error_hint(
                format!("expected a list, found {}", other.kind()),
                "write it as `[one, two]`, or one item a line with `- ` before it",
            ),
        }
    }

    fn items<T: Decode>(self, items: &[Node]) -> Vec<T> {
        let decode = |(index, node): (usize, &Node)| {
            let trail = Trail::Index(self.trail, index);
            T::decode(Value {
                node,
                trail: &trail,
                file: self.file,
            })
        };
        let mut all: Vec<T> = items.iter().enumerate().filter_map(decode).collect();
        // A record lives as long as the build: what growing has left over goes.
        all.shrink_to_fit();
        all
    }

    /// This value as a text, normalised (NFC) and trimmed; numbers as they are written.
    #[must_use]
    pub fn text(self) -> Option<String> {
        match self.node {
            Node::Text(text) => self.clean(text),
            Node::Integer(_) | Node::Float(_) => self.written(),
            other => self.error(format!("expected a text, found {}", other.kind())),
        }
    }

    /// Gives the value of a key of this map to a function, if it is there.
    pub fn child<T>(self, key: &str, read: impl FnOnce(Value<'_>) -> T) -> Option<T> {
        let trail = Trail::Key(self.trail, key);
        let node = self.node.get(key)?;
        Some(read(Value {
            node,
            trail: &trail,
            file: self.file,
        }))
    }

    fn clean(self, text: &str) -> Option<String> {
        let text = nfc(text.trim());
        if text.is_empty() {
            return self.error_hint("this text is empty", "write it, or remove the key");
        }
        if text.chars().any(is_forbidden) {
            return self.error_hint(
                "this text holds an invisible control character",
                "delete the line and type it anew",
            );
        }
        Some(text.into_owned())
    }

    fn written(self) -> Option<String> {
        yaml::written(self.file.front, &Place::Value(self.trail.route()))
            .or_else(|| self.error_hint("this number cannot be read as text", "put it in quotes"))
    }

    /// One of a list of words, with the nearest one suggested.
    #[must_use]
    pub fn word<T: Copy>(self, what: &str, words: &[(&'static str, T)]) -> Option<T> {
        let text = match self.node {
            Node::Bool(value) => value.to_string(),
            _ => self.text()?,
        };
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*value);
        }
        let known = words.iter().map(|(word, _)| *word);
        let hint = did_you_mean(&text, known.clone())
            .unwrap_or_else(|| format!("one of {}", quoted(known)));
        self.error_hint(format!("unknown {what} `{text}`"), hint)
    }
}

fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Control characters but line ends and tabs; private use (the program's own
/// marks); and characters that turn the direction of the text around them.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

impl Decode for String {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.text()
    }
}

impl Decode for bool {
    fn decode(value: Value<'_>) -> Option<Self> {
        match value.node {
            Node::Bool(flag) => Some(*flag),
            _ => value.error_hint("expected `true` or `false`", "write `true` or `false`"),
        }
    }
}

impl Decode for u32 {
    fn decode(value: Value<'_>) -> Option<Self> {
        let number = match value.node {
            Node::Integer(number) => u32::try_from(*number).ok(),
            _ => None,
        };
        number.or_else(|| {
            value.error_hint(
                "expected a whole number from 0",
                "write digits only, such as `14`",
            )
        })
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.list()
    }
}

/// A value of any form: for what is kept but not read, such as private notes.
impl Decode for Node {
    fn decode(value: Value<'_>) -> Option<Self> {
        Some(value.node.clone())
    }
}
