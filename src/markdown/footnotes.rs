//! Footnotes: numbered by their first reference, written at the body's end.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::writer::{Spanned, Writer};
use super::{Anchor, Local, Trouble, characters};

/// Where notes are defined, and which have been referred to so far.
#[derive(Default)]
pub(super) struct Footnotes {
    /// By folded label: the events of the note's content.
    definitions: BTreeMap<String, Range<usize>>,
    /// By the event that starts a definition: the event after its end.
    ends: BTreeMap<usize, usize>,
    /// The events that start a definition whose label is defined already.
    repeated: Vec<usize>,
    /// In the order of the first reference.
    cited: Vec<Note>,
    /// By folded label: the place in `cited`.
    places: BTreeMap<String, usize>,
}

struct Note {
    id: String,
    content: Range<usize>,
    references: Vec<String>,
}

impl Footnotes {
    pub(super) fn gather(events: &[Spanned<'_>]) -> Self {
        let mut footnotes = Footnotes::default();
        let mut open = Vec::new();
        for (at, (event, _)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => open.push((at, folded(label))),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((start, label)) = open.pop() {
                        footnotes.define(label, start..at);
                    }
                }
                _ => {}
            }
        }
        footnotes
    }

    fn define(&mut self, label: String, events: Range<usize>) {
        self.ends.insert(events.start, events.end + 1);
        match self.definitions.entry(label) {
            Entry::Vacant(entry) => drop(entry.insert(events.start + 1..events.end)),
            Entry::Occupied(_) => self.repeated.push(events.start),
        }
    }

    /// The events that start a definition to which nothing refers.
    fn unused(&self) -> impl Iterator<Item = usize> {
        self.definitions
            .iter()
            .filter(|(label, _)| !self.places.contains_key(*label))
            .map(|(_, content)| content.start - 1)
    }

    /// The event after the definition that starts at `at`.
    pub(super) fn after(&self, at: usize) -> usize {
        self.ends.get(&at).copied().unwrap_or(at + 1)
    }
}

/// Labels differ in more than case.
fn folded(label: &str) -> String {
    label.to_uppercase().to_lowercase()
}

impl Writer<'_> {
    pub(super) fn note_reference(&mut self, label: &str, range: Range<usize>) {
        let Some(place) = self.cite(label) else {
            return self.text(&format!("[^{label}]"), &range);
        };
        let reference = self.ids.take(&format!("fnref-{}", place + 1));
        let at = self.page.html.len();
        self.page.anchors.push(Anchor {
            id: reference.clone(),
            at,
        });
        self.put(&format!(
            "<sup id=\"{reference}\"><a role=\"doc-noteref\" href=\""
        ));
        self.local(&self.footnotes.cited[place].id.clone());
        self.put(&format!("\">{}</a></sup>", place + 1));
        self.footnotes.cited[place].references.push(reference);
    }

    /// Says so if the text at `at` begins a reference to a note that is not
    /// defined: the parser takes it for three pieces of text.
    pub(super) fn check_reference(&mut self, at: usize) {
        let Some([opening, label, closing]) = self.events.get(at..at + 3) else {
            return;
        };
        if let [
            Event::Text(opening),
            Event::Text(label),
            Event::Text(closing),
        ] = [&opening.0, &label.0, &closing.0]
            && label.starts_with('^')
            && (&**opening, &**closing) == ("[", "]")
        {
            let range = self.events[at].1.start..self.events[at + 2].1.end;
            let message = format!("there is no footnote `[{label}]`");
            self.warn(
                range,
                Trouble::new(message, format!("add a line `[{label}]: …`")),
            );
        }
    }

    /// The place of a note among those referred to; `None` if it is not defined.
    fn cite(&mut self, label: &str) -> Option<usize> {
        let label = folded(label);
        if let Some(&place) = self.footnotes.places.get(&label) {
            return Some(place);
        }
        let content = self.footnotes.definitions.get(&label)?.clone();
        let place = self.footnotes.cited.len();
        let id = self.ids.take(&format!("fn-{}", place + 1));
        self.footnotes.cited.push(Note {
            id,
            content,
            references: Vec::new(),
        });
        self.footnotes.places.insert(label, place);
        Some(place)
    }

    /// Writes `#id`, and remembers where: a cut may put its target on another page.
    pub(super) fn local(&mut self, id: &str) {
        self.page.locals.push(Local {
            id: id.to_owned(),
            at: self.page.html.len(),
        });
        self.put("#");
        characters::push_url(&mut self.page.html, id);
    }

    /// Writes the notes that were referred to; notes may refer to further ones.
    pub(super) fn write_notes(&mut self) {
        self.enter(false);
        let mut place = 0;
        while let Some(note) = self.footnotes.cited.get(place) {
            let (id, content) = (note.id.clone(), note.content.clone());
            self.block(if place == 0 {
                "<ol class=\"notes\">\n"
            } else {
                ""
            });
            self.page.anchors.push(Anchor {
                id: id.clone(),
                at: self.page.html.len(),
            });
            self.put(&format!("<li id=\"{id}\">"));
            self.walk(content);
            self.close_raw();
            self.back_links(place);
            self.end_with("</li>\n");
            place += 1;
        }
        if place > 0 {
            self.put("</ol>\n");
        }
        self.frames.pop();
        self.check_definitions();
    }

    /// Leads back from a note, at the end of its last paragraph if it ends with one.
    fn back_links(&mut self, place: usize) {
        const PARAGRAPH_END: &str = "</p>\n";
        if self.page.html.ends_with(PARAGRAPH_END) {
            self.page
                .html
                .truncate(self.page.html.len() - PARAGRAPH_END.len());
        } else {
            self.block("<p>");
        }
        let references = std::mem::take(&mut self.footnotes.cited[place].references);
        for (number, reference) in (1..).zip(&references) {
            self.put(" <a role=\"doc-backlink\" href=\"");
            self.local(reference);
            // The second character asks for a plain arrow, not a picture.
            self.put("\">↩\u{FE0E}");
            if number > 1 {
                self.put(&format!("<sup>{number}</sup>"));
            }
            self.put("</a>");
        }
        self.put(PARAGRAPH_END);
    }

    fn check_definitions(&mut self) {
        let unused: Vec<_> = self.footnotes.unused().collect();
        for at in unused {
            let trouble = Trouble::new(
                "nothing refers to this footnote, so it is left out",
                "refer to it in the text: `[^label]`",
            );
            self.warn(self.events[at].1.clone(), trouble);
        }
        for at in std::mem::take(&mut self.footnotes.repeated) {
            let trouble = Trouble::new(
                "a footnote above has this label, so this one is left out",
                "give it another label",
            );
            self.warn(self.events[at].1.clone(), trouble);
        }
    }
}
