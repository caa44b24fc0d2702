//! What of a long story and its background fits a profile, and what goes on on a second page.
//!
//! The whole plan must be known before any page is made, so a page's size is estimated, and from
//! nothing but what the page shows: a withheld fact must not move the cut.

mod weight;

use crate::markdown::{self, Rendered};
use crate::record::Kind;
use crate::site::{Freshness, Person, Site};
use crate::voice::Voice;
use weight::Scale;

/// The most bytes that a profile should have before compression.
const PAGE: usize = 14_000;
/// The most bytes of a story's HTML on a profile: what comes after it should be in reach.
const STORY: usize = 4_500;
/// What a story leaves free of the page's room, if events do not take it: most pages should be
/// smaller than the largest may be.
const EASE: usize = 2_200;
/// A story's beginning that is there while anything else can go, if its blocks allow it.
const BEGINNING: usize = 900;
/// So many of the latest events are there while anything else can go.
const EVENTS: usize = 1;

/// How a profile is cut in one language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fit {
    /// The byte of the story's HTML at which it is cut, at the end of a block.
    pub story: Option<usize>,
    /// How many of the oldest events stand on the second page only.
    pub older_events: usize,
    /// What else stands on the second page only.
    pub behind: Behind,
}

/// What goes behind a profile when there is no room, each after the one before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Behind {
    /// Nothing.
    #[default]
    Nothing,
    /// Recognitions, links for support and sources.
    Context,
    /// Where the letter rules come from, too.
    Notes,
    /// The facts in short, too: birth, other names, region, articles, cases.
    Facts,
}

impl Behind {
    const ALL: [Behind; 4] = [
        Behind::Nothing,
        Behind::Context,
        Behind::Notes,
        Behind::Facts,
    ];
}

impl Fit {
    /// Whether the second page has the whole timeline, with its sources.
    #[must_use]
    pub fn has_background(self) -> bool {
        self.older_events > 0 || self.behind > Behind::Nothing
    }

    /// Whether there is a second page.
    #[must_use]
    pub fn continues(self) -> bool {
        self.story.is_some() || self.has_background()
    }
}

/// How somebody's profile is cut.
#[must_use]
pub fn fit(site: &Site, person: &Person, voice: &Voice) -> Fit {
    Parts::of(site, person, voice).fit()
}

/// A profile as the sizes of its parts.
struct Parts<'a> {
    /// What is always there.
    fixed: usize,
    context: usize,
    notes: usize,
    facts: usize,
    events: Vec<usize>,
    story: Option<&'a Rendered>,
}

impl<'a> Parts<'a> {
    fn of(site: &'a Site, person: &Person, voice: &Voice) -> Self {
        let scale = Scale::new(site, voice);
        let bodies = site.bodies(Kind::Prisoner, &person.id);
        let chosen = bodies.and_then(|bodies| bodies.choose(&voice.lang));
        let notice =
            chosen.filter(|chosen| chosen.is_fallback || chosen.body.freshness == Freshness::Older);
        let timeline = person.record.timeline.iter();
        Parts {
            fixed: scale.frame(person)
                + scale.portrait(person)
                + scale.letter(person)
                + notice.map_or(0, |_| scale.untranslated()),
            context: scale.context(person),
            notes: scale.notes(person),
            facts: scale.facts(person),
            events: timeline.map(|event| scale.event(event)).collect(),
            story: chosen.map(|chosen| &chosen.body.rendered),
        }
    }

    /// What stands on the page beside story and timeline.
    fn beside(&self, behind: Behind) -> usize {
        let parts = [
            (Behind::Context, self.context),
            (Behind::Notes, self.notes),
            (Behind::Facts, self.facts),
        ];
        let there = parts.into_iter().filter(|(part, _)| *part > behind);
        self.fixed + there.map(|(_, size)| size).sum::<usize>()
    }

    fn fit(&self) -> Fit {
        let least = beginning(self.story, BEGINNING) + latest(&self.events);
        let room = |behind: &Behind| PAGE.checked_sub(self.beside(*behind));
        let fitting = Behind::ALL
            .into_iter()
            .find(|behind| room(behind).is_some_and(|room| room >= least));
        match fitting {
            Some(behind) => self.share(behind, BEGINNING, EVENTS),
            None => self.share(Behind::Facts, 0, 0),
        }
    }

    /// Gives the story what the events leave of the page's room, and the events the rest.
    fn share(&self, behind: Behind, least: usize, latest: usize) -> Fit {
        let room = PAGE.saturating_sub(self.beside(behind));
        let all_events: usize = self.events.iter().sum();
        let for_story = room.saturating_sub(all_events + EASE).clamp(least, STORY);
        let left = room.saturating_sub(beginning(self.story, for_story));
        Fit {
            story: self.story.and_then(|story| markdown::cut(story, for_story)),
            older_events: older(&self.events, left, latest),
            behind,
        }
    }
}

/// The bytes of a story that stand on the profile when it has so much room.
fn beginning(story: Option<&Rendered>, room: usize) -> usize {
    story.map_or(0, |rendered| {
        markdown::cut(rendered, room).unwrap_or(rendered.html.len())
    })
}

/// The bytes of the latest events.
fn latest(events: &[usize]) -> usize {
    events.iter().rev().take(EVENTS).sum()
}

/// How many of the oldest events do not fit; `least` of the latest stay.
fn older(events: &[usize], room: usize, least: usize) -> usize {
    let latest_first = events.iter().rev().scan(0, |sum, event| {
        *sum += event;
        Some(*sum)
    });
    let fitting = latest_first.take_while(|sum| *sum <= room).count();
    events.len() - fitting.max(least.min(events.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_events_stay_and_the_oldest_go() {
        assert_eq!(older(&[100; 8], 800, 1), 0);
        assert_eq!(older(&[100; 8], 799, 1), 1);
        assert_eq!(older(&[100, 100, 100, 100, 100, 600], 800, 1), 3);
        assert_eq!(older(&[100; 8], 0, 1), 7);
        assert_eq!(older(&[100; 8], 0, 0), 8);
        assert_eq!(older(&[100; 1], 0, 1), 0);
        assert_eq!(older(&[], 0, 1), 0);
    }
}
