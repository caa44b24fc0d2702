//! E12: no secret key or token in content or config.

use rayon::prelude::*;

use super::findings::Findings;
use super::rule::Inspection;
use super::tokens::{Token, tokens};
use crate::problem::Place;
use crate::source::TextFile;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let sources = inspection.sources;
    let files: Vec<&TextFile> = sources.config.iter().chain(&sources.records).collect();
    let found: Vec<(&TextFile, Vec<Token>)> = files
        .into_par_iter()
        .map(|file| (file, tokens(&file.text)))
        .collect();
    for (file, tokens) in found {
        for token in tokens {
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
