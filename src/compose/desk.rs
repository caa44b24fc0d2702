//! Where one page is written: the site, the page's language and its path, with
//! the small words and links that every view needs.

use std::cell::RefCell;

use crate::output::{SitePath, relative};
use crate::plan::{Local, Output, Part, path_of};
use crate::press::Press;
use crate::record::{Country, Id, Lang, LangText, PartialDate, SourceRefs};
use crate::site::{Person, Site, article_slug};
use crate::texts::{Direction, Language, Moment, Texts, id};
use crate::view::{Date, Dir, Named, Phrase};
use crate::voice::{IndexKey, ListKey, Voice};

/// What the makers of one page share.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub press: &'a Press,
    pub voice: &'a Voice,
    pub path: &'a SitePath,
}

impl<'a> Desk<'a> {
    pub fn site(&self) -> &'a Site {
        &self.press.site
    }

    pub fn lang(&self) -> &'a Lang {
        &self.voice.lang
    }

    pub fn texts(&self) -> &'a Texts {
        &self.voice.texts
    }

    /// A text of the interface.
    pub fn say(&self, id: &str) -> String {
        self.texts().say(id)
    }

    /// The text for a word of the content: `event` and `transfer_end`.
    pub fn word(&self, kind: &str, word: &str) -> String {
        self.texts().say(&id(kind, word))
    }

    /// The way from this page to another of its language.
    pub fn to(self, local: Local) -> String {
        self.to_output(&Output::Page(self.lang().clone(), local))
    }

    /// The way from this page to any file of the site.
    pub fn to_output(self, output: &Output) -> String {
        self.to_path(&path_of(output))
    }

    /// The way from this page to a path.
    pub fn to_path(self, path: &str) -> String {
        relative(self.path.as_str(), path)
    }

    pub fn to_list(self, key: ListKey) -> String {
        self.to(Local::List(key, Part::whole()))
    }

    pub fn to_index(self, key: IndexKey) -> String {
        self.to(Local::Index(key, Part::whole()))
    }

    /// A text of the content in this page's language, else in another, marked.
    pub fn phrase(&self, text: &LangText) -> Phrase {
        let picked = text.pick(self.lang(), &self.site().config.languages);
        self.in_language(picked.text, picked.other)
    }

    pub fn phrase_of(&self, text: Option<&LangText>) -> Option<Phrase> {
        text.map(|text| self.phrase(text))
    }

    /// Words that may be in another language than the page.
    pub fn in_language(&self, text: &str, other: Option<&Lang>) -> Phrase {
        let other = other.filter(|other| *other != self.lang());
        Phrase {
            text: text.to_owned(),
            lang: other.map(Lang::to_string),
            dir: self.dir(text, other.unwrap_or(self.lang())),
        }
    }

    /// Words of which nobody says in which language they are: other spellings of a
    /// name, an article, an address on the internet.
    pub fn words(&self, text: &str) -> Phrase {
        self.in_language(text, None)
    }

    /// The direction of a text in a language, where it is not the page's.
    fn dir(&self, text: &str, lang: &Lang) -> Option<Dir> {
        let dir = view_dir(direction(lang).of_text(text));
        Some(dir).filter(|dir| *dir != dir_of(self.lang()))
    }

    /// The attributes of a text in another language; none for the page's own.
    pub fn foreign(&self, other: Option<&Lang>) -> (Option<String>, Option<Dir>) {
        let Some(other) = other.filter(|other| *other != self.lang()) else {
            return (None, None);
        };
        let dir = Some(dir_of(other)).filter(|dir| *dir != dir_of(self.lang()));
        (Some(other.to_string()), dir)
    }

    pub fn date(&self, date: PartialDate) -> Date {
        Date {
            iso: date.to_string(),
            text: self.texts().moment(moment(date)),
        }
    }

    pub fn day(&self, date: jiff::civil::Date) -> Date {
        self.date(PartialDate::Day(date))
    }

    pub fn when(&self, date: PartialDate) -> String {
        self.texts().when(moment(date))
    }

    pub fn since(&self, date: PartialDate) -> String {
        self.texts().since(moment(date))
    }

    pub fn person_link(&self, id: &Id) -> String {
        self.to(Local::Profile(id.clone()))
    }

    pub fn person_name(&self, id: &Id) -> Phrase {
        let name = self.voice.name(id);
        self.in_language(&name.short, name.other.as_ref())
    }

    /// A facility by its short name, linked.
    pub fn facility(&self, id: &Id) -> Option<Named> {
        let facility = self.site().facility(id)?;
        let name = facility.short.as_ref().unwrap_or(&facility.name);
        Some(Named {
            name: self.phrase(name),
            href: Some(self.to_list(ListKey::Facility(id.clone()))),
        })
    }

    pub fn organisation(&self, id: &Id) -> Option<Named> {
        let organisation = self.site().organisation(id)?;
        let href = Some(self.to(Local::Organisation(id.clone())));
        Some(Named {
            name: self.phrase(&organisation.name),
            href,
        })
    }

    pub fn service(&self, id: &Id) -> Option<Named> {
        let service = self.site().service(id)?;
        Some(Named {
            name: self.phrase(&service.name),
            href: Some(self.to(Local::Service(id.clone()))),
        })
    }

    pub fn case(&self, id: &Id) -> Option<Named> {
        let case = self.site().case(id)?;
        Some(Named {
            name: self.phrase(&case.name),
            href: Some(self.to_list(ListKey::Case(id.clone()))),
        })
    }

    /// A region's name, else its code.
    pub fn region_name(&self, code: &str) -> Phrase {
        let name = self.site().region_name(code);
        name.map_or_else(|| self.words(code), |name| self.phrase(name))
    }

    pub fn country(&self, country: &Country) -> Named {
        let rules = self.site().rules(country);
        let name = rules.map_or_else(
            || country.as_str().to_uppercase().into(),
            |rules| self.phrase(&rules.name),
        );
        Named {
            name,
            href: rules.map(|_| self.to(Local::Rules(country.rules_id()))),
        }
    }

    pub fn article(&self, article: &str) -> Named {
        let href = self.to_list(ListKey::Article(article_slug(article)));
        Named {
            name: self.words(article),
            href: Some(href),
        }
    }

    /// The warning that stands beside a link to a designated organisation.
    pub fn warning(&self, organisation: &Id) -> Option<String> {
        let site = self.site();
        let organisation = site.organisation(organisation)?;
        let mut countries: Vec<&Country> = organisation
            .dangers(&site.config.audience, site.today)
            .map(|danger| &danger.country)
            .collect();
        countries.dedup();
        let names: Vec<String> = countries
            .into_iter()
            .map(|country| {
                self.texts()
                    .apart(&self.country(country).name.text)
                    .into_owned()
            })
            .collect();
        if names.is_empty() {
            return None;
        }
        let args = crate::texts::Args::new().with("country", self.texts().list(&names));
        Some(self.texts().say_with("designated-risk", &args))
    }

    /// A person's row place: the facility's short name, if it may be said.
    pub fn place_of(&self, person: &Person) -> Option<Phrase> {
        let (_, facility) = self.site().shown_facility(person)?;
        Some(self.phrase(facility.short.as_ref().unwrap_or(&facility.name)))
    }

    /// The first source of a fact, by name, with its address.
    pub fn first_source(
        &self,
        refs: &SourceRefs,
        sources: &[crate::record::Source],
    ) -> Option<Named> {
        let id = refs.0.first()?;
        let source = sources.iter().find(|source| source.id == *id)?;
        Some(super::sources::named(self, source))
    }
}

/// The direction of a language.
pub(super) fn dir_of(lang: &Lang) -> Dir {
    view_dir(direction(lang))
}

/// Left to right for codes that are not known. It is asked for at every phrase, and
/// found out in tables of likely scripts: so each thread remembers those it has met.
fn direction(lang: &Lang) -> Direction {
    thread_local! {
        static MET: RefCell<Vec<(Lang, Direction)>> = const { RefCell::new(Vec::new()) };
    }
    let find_out =
        || Language::parse(lang.as_str()).map_or(Direction::Ltr, |language| language.direction());
    MET.with_borrow_mut(|met| {
        if let Some((_, direction)) = met.iter().find(|(other, _)| other == lang) {
            return *direction;
        }
        let direction = find_out();
        met.push((lang.clone(), direction));
        direction
    })
}

fn view_dir(direction: Direction) -> Dir {
    match direction {
        Direction::Ltr => Dir::Ltr,
        Direction::Rtl => Dir::Rtl,
    }
}

/// The direction of an address: its language's, if it holds a letter of it; else
/// that of its first letter.
pub(super) fn dir_of_lines(lines: &[String], lang: Option<&Lang>) -> Dir {
    let text = lines.join("\n");
    view_dir(match lang {
        Some(lang) => direction(lang).of_text(&text),
        None => Direction::first_of(&text).unwrap_or(Direction::Ltr),
    })
}

pub(super) fn moment(date: PartialDate) -> Moment {
    let first = date.first();
    match date {
        PartialDate::Day(day) => Moment::Day(day),
        PartialDate::Month(_) => Moment::Month(first.year(), first.month()),
        PartialDate::Year(_) => Moment::Year(first.year()),
    }
}
