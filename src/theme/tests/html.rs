//! Reads the theme's own pages tag by tag, as far as the tests ask.

/// A start tag.
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
    }
}

/// What stands in a page, in order.
pub(super) enum Piece<'a> {
    Start(Tag<'a>),
    End(&'a str),
    Text(&'a str),
}

/// The pieces of a page; the text of style and script is left out.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        let (inside, after) = tail.split_once('>').expect("every tag is closed");
        pieces.push(Piece::Text(text));
        pieces.push(piece(inside));
        rest = match inside {
            "style" | "script" => &after[after.find(&format!("</{inside}")).unwrap_or(0)..],
            _ => after,
        };
    }
    pieces
}

/// The start tags of a page.
pub(super) fn tags(html: &str) -> Vec<Tag<'_>> {
    let tag = |piece| {
        if let Piece::Start(tag) = piece {
            Some(tag)
        } else {
            None
        }
    };
    pieces(html).into_iter().filter_map(tag).collect()
}

/// Every text of a page with the language of the nearest element that names one.
pub(super) fn texts_with_language(html: &str) -> Vec<(&str, &str)> {
    const VOID: [&str; 8] = [
        "meta", "link", "br", "img", "input", "source", "wbr", "!doctype",
    ];
    let mut open: Vec<(&str, &str)> = Vec::new();
    let mut texts = Vec::new();
    for piece in pieces(html) {
        let lang = open.last().map_or("", |(_, lang)| lang);
        match piece {
            Piece::Text(text) => texts.push((text, lang)),
            Piece::Start(tag) => {
                let lang = tag.get("lang").unwrap_or(lang);
                let spoken = tag.attributes.iter().filter(|(key, _)| is_spoken(key));
                texts.extend(spoken.map(|(_, value)| (*value, lang)));
                if !VOID.contains(&tag.name) {
                    open.push((tag.name, lang));
                }
            }
            Piece::End(name) => assert_eq!(open.pop().map(|(name, _)| name), Some(name)),
        }
    }
    assert!(open.is_empty(), "every element is closed");
    texts
}

fn is_spoken(attribute: &str) -> bool {
    matches!(attribute, "alt" | "aria-label" | "title")
}

fn piece(inside: &str) -> Piece<'_> {
    if let Some(name) = inside.strip_prefix('/') {
        return Piece::End(name);
    }
    let (name, rest) = inside.split_once(' ').unwrap_or((inside, ""));
    Piece::Start(Tag {
        name,
        attributes: attributes(rest),
    })
}

fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut attributes = Vec::new();
    while let Some((name, tail)) = rest.split_once("=\"") {
        let (value, after) = tail.split_once('"').expect("every attribute is closed");
        attributes.push((name.trim(), value));
        rest = after;
    }
    attributes
}
