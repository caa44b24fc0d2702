//! Writes a body's blocks and text as HTML, one event of the parser after another.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::characters::{self, push_escaped};
use super::destination::Rules;
use super::elements::Context;
use super::footnotes::Footnotes;
use super::headings::{Ids, Outline};
use super::links::{Asked, OpenLink};
use super::raw::{Frame, Refused};
use super::tables::Table;
use super::{Finding, MAX_DEPTH, Options, Rendered, Resolve, Trouble};
use crate::problem::Severity;

/// An event of the parser and its bytes in the body.
pub(super) type Spanned<'a> = (Event<'a>, Range<usize>);

pub(super) fn render(
    body: &str,
    options: &Options,
    resolve: &dyn Resolve,
    rules: &Rules,
) -> (Rendered, Vec<Finding>) {
    let events: Vec<_> = Parser::new_ext(body, dialect())
        .into_offset_iter()
        .collect();
    let mut writer = Writer::new(body, options, resolve, rules, &events);
    writer.refuse_unfit_characters();
    writer.reserve_written_ids();
    writer.walk(0..events.len());
    writer.close_raw();
    writer.end_block();
    writer.write_notes();
    writer.finish()
}

fn dialect() -> pulldown_cmark::Options {
    pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_FOOTNOTES
        | pulldown_cmark::Options::ENABLE_DEFINITION_LIST
        | pulldown_cmark::Options::ENABLE_HEADING_ATTRIBUTES
}

/// The HTML so far, and where in the body's structure it stands.
pub(super) struct Writer<'a> {
    pub(super) body: &'a str,
    /// Whether every character of the body may stand in a page.
    is_fit: bool,
    pub(super) options: &'a Options,
    pub(super) resolve: &'a dyn Resolve,
    pub(super) rules: &'a Rules,
    pub(super) events: &'a [Spanned<'a>],
    pub(super) page: Rendered,
    pub(super) findings: Vec<Finding>,
    /// One for the body and one for each element that is open.
    pub(super) frames: Vec<Frame>,
    pub(super) link: Option<OpenLink>,
    pub(super) asked: Asked,
    pub(super) ids: Ids,
    pub(super) outline: Outline,
    pub(super) footnotes: Footnotes,
    /// Titles, which stand in no place among the words.
    pub(super) asides: String,
    pub(super) refused: Refused,
    pub(super) table: Table,
    too_deep: bool,
}

impl<'a> Writer<'a> {
    fn new(
        body: &'a str,
        options: &'a Options,
        resolve: &'a dyn Resolve,
        rules: &'a Rules,
        events: &'a [Spanned<'a>],
    ) -> Self {
        Writer {
            body,
            is_fit: true,
            options,
            resolve,
            rules,
            events,
            page: Rendered::default(),
            findings: Vec::new(),
            frames: vec![Frame::default()],
            link: None,
            asked: Asked::new(),
            ids: Ids::default(),
            outline: Outline::default(),
            footnotes: Footnotes::gather(events),
            asides: String::new(),
            refused: Refused::default(),
            table: Table::default(),
            too_deep: false,
        }
    }

    fn refuse_unfit_characters(&mut self) {
        for (range, trouble) in characters::unfit(self.body) {
            self.is_fit = false;
            self.error(range, trouble);
        }
    }

    /// Writes a range of events. Some are taken together: a picture with its
    /// alternative text, a raw block with its lines; footnotes wait for the end.
    pub(super) fn walk(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.step(at);
            if self.frames.len() == 1 && self.frames[0].raw.is_empty() {
                let heading = matches!(self.events[at - 1].0, Event::End(TagEnd::Heading(_)));
                if !heading {
                    self.end_block();
                }
            }
        }
    }

    /// Writes the event at a place and gives the place of the next one.
    fn step(&mut self, at: usize) -> usize {
        let (event, range) = &self.events[at];
        let range = range.clone();
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => return self.footnotes.after(at),
            Event::Start(Tag::HtmlBlock) => return self.raw_block(at),
            Event::Start(Tag::Image {
                dest_url, title, ..
            }) => {
                return self.picture(at, dest_url, title);
            }
            Event::Start(tag) => self.open(at, tag, range),
            Event::End(tag) => self.close(*tag),
            Event::Text(text) => {
                self.check_reference(at);
                self.text(text, &range);
            }
            Event::Code(text) => {
                self.put("<code>");
                self.text(text, &range);
                self.put("</code>");
            }
            Event::Html(html) => self.raw(html, range, Context::Block),
            Event::InlineHtml(html) => self.raw(html, range, Context::Inline),
            Event::FootnoteReference(label) => self.note_reference(label, range),
            Event::SoftBreak => self.put_and_say("\n", " "),
            Event::HardBreak => self.put_and_say("<br>\n", "\n"),
            Event::Rule => self.block("<hr>\n"),
            // Switched off in the dialect.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
        at + 1
    }

    /// Opens an element, unless it cannot stand here: then its text stands without it.
    fn open(&mut self, at: usize, tag: &'a Tag<'a>, range: Range<usize>) {
        let too_deep = self.depth() >= MAX_DEPTH;
        let in_link = self.link.is_some() && matches!(tag, Tag::Link { .. });
        if too_deep {
            self.refuse_depth(range);
        } else if in_link {
            self.refuse_link_in_link(range);
        } else {
            self.start(at, tag, range);
        }
        self.enter(too_deep || in_link);
    }

    fn close(&mut self, tag: TagEnd) {
        self.close_raw();
        let skipped = self.frames.pop().is_some_and(|frame| frame.skipped);
        if !skipped {
            self.end(tag);
        }
    }

    fn start(&mut self, at: usize, tag: &'a Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.block("<p>"),
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let extras = !(classes.is_empty() && attrs.is_empty());
                self.heading(at, *level, id.as_deref(), extras, range);
            }
            Tag::BlockQuote(_) => self.block("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.code_block(kind, &range),
            Tag::List(None) => self.block("<ul>\n"),
            Tag::List(Some(1)) => self.block("<ol>\n"),
            Tag::List(Some(first)) => self.block(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.block("<li>"),
            Tag::DefinitionList => self.block("<dl>\n"),
            Tag::DefinitionListTitle => self.block("<dt>"),
            Tag::DefinitionListDefinition => self.block("<dd>"),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => self.head_row(),
            Tag::TableRow => self.body_row(),
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.put("<em>"),
            Tag::Strong => self.put("<strong>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                self.open_link(*link_type, dest_url, title, range);
            }
            // Taken whole by `step`, or switched off in the dialect.
            Tag::HtmlBlock
            | Tag::Image { .. }
            | Tag::FootnoteDefinition(_)
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_with("</p>\n"),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => self.end_with("</blockquote>\n"),
            TagEnd::CodeBlock => self.end_with("</code></pre>\n"),
            TagEnd::List(true) => self.end_with("</ol>\n"),
            TagEnd::List(false) => self.end_with("</ul>\n"),
            TagEnd::Item => self.end_with("</li>\n"),
            TagEnd::DefinitionList => self.end_with("</dl>\n"),
            TagEnd::DefinitionListTitle => self.end_with("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.end_with("</dd>\n"),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_with("</tr></thead>\n"),
            TagEnd::TableRow => self.end_with("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.put("</em>"),
            TagEnd::Strong => self.put("</strong>"),
            TagEnd::Link => self.close_link(),
            TagEnd::HtmlBlock
            | TagEnd::Image
            | TagEnd::FootnoteDefinition
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Lines of code scroll sideways; with the focus on them, they do so by keys.
    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info,
            CodeBlockKind::Indented => "",
        };
        match info.split_whitespace().next() {
            Some(language) => {
                let language = self.fit(language, range);
                self.block("<pre tabindex=\"0\"><code class=\"language-");
                push_escaped(&mut self.page.html, &language);
                self.put("\">");
            }
            None => self.block("<pre tabindex=\"0\"><code>"),
        }
    }

    /// Writes text that came from the body.
    pub(super) fn text(&mut self, text: &str, range: &Range<usize>) {
        let text = self.fit(text, range);
        push_escaped(&mut self.page.html, &text);
        self.page.text.push_str(&text);
    }

    /// Text without characters that a page cannot hold. Those that stand in the
    /// body are findings already; those that came from `&#…;` become one here.
    pub(super) fn fit(&mut self, text: &str, range: &Range<usize>) -> String {
        let source = self.body.get(range.clone()).unwrap_or_default();
        if self.is_fit && text == source {
            return text.to_owned();
        }
        if let Some((_, trouble)) = characters::unfit(text).next()
            && !source.contains(characters::is_unfit)
        {
            self.error(range.clone(), trouble);
        }
        characters::fit(text).into_owned()
    }

    /// Begins a block, on a line of its own.
    pub(super) fn block(&mut self, html: &str) {
        self.close_raw_phrasing();
        if !self.page.html.is_empty() && !self.page.html.ends_with('\n') {
            self.put("\n");
        }
        self.put(html);
    }

    /// Ends a block, and its words with it.
    pub(super) fn end_with(&mut self, html: &str) {
        self.put_and_say(html, "\n");
    }

    fn put_and_say(&mut self, html: &str, words: &str) {
        self.put(html);
        self.page.text.push_str(words);
    }

    pub(super) fn put(&mut self, html: &str) {
        self.page.html.push_str(html);
    }

    /// Notes that the HTML may be cut here.
    pub(super) fn end_block(&mut self) {
        let end = self.page.html.len();
        if end > self.page.blocks.last().copied().unwrap_or(0) {
            self.page.blocks.push(end);
        }
    }

    /// Enters an element that Markdown writes.
    pub(super) fn enter(&mut self, skipped: bool) {
        let depth = self.depth() + 1;
        self.frames.push(Frame {
            skipped,
            depth,
            ..Frame::default()
        });
    }

    /// How many elements are open, those of raw HTML too.
    pub(super) fn depth(&self) -> usize {
        self.frames.last().map_or(0, Frame::depth_within)
    }

    /// Says once that something lies too deep.
    pub(super) fn refuse_depth(&mut self, range: Range<usize>) {
        if !std::mem::replace(&mut self.too_deep, true) {
            let message = format!("more than {MAX_DEPTH} elements lie in one another");
            self.error(range, Trouble::new(message, "write it flatter"));
        }
    }

    pub(super) fn error(&mut self, range: Range<usize>, trouble: Trouble) {
        self.findings.push(Finding {
            range,
            severity: Severity::Error,
            trouble,
        });
    }

    pub(super) fn warn(&mut self, range: Range<usize>, trouble: Trouble) {
        self.findings.push(Finding {
            range,
            severity: Severity::Warning,
            trouble,
        });
    }

    fn finish(mut self) -> (Rendered, Vec<Finding>) {
        self.end_block();
        self.check_locals();
        self.page.text.push_str(&self.asides);
        // A page lives as long as the build: what growing has left over goes. Copied, since
        // an allocator may shrink by leaving all in its place.
        self.page.html = self.page.html.as_str().to_owned();
        self.page.text = self.page.text.as_str().to_owned();
        self.page.anchors.sort_by_key(|anchor| anchor.at);
        self.page.locals.sort_by_key(|local| local.at);
        self.findings
            .sort_by_key(|finding| (finding.range.start, finding.range.end));
        (self.page, self.findings)
    }
}
