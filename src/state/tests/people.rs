//! Made-up records for the tests.

use std::sync::Arc;

use jiff::civil::{Date, date};

use crate::decode::{Decode, File, Value};
use crate::record::{Country, Event, Facility, FacilityType, Id, Organisation, Prisoner, Rules};
use crate::state::{Derived, Folded, Misfit, Places, derive, fold};
use crate::yaml;

pub(crate) const TODAY: Date = date(2026, 11, 21);

pub(crate) fn decoded<T: Decode>(text: &str) -> T {
    let node = yaml::parse(text).unwrap_or_else(|error| panic!("{}\n{text}", error.message));
    let path: Arc<str> = "test.md".into();
    let file = File::new(&path, text);
    let record = T::decode(Value::top(&node, &file));
    let problems = file.into_problems();
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    record.unwrap()
}

/// Events, one on a line, without the braces: `2026-01-10 arrest, facility: sizo`.
/// A line that ends with `!` is confirmed.
pub(crate) fn timeline(text: &str) -> Vec<Event> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(event)
        .collect()
}

fn event(line: &str) -> Event {
    let (line, certainty) = match line.strip_suffix('!') {
        Some(rest) => (rest, "confirmed"),
        None => (line, "reported"),
    };
    let (date, rest) = line.trim().split_once(' ').unwrap();
    decoded(&format!(
        "{{date: {date}, certainty: {certainty}, event: {rest}}}"
    ))
}

/// Somebody to whom one may write wherever the timeline allows it.
pub(crate) fn prisoner(events: &str) -> Prisoner {
    let mut prisoner: Prisoner = decoded(
        r#"
names:
  given: {ru: Образец, en: Sample}
  surname: {ru: Узник, en: Prisoner}
  patronymic: {ru: Образцович}
  envelope: Узнику Образцу Образцовичу
gender: male
birth: {date: 1980-05-05, publish: year}
prisoner_number: "A0000ZZ"
agency: agency
intermediary: {name: Friend, address: [1 Sample Road], country: gb, consent: {by: self, date: 2026-01-01}}
verified: {address: {date: 2026-11-20}}
timeline: []
"#,
    );
    prisoner.timeline = timeline(events);
    prisoner
}

/// One open facility of each type, named by it; `closed`, `abroad`, `forbidden`
/// and `through` besides.
pub(crate) struct Made {
    facilities: Vec<(Id, Facility)>,
    rules: Vec<Rules>,
    agency: Organisation,
}

pub(crate) fn made() -> Made {
    let mut facilities: Vec<_> = FacilityType::ALL
        .iter()
        .map(|(word, _)| (id(word), facility(&format!("type: {word}"))))
        .collect();
    let others = [
        ("closed", "type: ik\nclosed: {date: 2026-11}"),
        ("forbidden", "type: ik\ncorrespondence: banned"),
        ("through", "type: ik\ncorrespondence: intermediary_only"),
    ];
    for (name, keys) in others {
        facilities.push((id(name), facility(keys)));
    }
    Made {
        facilities,
        rules: vec![decoded(
            "{name: {ru: Россия, en: Russia}, title: x, envelope_country: RUSSIA, address_lang: ru, correspondence: open}",
        )],
        agency: decoded("{name: Agency, address: [1 Lake Road, 1202 Geneva]}"),
    }
}

fn facility(keys: &str) -> Facility {
    decoded(&format!(
        "name: x\ncountry: ru\naddress: {{recipient: ФКУ, street: ул. Образцовая, town: г. Образцов, region: Область, postcode: \"000001\"}}\n{keys}"
    ))
}

pub(crate) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

impl Places for Made {
    fn facility(&self, id: &Id) -> Option<&Facility> {
        let (_, facility) = self.facilities.iter().find(|(other, _)| other == id)?;
        Some(facility)
    }

    fn rules(&self, country: &Country) -> Option<&Rules> {
        self.rules.first().filter(|_| country.as_str() == "ru")
    }

    fn organisation(&self, id: &Id) -> Option<&Organisation> {
        (id.as_str() == "agency").then_some(&self.agency)
    }
}

pub(crate) fn derived(prisoner: &Prisoner) -> Derived {
    derive(prisoner, &made(), 365, TODAY)
}

pub(crate) fn folded(events: &str) -> (Folded, Vec<Misfit>) {
    let places = made();
    let facility_type = |id: &Id| places.facility(id).map(|f| f.kind);
    fold(&timeline(events), &facility_type, TODAY)
}
