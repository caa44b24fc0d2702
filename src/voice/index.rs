//! What the entries of a list of pages are called, to sort and cut it by.

use super::{IndexKey, Voice};
use crate::record::{Lang, LangText};
use crate::site::Site;
use crate::texts::{Language, id};

impl Voice {
    /// The name of an entry of a list, by its word in paths.
    pub(super) fn index_name(&self, site: &Site, key: IndexKey, word: &str) -> String {
        let name = match key {
            IndexKey::Facilities => site.facilities.get(word).map(|(_, it)| &it.name),
            IndexKey::Services => site.services.get(word).map(|(_, it)| &it.name),
            IndexKey::Organisations => site.organisations.get(word).map(|(_, it)| &it.name),
            IndexKey::Cases => site.cases.get(word).map(|(_, it)| &it.name),
            IndexKey::Countries => {
                let rules = site.rules.get(word).map(|(_, rules)| rules);
                rules.map(|rules| rules.title.as_ref().unwrap_or(&rules.name))
            }
            IndexKey::Regions => site.region_name(word),
            IndexKey::Articles => {
                let article = site.lists.by_article.get(word);
                return article.map_or_else(|| word.to_owned(), |(name, _)| name.clone());
            }
            IndexKey::Languages => {
                let lang = Lang::parse(word);
                return lang.map_or_else(|| word.to_owned(), |lang| self.language_name(&lang));
            }
            IndexKey::Topics => return self.texts.say(&id("topic", word)),
        };
        let pick = |text: &LangText| {
            let picked = text.pick(&self.lang, &site.config.languages);
            picked.text.to_owned()
        };
        name.map_or_else(|| word.to_owned(), pick)
    }

    /// A language as this one calls it, else as it calls itself.
    #[must_use]
    pub fn language_name(&self, lang: &Lang) -> String {
        let id = format!("language-{lang}");
        if self.texts.has(&id) {
            self.texts.say(&id)
        } else {
            let own = Language::parse(lang.as_str());
            let own = own.map_or_else(|_| lang.to_string(), |it| it.own_name().to_owned());
            self.texts.apart(&own).into_owned()
        }
    }
}
