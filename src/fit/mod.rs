//! What of a long story and its background fits a profile, and what goes on on a second page.
//!
//! The whole plan must be known before any page is made, so a page's size is estimated, and from
//! nothing but what the page shows: a withheld fact must not move the cut.

use crate::markdown::{self, Rendered};
use crate::record::{Event, Kind, Lang, LangText, LetterRules, Source, Support};
use crate::site::{Person, Site};
use crate::texts::Language;

/// The most bytes that a profile should have before compression.
const PAGE: usize = 14_000;
/// The most bytes of a story's HTML on a profile: what comes after it should be in reach.
const STORY: usize = 4_500;
/// A story's beginning that is always there, if its blocks allow it.
const BEGINNING: usize = 900;
/// So many of the latest events are always there.
const EVENTS: usize = 1;

/// Head and style, name and state, menu and footer.
const FRAME: usize = 8_100;
/// The way to a third language of the site, and to each after it.
const LANGUAGE: usize = 90;
/// What a page in Persian has more: rules of its style, and letters of two bytes in its words.
const PERSIAN: usize = 900;
/// Behind each date of such a page, and around words in another direction.
const SECOND_DATE: usize = 60;
/// The style, the envelope and the sender's safety box of somebody to whom one may write.
const LETTER: usize = 3_250;
/// Tags and standard words of one part, beside the text that an editor wrote.
const RULE: usize = 90;
const EVENT: usize = 130;
const REFERENCE: usize = 30;
const SOURCE: usize = 110;
const RECOGNITION: usize = 190;
const SUPPORT: usize = 130;
/// A portrait in place of initials, beside its words; and each newer format of it.
const PORTRAIT: usize = 40;
const FORMAT: usize = 100;

/// How a profile is cut in one language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fit {
    /// The byte of the story's HTML at which it is cut, at the end of a block.
    pub story: Option<usize>,
    /// How many of the oldest events stand on the second page only.
    pub older_events: usize,
    /// Recognitions, links for support and sources stand on the second page only.
    pub context: bool,
}

impl Fit {
    /// Whether the second page has the whole timeline, with its sources.
    #[must_use]
    pub fn has_background(self) -> bool {
        self.older_events > 0 || self.context
    }

    /// Whether there is a second page.
    #[must_use]
    pub fn continues(self) -> bool {
        self.story.is_some() || self.has_background()
    }
}

/// How somebody's profile is cut.
#[must_use]
pub fn fit(site: &Site, person: &Person, lang: &Lang) -> Fit {
    let text = Text { site, lang };
    let events: Vec<usize> = person
        .record
        .timeline
        .iter()
        .map(|it| text.event(it))
        .collect();
    let story = site
        .bodies(Kind::Prisoner, &person.id)
        .and_then(|bodies| bodies.choose(lang))
        .map(|chosen| &chosen.body.rendered);
    let room = PAGE.saturating_sub(text.frame() + text.portrait(person) + text.letter(person));
    let least = beginning(story, BEGINNING) + latest(&events);
    let beside_context = room
        .checked_sub(text.context(person))
        .filter(|room| *room >= least);
    let context = beside_context.is_none();
    share(beside_context.unwrap_or(room), story, &events, context)
}

/// Gives the story what the events leave of a page's room, and the events the rest.
fn share(room: usize, story: Option<&Rendered>, events: &[usize], context: bool) -> Fit {
    let all_events: usize = events.iter().sum();
    let for_story = room.saturating_sub(all_events).clamp(BEGINNING, STORY);
    let left = room.saturating_sub(beginning(story, for_story));
    Fit {
        story: story.and_then(|rendered| markdown::cut(rendered, for_story)),
        older_events: older(events, left),
        context,
    }
}

/// The bytes of a story that stand on the profile when it has so much room.
fn beginning(story: Option<&Rendered>, room: usize) -> usize {
    story.map_or(0, |rendered| {
        markdown::cut(rendered, room).unwrap_or(rendered.html.len())
    })
}

/// The bytes of the latest events, which are always there.
fn latest(events: &[usize]) -> usize {
    events.iter().rev().take(EVENTS).sum()
}

/// How many of the oldest events do not fit.
fn older(events: &[usize], room: usize) -> usize {
    let latest_first = events.iter().rev().scan(0, |sum, event| {
        *sum += event;
        Some(*sum)
    });
    let fitting = latest_first.take_while(|sum| *sum <= room).count();
    events.len() - fitting.max(EVENTS.min(events.len()))
}

/// Sizes of texts in one language.
struct Text<'a> {
    site: &'a Site,
    lang: &'a Lang,
}

impl Text<'_> {
    fn frame(&self) -> usize {
        let languages = self.site.config.languages.len();
        let persian = if self.is_persian() { PERSIAN } else { 0 };
        FRAME + persian + LANGUAGE * languages.saturating_sub(2)
    }

    /// A photograph's words stand on its page, and its formats are named there.
    fn portrait(&self, person: &Person) -> usize {
        let portrait = person.record.photo.as_ref().zip(self.site.portrait(person));
        portrait.map_or(0, |(photo, portrait)| {
            let words = [&photo.credit, &photo.licence].into_iter().flatten();
            PORTRAIT
                + FORMAT * portrait.newer.len()
                + self.of(photo.alt.as_ref())
                + words.map(String::len).sum::<usize>()
        })
    }

    fn is_persian(&self) -> bool {
        Language::parse(self.lang.as_str()).is_ok_and(|language| language.has_solar_dates())
    }

    /// What stands behind a date.
    fn second_date(&self) -> usize {
        if self.is_persian() { SECOND_DATE } else { 0 }
    }

    /// Recognitions, links for support and sources.
    fn context(&self, person: &Person) -> usize {
        let record = &person.record;
        let sources: usize = record.common.sources.iter().map(|it| self.source(it)).sum();
        let support: usize = record.support.iter().map(|it| self.support(it)).sum();
        let recognitions = record.recognitions.iter();
        let recognitions: usize = recognitions
            .map(|it| RECOGNITION + REFERENCE * it.source.0.len() + self.of(it.title.as_ref()))
            .sum();
        sources + support + recognitions
    }

    /// Who it is, and how to write, if one may.
    fn letter(&self, person: &Person) -> usize {
        let about = self.of(person.record.about.as_ref());
        if !person.derived.one_may_write() {
            return about;
        }
        let facility = self.site.shown_facility(person);
        let country = facility.and_then(|(_, facility)| self.site.rules(&facility.country));
        let country = country.map_or(0, |rules| self.rules(&rules.letters));
        about
            + LETTER
            + country
            + facility.map_or(0, |(_, facility)| self.rules(&facility.letters))
            + self.rules(&person.record.letters)
            + self.of(person.record.interests.as_ref())
    }

    fn rules(&self, rules: &LetterRules) -> usize {
        let rule = |rule: &crate::record::LetterRule| {
            RULE + self.of(Some(&rule.text)) + self.of(rule.practice.as_ref())
        };
        rules.iter().map(|(_, it)| rule(it)).sum()
    }

    fn event(&self, event: &Event) -> usize {
        let texts = [&event.sentence, &event.place, &event.note];
        let texts: usize = texts.into_iter().map(|it| self.of(it.as_ref())).sum();
        let articles: usize = event.articles.iter().map(|it| it.len() + REFERENCE).sum();
        EVENT + self.second_date() + texts + articles + REFERENCE * event.source.0.len()
    }

    fn source(&self, source: &Source) -> usize {
        let url = source.url.as_ref().map_or(0, |url| url.as_str().len());
        SOURCE
            + self.second_date()
            + url
            + self.of(source.title.as_ref())
            + self.of(source.publisher.as_ref())
    }

    fn support(&self, support: &Support) -> usize {
        SUPPORT + support.url.as_str().len() + self.of(support.title.as_ref())
    }

    fn of(&self, text: Option<&LangText>) -> usize {
        let order = &self.site.config.languages;
        text.map_or(0, |text| text.pick(self.lang, order).text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_events_stay_and_the_oldest_go() {
        assert_eq!(older(&[100; 8], 800), 0);
        assert_eq!(older(&[100; 8], 799), 1);
        assert_eq!(older(&[100, 100, 100, 100, 100, 600], 800), 3);
        assert_eq!(older(&[100; 8], 0), 7);
        assert_eq!(older(&[100; 1], 0), 0);
        assert_eq!(older(&[], 0), 0);
    }
}
