//! Labels for the envelopes to the people of a list.

use super::address;
use super::desk::Desk;
use super::frame::Frame;
use super::listing::Ways;
use super::lists::{heading, number};
use crate::plan::{Local, Part};
use crate::record::Id;
use crate::site::Person;
use crate::view::{Label, LabelSheet, Labels, Named, Page};
use crate::voice::ListKey;

/// Three labels in a row, eight rows.
const ON_A_SHEET: usize = 24;

/// One page of a list's labels.
pub(super) fn labels(desk: &Desk<'_>, key: &ListKey, part: &Part) -> Labels {
    let listing = &desk.voice.labels[key];
    let heading = heading(desk, key);
    let people = listing
        .section(part)
        .map_or(&[][..], |section| &section.entries);
    let (labels, left_out) = sorted(desk, people);
    let ways = Ways {
        desk,
        listing,
        local: &|part| Local::Labels(key.clone(), part),
    };
    let frame = Frame::titled(format!("{}: {}", heading.text, desk.say("labels")))
        .below(desk.to_list(key.clone()), heading.text.clone())
        .hidden();
    Labels {
        page: Page {
            paper: Some("A4".into()),
            ..frame.page(desk)
        },
        heading,
        count: number(labels.len()),
        letters: ways.letters(part),
        sheets: sheets(labels),
        left_out,
    }
}

/// The way to a list's labels, if it has any.
pub(super) fn link(desk: &Desk<'_>, key: &ListKey) -> Option<String> {
    let there = desk.voice.labels.contains_key(key);
    there.then(|| desk.to(Local::Labels(key.clone(), Part::whole())))
}

/// Those who have a label, and those about whom one must read first.
fn sorted(desk: &Desk<'_>, people: &[Id]) -> (Vec<Label>, Vec<Named>) {
    let (mut labels, mut left_out) = (Vec::new(), Vec::new());
    let people = people.iter().filter_map(|id| desk.site().people.get(id));
    for person in people {
        match label(desk, person) {
            Some(label) => labels.push(label),
            None => left_out.push(Named {
                name: desk.person_name(&person.id),
                href: Some(desk.to(Local::Sheet(person.id.clone()))),
            }),
        }
    }
    (labels, left_out)
}

fn label(desk: &Desk<'_>, person: &Person) -> Option<Label> {
    let points = person.label_points()?;
    let address = address::of_person(desk, person)?;
    Some(Label { address, points })
}

fn sheets(labels: Vec<Label>) -> Vec<LabelSheet> {
    let sheet = |labels: &[Label]| LabelSheet {
        labels: labels.to_vec(),
    };
    labels.chunks(ON_A_SHEET).map(sheet).collect()
}
