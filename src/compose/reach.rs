//! What a file could be made from, known before its view is made: so that an edit of one
//! text leads to few views.
//!
//! A view may show everything that is in front matter, but the texts below it only of the
//! record that its page is about. Where a view shows a text of another record, its output
//! must say so here; the test that builds after random edits finds what is forgotten.

use crate::output::{Fingerprint, Item};
use crate::plan::{Local, Output};
use crate::press::Press;
use crate::record::{Id, Kind};
use crate::site::{Bodies, Site};
use crate::voice::ListKey;

/// The digests of what many files have in common.
pub(super) struct Reach {
    /// All but the texts of records, and which files there are.
    frame: Fingerprint,
    /// The texts of all records.
    texts: Fingerprint,
}

/// Whose texts a file may show.
enum Texts<'a> {
    Nobody,
    Of(Kind, &'a Id),
    Anybody,
}

impl Reach {
    pub fn new(press: &Press, frame: Fingerprint) -> Self {
        let items = press.plan.items().iter();
        let paths = items.map(|item| item.path.as_str().as_bytes());
        let frame = [frame.as_bytes()].into_iter();
        let texts = press.site.bodies.values().flat_map(Bodies::digests);
        Reach {
            frame: Fingerprint::of(frame.chain(paths)),
            texts: Fingerprint::of(texts),
        }
    }

    pub fn of(&self, site: &Site, item: &Item<Output>) -> Fingerprint {
        let common = [self.frame.as_bytes(), item.path.as_str().as_bytes()].into_iter();
        match texts(&item.kind) {
            Texts::Nobody => Fingerprint::of(common),
            Texts::Anybody => Fingerprint::of(common.chain([self.texts.as_bytes()])),
            Texts::Of(kind, id) => {
                let bodies = site.bodies(kind, id).into_iter();
                Fingerprint::of(common.chain(bodies.flat_map(Bodies::digests)))
            }
        }
    }
}

fn texts(output: &Output) -> Texts<'_> {
    match output {
        Output::Languages
        | Output::NotFound
        | Output::PeopleJson
        | Output::Photo(..)
        | Output::PhotoSource(..)
        | Output::Image(_)
        | Output::BirthdayDays(_)
        | Output::Envelope(..)
        | Output::Files(_)
        | Output::Worker
        | Output::Script(_)
        | Output::Search(..) => Texts::Nobody,
        Output::Feed(_) | Output::LetterDays(_) => Texts::Anybody,
        Output::Page(_, local) => texts_of_page(local),
    }
}

fn texts_of_page(local: &Local) -> Texts<'_> {
    match local {
        Local::Profile(id) | Local::Story(id) => Texts::Of(Kind::Prisoner, id),
        Local::Service(id) => Texts::Of(Kind::Service, id),
        Local::Organisation(id) => Texts::Of(Kind::Organisation, id),
        Local::Rules(id) => Texts::Of(Kind::Rules, id),
        Local::Text(id) => Texts::Of(Kind::Page, id),
        Local::List(ListKey::Facility(id), _) => Texts::Of(Kind::Facility, id),
        Local::List(ListKey::Case(id), _) => Texts::Of(Kind::Case, id),
        Local::Home | Local::Calendar => Texts::Anybody,
        Local::Sheet(_)
        | Local::Removed(_)
        | Local::Moved { .. }
        | Local::Birthdays
        | Local::BirthdayMonth(_)
        | Local::Search
        | Local::Verify
        | Local::Check
        | Local::Mirrors
        | Local::Keep
        | Local::List(..)
        | Local::Index(..)
        | Local::Labels(..) => Texts::Nobody,
    }
}
