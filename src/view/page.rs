//! What every page has: its head, its header and its footer.

use serde::Serialize;

use super::{Named, Phrase};

/// The frame around a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// The page's language (BCP 47).
    pub lang: String,
    /// The direction in which it is written.
    pub dir: Dir,
    /// The document's title, with the site's name where that helps.
    pub title: String,
    /// One or two sentences for search engines.
    pub description: Option<String>,
    /// The way from the page to the site's root: `../../`, or empty.
    pub root: String,
    /// The site's name, which links to the home page of this language.
    pub home: MenuItem,
    /// Where the link leads that leaves the site at once.
    pub leave: String,
    /// The same page in the other languages.
    pub languages: Vec<LanguageLink>,
    /// The site's menu; empty on the page that is meant to be kept as one file.
    pub menu: Vec<MenuItem>,
    /// The pages above this one, the nearest last; without the home page.
    pub crumbs: Vec<Named>,
    /// The way to the language's Atom feed; none on profiles and what belongs to one.
    pub feed: Option<String>,
    /// Asks search engines to leave the page out.
    pub noindex: bool,
    /// What the page runs; decides its policy.
    pub scripts: Scripts,
    /// The size of the paper that the page is made for and fills to its edges, as CSS
    /// has it: `A4`.
    pub paper: Option<String>,
    /// The page is one file to be sent: it leads to no other page of the site.
    pub alone: bool,
    /// Nobody who is named has read this language's texts yet.
    pub unreviewed: bool,
    /// The page that tells how to check a copy, if the site makes releases.
    pub verify: Option<String>,
    /// The list of mirrors; only on the home page of a site that makes releases.
    pub mirrors: Option<String>,
    /// The day to which a demonstration is pinned, written out.
    pub pinned: Option<String>,
    /// How readers find the site when an address is blocked.
    pub how_to_find_us: Option<Phrase>,
}

/// The direction of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Dir {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// What a page runs, as far as its policy must allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scripts {
    /// Nothing: nearly every page.
    None,
    /// The one script that the page itself holds, so that it can be saved whole.
    Inline,
    /// The site's own script files.
    Own,
    /// The site's own script files and a worker.
    OwnWithWorker,
}

/// The way to a page in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguageLink {
    /// The other language (BCP 47).
    pub lang: String,
    /// Its direction when it is not the page's.
    pub dir: Option<Dir>,
    /// The language's own name for itself.
    pub name: String,
    /// The page there.
    pub href: String,
}

/// An entry of the site's menu, or its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MenuItem {
    /// Where it leads.
    pub href: String,
    /// Its words.
    #[serde(flatten)]
    pub words: Phrase,
    /// It is the page on which it stands.
    pub current: bool,
}
