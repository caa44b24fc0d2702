//! What every page on somebody says: the state, whether one can write, the rules.

use super::desk::Desk;
use super::{letters, row};
use crate::record::{Birth, PartialDate, RuleKey};
use crate::site::Person;
use crate::state::{Decision, Reason, Via};
use crate::texts::Args;
use crate::view::{self, LetterRule, Write};

/// Where the person stands, in one sentence or two.
pub(super) fn state_sentence(desk: &Desk<'_>, person: &Person) -> String {
    let folded = &person.derived.folded;
    let gender = person.record.gender.as_str();
    let facility = desk.site().shown_facility(person);
    let name = facility.map(|(_, f)| desk.phrase(f.short.as_ref().unwrap_or(&f.name)).text);
    let args = Args::new()
        .with("gender", gender)
        .with(
            "since",
            folded
                .custody_since
                .map(|date| desk.since(date))
                .unwrap_or_default(),
        )
        .with(
            "when",
            folded
                .custody_since
                .map(|date| desk.when(date))
                .unwrap_or_default(),
        )
        .with("facility", name.unwrap_or_default());
    let id = crate::texts::id("state", folded.custody.as_str());
    let state = desk.texts().say_with(&id, &args);
    match folded
        .died
        .filter(|_| folded.custody != crate::record::Custody::Died)
    {
        None => state,
        Some(died) => {
            let args = Args::new()
                .with("gender", gender)
                .with("when", desk.when(died));
            format!("{state} {}", desk.texts().say_with("died-later", &args))
        }
    }
}

/// The prisoner number, which is as withheld as the address.
pub(super) fn prisoner_number(person: &Person) -> Option<String> {
    let number = person.record.prisoner_number.as_ref();
    number.filter(|_| person.derived.one_may_write()).cloned()
}

/// The punishment cell, in a sentence.
pub(super) fn punishment(desk: &Desk<'_>, person: &Person) -> Option<String> {
    let (kind, since) = person.derived.folded.punishment?;
    let args = Args::new().with("since", desk.since(since));
    Some(
        desk.texts()
            .say_with(&crate::texts::id("punishment", kind.as_str()), &args),
    )
}

/// Whether one can write, and why not.
pub(super) fn write(desk: &Desk<'_>, person: &Person) -> Write {
    let mark = row::mark(person);
    match person.derived.decision {
        Decision::Show(via) => Write {
            mark,
            sentence: desk.say(writable(person, via)),
            instead: None,
        },
        Decision::Withhold(reason) => {
            let args = Args::new().with("gender", person.record.gender.as_str());
            let died = person.derived.folded.died.is_some();
            let id = crate::texts::id("withheld", if died { "died" } else { topic(reason) });
            let instead = desk.texts().say_with(&format!("{id}-instead"), &args);
            Write {
                mark,
                sentence: desk.texts().say_with(&id, &args),
                instead: Some(instead),
            }
        }
    }
}

fn writable(person: &Person, via: Via) -> &'static str {
    match via {
        Via::Intermediary => "write-intermediary",
        Via::Agency => "write-agency",
        Via::Facility if person.is_listed_only() => "write-listed",
        Via::Facility => "write-yes",
    }
}

/// The texts speak alike of everybody who is free.
fn topic(reason: Reason) -> &'static str {
    match reason.as_str() {
        "released" | "exchanged" | "deported" | "pardoned" | "acquitted" => "not_held",
        other => other,
    }
}

/// The letter rules that hold for somebody.
pub(super) fn rules(
    desk: &Desk<'_>,
    person: &Person,
    notes: &mut letters::Notes,
) -> Vec<LetterRule> {
    let rules = desk.site().letter_rules(person).into_iter();
    rules
        .map(|found| notes.rule(desk, found.key, found.rule, found.sources))
        .collect()
}

/// What the person's and the country's rules add to the sender's box.
pub(super) fn country_safety(desk: &Desk<'_>, person: &Person) -> Vec<view::Phrase> {
    if !person.derived.one_may_write() {
        return Vec::new();
    }
    let own = person
        .record
        .letters
        .get(RuleKey::Safety)
        .map(|rule| desk.phrase(&rule.text));
    let site = desk.site();
    let country = site
        .letter_country(person)
        .and_then(|country| site.rules(country));
    let of_country = country
        .map(|rules| letters::safety(desk, rules))
        .unwrap_or_default();
    own.into_iter().chain(of_country).collect()
}

/// What may be said of somebody's birth. Age is not: it would count from today.
pub(super) fn birth(desk: &Desk<'_>, person: &Person) -> Option<String> {
    let birth: &Birth = person
        .record
        .birth
        .as_ref()
        .filter(|_| !person.derived.minor_protected)?;
    let words = match birth.publish {
        crate::record::PublishBirth::Full => desk.texts().moment(super::desk::moment(birth.date)),
        crate::record::PublishBirth::None => return None,
        crate::record::PublishBirth::Year => desk.texts().year(birth.public_year()?),
        crate::record::PublishBirth::DayMonth => {
            let (month, day) = birth.public_day()?;
            desk.texts().day_month(month, day)
        }
    };
    Some(words)
}

/// The languages that the person reads, in words.
pub(super) fn reads(desk: &Desk<'_>, person: &Person) -> Option<String> {
    let names: Vec<String> = person
        .record
        .languages
        .iter()
        .map(|lang| desk.voice.language_name(lang))
        .collect();
    (!names.is_empty()).then(|| desk.texts().list(&names))
}

/// What the person likes: the editor's words, else those that lists are made by.
pub(super) fn interests(desk: &Desk<'_>, person: &Person) -> Option<view::Phrase> {
    let topics = person.record.topics.iter();
    let topics: Vec<String> = topics
        .map(|topic| desk.word("topic", topic.as_str()))
        .collect();
    let listed = || (!topics.is_empty()).then(|| desk.texts().list(&topics).into());
    desk.phrase_of(person.record.interests.as_ref())
        .or_else(listed)
}

/// When the present persecution began, for the list of new names.
pub(super) fn began(person: &Person) -> Option<PartialDate> {
    person.derived.folded.arrested
}
