//! W4: "what to write about" says nothing about the case: a letter is read by the other side.

use std::collections::BTreeSet;

use super::findings::Findings;
use super::rule::{Inspection, Look};
use super::search::{Needle, Needles, Scope};
use super::words::CASE_TACTICS;
use crate::record::RuleKey;

const RULE: &str = "W4";

pub(super) fn needles<'a>(_: &Look<'a>, needles: &mut Needles<'a>) {
    for topic in CASE_TACTICS {
        for (word, form) in topic.needles() {
            let (text, what, scope) = (word.to_owned(), topic.name, Scope::Everywhere);
            needles.add(Needle {
                rule: RULE,
                text,
                form,
                who: None,
                what,
                scope,
            });
        }
    }
}

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let key = RuleKey::WriteAbout.as_str().into();
    let mut told = BTreeSet::new();
    for hit in inspection.hits(RULE) {
        let Some(route) = hit.passage.route().filter(|route| route.0.contains(&key)) else {
            continue;
        };
        if told.insert((&hit.passage.file, route)) {
            findings.report(
                &hit.passage.file,
                hit.passage.place(hit.words()),
                format!("`{}` suggests to write about the case", hit.words()),
                "suggest other things: every letter is read, and can be used in court",
            );
        }
    }
}
