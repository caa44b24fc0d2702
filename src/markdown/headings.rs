//! Headings: their levels, and ids that are unique within a body.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::writer::{Spanned, Writer};
use super::{Anchor, Heading, Trouble, characters};

/// The level of the last heading; the page's own name is the first.
pub(super) struct Outline {
    last: u8,
}

impl Default for Outline {
    fn default() -> Self {
        Outline { last: 1 }
    }
}

/// The ids of a body.
#[derive(Default)]
pub(super) struct Ids {
    /// Those that are taken, each with the number that its next namesake gets.
    taken: BTreeMap<String, usize>,
    /// Those that the editor wrote, until their heading comes.
    reserved: BTreeSet<String>,
}

impl Ids {
    /// Takes an id that the editor wrote; false if it is taken already.
    fn reserve(&mut self, id: &str) -> bool {
        self.reserved.insert(id.to_owned());
        self.taken.insert(id.to_owned(), 2).is_none()
    }

    /// Hands a reserved id to its heading; false to a second one.
    fn claim(&mut self, id: &str) -> bool {
        self.reserved.remove(id)
    }

    /// Takes `wanted`, or `wanted-2` and so on if it is taken.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut number = self.taken.get(wanted).copied().unwrap_or(2);
        while self.contains(&id) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        self.taken.insert(wanted.to_owned(), number);
        self.taken.entry(id.clone()).or_insert(2);
        id
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.taken.contains_key(id)
    }
}

impl Writer<'_> {
    /// Ids that the editor wrote come first, wherever they stand, so that no
    /// heading above takes them.
    pub(super) fn reserve_written_ids(&mut self) {
        let mut findings = Vec::new();
        for (event, range) in self.events {
            if let Event::Start(Tag::Heading {
                id: Some(written), ..
            }) = event
            {
                let id = slug(written);
                if **written != *id {
                    findings.push((range.clone(), malformed(written, &id)));
                } else if !self.ids.reserve(&id) {
                    findings.push((range.clone(), duplicate(&id)));
                }
            }
        }
        for (range, trouble) in findings {
            self.error(range, trouble);
        }
    }

    pub(super) fn heading(
        &mut self,
        at: usize,
        level: HeadingLevel,
        written: Option<&str>,
        extras: bool,
        range: Range<usize>,
    ) {
        if extras {
            let message = "a heading can have an id, but no class and no attribute";
            self.error(range.clone(), Trouble::new(message, "write `{#id}` only"));
        }
        let words = plain_text(content(self.events, at));
        let text = characters::fit(words.trim()).into_owned();
        if text.is_empty() {
            let trouble = Trouble::new(
                "the heading has no words",
                "give it some, or remove its `#`",
            );
            self.warn(range.clone(), trouble);
        }
        let level = lowered(level);
        self.check_level(level, range);
        let id = self.heading_id(written, &text);
        self.block("");
        let at = self.page.html.len();
        self.put(&format!("<h{level} id=\"{id}\">"));
        self.page.anchors.push(Anchor { id: id.clone(), at });
        self.page.headings.push(Heading { level, id, text });
    }

    pub(super) fn end_heading(&mut self, level: HeadingLevel) {
        self.end_with(&format!("</h{}>\n", lowered(level)));
    }

    /// A written id goes to the first heading that has it; a namesake gets a number.
    fn heading_id(&mut self, written: Option<&str>, text: &str) -> String {
        match written {
            Some(written) if self.ids.claim(written) => written.to_owned(),
            Some(written) => self.ids.take(&slug(written)),
            None => self.ids.take(&slug(text)),
        }
    }

    fn check_level(&mut self, level: u8, range: Range<usize>) {
        let last = std::mem::replace(&mut self.outline.last, level);
        if level > last + 1 {
            let marks = "#".repeat(usize::from(last) + 1);
            let message = format!("the heading skips a level: `h{level}` follows `h{last}`");
            self.warn(
                range,
                Trouble::new(message, format!("begin it with `{marks}`")),
            );
        }
    }
}

/// `#` is no higher than `##`: the page's own name is the one `h1`.
fn lowered(level: HeadingLevel) -> u8 {
    (level as u8).max(2)
}

/// An id from words: letters and digits of any script in lower case, `-`
/// between words; `section` if there are none.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() || is_accent(character) {
            slug.push(character);
        } else if (character.is_whitespace() || "-_–—".contains(character))
            && !slug.is_empty()
            && !slug.ends_with('-')
        {
            slug.push('-');
        }
    }
    match slug.trim_end_matches('-') {
        "" => "section".to_owned(),
        slug => slug.to_owned(),
    }
}

/// Marks that a decomposed letter would lose, and with them its sense.
fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}')
}

/// What lies in the element that begins at event `at`.
pub(super) fn content<'e, 'a>(events: &'e [Spanned<'a>], at: usize) -> &'e [Spanned<'a>] {
    let rest = events.get(at + 1..).unwrap_or_default();
    let mut depth = 0_usize;
    let end = rest.iter().position(|(event, _)| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return true,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        false
    });
    &rest[..end.unwrap_or(rest.len())]
}

/// The words of some events.
pub(super) fn plain_text(events: &[Spanned<'_>]) -> String {
    let mut words = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

fn malformed(written: &str, id: &str) -> Trouble {
    Trouble::new(
        format!("`{written}` is no id: ids are lower-case letters, digits and `-`"),
        format!("write `{{#{id}}}`"),
    )
}

fn duplicate(id: &str) -> Trouble {
    Trouble::new(
        format!("two headings have the id `{id}`"),
        "give one of them another, or leave it out",
    )
}
