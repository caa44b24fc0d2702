//! E15: nothing refers to a removed person.

use super::findings::Findings;
use super::rule::Inspection;
use crate::problem::Route;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    for person in inspection.site.people.values() {
        for (index, other) in person.record.not_same_as.iter().enumerate() {
            if inspection.site.removed.contains_key(other) {
                let route = Route::key("not_same_as").then(index);
                findings.at(
                    &person.file,
                    route,
                    "this refers to a removed person",
                    "delete this id",
                );
            }
        }
    }
}
