//! Raw HTML in a body: refused, or handed to the sanitiser.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::Event;

use super::elements::{Context, Tag, equivalent, is_listed, is_phrasing, nesting, tags};
use super::headings::content;
use super::sanitise::{clean, words};
use super::writer::Writer;
use super::{MAX_DEPTH, RawHtml, Trouble};

/// An open element of Markdown's own, with the raw elements open inside it.
#[derive(Default)]
pub(super) struct Frame {
    /// Whether it lies too deep and was not written.
    pub skipped: bool,
    /// How many elements are open around it, those of raw HTML too.
    pub depth: usize,
    /// The names of the raw elements, the outermost first.
    pub raw: Vec<String>,
}

impl Frame {
    /// How many elements are open in it and around it.
    pub(super) fn depth_within(&self) -> usize {
        self.depth + self.raw.len()
    }

    fn pop_phrasing(&mut self) -> Option<String> {
        self.raw.pop_if(|name| is_phrasing(name))
    }
}

/// How many elements of each name were refused and not closed yet.
#[derive(Default)]
pub(super) struct Refused(BTreeMap<String, usize>);

impl Refused {
    /// Counts a tag. A closing tag is known if its element was refused.
    fn is_known(&mut self, tag: &Tag) -> bool {
        let open = self.0.entry(tag.name.clone()).or_default();
        let known = tag.closing && *open > 0;
        *open = if tag.closing {
            open.saturating_sub(1)
        } else {
            *open + 1
        };
        known
    }
}

impl Writer<'_> {
    /// Takes a block of raw HTML whole, as its lines make sense together only.
    pub(super) fn raw_block(&mut self, at: usize) -> usize {
        let lines = content(self.events, at);
        let html: String = lines
            .iter()
            .filter_map(|(event, _)| match event {
                Event::Html(line) | Event::Text(line) => Some(&**line),
                _ => None,
            })
            .collect();
        self.raw(&html, self.events[at].1.clone(), Context::Block);
        at + lines.len() + 2
    }

    pub(super) fn raw(&mut self, html: &str, range: Range<usize>, context: Context) {
        match self.options.raw_html {
            RawHtml::Refuse => self.refuse_raw(html, range),
            RawHtml::Sanitise => self.sanitise(html, range, context),
        }
    }

    /// An element is one finding: its closing tag is not a second one.
    fn refuse_raw(&mut self, html: &str, range: Range<usize>) {
        let found = tags(html).count();
        let known = tags(html).filter(|tag| self.refused.is_known(tag)).count();
        if found == 0 || known < found || is_markup_declaration(html) {
            self.error(range, refusal(html));
        }
    }

    fn sanitise(&mut self, html: &str, range: Range<usize>, context: Context) {
        if context == Context::Block {
            self.block("");
        }
        self.report_unlisted(html, &range, context);
        if self.depth() + nesting(html) > MAX_DEPTH {
            return self.refuse_depth(range);
        }
        let open = self.frames.last().map(|frame| frame.raw.clone());
        let clean = clean(html, open.unwrap_or_default(), context);
        let html = self.fit(&clean.html, &range);
        self.put(&html);
        self.page.text.push_str(&words(&html));
        if let Some(frame) = self.frames.last_mut() {
            frame.raw = clean.open;
        }
    }

    fn report_unlisted(&mut self, html: &str, range: &Range<usize>, context: Context) {
        if is_markup_declaration(html) {
            return;
        }
        let unlisted: BTreeSet<_> = tags(html)
            .filter(|tag| !tag.closing && !is_listed(&tag.name, context))
            .map(|tag| tag.name)
            .collect();
        for name in unlisted {
            let message = format!("raw HTML `<{name}>` is left out");
            let hint = equivalent(&name).map(str::to_owned);
            let trouble = Trouble {
                message,
                hint,
                rule: None,
            };
            match name.as_str() {
                "a" | "img" => self.error(range.clone(), trouble),
                _ => self.warn(range.clone(), trouble),
            }
        }
    }

    /// Closes the raw elements that are open in the innermost of Markdown's own.
    pub(super) fn close_raw(&mut self) {
        let open = self
            .frames
            .last_mut()
            .map(|frame| std::mem::take(&mut frame.raw));
        for name in open.unwrap_or_default().iter().rev() {
            self.put(&format!("</{name}>"));
        }
    }

    /// Closes them where a block begins, unless they may hold blocks.
    pub(super) fn close_raw_phrasing(&mut self) {
        while let Some(name) = self.frames.last_mut().and_then(Frame::pop_phrasing) {
            self.put(&format!("</{name}>"));
        }
    }
}

/// Whether HTML begins with a comment, a processing instruction or the like.
fn is_markup_declaration(html: &str) -> bool {
    html.trim_start()
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(['!', '?']))
}

fn refusal(html: &str) -> Trouble {
    if html.trim_start().starts_with("<!--") {
        return Trouble::new(
            "an HTML comment is not allowed here",
            "keep remarks under `private:`, which reaches no page",
        );
    }
    let Some(tag) = tags(html).next() else {
        return Trouble::new("raw HTML is not allowed here", "leave it out");
    };
    let slash = if tag.closing { "/" } else { "" };
    let message = format!("raw HTML `<{slash}{}>` is not allowed here", tag.name);
    Trouble::new(message, hint(&tag.name))
}

fn hint(name: &str) -> &'static str {
    let listed = is_listed(name, Context::Block);
    equivalent(name).unwrap_or(match listed {
        true => "leave it out, or set `raw_html: sanitise` in `site.yaml`",
        false => "leave it out",
    })
}
