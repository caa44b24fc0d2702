//! Pages that say one thing: the choice of languages, not found, removed, moved.

use super::desk::{Desk, dir_of};
use super::frame::{Frame, own_name, verify};
use crate::plan::{Local, Output};
use crate::record::{Id, Kind};
use crate::view::{self, Languages, Moved, Named, NotFound, NotFoundIn, Removed, SiteLanguage};
use crate::voice::{ListKey, Voice};

/// The choice of languages.
pub(super) fn languages(desk: &Desk<'_>) -> Languages {
    let config = &desk.site().config;
    let language = |voice: &Voice| {
        let there = Desk { voice, ..*desk };
        SiteLanguage {
            lang: voice.lang.to_string(),
            dir: dir_of(&voice.lang),
            name: own_name(&voice.lang),
            href: desk.to_output(&Output::Page(voice.lang.clone(), Local::Home)),
            title: there.phrase(&config.title),
            description: there.phrase_of(config.description.as_ref()),
            verify: verify(&there),
        }
    };
    Languages {
        page: Frame::titled(desk.phrase(&config.title).text)
            .bare()
            .page(desk),
        languages: desk.press.voices.iter().map(language).collect(),
    }
}

/// What hosts serve for a path that is not there, in all languages and without
/// a link: it is served at any depth.
pub(super) fn not_found(desk: &Desk<'_>) -> NotFound {
    let language = |voice: &Voice| NotFoundIn {
        lang: voice.lang.to_string(),
        dir: dir_of(&voice.lang),
    };
    NotFound {
        page: view::Page {
            feed: None,
            ..Frame::titled(desk.say("not-found"))
                .bare()
                .hidden()
                .page(desk)
        },
        languages: desk.press.voices.iter().map(language).collect(),
    }
}

/// That somebody's page was removed: a neutral title, no name.
pub(super) fn removed(desk: &Desk<'_>) -> Removed {
    Removed {
        page: Frame::titled(desk.say("removed")).hidden().page(desk),
    }
}

/// Where a page stands now.
pub(super) fn moved(desk: &Desk<'_>, kind: Kind, to: &Id) -> Moved {
    let there = match kind {
        Kind::Prisoner => Some(Named {
            name: desk.person_name(to),
            href: Some(desk.person_link(to)),
        }),
        Kind::Facility => desk.facility(to),
        Kind::Service => desk.service(to),
        Kind::Organisation => desk.organisation(to),
        Kind::Case => desk.case(to),
        Kind::Rules => desk.site().rules.get(to).map(|(_, rules)| Named {
            name: desk.phrase(&rules.name),
            href: Some(desk.to(Local::Rules(to.clone()))),
        }),
        Kind::Page => desk.site().pages.get(to).map(|(_, page)| Named {
            name: desk.phrase(&page.title),
            href: Some(desk.to(Local::Text(to.clone()))),
        }),
        Kind::LetterDay => None,
    };
    let list = || Named {
        name: desk.say("list-people").into(),
        href: Some(desk.to_list(ListKey::People)),
    };
    Moved {
        page: Frame::titled(desk.say("moved")).hidden().page(desk),
        to: there.unwrap_or_else(list),
    }
}
