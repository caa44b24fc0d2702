//! The demonstration's people, each made to show one state.

use std::path::Path;

use super::people::{TODAY, id};
use crate::record::read;
use crate::state::{Decision, derive};

const SAMPLES: [(&str, &str); 12] = [
    ("p-4k7m2x", "minor"),
    ("sample-awaiting-transfer", "Facility"),
    ("sample-belarus", "Facility"),
    ("sample-britain", "Facility"),
    ("sample-colony", "Facility"),
    ("sample-compulsory-labour", "Facility"),
    ("sample-house-arrest", "house_arrest"),
    ("sample-in-transit", "in_transit"),
    ("sample-no-mail", "correspondence_requests_no_mail"),
    ("sample-open-settlement", "Facility"),
    ("sample-pretrial", "Facility"),
    ("sample-prison", "Facility"),
];

#[test]
fn each_sample_shows_what_its_text_says() {
    let sources = crate::source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (records, _) = read(&sources);
    for (name, expected) in SAMPLES {
        let (_, prisoner) = &records.people[&id(name)];
        let derived = derive(prisoner, &records, 365, TODAY);
        let decision = match derived.decision {
            Decision::Show(via) => format!("{via:?}"),
            Decision::Withhold(reason) => reason.as_str().to_owned(),
        };
        assert_eq!(decision, expected, "{name}");
        assert_eq!(derived.misfits, [], "{name}");
    }
}
