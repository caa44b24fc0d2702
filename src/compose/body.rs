//! A record's text on a page: in the page's language, or marked as another's.

use super::desk::Desk;
use super::frame::own_name;
use crate::markdown::{MARKER_END, MARKER_START, split};
use crate::record::{Id, Kind};
use crate::site::{Chosen, Freshness, RenderedBody};
use crate::story;
use crate::view::{Body, Translation};

/// The text of a record, whole.
pub(super) fn whole(desk: &Desk<'_>, kind: Kind, id: &Id) -> Option<Body> {
    let chosen = desk.site().bodies(kind, id)?.choose(desk.lang())?;
    Some(body(desk, chosen, chosen.body.rendered.html.clone(), None))
}

/// The beginning of a story, with the way to the rest if it does not fit.
pub(super) fn beginning(desk: &Desk<'_>, id: &Id, more: String) -> Option<Body> {
    let chosen = desk.site().bodies(Kind::Prisoner, id)?.choose(desk.lang())?;
    let rendered = &chosen.body.rendered;
    Some(match story::cut_at(rendered) {
        None => body(desk, chosen, rendered.html.clone(), None),
        Some(at) => body(desk, chosen, split(rendered, at, "", &more).0, Some(more)),
    })
}

/// What of a story stands on the page after the profile.
pub(super) fn rest(desk: &Desk<'_>, id: &Id, profile: &str) -> Option<Body> {
    let chosen = desk.site().bodies(Kind::Prisoner, id)?.choose(desk.lang())?;
    let rendered = &chosen.body.rendered;
    let at = story::cut_at(rendered)?;
    Some(body(desk, chosen, split(rendered, at, profile, "").1, None))
}

fn body(desk: &Desk<'_>, chosen: Chosen<'_>, html: String, more: Option<String>) -> Body {
    let (lang, dir) = desk.foreign(Some(&chosen.body.lang));
    Body { html: with_warnings(desk, &html), lang, dir, more, translation: translation(desk, chosen) }
}

fn translation(desk: &Desk<'_>, chosen: Chosen<'_>) -> Option<Translation> {
    let RenderedBody { lang, translator, freshness, .. } = chosen.body;
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
        original: own_name(original),
        translator: translator.clone(),
    })
}

/// Puts each language's words in place of the marks after designated links.
fn with_warnings(desk: &Desk<'_>, html: &str) -> String {
    let mut parts = html.split(MARKER_START);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once(MARKER_END).unwrap_or((part, ""));
        let warning = Id::parse(id).and_then(|id| desk.warning(&id));
        if let Some(warning) = warning {
            whole.push_str(&format!(" <small class=warn>({})</small>", escape(&warning)));
        }
        whole.push_str(rest);
    }
    whole
}

/// Text as HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
