//! Turns the Markdown of a body into HTML, and says what in it cannot stay.
//!
//! The dialect is CommonMark with tables, footnotes, definition lists and
//! heading ids. Whatever the body holds, the HTML is well formed and carries no
//! `style`, no event handler, no comment and no request to another host.

mod alone;
mod characters;
mod cut;
mod destination;
mod elements;
mod footnotes;
mod headings;
mod links;
mod raw;
mod sanitise;
mod tables;
mod writer;

#[cfg(test)]
mod commonmark;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use crate::problem::{Place, Problem, Severity};

pub use alone::alone;
pub use cut::{cut, split};

/// How deep blocks and emphasis may lie in one another.
const MAX_DEPTH: usize = 100;

/// Begins a designated marker; the organisation's id follows.
pub const MARKER_START: char = '\u{E000}';

/// Ends a designated marker.
pub const MARKER_END: char = '\u{E001}';

/// What the site's configuration says about bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// What becomes of raw HTML.
    pub raw_html: RawHtml,
}

/// What becomes of HTML that stands in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHtml {
    /// It is left out, and each piece is an error.
    Refuse,
    /// A short list of harmless elements stays; the rest is left out with a warning.
    Sanitise,
}

/// Decides what a link or picture in a body leads to; the site knows.
pub trait Resolve {
    /// What a link leads to. Called with the whole URL if it has a scheme
    /// (`https`, `http`, `mailto` or `tel`), otherwise with a relative path,
    /// not empty and without its `#fragment`.
    fn link(&self, destination: &str) -> Link;

    /// The picture that a relative path names.
    ///
    /// # Errors
    /// What is wrong, if there is no such picture.
    fn image(&self, destination: &str) -> Result<Picture, Trouble>;
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// Another page of the site.
    Record {
        /// The page's path, relative to the page that links to it.
        href: String,
        /// A key of the page, by which its anchors are checked later.
        page: String,
    },
    /// A place outside the site; the URL stays as it is written.
    Outside {
        /// Whom a warning beside the link names.
        designated: Option<Designated>,
    },
    /// Only the link's text is shown.
    Omit,
    /// A problem; only the link's text is shown.
    Dead(Trouble),
}

/// An organisation to which one links at a risk. Its links are followed by
/// [`MARKER_START`], its id and [`MARKER_END`], which each language replaces by
/// its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Designated {
    /// The organisation's id.
    pub organisation: String,
}

/// A picture as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its path, relative to the page.
    pub src: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// What is wrong with a destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Lower case, values in backticks.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
    /// The rule's id, where it is one of the domain's rules.
    pub rule: Option<&'static str>,
}

impl Trouble {
    /// Something wrong and how to mend it.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Trouble {
            message: message.into(),
            hint: Some(hint.into()),
            rule: None,
        }
    }

    /// As a finding of one of the domain's rules.
    #[must_use]
    pub fn rule(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }
}

/// What is wrong at one place of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Bytes of the body.
    pub range: Range<usize>,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is.
    pub trouble: Trouble,
}

impl Finding {
    /// This finding as a problem of a file whose body begins at byte `start`.
    #[must_use]
    pub fn problem(self, file: &Arc<str>, start: usize) -> Problem {
        Problem {
            file: Arc::clone(file),
            place: Place::Bytes {
                start: start + self.range.start,
                end: start + self.range.end,
            },
            severity: self.severity,
            rule: self.trouble.rule,
            message: self.trouble.message,
            hint: self.trouble.hint,
        }
    }
}

/// A body as HTML, with what the rest of the site asks about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML; its headings begin at `h2`.
    pub html: String,
    /// Bytes of the HTML after which it may be cut: the end of every top-level
    /// block but a heading, which stays with what follows it.
    pub blocks: Vec<usize>,
    /// The headings in their order.
    pub headings: Vec<Heading>,
    /// Every id in the HTML.
    pub anchors: Vec<Anchor>,
    /// Links of the body to its own anchors.
    pub locals: Vec<Local>,
    /// The words a reader sees, alternative texts and titles too.
    pub text: String,
    /// Links that lead off the page.
    pub links: Vec<Reference>,
}

/// A heading of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// From 2 to 6.
    pub level: u8,
    /// Its id.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// An id in the HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The id.
    pub id: String,
    /// The byte of the HTML at which its element begins.
    pub at: usize,
}

/// A link from a body to one of its own anchors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Local {
    /// The id that it leads to.
    pub id: String,
    /// The byte of the HTML at which its `#` stands.
    pub at: usize,
}

/// A link that leads off the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Bytes of the body.
    pub range: Range<usize>,
    /// Where it leads.
    pub target: Target,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To another page of the site.
    Record {
        /// The key that [`Resolve::link`] gave.
        page: String,
        /// The anchor on it, decoded and without `#`.
        fragment: Option<String>,
    },
    /// To a place outside.
    Outside {
        /// The URL as it is written.
        url: String,
    },
}

/// Renders a body. Whatever cannot stay is left out of the HTML and is a
/// finding; the findings are in the order of their place.
pub fn render(body: &str, options: &Options, resolve: &dyn Resolve) -> (Rendered, Vec<Finding>) {
    writer::render(body, options, resolve, &destination::STRICT)
}
