//! HTML elements by name: which may stand in a body, and what Markdown has instead.

/// May stand among words.
pub(super) const PHRASING: &[&str] = &[
    "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// May stand among blocks, beside those among words.
pub(super) const FLOW: &[&str] = &[
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that may hold Markdown between their two tags.
const SPANNING: &[&str] = &["blockquote", "details", "div", "figure"];

/// What Markdown writes instead.
const EQUIVALENTS: &[(&[&str], &str)] = &[
    (&["b", "strong"], "write `**text**`"),
    (&["i", "em"], "write `*text*`"),
    (&["a"], "write `[text](destination)`"),
    (&["img"], "write `![words](file)`"),
    (&["br"], "end the line with `\\`"),
    (&["hr"], "write `---` between two empty lines"),
    (&["h1", "h2", "h3", "h4", "h5", "h6"], "write `## text`"),
    (&["p"], "leave an empty line between paragraphs"),
    (&["ul", "ol", "li"], "begin each line with `-` or `1.`"),
    (
        &["dl", "dt", "dd"],
        "write the word, and `: text` on the next line",
    ),
    (&["blockquote"], "begin each line with `>`"),
    (&["code"], "write it between two backticks"),
    (&["pre"], "write it between two lines of three backticks"),
    (
        &["table", "thead", "tbody", "tr", "th", "td"],
        "write it with `|` between the cells",
    ),
    (&["sup"], "for a footnote, write `[^1]`"),
];

/// Elements that have no content.
const VOID: &[&str] = &[
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr",
];

/// Elements that end where the next of them begins.
const CLOSED_BY_THE_NEXT: &[&str] = &["dd", "dt", "li", "p", "rp", "rt", "td", "th", "tr"];

/// Where a piece of raw HTML stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// Among blocks.
    Block,
    /// Among words.
    Inline,
}

/// A tag's name, in lower case.
pub(super) struct Tag {
    pub name: String,
    pub closing: bool,
}

/// What looks like a tag in a piece of HTML.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Tag> {
    html.match_indices('<').filter_map(|(at, _)| {
        let rest = &html[at + 1..];
        let (closing, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = &rest[..end.unwrap_or(rest.len())];
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            .then(|| Tag {
                name: name.to_ascii_lowercase(),
                closing,
            })
    })
}

/// At most how deep the elements of a piece of HTML lie in one another.
pub(super) fn nesting(html: &str) -> usize {
    let nests = |tag: &Tag| {
        let name = tag.name.as_str();
        !VOID.contains(&name) && !CLOSED_BY_THE_NEXT.contains(&name)
    };
    let depths = tags(html).filter(nests).scan(0_usize, |depth, tag| {
        *depth = if tag.closing {
            depth.saturating_sub(1)
        } else {
            *depth + 1
        };
        Some(*depth)
    });
    depths.max().unwrap_or(0)
}

/// Whether an element stays when raw HTML is sanitised.
pub(super) fn is_listed(name: &str, context: Context) -> bool {
    is_phrasing(name) || (context == Context::Block && FLOW.contains(&name))
}

/// Whether an element stands among words.
pub(super) fn is_phrasing(name: &str) -> bool {
    PHRASING.contains(&name)
}

/// Whether Markdown may stand between the element's tags.
pub(super) fn is_spanning(name: &str) -> bool {
    SPANNING.contains(&name)
}

/// What to write instead of an element.
pub(super) fn equivalent(name: &str) -> Option<&'static str> {
    let (_, hint) = EQUIVALENTS
        .iter()
        .find(|(names, _)| names.contains(&name))?;
    Some(hint)
}
