//! E1: nobody is published without consent, and who is not published is named nowhere.

use super::findings::Findings;
use super::name_stems::{is_whole_name, spellings, stems};
use super::rule::{Inspection, Look};
use super::search::{Form, Hit, Needle, Needles, Scope};
use crate::problem::Place;
use crate::record::{Id, Names};

const RULE: &str = "E1";
/// Found only together with a given name.
const SURNAME: &str = "surname";
/// Enough by itself.
const WHOLE_NAME: &str = "name";

pub(super) fn needles<'a>(look: &Look<'a>, needles: &mut Needles<'a>) {
    for (id, draft) in &look.site.drafts {
        name_needles(RULE, id, &draft.record.names, Scope::Everywhere, needles);
    }
}

/// All needles that give a name away.
pub(super) fn name_needles<'a>(
    rule: &'static str,
    id: &'a Id,
    names: &'a Names,
    scope: Scope,
    needles: &mut Needles<'a>,
) {
    let mut add = |text: String, form, what| {
        needles.add(Needle {
            rule,
            text,
            form,
            who: Some(id),
            what,
            scope,
        });
    };
    for (stem, form) in spellings(names.surname.as_ref()).flat_map(stems) {
        add(stem, form, SURNAME);
    }
    // A nickname of one short word would be found in every other sentence.
    let telling = |name: &&String| name.trim().contains(' ') || name.chars().count() >= 6;
    for name in names.also.iter().filter(telling).chain(&names.envelope) {
        add(name.clone(), Form::Words, WHOLE_NAME);
    }
}

/// Whether a hit of [`name_needles`] names the person, and not a namesake's family.
pub(super) fn is_named(hit: &Hit<'_, '_>, names: &Names) -> bool {
    hit.needle.what == WHOLE_NAME || is_whole_name(hit, names)
}

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    for draft in site
        .drafts
        .values()
        .filter(|draft| !draft.record.common.draft)
    {
        findings.report(
            &draft.file,
            Place::File,
            "nobody has agreed to the publication of this person",
            "add `consent:`, or `public_record:` with the reason why none is needed, or `draft: true`",
        );
    }
    for hit in inspection.hits(RULE) {
        let draft = hit.needle.who.and_then(|id| site.drafts.get(id));
        if draft.is_some_and(|draft| {
            is_named(hit, &draft.record.names) && !is_namesakes(inspection, hit)
        }) {
            findings.report(
                &hit.passage.file,
                hit.passage.place(hit.words()),
                "this text names somebody who is not published",
                "take the name out, or wait until that person's record can be published",
            );
        }
    }
}

/// Whether the text is about a published person of the same surname and name.
fn is_namesakes(inspection: &Inspection<'_, '_>, hit: &Hit<'_, '_>) -> bool {
    let people = hit
        .passage
        .people
        .iter()
        .filter_map(|id| inspection.site.people.get(*id));
    let mut names = people.map(|person| &person.record.names);
    names.any(|names| {
        let same = |stem: &(String, Form)| stem.0 == hit.needle.text;
        spellings(names.surname.as_ref())
            .flat_map(stems)
            .any(|stem| same(&stem))
            && is_whole_name(hit, names)
    })
}
