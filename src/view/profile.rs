//! A prisoner's page.

use serde::Serialize;

use super::{
    Body, Date, Envelope, LetterRule, Mark, Named, Page, Phrase, RuleNote, Source, TimelineEntry,
    View,
};

/// A prisoner: how to write first, the story after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// The frame.
    pub page: Page,
    /// The name.
    pub name: Phrase,
    /// Other spellings of the name.
    pub also: Vec<Phrase>,
    /// One sentence on who this is.
    pub about: Option<Phrase>,
    /// The picture, or what stands for it.
    pub portrait: Portrait,
    /// Where the person stands, in a sentence.
    pub state: String,
    /// The punishment cell that lies over it, in a sentence.
    pub punishment: Option<String>,
    /// Whether one can write.
    pub write: Write,
    /// What to print and to send on, while the persecution goes on.
    pub sheet: Option<String>,
    /// The address, when it may be shown.
    pub address: Option<Envelope>,
    /// The prisoner number, when it may be shown.
    pub prisoner_number: Option<String>,
    /// The facility, when it may be shown.
    pub facility: Option<Named>,
    /// Electronic letter services, when they may be shown.
    pub services: Vec<Named>,
    /// The letter rules that hold for this person.
    pub rules: Vec<LetterRule>,
    /// Where the rules come from.
    pub rule_notes: Vec<RuleNote>,
    /// Where the rules stand with their notes, when those did not fit.
    pub rules_more: Option<String>,
    /// What the country's rules add to the sender's safety box.
    pub safety: Vec<Phrase>,
    /// Birth and age as far as published, in a sentence.
    pub birth: Option<String>,
    /// The languages that the person reads, in words.
    pub languages: Option<String>,
    /// Interests.
    pub interests: Option<Phrase>,
    /// The region, which has a list of its own.
    pub region: Option<Named>,
    /// The story.
    pub story: Option<Body>,
    /// What happened, the oldest first; only the latest where not all of it fits.
    pub timeline: Vec<TimelineEntry>,
    /// The page with the whole timeline and its sources, when they did not all fit.
    pub timeline_more: Option<String>,
    /// The articles of the last charge or verdict.
    pub articles: Vec<Named>,
    /// Group prosecutions to which the person belongs.
    pub cases: Vec<Named>,
    /// Who recognises the person as what.
    pub recognitions: Vec<Recognition>,
    /// Links to those who help.
    pub support: Vec<Support>,
    /// The sources.
    pub sources: Vec<Source>,
}

impl View for Profile {
    const TEMPLATE: &'static str = "profile.html";
}

/// A picture, or initials on a coloured stamp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Portrait {
    /// The picture.
    pub photo: Option<Photo>,
    /// One or two letters for the stamp when there is no picture.
    pub initials: String,
    /// The stamp's colour, 0 to 7: a class of the style.
    pub colour: u8,
}

/// A photograph with all that its licence asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Photo {
    /// The file.
    pub src: String,
    /// The same picture in newer formats, the smallest first; a browser takes one.
    pub sources: Vec<PhotoSource>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// What can be seen.
    pub alt: Phrase,
    /// Who made it.
    pub credit: Phrase,
    /// Under which terms.
    pub licence: Phrase,
}

/// A photograph in another format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoSource {
    /// The file.
    pub src: String,
    /// Its media type.
    pub media_type: String,
}

/// Whether one can write, and what to do if not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Write {
    /// In one word.
    pub mark: Mark,
    /// In a sentence: why there is an address, or none.
    pub sentence: String,
    /// What one can do instead.
    pub instead: Option<String>,
}

/// A recognition by an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recognition {
    /// The organisation.
    pub organisation: Named,
    /// As what: `prisoner of conscience`.
    pub status: Phrase,
    /// When.
    pub date: Date,
    /// The warning that a link to a designated organisation carries.
    pub warning: Option<String>,
    /// Numbers of sources on this page.
    pub sources: Vec<u32>,
}

/// An outside link to those who help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Support {
    /// The link.
    pub link: Named,
    /// What it is: `petition`.
    pub kind: String,
    /// The warning that a link to a designated organisation carries.
    pub warning: Option<String>,
}
