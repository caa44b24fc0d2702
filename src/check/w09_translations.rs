//! W9: what is not translated, or translated from an older text.

use std::collections::BTreeSet;

use super::entry::Entry;
use super::findings::Findings;
use super::rule::Inspection;
use super::short_texts::{ShortText, ShortTexts, Words};
use crate::problem::Place;
use crate::record::Lang;
use crate::site::{Freshness, Site};

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    for entry in inspection.entries {
        check_body(site, entry, findings);
        for short in entry.short_texts() {
            check_short(site, entry.file, &short, findings);
        }
    }
    for short in site.config.short_texts() {
        check_short(site, &"content/site.yaml".into(), &short, findings);
    }
}

fn check_body(site: &Site, entry: &Entry<'_>, findings: &mut Findings<'_>) {
    let Some(bodies) = site.bodies(entry.kind, entry.id) else {
        return;
    };
    for body in &bodies.0 {
        let message = match body.freshness {
            Freshness::Original | Freshness::Current => continue,
            Freshness::Older => "the original has changed since this translation was made",
            Freshness::Unmarked => "this translation does not say which text it was made from",
        };
        let hint = format!(
            "compare it with the original, then run `vestochka stamp {}`",
            body.file
        );
        findings.report(&body.file, Place::File, message, hint);
    }
    let there: BTreeSet<&Lang> = bodies.0.iter().map(|body| &body.lang).collect();
    for lang in site
        .config
        .languages
        .iter()
        .filter(|lang| !there.contains(lang))
    {
        let message = format!("the text is not translated into `{lang}`");
        let hint = format!(
            "add `{}.{lang}.md` beside it; until then the page shows the original",
            entry.id
        );
        findings.report(entry.file, Place::File, message, hint);
    }
}

fn check_short(
    site: &Site,
    file: &std::sync::Arc<str>,
    short: &ShortText<'_>,
    findings: &mut Findings<'_>,
) {
    let Words::Map(map) = short.words else { return };
    let missing: Vec<String> = site
        .config
        .languages
        .iter()
        .filter(|lang| map.get(lang).is_none())
        .map(|lang| format!("`{lang}`"))
        .collect();
    if !missing.is_empty() {
        let message = format!("this text is missing in {}", missing.join(", "));
        findings.at(
            file,
            short.route.clone(),
            message,
            "add it; until then the page shows another language, marked",
        );
    }
}
