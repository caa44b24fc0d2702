//! Every short text of a record's front matter that readers see, with its route.

use crate::problem::Route;
use crate::record::{
    Case, Common, Config, Facility, LangText, LetterDay, LetterRules, Organisation, Page, Prisoner,
    Rules, Service, Verified,
};

/// A short text.
#[derive(Debug, Clone, Copy)]
pub enum Words<'a> {
    /// In several languages.
    Map(&'a LangText),
    /// One text.
    Plain(&'a str),
}

/// A short text and where it stands.
#[derive(Debug, Clone)]
pub struct ShortText<'a> {
    /// The way to it.
    pub route: Route,
    /// The text.
    pub words: Words<'a>,
    /// A part of the record's own name.
    pub is_name: bool,
}

/// A record whose short texts can be listed.
pub trait ShortTexts {
    /// All short texts that a page may show.
    fn short_texts(&self) -> Vec<ShortText<'_>>;
}

/// Collects short texts under their routes.
#[derive(Default)]
struct List<'a>(Vec<ShortText<'a>>);

impl<'a> List<'a> {
    fn map(&mut self, route: Route, text: &'a LangText) {
        self.0.push(ShortText {
            route,
            words: Words::Map(text),
            is_name: false,
        });
    }

    fn maybe(&mut self, route: Route, text: Option<&'a LangText>) {
        if let Some(text) = text {
            self.map(route, text);
        }
    }

    fn key(&mut self, key: &str, text: Option<&'a LangText>) {
        self.maybe(Route::key(key), text);
    }

    fn name(&mut self, route: Route, text: Option<&'a LangText>) {
        let words = text.map(Words::Map);
        self.0.extend(words.map(|words| ShortText {
            route,
            words,
            is_name: true,
        }));
    }

    fn plain(&mut self, route: Route, text: Option<&'a str>) {
        let words = text.map(Words::Plain);
        self.0.extend(words.map(|words| ShortText {
            route,
            words,
            is_name: false,
        }));
    }

    fn verified(&mut self, key: &str, verified: Option<&'a Verified>) {
        self.maybe(
            Route::key("verified").then(key).then("by"),
            verified.and_then(|v| v.by.as_ref()),
        );
    }

    fn letters(&mut self, route: &Route, rules: &'a LetterRules) {
        for (key, rule) in rules.iter() {
            let here = route.clone().then(key.as_str());
            self.map(here.clone().then("text"), &rule.text);
            self.maybe(here.then("practice"), rule.practice.as_ref());
        }
    }

    fn common(&mut self, common: &'a Common) {
        for (index, source) in common.sources.iter().enumerate() {
            let here = Route::key("sources").then(index);
            self.maybe(here.clone().then("title"), source.title.as_ref());
            self.maybe(here.clone().then("publisher"), source.publisher.as_ref());
            self.plain(
                here.then("url"),
                source.url.as_ref().map(crate::record::Url::as_str),
            );
        }
    }
}

impl ShortTexts for Prisoner {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        let names = Route::key("names");
        list.name(names.clone().then("given"), Some(&self.names.given));
        list.name(names.clone().then("surname"), self.names.surname.as_ref());
        list.name(names.then("patronymic"), self.names.patronymic.as_ref());
        list.key("interests", self.interests.as_ref());
        list.key("about", self.about.as_ref());
        list.key("public_record", self.public_record.as_ref());
        self.photo_texts(&mut list);
        self.event_texts(&mut list);
        self.link_texts(&mut list);
        list.letters(&Route::key("letters"), &self.letters);
        list.verified("address", self.address_verified.as_ref());
        list.verified("correspondence", self.correspondence_verified.as_ref());
        list.common(&self.common);
        list.0
    }
}

impl Prisoner {
    fn photo_texts<'a>(&'a self, list: &mut List<'a>) {
        let Some(photo) = &self.photo else { return };
        let here = Route::key("photo");
        list.maybe(here.clone().then("alt"), photo.alt.as_ref());
        list.plain(here.clone().then("credit"), photo.credit.as_deref());
        list.plain(here.clone().then("licence"), photo.licence.as_deref());
        list.plain(here.then("file"), Some(&photo.file));
    }

    fn event_texts<'a>(&'a self, list: &mut List<'a>) {
        for (index, event) in self.timeline.iter().enumerate() {
            let here = Route::key("timeline").then(index);
            list.maybe(here.clone().then("place"), event.place.as_ref());
            list.maybe(here.clone().then("sentence"), event.sentence.as_ref());
            list.maybe(here.then("note"), event.note.as_ref());
        }
    }

    fn link_texts<'a>(&'a self, list: &mut List<'a>) {
        for (index, recognition) in self.recognitions.iter().enumerate() {
            list.maybe(
                Route::key("recognitions").then(index).then("title"),
                recognition.title.as_ref(),
            );
        }
        for (index, support) in self.support.iter().enumerate() {
            let here = Route::key("support").then(index);
            list.maybe(here.clone().then("title"), support.title.as_ref());
            list.plain(here.then("url"), Some(support.url.as_str()));
        }
    }
}

impl ShortTexts for Facility {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        list.name(Route::key("name"), Some(&self.name));
        list.key("short", self.short.as_ref());
        list.key("region_name", self.region_name.as_ref());
        for (index, renamed) in self.renamed.iter().enumerate() {
            list.map(
                Route::key("renamed").then(index).then("from"),
                &renamed.from,
            );
        }
        list.letters(&Route::key("letters"), &self.letters);
        list.verified("address", self.address_verified.as_ref());
        list.verified("letters", self.letters_verified.as_ref());
        list.common(&self.common);
        list.0
    }
}

impl ShortTexts for Service {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        list.name(Route::key("name"), Some(&self.name));
        list.key("limits", self.limits.as_ref());
        list.maybe(
            Route::key("price").then("text"),
            self.price.as_ref().map(|price| &price.text),
        );
        list.letters(&Route::key("letters"), &self.letters);
        list.common(&self.common);
        list.0
    }
}

impl ShortTexts for Organisation {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        list.name(Route::key("name"), Some(&self.name));
        for (index, line) in self.address.iter().enumerate() {
            list.plain(Route::key("address").then(index), Some(line));
        }
        list.common(&self.common);
        list.0
    }
}

impl ShortTexts for Case {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        list.key("name", Some(&self.name));
        list.common(&self.common);
        list.0
    }
}

impl ShortTexts for Rules {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        list.name(Route::key("name"), Some(&self.name));
        list.key("title", self.title.as_ref());
        list.letters(&Route::key("letters"), &self.letters);
        for (kind, rules) in &self.by_type {
            list.letters(
                &Route::key("by_type").then(kind.as_str()).then("letters"),
                &rules.letters,
            );
        }
        list.common(&self.common);
        list.0
    }
}

impl ShortTexts for LetterDay {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        list.name(Route::key("name"), Some(&self.name));
        list.common(&self.common);
        list.0
    }
}

impl ShortTexts for Page {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        list.key("title", Some(&self.title));
        list.common(&self.common);
        list.0
    }
}

impl ShortTexts for Config {
    fn short_texts(&self) -> Vec<ShortText<'_>> {
        let mut list = List::default();
        list.key("title", Some(&self.title));
        list.key("description", self.description.as_ref());
        list.key("how_to_find_us", self.how_to_find_us.as_ref());
        list.0
    }
}
