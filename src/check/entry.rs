//! A published record of any kind, as checks look at it.

use std::sync::Arc;

use super::short_texts::{ShortText, ShortTexts};
use crate::problem::Route;
use crate::record::{Body, Common, Id, Kind, LetterRules, Translation};
use crate::site::Site;

/// A published record of any kind.
pub struct Entry<'a> {
    /// What kind of record.
    pub kind: Kind,
    /// Its id.
    pub id: &'a Id,
    /// Its file.
    pub file: &'a Arc<str>,
    /// The keys that every record has.
    pub common: &'a Common,
    /// The text below the front matter.
    pub body: &'a Body,
    /// The same in other languages.
    pub translations: &'a [Translation],
    record: &'a (dyn ShortTexts + Sync),
}

impl<'a> Entry<'a> {
    /// Its short texts. Their routes take far more room than the record: they are listed
    /// anew for whoever asks.
    pub fn short_texts(&self) -> Vec<ShortText<'a>> {
        self.record.short_texts()
    }
}

/// Every published record, sorted by kind and id.
#[must_use]
pub fn entries(site: &Site) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = site
        .people
        .values()
        .map(|person| {
            let record = &*person.record;
            Entry {
                kind: Kind::Prisoner,
                id: &person.id,
                file: &person.file,
                common: &record.common,
                body: &record.body,
                translations: &record.translations,
                record,
            }
        })
        .collect();
    macro_rules! add {
        ($kind:expr, $table:expr) => {
            entries.extend($table.iter().map(|(id, (file, record))| Entry {
                kind: $kind,
                id,
                file,
                common: &record.common,
                body: &record.body,
                translations: &record.translations,
                record,
            }));
        };
    }
    add!(Kind::Facility, site.facilities);
    add!(Kind::Service, site.services);
    add!(Kind::Organisation, site.organisations);
    add!(Kind::Case, site.cases);
    add!(Kind::Rules, site.rules);
    add!(Kind::LetterDay, site.calendar);
    add!(Kind::Page, site.pages);
    entries
}

/// Every level of letter rules, with its file and the way to it.
#[must_use]
pub fn letter_rules(site: &Site) -> Vec<(&Arc<str>, Route, &LetterRules)> {
    let mut levels = Vec::new();
    let top = || Route::key("letters");
    levels.extend(
        site.people
            .values()
            .map(|person| (&person.file, top(), &person.record.letters)),
    );
    levels.extend(
        site.facilities
            .values()
            .map(|(file, facility)| (file, top(), &facility.letters)),
    );
    levels.extend(
        site.services
            .values()
            .map(|(file, service)| (file, top(), &service.letters)),
    );
    for (file, rules) in site.rules.values() {
        levels.push((file, top(), &rules.letters));
        for (kind, of_type) in &rules.by_type {
            levels.push((
                file,
                Route::key("by_type").then(kind.as_str()).then("letters"),
                &of_type.letters,
            ));
        }
    }
    levels
}
