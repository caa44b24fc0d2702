//! From the site to views: for each file of the plan, what it shows, and how it
//! comes to its bytes.
//!
//! A view depends on nothing but the site, so its hash says whether a page must
//! be rendered anew. Whatever is not put into a view reaches no output.

mod about;
mod address;
mod body;
mod calendar;
mod desk;
mod entities;
mod feed;
mod frame;
mod home;
mod ical;
mod indexes;
mod labels;
mod letters;
mod links;
mod listing;
mod lists;
mod people_json;
mod profile;
mod reach;
mod release_pages;
mod row;
mod search;
mod sheet;
mod single;
mod small;
mod sources;
mod stencil;
mod timeline;

use std::io;

use serde::Serialize;

use crate::check::OnSheet;
use crate::output::{Draft, Fingerprint, Item, Render, SitePath};
use crate::plan::{Local, Output, Part, Script, SearchFile, path_of};
use crate::press::Press;
use crate::problem::{Place, Problem};
use crate::record::{EnvelopeFormat, Id, Lang};
use crate::site::Person;
use crate::view::View;
use crate::voice::ListKey;

use desk::Desk;
use ical::Ical;
use reach::Reach;

/// Gives the bytes of a picture of the content, by its path.
pub type ReadPicture<'a> = dyn Fn(&str) -> io::Result<Vec<u8>> + Sync + 'a;

/// Makes each file of the plan.
pub struct Renderer<'a> {
    press: &'a Press,
    common: [u8; 32],
    pictures: Option<&'a ReadPicture<'a>>,
    reach: Option<Reach>,
}

impl<'a> Renderer<'a> {
    /// A renderer that copies pictures from where they stand.
    #[must_use]
    pub fn new(press: &'a Press, pictures: &'a ReadPicture<'a>) -> Self {
        Renderer {
            press,
            common: press.common_digest(),
            pictures: Some(pictures),
            reach: None,
        }
    }

    /// One that knows what each file could be made from. `frame` is a digest of everything
    /// but the texts of records.
    #[must_use]
    pub fn within(mut self, frame: Fingerprint) -> Self {
        self.reach = Some(Reach::new(self.press, frame));
        self
    }

    /// A renderer for what can go wrong in templates; its pictures are empty.
    #[must_use]
    pub fn without_pictures(press: &'a Press) -> Self {
        Renderer {
            press,
            common: press.common_digest(),
            pictures: None,
            reach: None,
        }
    }
}

impl Renderer<'_> {
    /// Somebody's page that needs no other file.
    ///
    /// # Errors
    ///
    /// When a picture cannot be read, or a template fails.
    pub fn single(&self, person: &Person, lang: &Lang) -> Result<Vec<u8>, Problem> {
        let output = Output::Page(lang.clone(), Local::Profile(person.id.clone()));
        let path = SitePath::new(&path_of(&output))
            .map_err(|bad| Problem::error("content", Place::File, bad.to_string()))?;
        let desk = self.desk(&path, Some(lang));
        let view = single::single(&desk, person, &|file| self.inline(file))?;
        self.view(&desk, view).render()
    }

    /// A picture as an address that holds it.
    fn inline(&self, file: &str) -> Result<String, Problem> {
        let failed = |error: &str| Problem::error(file, Place::File, error);
        let known = self.press.site.pictures.get(file);
        let kind = known
            .ok_or_else(|| failed("there is no such picture"))?
            .picture
            .kind;
        let read = self.pictures.unwrap_or(&|_| Ok(Vec::new()));
        let bytes = read(file).map_err(|error| failed(&error.to_string()))?;
        let coded = data_encoding::BASE64.encode(&bytes);
        Ok(format!("data:{};base64,{coded}", kind.media_type()))
    }
}

impl Render<Output> for Renderer<'_> {
    fn draft<'a>(&'a self, item: &'a Item<Output>) -> Draft<'a> {
        match &item.kind {
            Output::Photo(_, file, _) | Output::PhotoSource(_, file, _) | Output::Image(file) => {
                self.picture(file)
            }
            Output::PeopleJson => self.json(&people_json::people(self.press)),
            Output::Languages => self.page(&item.path, None, small::languages),
            Output::NotFound => self.page(&item.path, None, small::not_found),
            Output::Files(page) => {
                self.page(&item.path, None, |desk| release_pages::files(desk, *page))
            }
            Output::Envelope(format, id) => self.envelope(&item.path, id, *format),
            Output::Worker => self.worker(&self.desk(&item.path, None)),
            Output::Script(script) => self.script(*script),
            Output::Search(lang, file) => self.search(&self.desk(&item.path, Some(lang)), file),
            Output::Feed(lang) => self.feed(&self.desk(&item.path, Some(lang))),
            Output::LetterDays(lang) => {
                self.ical(&self.desk(&item.path, Some(lang)), ical::letter_days)
            }
            Output::BirthdayDays(lang) => {
                self.ical(&self.desk(&item.path, Some(lang)), ical::birthdays)
            }
            Output::Page(lang, local) => self.local(&item.path, lang, local),
        }
    }

    fn reach(&self, item: &Item<Output>) -> Option<Fingerprint> {
        let reach = self.reach.as_ref()?;
        Some(reach.of(&self.press.site, item))
    }
}

impl Renderer<'_> {
    fn desk<'d>(&'d self, path: &'d SitePath, lang: Option<&Lang>) -> Desk<'d> {
        let voices = &self.press.voices;
        let voice = voices
            .iter()
            .find(|voice| Some(&voice.lang) == lang)
            .unwrap_or(&voices[0]);
        Desk {
            press: self.press,
            voice,
            path,
        }
    }

    fn local<'d>(&'d self, path: &'d SitePath, lang: &Lang, local: &Local) -> Draft<'d> {
        let desk = self.desk(path, Some(lang));
        let site = &self.press.site;
        match local {
            Local::Home => self.view(&desk, home::home(&desk)),
            Local::Profile(id) => self.view(&desk, profile::profile(&desk, &site.people[id])),
            Local::Story(id) => match profile::story(&desk, &site.people[id]) {
                Some(story) => self.view(&desk, story),
                None => self.view(&desk, small::removed(&desk)),
            },
            Local::Sheet(id) => self.view(&desk, sheet::sheet(&desk, &site.people[id])),
            Local::Removed(_) => self.view(&desk, small::removed(&desk)),
            Local::Moved { kind, to, .. } => self.view(&desk, small::moved(&desk, *kind, to)),
            Local::Service(id) => {
                self.view(&desk, entities::service(&desk, id, &site.services[id].1))
            }
            Local::Organisation(id) => self.view(
                &desk,
                entities::organisation(&desk, id, &site.organisations[id].1),
            ),
            Local::Rules(id) => self.view(&desk, entities::country(&desk, id, &site.rules[id].1)),
            Local::Text(id) => self.view(&desk, entities::text(&desk, id, &site.pages[id].1)),
            Local::Birthdays => self.view(&desk, calendar::birthdays(&desk)),
            Local::BirthdayMonth(month) => self.view(&desk, calendar::month(&desk, *month)),
            Local::Calendar => self.view(&desk, calendar::calendar(&desk)),
            Local::List(key, part) => self.list(&desk, key, part),
            Local::Index(key, part) => self.view(&desk, indexes::index(&desk, *key, part)),
            Local::Search => self.view(&desk, search::page(&desk)),
            Local::Labels(key, part) => self.view(&desk, labels::labels(&desk, key, part)),
            Local::Verify => match site.signing.newest() {
                Some(set) => self.view(&desk, release_pages::verify(&desk, set)),
                None => self.view(&desk, small::removed(&desk)),
            },
            Local::Check => self.view(&desk, release_pages::check(&desk)),
            Local::Mirrors => self.view(&desk, release_pages::mirrors(&desk)),
            Local::Keep => self.view(&desk, release_pages::keep(&desk)),
        }
    }

    fn envelope<'d>(&'d self, path: &'d SitePath, id: &Id, format: EnvelopeFormat) -> Draft<'d> {
        let desk = self.desk(path, None);
        match sheet::cover(&desk, &self.press.site.people[id], format) {
            Some(cover) => self.view(&desk, cover),
            None => self.view(&desk, small::removed(&desk)),
        }
    }

    fn list<'d>(&'d self, desk: &Desk<'d>, key: &ListKey, part: &Part) -> Draft<'d> {
        let site = &self.press.site;
        match key {
            ListKey::Facility(id) if part.is_whole() => {
                self.view(desk, entities::facility(desk, id, &site.facilities[id].1))
            }
            ListKey::Case(id) if part.is_whole() => {
                self.view(desk, entities::case(desk, id, &site.cases[id].1))
            }
            _ => self.view(desk, lists::people(desk, key, part)),
        }
    }

    fn page<'d, V: View + 'd>(
        &'d self,
        path: &'d SitePath,
        lang: Option<&Lang>,
        make: impl FnOnce(&Desk<'d>) -> V,
    ) -> Draft<'d> {
        let desk = self.desk(path, lang);
        let view = make(&desk);
        self.view(&desk, view)
    }

    /// A view with the template that it is for.
    fn view<'d, V: View + 'd>(&'d self, desk: &Desk<'d>, view: V) -> Draft<'d> {
        let lang = desk.lang().as_str();
        let fingerprint = self.fingerprint(&[V::TEMPLATE.as_bytes(), lang.as_bytes()], &view);
        Draft::new(fingerprint, move || {
            self.press
                .theme
                .render(lang, V::TEMPLATE, &view)
                .map(String::into_bytes)
        })
    }

    fn feed<'d>(&'d self, desk: &Desk<'d>) -> Draft<'d> {
        let feed = feed::feed(desk);
        let fingerprint = self.fingerprint(&[b"feed"], &feed);
        Draft::new(fingerprint, move || Ok(feed.xml().into_bytes()))
    }

    fn ical<'d>(&'d self, desk: &Desk<'d>, make: fn(&Desk<'d>) -> Ical) -> Draft<'d> {
        let calendar = make(desk);
        let fingerprint = self.fingerprint(&[b"ical"], &calendar);
        Draft::new(fingerprint, move || Ok(calendar.text().into_bytes()))
    }

    fn worker<'d>(&'d self, desk: &Desk<'d>) -> Draft<'d> {
        let newest = self.press.site.signing.newest();
        let pinned = newest.map(|set| release_pages::pinned(desk, set));
        let fingerprint = self.fingerprint(&[b"worker"], &pinned);
        let script = self.press.theme.worker(&pinned);
        Draft::new(fingerprint, move || Ok(script.into_bytes()))
    }

    fn script(&self, script: Script) -> Draft<'_> {
        let text = match script {
            Script::Keep => self.press.theme.script("keep").to_owned(),
            Script::Paper => self.press.theme.script("paper").to_owned(),
            Script::Search => self.press.theme.search_script(),
        };
        Draft::new(self.fingerprint(&[b"script"], &text), move || {
            Ok(text.into_bytes())
        })
    }

    fn search<'d>(&'d self, desk: &Desk<'d>, file: &SearchFile) -> Draft<'d> {
        let part = search::part(desk, file);
        let fingerprint = self.fingerprint(&[b"search"], &part);
        Draft::new(fingerprint, move || Ok(part.script().into_bytes()))
    }

    fn json<'d>(&'d self, view: &impl Serialize) -> Draft<'d> {
        let fingerprint = self.fingerprint(&[b"json"], view);
        let bytes = serde_json::to_vec_pretty(view);
        Draft::new(fingerprint, move || {
            let failed = |error: serde_json::Error| {
                Problem::error("people.json", Place::File, error.to_string())
            };
            bytes.map_err(failed).map(|mut bytes| {
                bytes.push(b'\n');
                bytes
            })
        })
    }

    fn picture<'d>(&'d self, file: &'d str) -> Draft<'d> {
        let digest = self
            .press
            .site
            .pictures
            .get(file)
            .map(|picture| picture.digest)
            .unwrap_or_default();
        let fingerprint = Fingerprint::of([b"picture".as_slice(), digest.as_bytes()]);
        Draft::new(fingerprint, move || match self.pictures {
            None => Ok(Vec::new()),
            Some(read) => {
                read(file).map_err(|error| Problem::error(file, Place::File, error.to_string()))
            }
        })
    }

    /// The program, the theme, what kind of file it is, and its view.
    fn fingerprint(&self, kind: &[&[u8]], view: &impl Serialize) -> Fingerprint {
        // A view that cannot be written as JSON is caught when it is rendered.
        let view = serde_json::to_vec(view).unwrap_or_default();
        let common: [&[u8]; 2] = [&self.common, &view];
        Fingerprint::of(common.into_iter().chain(kind.iter().copied()))
    }
}

/// The first sheet that shows an address, and what it must hold on paper.
#[must_use]
pub fn first_sheet(press: &Press) -> Option<(&Item<Output>, Vec<OnSheet>)> {
    let shown = |person: &&Person| person.derived.one_may_write() && person.has_sheet();
    let person = press.site.people.values().find(shown)?;
    let voice = press.voices.first()?;
    let sheet = Output::Page(voice.lang.clone(), Local::Sheet(person.id.clone()));
    let item = press.plan.items().iter().find(|item| item.kind == sheet)?;
    let desk = Desk {
        press,
        voice,
        path: &item.path,
    };
    Some((item, sheet::wanted(&desk, person)))
}
