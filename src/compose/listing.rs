//! The ways between the pages of a long list.

use super::desk::Desk;
use super::frame::Frame;
use crate::plan::{Listing, Local, Part, Section};
use crate::view::{LetterGroup, LetterLink, Phrase};

/// A list of whatever kind, and where its parts stand.
pub(super) struct Ways<'a, K> {
    pub desk: &'a Desk<'a>,
    pub listing: &'a Listing<K>,
    pub local: &'a dyn Fn(Part) -> Local,
}

impl<K> Ways<'_, K> {
    /// The parts next below this one, else those beside it.
    pub fn letters(&self, part: &Part) -> Vec<LetterLink> {
        let below = self.listing.below(part);
        let sections = match below.is_empty() && !part.is_whole() {
            true => {
                let above = self.listing.above(part).last().map(|it| it.part.clone());
                self.listing.below(&above.unwrap_or_default())
            }
            false => below,
        };
        let link = |section: &Section<K>| self.link(section, part);
        sections.into_iter().map(link).collect()
    }

    /// The pages further below, so that nobody has to go letter by letter.
    pub fn far_below(&self, part: &Part) -> Vec<LetterGroup> {
        let far = self.listing.far_below(part).into_iter();
        far.map(|(section, pages)| LetterGroup {
            letters: self.text(section),
            parts: pages.into_iter().map(|it| self.link(it, part)).collect(),
        })
        .collect()
    }

    /// The ways into the list from elsewhere; none into a list of one page.
    pub fn ways_in(&self) -> Vec<LetterLink> {
        let ways = self.listing.ways_in().into_iter();
        ways.map(|section| self.link(section, &Part::whole()))
            .collect()
    }

    /// The way up from a part.
    pub fn below(&self, frame: Frame, heading: impl Into<Phrase>, part: &Part) -> Frame {
        if part.is_whole() {
            return frame;
        }
        let frame = frame.below(self.href(&Part::whole()), heading);
        let above = self.listing.above(part).into_iter();
        above.fold(frame, |frame, section| {
            frame.below(self.href(&section.part), self.text(section))
        })
    }

    /// What a part is called.
    pub fn title(&self, heading: &str, part: &Part) -> String {
        match self.listing.section(part) {
            Some(section) if !part.is_whole() => format!("{heading}: {}", self.text(section)),
            _ => heading.to_owned(),
        }
    }

    fn link(&self, section: &Section<K>, here: &Part) -> LetterLink {
        LetterLink {
            text: self.text(section),
            href: Some(self.href(&section.part)),
            current: section.part == *here,
        }
    }

    fn text(&self, section: &Section<K>) -> String {
        let number = |number| self.desk.texts().number(i64::from(number));
        match section.number {
            Some(at) => format!("{} {}", section.letters, number(at)),
            None => section.letters.clone(),
        }
    }

    fn href(&self, part: &Part) -> String {
        self.desk.to((self.local)(part.clone()))
    }
}
