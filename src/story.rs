//! A story that does not fit its profile goes on on a page of its own.

use crate::markdown::Rendered;
use crate::record::{Id, Kind, Lang};
use crate::site::Site;

/// How many bytes of a story's HTML stand on the profile. The style, the
/// address and the rules take the rest of the page's 14 kB.
pub const BUDGET: usize = 4_500;

/// Whether somebody's story goes on on a second page in a language.
#[must_use]
pub fn continues(site: &Site, id: &Id, lang: &Lang) -> bool {
    site.bodies(Kind::Prisoner, id)
        .and_then(|bodies| bodies.choose(lang))
        .is_some_and(|chosen| cut_at(&chosen.body.rendered).is_some())
}

/// Where a story is cut, at the end of a block; none if it fits.
#[must_use]
pub fn cut_at(rendered: &Rendered) -> Option<usize> {
    crate::markdown::cut(rendered, BUDGET)
}
