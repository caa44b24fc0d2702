//! What is printed for one person: the sheet and the envelopes.

use super::desk::{Desk, dir_of};
use super::frame::Frame;
use super::stencil::stencil;
use super::{about, address, letters};
use crate::check::OnSheet;
use crate::plan::{Local, Output, Script};
use crate::record::{EnvelopeFormat, Id};
use crate::site::{Fit, Person};
use crate::view::{Cover, CoverIn, LetterRule, Link, Page, Scripts, Sheet};
use crate::voice::Voice;

/// The sheet of somebody whose persecution goes on.
pub(super) fn sheet(desk: &Desk<'_>, person: &Person) -> Sheet {
    let name = desk.person_name(&person.id);
    let (state, write) = (
        about::state_sentence(desk, person),
        about::write(desk, person),
    );
    let title = format!("{}: {}", name.text, desk.say("sheet"));
    let frame = Frame::titled(title)
        .described(Some(format!("{state} {}", write.sentence)))
        .below(desk.person_link(&person.id), name.text.clone())
        .hidden();
    Sheet {
        page: Page {
            scripts: Scripts::Own,
            ..frame.page(desk)
        },
        about: desk.phrase_of(person.record.about.as_ref()),
        state,
        punishment: about::punishment(desk, person),
        write,
        address: address::of_person(desk, person),
        prisoner_number: about::prisoner_number(person),
        languages: about::reads(desk, person),
        interests: desk.phrase_of(person.record.interests.as_ref()),
        rules: rules(desk, person),
        safety: about::country_safety(desk, person),
        profile: desk.person_link(&person.id),
        envelopes: envelopes(desk, person),
        script: desk.to_output(&Output::Script(Script::Paper)),
        name,
    }
}

/// The way to somebody's sheet.
pub(super) fn link(desk: &Desk<'_>, person: &Person) -> Option<String> {
    let there = person.has_sheet();
    there.then(|| desk.to(Local::Sheet(person.id.clone())))
}

/// What the sheet must hold on paper (W10).
pub(super) fn wanted(desk: &Desk<'_>, person: &Person) -> Vec<OnSheet> {
    let verified = address::of_person(desk, person).and_then(|address| address.verified);
    let find_us = desk.site().config.how_to_find_us.as_ref();
    let wanted = [
        (
            "the day on which its address was verified",
            verified.map(|verified| verified.date.text),
        ),
        (
            "the line `how_to_find_us`",
            find_us.map(|text| desk.phrase(text).text),
        ),
        ("the sender's safety tips", Some(desk.say("safety-read"))),
    ];
    let on_sheet = |(what, text): (_, Option<String>)| Some(OnSheet { what, text: text? });
    wanted.into_iter().filter_map(on_sheet).collect()
}

/// Rules without notes: where they come from is said on the profile.
fn rules(desk: &Desk<'_>, person: &Person) -> Vec<LetterRule> {
    let rules = about::rules(desk, person, &mut letters::Notes::default());
    let bare = |rule| LetterRule { note: None, ..rule };
    rules.into_iter().map(bare).collect()
}

fn envelopes(desk: &Desk<'_>, person: &Person) -> Vec<Link> {
    let link = |format: EnvelopeFormat| Link {
        href: desk.to_output(&Output::Envelope(format, person.id.clone())),
        text: with_size(format),
    };
    desk.site().formats(person).map(link).collect()
}

/// An envelope; nothing where somebody's address is withheld.
pub(super) fn cover(desk: &Desk<'_>, person: &Person, format: EnvelopeFormat) -> Option<Cover> {
    let fit = person.fit(format)?;
    let address = address::of_person(desk, person)?;
    let written = person.derived.envelope.as_ref()?;
    let title = format!("{}: {}", address.recipient, with_size(format));
    let (width, height) = format.size();
    let (width, height) = (millimetres(width), millimetres(height));
    Some(Cover {
        page: Page {
            feed: None,
            paper: Some(format!("{width}mm {height}mm")),
            ..Frame::titled(title).bare().hidden().page(desk)
        },
        name: format.name().into(),
        format: format.as_str().into(),
        width,
        height,
        fit: match fit {
            Fit::Loose => "loose".into(),
            Fit::Tight => "tight".into(),
        },
        address,
        stencil: written.stencil().and_then(stencil),
        languages: languages(desk, &person.id),
    })
}

fn languages(desk: &Desk<'_>, id: &Id) -> Vec<CoverIn> {
    let language = |voice: &Voice| CoverIn {
        lang: voice.lang.to_string(),
        dir: dir_of(&voice.lang),
        sheet: desk.to_output(&Output::Page(voice.lang.clone(), Local::Sheet(id.clone()))),
    };
    desk.press.voices.iter().map(language).collect()
}

/// `DL, 220 × 110 mm`.
fn with_size(format: EnvelopeFormat) -> String {
    let (width, height) = format.size();
    let (width, height) = (millimetres(width), millimetres(height));
    format!("{}, {width} × {height} mm", format.name())
}

/// Tenths of a millimetre in millimetres.
fn millimetres(tenths: u32) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}
