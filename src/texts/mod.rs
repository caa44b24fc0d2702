//! The interface's words, dates, numbers, plurals and order of names in each
//! language: the only module that knows Fluent and ICU.
//!
//! Words come from Fluent files; dates, numbers, lists and collation from ICU
//! data that is compiled in. Nothing depends on the machine's locale.

mod alphabet;
mod args;
mod collator;
mod embedded;
mod entries;
mod files;
mod formats;
mod language;
mod moment;
mod solar;
mod values;

#[cfg(test)]
mod domain_tests;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use icu::normalizer::ComposingNormalizerBorrowed;
use rustc_hash::FxHashMap;

use crate::problem::Problem;

pub use args::{Arg, Args};
pub use collator::{Collator, OTHERS};
pub use embedded::embedded;
pub use language::{Direction, Language};
pub use moment::Moment;
pub use solar::solar_hijri;

use files::{Bundle, Loaded};
use formats::Formats;

/// A text in Unicode's composed form (NFC), in which names and searches compare.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The id of the text for a word of the content model: `custody` and `in_transit`
/// give `custody-in-transit`.
#[must_use]
pub fn id(kind: &str, word: &str) -> String {
    format!("{kind}-{}", word.replace('_', "-"))
}

/// Everything that the interface says in one language.
///
/// What a text lacks is shown (`⟨id⟩`) and kept for [`Texts::missing`], so that a
/// gap in a translation is seen and never stops a build by itself.
pub struct Texts {
    language: Language,
    bundle: Bundle,
    variables: BTreeMap<String, BTreeSet<String>>,
    /// What needs no values. Every page asks for dozens.
    fixed: FxHashMap<String, String>,
    formats: Formats,
    reviewed: Option<String>,
    missing: Mutex<BTreeSet<String>>,
}

impl Texts {
    /// Reads a language's files, each a name (for problems) and Fluent source.
    ///
    /// Of an id that is defined twice the first definition holds.
    #[must_use]
    pub fn load(language: &Language, files: &[(&str, &str)]) -> (Texts, Vec<Problem>) {
        let Loaded {
            bundle,
            variables,
            reviewed,
            problems,
        } = files::load(language, files);
        let mut texts = Texts {
            language: language.clone(),
            bundle,
            variables,
            fixed: FxHashMap::default(),
            formats: Formats::new(language),
            reviewed,
            missing: Mutex::default(),
        };
        texts.fixed = texts.fixed_texts();
        (texts, problems)
    }

    fn fixed_texts(&self) -> FxHashMap<String, String> {
        self.variables
            .iter()
            .filter(|(_, variables)| variables.is_empty())
            .map(|(id, _)| (id.clone(), self.say_with(id, &Args::new())))
            .collect()
    }

    /// The language that this speaks.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The text of a message without variables.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        match self.fixed.get(id) {
            Some(text) => text.clone(),
            None => self.say_with(id, &Args::new()),
        }
    }

    /// The bytes of a message that needs no values.
    pub(crate) fn len_of(&self, id: &str) -> usize {
        self.fixed.get(id).map_or(0, String::len)
    }

    /// The text of a message, filled with values.
    ///
    /// A value written in the other direction than the language is wrapped in
    /// Unicode's isolation marks; no other text is.
    #[must_use]
    pub fn say_with(&self, id: &str, args: &Args) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            self.record(id.to_owned());
            return format!("⟨{id}⟩");
        };
        let mut errors = Vec::new();
        let args = values::fluent(args);
        let mut text = String::new();
        // Writing into a string does not fail. `format_pattern` would take the
        // finished text for one more value, and isolate it.
        let _ = self
            .bundle
            .write_pattern(&mut text, pattern, Some(&args), &mut errors);
        for error in errors {
            self.record(format!("{id}: {error}"));
        }
        values::with_numbers(&text, |number| self.formats.number(number))
    }

    /// Words that stand beside others of this language in plain text, in Unicode's
    /// isolation marks if they are written in the other direction.
    #[must_use]
    pub fn apart<'t>(&self, words: &'t str) -> Cow<'t, str> {
        values::isolated(words, self.language.direction())
    }

    /// Whether a message has a text.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.variables.contains_key(id)
    }

    /// Every message's id in order, with the variables that it and the messages
    /// inside it use.
    pub fn ids(&self) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.variables
            .iter()
            .map(|(id, variables)| (id.as_str(), variables))
    }

    /// Who has read all of the language's files, by their `## reviewed:` lines;
    /// nobody if one file says `## unreviewed`.
    #[must_use]
    pub fn reviewed(&self) -> Option<String> {
        self.reviewed.clone()
    }

    /// What was asked for and not there until now, sorted: ids, and
    /// `id: what it lacked`.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        self.missing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .cloned()
            .collect()
    }

    fn record(&self, lack: String) {
        self.missing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(lack);
    }
}
