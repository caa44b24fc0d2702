//! E9: no absolute link to the site itself, which would name one mirror.

use super::findings::Findings;
use super::rule::Inspection;
use super::short_texts::Words;
use crate::markdown::Target;
use crate::problem::Place;
use crate::record::{Id, Kind, Url};
use crate::site::Site;

const MESSAGE: &str = "this address looks like a page of this site on one of its mirrors";
const HINT: &str = "link to the record by its file's relative path: mirrors come and go";

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    for body in site.bodies.values().flat_map(|bodies| &bodies.0) {
        for link in &body.rendered.links {
            if matches!(&link.target, Target::Outside { url } if is_own(site, url)) {
                let place = Place::Bytes {
                    start: body.offset + link.range.start,
                    end: body.offset + link.range.end,
                };
                findings.report(&body.file, place, MESSAGE, HINT);
            }
        }
    }
    for entry in inspection.entries {
        for short in entry.short_texts() {
            if matches!(short.words, Words::Plain(url) if is_own(site, url)) {
                findings.at(entry.file, short.route, MESSAGE, HINT);
            }
        }
    }
}

/// `…/LANG/people/ID.html`, for a language and a record of this site.
fn is_own(site: &Site, url: &str) -> bool {
    if Url::parse(url).is_none() {
        return false;
    }
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let mut parts = path.rsplit('/');
    let (Some(file), Some(folder), Some(lang)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let Some(id) = file.strip_suffix(".html").and_then(Id::parse) else {
        return false;
    };
    let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder);
    let is_lang = site
        .config
        .languages
        .iter()
        .any(|known| known.as_str() == lang);
    is_lang && kind.is_some_and(|kind| site.known.contains_key(&(kind, id)))
}
