//! The frame of a page: head, header, footer, and the ways out of it.

use super::desk::{Desk, dir_of};
use crate::output::SitePath;
use crate::plan::{Local, Output, Part, path_of};
use crate::record::{Config, Lang, Url};
use crate::texts::Language;
use crate::view::{LanguageLink, MenuItem, Named, Page, Phrase, Scripts};
use crate::voice::{IndexKey, ListKey};

/// What differs from page to page.
#[derive(Default)]
pub(super) struct Frame {
    pub title: String,
    pub description: Option<String>,
    pub crumbs: Vec<Named>,
    pub noindex: bool,
    /// The title stands alone, without the site's name.
    pub bare_title: bool,
    /// The page is about one person, and does not name the feed.
    pub personal: bool,
}

impl Frame {
    pub fn titled(title: impl Into<String>) -> Self {
        Frame {
            title: title.into(),
            ..Frame::default()
        }
    }

    pub fn personal(mut self) -> Self {
        self.personal = true;
        self
    }

    pub fn described(mut self, description: Option<String>) -> Self {
        self.description = description;
        self
    }

    pub fn below(mut self, href: String, name: impl Into<Phrase>) -> Self {
        self.crumbs.push(Named {
            name: name.into(),
            href: Some(href),
        });
        self
    }

    pub fn hidden(mut self) -> Self {
        self.noindex = true;
        self
    }

    pub fn bare(mut self) -> Self {
        self.bare_title = true;
        self
    }

    /// The finished frame of this page.
    pub fn page(self, desk: &Desk<'_>) -> Page {
        let config = &desk.site().config;
        let site_title = desk.phrase(&config.title);
        let title = match self.bare_title {
            true => self.title,
            false => format!("{} · {}", self.title, site_title.text),
        };
        Page {
            lang: desk.lang().to_string(),
            dir: dir_of(desk.lang()),
            title,
            description: self.description,
            root: "../".repeat(desk.path.as_str().matches('/').count()),
            home: item(desk, Local::Home, site_title),
            leave: leave(&desk.site().config),
            languages: languages(desk),
            menu: menu(desk),
            crumbs: self.crumbs,
            feed: (!self.personal).then(|| desk.to_output(&Output::Feed(desk.lang().clone()))),
            noindex: self.noindex,
            scripts: Scripts::None,
            paper: None,
            alone: false,
            unreviewed: desk.texts().reviewed().is_none(),
            verify: verify(desk),
            mirrors: None,
            pinned: config.date.map(|date| desk.texts().date(date)),
            how_to_find_us: config.how_to_find_us.as_ref().map(|text| desk.phrase(text)),
        }
    }
}

/// The way to the page on checking a copy, if the site makes releases.
pub(super) fn verify(desk: &Desk<'_>) -> Option<String> {
    let newest = desk.site().signing.newest();
    newest.map(|_| desk.to(Local::Verify))
}

/// A page that tells nobody what was read before; an empty one needs no host.
fn leave(config: &Config) -> String {
    let chosen = config.leave.as_ref().map(Url::as_str);
    chosen.unwrap_or("about:blank").to_owned()
}

/// The same page in the other languages, or their home where it has none there.
fn languages(desk: &Desk<'_>) -> Vec<LanguageLink> {
    let others = desk
        .press
        .voices
        .iter()
        .filter(|voice| voice.lang != *desk.lang());
    others
        .map(|voice| LanguageLink {
            lang: voice.lang.to_string(),
            dir: Some(dir_of(&voice.lang)).filter(|dir| *dir != dir_of(desk.lang())),
            name: own_name(&voice.lang),
            href: desk.to_path(&same_page(desk, &voice.lang)),
        })
        .collect()
}

fn same_page(desk: &Desk<'_>, lang: &Lang) -> String {
    let inner = desk
        .path
        .as_str()
        .strip_prefix(&format!("{}/", desk.lang()))
        .unwrap_or("index.html");
    let in_lang = |inner: &str| {
        let path = format!("{lang}/{inner}");
        let is_there = SitePath::new(&path).is_ok_and(|path| desk.press.plan.contains(&path));
        is_there.then_some(path)
    };
    in_lang(inner)
        .or_else(|| in_lang(&whole_of(inner)?))
        .unwrap_or_else(|| path_of(&Output::Page(lang.clone(), Local::Home)))
}

/// The first page of what goes on on this one: the rest of a story, or a part of
/// a list, may be cut otherwise in another language.
fn whole_of(inner: &str) -> Option<String> {
    if let Some(id) = inner.strip_suffix("-story.html") {
        return Some(format!("{id}.html"));
    }
    let list = &inner[..inner.rfind("letter-")?];
    let name = list.strip_suffix('-');
    Some(name.map_or_else(
        || format!("{list}index.html"),
        |name| format!("{name}.html"),
    ))
}

fn menu(desk: &Desk<'_>) -> Vec<MenuItem> {
    let item = |local, words| item(desk, local, words);
    let list = |key: ListKey, id: &str| {
        let is_there = desk.voice.listings.contains_key(&key);
        is_there.then(|| item(Local::List(key, Part::whole()), desk.say(id).into()))
    };
    let countries = Local::Index(IndexKey::Countries, Part::whole());
    let items = [
        list(ListKey::Writable, "list-write"),
        list(ListKey::People, "list-people"),
        Some(item(countries, desk.say("list-countries").into())),
    ];
    let mut items: Vec<MenuItem> = items.into_iter().flatten().collect();
    let mut pages: Vec<_> = desk
        .site()
        .pages
        .iter()
        .filter_map(|(id, (_, page))| Some((page.menu?, id, page)))
        .collect();
    pages.sort_by_key(|(place, id, _)| (*place, *id));
    items.extend(
        pages
            .into_iter()
            .map(|(_, id, page)| item(Local::Text(id.clone()), desk.phrase(&page.title))),
    );
    items
}

fn item(desk: &Desk<'_>, local: Local, words: Phrase) -> MenuItem {
    let there = path_of(&Output::Page(desk.lang().clone(), local));
    MenuItem {
        href: desk.to_path(&there),
        words,
        current: there == desk.path.as_str(),
    }
}

/// A language's own name for itself.
pub(super) fn own_name(lang: &Lang) -> String {
    Language::parse(lang.as_str()).map_or_else(
        |_| lang.to_string(),
        |language| language.own_name().to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_leads_to_the_whole() {
        let whole = |inner| whole_of(inner).unwrap_or_default();
        assert_eq!(whole("people/anna-story.html"), "people/anna.html");
        assert_eq!(
            whole("few-letters/letter-03-11.html"),
            "few-letters/index.html"
        );
        assert_eq!(
            whole("interests/chess-letter-03.html"),
            "interests/chess.html"
        );
        assert_eq!(whole("people/index.html"), "");
    }
}
