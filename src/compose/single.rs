//! A prisoner's page that needs no other file, to be sent as it is.

use super::desk::Desk;
use super::profile;
use crate::markdown;
use crate::problem::Problem;
use crate::site::Person;
use crate::view::{Named, Page, Profile};

/// Gives a picture of the content, by its path, as a `data:` address.
pub(super) type Inline<'a> = dyn Fn(&str) -> Result<String, Problem> + 'a;

/// The profile with its whole story, its pictures in it, and no link to
/// another page: on somebody's phone there is none.
pub(super) fn single(
    desk: &Desk<'_>,
    person: &Person,
    inline: &Inline<'_>,
) -> Result<Profile, Problem> {
    let mut view = profile::whole(desk, person);
    cut_off_page(&mut view.page);
    view.sheet = None;
    links(&mut view).for_each(|link| link.href = None);
    let portrait = desk.site().portrait(person);
    if let Some((photo, portrait)) = view.portrait.photo.as_mut().zip(portrait) {
        // One format, and the one that every phone can show.
        photo.src = inline(&portrait.file.path)?;
        photo.sources.clear();
    }
    if let Some(story) = &mut view.story {
        story.html = markdown::alone(&story.html, |src| inline(&content_path(src)))?;
    }
    Ok(view)
}

/// The frame without its links. The site's name, if a theme links it all the
/// same, leads to the page's own beginning.
fn cut_off_page(page: &mut Page) {
    page.alone = true;
    page.root = String::new();
    page.home.href = "#page_main".into();
    page.languages.clear();
    page.menu.clear();
    page.crumbs.clear();
    page.feed = None;
    page.verify = None;
    page.mirrors = None;
}

/// All that a profile links within the site.
fn links(view: &mut Profile) -> impl Iterator<Item = &mut Named> {
    let events = view
        .timeline
        .iter_mut()
        .flat_map(|entry| entry.facility.iter_mut().chain(&mut entry.articles));
    let organisations = view
        .recognitions
        .iter_mut()
        .map(|recognition| &mut recognition.organisation);
    view.facility
        .iter_mut()
        .chain(&mut view.services)
        .chain(&mut view.region)
        .chain(&mut view.articles)
        .chain(&mut view.cases)
        .chain(events)
        .chain(organisations)
}

/// Where the picture stands that a body shows as `../../images/a.png`.
fn content_path(src: &str) -> String {
    format!("content/{}", src.trim_start_matches("../"))
}
