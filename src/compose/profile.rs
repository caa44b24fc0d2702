//! A prisoner's page: how to write first, the story after it.

use super::desk::Desk;
use super::frame::Frame;
use super::{about, address, body, letters, links, sheet, sources, timeline};
use crate::fit::{Behind, fit};
use crate::plan::{Local, Output};
use crate::record::{Facility, Id, Kind, Support};
use crate::site::Person;
use crate::source::PictureFile;
use crate::texts::Args;
use crate::view::{self, Named, Portrait, Profile};
use crate::voice::ListKey;

/// The page of somebody who is published: what fits, and the way to the rest.
pub(super) fn profile(desk: &Desk<'_>, person: &Person) -> Profile {
    let cut = fit(desk.site(), person, desk.voice);
    let more = || desk.to(Local::Story(person.id.clone()));
    let mut view = whole(desk, person);
    view.story = body::beginning(desk, &person.id, cut.story, more());
    view.timeline.drain(..cut.older_events);
    view.timeline_more = cut.has_background().then(more);
    if cut.behind >= Behind::Context {
        view.recognitions.clear();
        view.support.clear();
        view.sources.clear();
        let numbers = view.timeline.iter_mut().map(|entry| &mut entry.sources);
        numbers.for_each(Vec::clear);
    }
    if cut.behind >= Behind::Notes && !view.rule_notes.is_empty() {
        view.rule_notes.clear();
        view.rules.iter_mut().for_each(|rule| rule.note = None);
        view.rules_more = Some(format!("{}#letter_rules", more()));
    }
    if cut.behind >= Behind::Facts {
        view.birth = None;
        view.region = None;
        view.also.clear();
        view.articles.clear();
        view.cases.clear();
    }
    view
}

/// The same with the whole story and the whole timeline.
pub(super) fn whole(desk: &Desk<'_>, person: &Person) -> Profile {
    let record = &person.record;
    let shown = desk.site().shown_facility(person);
    let name = desk.person_name(&person.id);
    let list = if person.derived.folded.custody.is_over() {
        ListKey::Released
    } else {
        ListKey::People
    };
    let heading = super::lists::heading(desk, &list).text;
    let state = about::state_sentence(desk, person);
    let frame = Frame::titled(name.text.clone())
        .personal()
        .described(Some(format!(
            "{state} {}",
            about::write(desk, person).sentence
        )))
        .below(desk.to_list(list), heading);
    let mut notes = letters::Notes::default();
    let rules = about::rules(desk, person, &mut notes);
    Profile {
        page: frame.page(desk),
        also: if person.derived.minor_protected {
            Vec::new()
        } else {
            record
                .names
                .also
                .iter()
                .map(|name| desk.words(name))
                .collect()
        },
        about: desk.phrase_of(record.about.as_ref()),
        portrait: portrait(desk, person),
        state,
        punishment: about::punishment(desk, person),
        write: about::write(desk, person),
        address: address::of_person(desk, person),
        sheet: sheet::link(desk, person),
        prisoner_number: about::prisoner_number(person),
        facility: shown.and_then(|(id, _)| desk.facility(id)),
        services: shown
            .map(|(_, facility)| services(desk, facility))
            .unwrap_or_default(),
        rules,
        rule_notes: notes.list(),
        rules_more: None,
        safety: about::country_safety(desk, person),
        birth: about::birth(desk, person),
        languages: about::reads(desk, person),
        interests: about::interests(desk, person),
        region: shown.and_then(|(_, facility)| region(desk, facility)),
        story: body::whole(desk, Kind::Prisoner, &person.id),
        timeline: timeline::of(desk, person),
        timeline_more: None,
        articles: person
            .articles()
            .into_iter()
            .map(|article| desk.article(article))
            .collect(),
        cases: record.cases.iter().filter_map(|id| desk.case(id)).collect(),
        recognitions: recognitions(desk, person),
        support: record
            .support
            .iter()
            .filter_map(|link| support(desk, link))
            .collect(),
        sources: sources::list(desk, &record.common.sources),
        name,
    }
}

/// The page with what did not fit the profile.
pub(super) fn story(desk: &Desk<'_>, person: &Person) -> Option<view::Story> {
    let profile = desk.person_link(&person.id);
    let name = desk.person_name(&person.id);
    let cut = fit(desk.site(), person, desk.voice);
    let body = cut
        .story
        .and_then(|at| body::rest(desk, &person.id, at, &profile));
    let background = cut.has_background().then(|| whole(desk, person));
    let frame = Frame::titled(format!("{}: {}", name.text, desk.say("story-rest")))
        .personal()
        .below(profile.clone(), name.clone());
    Some(view::Story {
        page: frame.page(desk),
        name,
        profile,
        body,
        background: background.map(|whole| background_of(whole, cut.behind)),
    })
}

/// Of a whole profile what stands on the second page.
fn background_of(whole: Profile, behind: Behind) -> view::Background {
    let mut background = view::Background {
        timeline: whole.timeline,
        recognitions: whole.recognitions,
        support: whole.support,
        sources: whole.sources,
        ..view::Background::default()
    };
    if behind >= Behind::Notes {
        background.rules = whole.rules;
        background.rule_notes = whole.rule_notes;
    }
    if behind >= Behind::Facts {
        background.birth = whole.birth;
        background.also = whole.also;
        background.region = whole.region;
        background.articles = whole.articles;
        background.cases = whole.cases;
    }
    background
}

/// A photograph, or initials on a stamp whose colour follows from the id. A
/// protected minor's photograph is never shown.
fn portrait(desk: &Desk<'_>, person: &Person) -> Portrait {
    let colour = person
        .id
        .as_str()
        .bytes()
        .fold(0_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte))
        % 8;
    Portrait {
        photo: photo(desk, person),
        initials: desk.voice.name(&person.id).initials.clone(),
        colour,
    }
}

fn photo(desk: &Desk<'_>, person: &Person) -> Option<view::Photo> {
    let photo = person.record.photo.as_ref()?;
    let portrait = desk.site().portrait(person)?;
    let source = |file: &PictureFile| view::PhotoSource {
        src: desk.to_output(&Output::photo_source(&person.id, file)),
        media_type: file.picture.kind.media_type().to_owned(),
    };
    Some(view::Photo {
        src: desk.to_output(&Output::photo(&person.id, portrait.file)),
        sources: portrait.newer.into_iter().map(source).collect(),
        width: portrait.file.picture.width,
        height: portrait.file.picture.height,
        alt: desk.phrase(photo.alt.as_ref()?),
        credit: desk.words(photo.credit.as_deref()?),
        licence: desk.words(photo.licence.as_deref()?),
    })
}

fn services(desk: &Desk<'_>, facility: &Facility) -> Vec<Named> {
    let open = |id: &&Id| {
        desk.site()
            .service(id)
            .is_some_and(|service| service.closed.is_none())
    };
    facility
        .channels
        .iter()
        .filter(open)
        .filter_map(|id| desk.service(id))
        .collect()
}

fn region(desk: &Desk<'_>, facility: &Facility) -> Option<Named> {
    let code = facility.region.as_ref()?;
    Some(Named {
        name: desk.region_name(code),
        href: Some(desk.to_list(ListKey::Region(code.clone()))),
    })
}

fn recognitions(desk: &Desk<'_>, person: &Person) -> Vec<view::Recognition> {
    let line = |recognition: &crate::record::Recognition| {
        let organisation = recognition.organisation.as_ref()?;
        let gender = Args::new().with("gender", person.record.gender.as_str());
        let id = crate::texts::id("recognition", recognition.status.as_str());
        let title = recognition.title.as_ref().map(|title| desk.phrase(title));
        Some(view::Recognition {
            organisation: desk.organisation(organisation)?,
            status: title.unwrap_or_else(|| desk.texts().say_with(&id, &gender).into()),
            date: desk.date(recognition.date?),
            warning: desk.warning(organisation),
            sources: sources::numbers(&recognition.source, &person.record.common.sources),
        })
    };
    person.record.recognitions.iter().filter_map(line).collect()
}

fn support(desk: &Desk<'_>, link: &Support) -> Option<view::Support> {
    let left_out = links::is_left_out(desk, &link.url);
    let name = match &link.title {
        Some(title) => desk.phrase(title),
        None if left_out => return None,
        None => desk.words(link.url.as_str()),
    };
    Some(view::Support {
        link: Named {
            name,
            href: (!left_out).then(|| link.url.as_str().to_owned()),
        },
        kind: desk.word("support", link.kind.as_str()),
        warning: links::warning(desk, &link.url, link.organisation.as_ref()),
    })
}
