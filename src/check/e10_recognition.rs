//! E10: a recognition names its organisation and date.

use super::findings::Findings;
use super::rule::Inspection;
use crate::problem::Route;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    for person in inspection.site.people.values() {
        for (index, recognition) in person.record.recognitions.iter().enumerate() {
            let route = Route::key("recognitions").then(index);
            if recognition.organisation.is_none() {
                let message = "this recognition does not say who gave it";
                findings.at(
                    &person.file,
                    route.clone(),
                    message,
                    "add `organisation:`, the id of an organisation",
                );
            }
            if recognition.date.is_none() {
                let message = "this recognition does not say when it was given";
                findings.at(
                    &person.file,
                    route,
                    message,
                    "add `date:`; a year is enough",
                );
            }
        }
    }
}
