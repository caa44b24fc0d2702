//! The sizes that a `release.txt` states, held against the list that it signs.

use super::survey::Survey;
use super::{Finding, Status};
use crate::trust::{Control, Release, Sums};

/// A signed root that contradicts itself is no release, whoever signed it: the
/// caps of all checkers follow from these numbers.
pub(super) fn check(release: &Release, sums: &Sums, survey: &Survey) -> Option<Finding> {
    let (stated, listed) = (release.tree, sums.entries.len() as u64);
    let what = if stated.files != listed {
        format!(
            "`tree:` says {} files, and `SHA256SUMS` lists {listed}",
            stated.files
        )
    } else if is_whole(survey) && stated.bytes != survey.bytes {
        let bytes = survey.bytes;
        format!(
            "`tree:` says {} bytes, and the files have {bytes}",
            stated.bytes
        )
    } else {
        return None;
    };
    let what =
        format!("what is signed contradicts itself: {what}; the editors have to release anew");
    Some(Finding::of(Status::Unsigned, Control::Release.name(), what))
}

/// Whether every file came, and was as signed.
fn is_whole(survey: &Survey) -> bool {
    survey.differing.is_empty() && survey.obstacles.is_empty()
}
