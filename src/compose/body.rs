//! A record's text on a page: in the page's language, or marked as another's.

use super::desk::Desk;
use super::frame::own_name;
use crate::markdown::{MARKER_END, MARKER_START, split};
use crate::record::{Id, Kind};
use crate::site::{Chosen, Freshness, RenderedBody};
use crate::view::{Body, Translation};

/// The text of a record, whole.
pub(super) fn whole(desk: &Desk<'_>, kind: Kind, id: &Id) -> Option<Body> {
    let chosen = desk.site().bodies(kind, id)?.choose(desk.lang())?;
    let html = match kind {
        // A page of text has no heading of its own above the body's.
        Kind::Page => chosen.body.rendered.html.clone(),
        _ => lowered(&chosen.body.rendered.html),
    };
    Some(body(desk, chosen, html, None))
}

/// The beginning of a story, up to where it is cut, with the way to the rest.
pub(super) fn beginning(
    desk: &Desk<'_>,
    id: &Id,
    cut: Option<usize>,
    more: String,
) -> Option<Body> {
    let chosen = desk
        .site()
        .bodies(Kind::Prisoner, id)?
        .choose(desk.lang())?;
    let rendered = &chosen.body.rendered;
    Some(match cut {
        None => body(desk, chosen, lowered(&rendered.html), None),
        Some(at) => body(
            desk,
            chosen,
            lowered(&split(rendered, at, "", &more).0),
            Some(more),
        ),
    })
}

/// What of a story stands on the page after the profile, from where it is cut.
pub(super) fn rest(desk: &Desk<'_>, id: &Id, cut: usize, profile: &str) -> Option<Body> {
    let chosen = desk
        .site()
        .bodies(Kind::Prisoner, id)?
        .choose(desk.lang())?;
    let rendered = &chosen.body.rendered;
    Some(body(
        desk,
        chosen,
        lowered(&split(rendered, cut, profile, "").1),
        None,
    ))
}

/// The HTML with its headings one level lower, below the heading of its section.
fn lowered(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 16);
    let mut tags = html.split('<');
    out.push_str(tags.next().unwrap_or_default());
    for tag in tags {
        out.push('<');
        let name = usize::from(tag.starts_with('/'));
        let level = tag[name..]
            .strip_prefix('h')
            .and_then(|level| level.bytes().next());
        match level.filter(|level| (b'2'..b'6').contains(level)) {
            None => out.push_str(tag),
            Some(level) => {
                out.push_str(&tag[..=name]);
                out.push(char::from(level + 1));
                out.push_str(&tag[name + 2..]);
            }
        }
    }
    out
}

fn body(desk: &Desk<'_>, chosen: Chosen<'_>, html: String, more: Option<String>) -> Body {
    let (lang, dir) = desk.foreign(Some(&chosen.body.lang));
    Body {
        html: with_warnings(desk, &html),
        lang,
        dir,
        more,
        translation: translation(desk, chosen),
    }
}

fn translation(desk: &Desk<'_>, chosen: Chosen<'_>) -> Option<Translation> {
    let RenderedBody {
        lang,
        translator,
        freshness,
        ..
    } = chosen.body;
    if *freshness == Freshness::Original && !chosen.is_fallback {
        return None;
    }
    let original = match freshness {
        Freshness::Original => lang,
        _ => desk.site().first_language(),
    };
    Some(Translation {
        missing: chosen.is_fallback,
        older: *freshness == Freshness::Older && !chosen.is_fallback,
        original: in_language(desk, original),
        translator: translator.clone(),
    })
}

/// `in Russian`, in the page's language.
fn in_language(desk: &Desk<'_>, lang: &crate::record::Lang) -> String {
    let id = format!("in-language-{lang}");
    if desk.texts().has(&id) {
        desk.say(&id)
    } else {
        own_name(lang)
    }
}

/// Puts each language's words in place of the marks after designated links.
fn with_warnings(desk: &Desk<'_>, html: &str) -> String {
    let mut parts = html.split(MARKER_START);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once(MARKER_END).unwrap_or((part, ""));
        let warning = Id::parse(id).and_then(|id| desk.warning(&id));
        if let Some(warning) = warning {
            whole.push_str(&format!(
                " <small class=warn>({})</small>",
                escape(&warning)
            ));
        }
        whole.push_str(rest);
    }
    whole
}

/// Text as HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::lowered;

    #[test]
    fn headings_go_one_level_down_and_nothing_else_changes() {
        let html = "<h2 id=\"a\">А</h2>\n<p>h2 <i>h3</i></p><h5>Б</h5><h6>В</h6><hr>";
        let wanted = "<h3 id=\"a\">А</h3>\n<p>h2 <i>h3</i></p><h6>Б</h6><h6>В</h6><hr>";
        assert_eq!(lowered(html), wanted);
        assert_eq!(lowered("<"), "<");
        assert_eq!(lowered("</h"), "</h");
    }
}
