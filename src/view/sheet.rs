//! What is printed for a letter to one person: a sheet, and envelopes.

use serde::Serialize;

use super::{Dir, Envelope, LetterRule, Link, Page, Phrase, View, Write};

/// The sheet of somebody: the label, what to know for a letter, and the words to
/// send on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// The frame.
    pub page: Page,
    /// The name.
    pub name: Phrase,
    /// One sentence on who this is.
    pub about: Option<Phrase>,
    /// Where the person stands, in a sentence.
    pub state: String,
    /// The punishment cell that lies over it, in a sentence.
    pub punishment: Option<String>,
    /// Whether one can write.
    pub write: Write,
    /// The address, when it may be shown.
    pub address: Option<Envelope>,
    /// The prisoner number, when it may be shown.
    pub prisoner_number: Option<String>,
    /// The languages that the person reads, in words.
    pub languages: Option<String>,
    /// Interests.
    pub interests: Option<Phrase>,
    /// The letter rules that hold for this person, without notes.
    pub rules: Vec<LetterRule>,
    /// What the country's rules add to the sender's safety box.
    pub safety: Vec<Phrase>,
    /// The profile.
    pub profile: String,
    /// Envelopes to print, by format.
    pub envelopes: Vec<Link>,
    /// The script of the page.
    pub script: String,
}

impl View for Sheet {
    const TEMPLATE: &'static str = "sheet.html";
}

/// An envelope to print on, the same for readers of all languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// The frame, in the site's first language.
    pub page: Page,
    /// The format's name: `DL`.
    pub name: String,
    /// The format as a class of the style: `dl`.
    pub format: String,
    /// The paper's width in millimetres: `220`.
    pub width: String,
    /// Its height in millimetres.
    pub height: String,
    /// `loose` or `tight`: a class of the style.
    pub fit: String,
    /// The address.
    pub address: Envelope,
    /// The postcode as machines read it, where the country's envelopes have that.
    pub stencil: Option<Stencil>,
    /// How to print it, in each language.
    pub languages: Vec<CoverIn>,
}

impl View for Cover {
    const TEMPLATE: &'static str = "envelope.html";
}

/// The words around an envelope in one language; they come from the theme's texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverIn {
    /// The language (BCP 47).
    pub lang: String,
    /// Its direction.
    pub dir: Dir,
    /// The person's sheet.
    pub sheet: String,
}

/// A postcode in the shapes of a stencil, drawn in millimetres.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stencil {
    /// The postcode.
    pub digits: String,
    /// The width of the drawing.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The strokes of the digits, as the path of a drawing.
    pub strokes: String,
    /// All lines along which a digit can be written.
    pub outline: String,
}
