//! Links and pictures: decided by the site, written as it says.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::characters::{percent_decoded, push_escaped, push_url};
use super::destination::Destination;
use super::headings::{content, plain_text};
use super::writer::Writer;
use super::{Link, MARKER_END, MARKER_START, Picture, Reference, Target, Trouble};
use crate::problem::did_you_mean;

/// The link that is being written; links do not nest.
pub(super) struct OpenLink {
    /// Whether it is an `a` element, or only its text is shown.
    anchor: bool,
    /// The organisation that a marker after it names.
    designated: Option<String>,
    /// How many words of the page come before its own.
    words_before: usize,
    range: Range<usize>,
}

/// Links to anchors of the same body, to be checked when all are known.
pub(super) type Asked = Vec<(Range<usize>, String)>;

impl Writer<'_> {
    pub(super) fn open_link(
        &mut self,
        kind: LinkType,
        written: &str,
        title: &str,
        range: Range<usize>,
    ) {
        let scheme = if kind == LinkType::Email {
            "mailto:"
        } else {
            ""
        };
        let destination = self.fit(&format!("{scheme}{written}"), &range);
        self.link = Some(OpenLink {
            anchor: false,
            designated: None,
            words_before: self.page.text.len(),
            range: range.clone(),
        });
        match (self.rules.link)(&destination) {
            Ok(Destination::Local(fragment)) => self.local_link(fragment, title, &range),
            Ok(Destination::Inside(path, fragment)) => self.decide(path, fragment, title, &range),
            Ok(Destination::Outside(url)) => self.decide(url, None, title, &range),
            Err(trouble) => self.error(range, trouble),
        }
    }

    fn local_link(&mut self, fragment: &str, title: &str, range: &Range<usize>) {
        let id = percent_decoded(fragment);
        self.put("<a href=\"");
        self.local(&id);
        self.end_anchor_tag(title, range);
        self.asked.push((range.clone(), id));
    }

    fn decide(
        &mut self,
        destination: &str,
        fragment: Option<&str>,
        title: &str,
        range: &Range<usize>,
    ) {
        match self.resolve.link(destination) {
            Link::Record { href, page } => {
                let fragment = fragment.map(percent_decoded);
                self.anchor_tag(&href, fragment.as_deref(), title, range);
                self.refer(range, Target::Record { page, fragment });
            }
            Link::Outside { designated } => {
                self.anchor_tag(destination, fragment, title, range);
                self.refer(
                    range,
                    Target::Outside {
                        url: destination.to_owned(),
                    },
                );
                if let Some(link) = &mut self.link {
                    link.designated = designated.map(|designated| designated.organisation);
                }
            }
            Link::Omit => {}
            Link::Dead(trouble) => self.error(range.clone(), trouble),
        }
    }

    fn anchor_tag(
        &mut self,
        href: &str,
        fragment: Option<&str>,
        title: &str,
        range: &Range<usize>,
    ) {
        self.put("<a href=\"");
        push_url(&mut self.page.html, href);
        if let Some(fragment) = fragment {
            self.put("#");
            push_url(&mut self.page.html, fragment);
        }
        self.end_anchor_tag(title, range);
    }

    fn end_anchor_tag(&mut self, title: &str, range: &Range<usize>) {
        self.put("\"");
        self.title(title, range);
        self.put(">");
        if let Some(link) = &mut self.link {
            link.anchor = true;
        }
    }

    fn refer(&mut self, range: &Range<usize>, target: Target) {
        self.page.links.push(Reference {
            range: range.clone(),
            target,
        });
    }

    /// The parser lets some through, beside an escaped bracket.
    pub(super) fn refuse_link_in_link(&mut self, range: Range<usize>) {
        let trouble = Trouble::new(
            "a link lies in the text of another",
            "end the other one first",
        );
        self.error(range, trouble);
    }

    pub(super) fn close_link(&mut self) {
        let Some(link) = self.link.take() else { return };
        if self.page.text[link.words_before..].trim().is_empty() {
            let trouble = Trouble::new("the link has no words", "say where it leads");
            self.warn(link.range, trouble);
        }
        if link.anchor {
            self.put("</a>");
        }
        if let Some(organisation) = link.designated {
            self.page.html.push(MARKER_START);
            push_escaped(&mut self.page.html, &organisation);
            self.page.html.push(MARKER_END);
        }
    }

    /// Writes the picture that begins at event `at`, or its alternative text
    /// where there is none to show. Gives the place of the event after it.
    pub(super) fn picture(&mut self, at: usize, written: &str, title: &str) -> usize {
        let inner = content(self.events, at);
        let range = self.events[at].1.clone();
        let alt = self.fit(plain_text(inner).trim(), &range);
        if alt.is_empty() {
            let hint = "say what it shows: `![words](file)`";
            let trouble = Trouble::new("the picture has no alternative text", hint);
            self.error(range.clone(), trouble.rule("E11"));
        }
        let destination = self.fit(written, &range);
        let found =
            (self.rules.image)(&destination).and_then(|()| self.resolve.image(&destination));
        match found {
            Ok(picture) => self.image_tag(&picture, &alt, title, &range),
            Err(trouble) => {
                self.error(range, trouble);
                push_escaped(&mut self.page.html, &alt);
            }
        }
        self.page.text.push_str(&alt);
        at + inner.len() + 2
    }

    fn image_tag(&mut self, picture: &Picture, alt: &str, title: &str, range: &Range<usize>) {
        self.put("<img src=\"");
        push_url(&mut self.page.html, &picture.src);
        let (width, height) = (picture.width, picture.height);
        self.put(&format!("\" width=\"{width}\" height=\"{height}\" alt=\""));
        push_escaped(&mut self.page.html, alt);
        self.put("\"");
        self.title(title, range);
        self.put(" loading=\"lazy\">");
    }

    fn title(&mut self, title: &str, range: &Range<usize>) {
        if title.is_empty() {
            return;
        }
        let title = self.fit(title, range);
        self.put(" title=\"");
        push_escaped(&mut self.page.html, &title);
        self.put("\"");
        self.asides.push_str(&title);
        self.asides.push('\n');
    }

    /// Finds the links to anchors that the body does not have.
    pub(super) fn check_locals(&mut self) {
        for (range, id) in std::mem::take(&mut self.asked) {
            if !self.ids.contains(&id) {
                let known = self.page.headings.iter().map(|heading| heading.id.as_str());
                let hint = did_you_mean(&id, known).unwrap_or_else(|| {
                    format!("write `{{#{id}}}` after the heading that is meant")
                });
                let message = format!("there is no anchor `#{id}` in this body");
                self.error(range, Trouble::new(message, hint));
            }
        }
    }
}
