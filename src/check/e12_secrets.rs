//! E12: no secret key or token in content or config.

use super::findings::Findings;
use super::rule::Inspection;
use super::tokens::tokens;
use crate::problem::Place;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let sources = inspection.sources;
    for file in sources.config.iter().chain(&sources.records) {
        for token in tokens(&file.text) {
            findings.report(
                &file.path,
                Place::Bytes {
                    start: token.range.start,
                    end: token.range.end,
                },
                format!("this is {}", token.what),
                "take it out and make a new one: whoever has the repository has this one",
            );
        }
    }
}
