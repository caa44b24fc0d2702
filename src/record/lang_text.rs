//! Short texts in several languages.

use super::Lang;
use crate::decode::{Decode, Value};
use crate::problem::did_you_mean;
use crate::yaml::Node;

/// A text that is the same everywhere, or one for each of several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LangText {
    everywhere: Option<String>,
    by_language: Vec<(Lang, String)>,
}

impl LangText {
    /// A text that serves for every language.
    #[must_use]
    pub fn everywhere(text: impl Into<String>) -> Self {
        LangText {
            everywhere: Some(text.into()),
            by_language: Vec::new(),
        }
    }

    /// The text in exactly this language, or the one that serves for all.
    #[must_use]
    pub fn get(&self, lang: &Lang) -> Option<&str> {
        self.everywhere.as_deref().or_else(|| {
            self.by_language
                .iter()
                .find(|(other, _)| other == lang)
                .map(|(_, text)| text.as_str())
        })
    }

    /// The text in the wanted language, else in the first of `order` that has
    /// one, else in any. The language is given where it is not the wanted one.
    #[must_use]
    pub fn pick<'a>(&'a self, wanted: &Lang, order: &[Lang]) -> Picked<'a> {
        if let Some(text) = self.get(wanted) {
            return Picked { text, other: None };
        }
        let ordered = order
            .iter()
            .filter_map(|lang| self.by_language.iter().find(|(other, _)| other == lang));
        match ordered.chain(self.by_language.iter()).next() {
            Some((lang, text)) => Picked {
                text,
                other: Some(lang),
            },
            None => Picked {
                text: "",
                other: None,
            },
        }
    }

    /// Every text, whatever its language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.everywhere
            .as_deref()
            .into_iter()
            .chain(self.by_language.iter().map(|(_, t)| t.as_str()))
    }

    /// The languages that have a text of their own.
    pub fn languages(&self) -> impl Iterator<Item = &Lang> {
        self.by_language.iter().map(|(lang, _)| lang)
    }
}

/// A text, and its language where that is not the one asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language, if another than the wanted one.
    pub other: Option<&'a Lang>,
}

impl Decode for LangText {
    fn decode(value: Value<'_>) -> Option<Self> {
        match value.node() {
            Node::Map(map) => {
                let mut by_language: Vec<_> = map
                    .iter()
                    .filter_map(|(key, _)| entry(value, key))
                    .collect();
                // Most have two, and a vector that grows has room for four.
                by_language.shrink_to_fit();
                if by_language.is_empty() {
                    return value
                        .error_hint("this language map is empty", "write `{ru: …, en: …}`");
                }
                Some(LangText {
                    everywhere: None,
                    by_language,
                })
            }
            _ => value.text().map(LangText::everywhere),
        }
    }
}

fn entry(value: Value<'_>, key: &str) -> Option<(Lang, String)> {
    let Some(lang) = Lang::parse(key).filter(|_| three_letters(key).is_none()) else {
        let hint = three_letters(key)
            .map(|code| format!("did you mean `{code}`?"))
            .or_else(|| {
                key.contains(' ')
                    .then(|| "put a text that holds a comma in quotes".into())
            })
            .or_else(|| did_you_mean(key, ["ru", "en", "be", "uk"]))
            .unwrap_or_else(|| "the keys of a language map are codes such as `ru` and `en`".into());
        let message = format!("`{key}` is not a language code");
        let there = value.child(key, |inner| inner.problem(message).at_key());
        there
            .into_iter()
            .for_each(|problem| value.report(problem.hint(hint.clone())));
        return None;
    };
    let text = value.child(key, |inner| inner.text())??;
    Some((lang, text))
}

/// Three-letter codes that people write for a language that has two letters.
fn three_letters(key: &str) -> Option<&'static str> {
    let pairs = [
        ("rus", "ru"),
        ("eng", "en"),
        ("bel", "be"),
        ("ukr", "uk"),
        ("deu", "de"),
        ("ger", "de"),
        ("fas", "fa"),
        ("per", "fa"),
    ];
    pairs
        .iter()
        .find(|(long, _)| *long == key)
        .map(|(_, short)| *short)
}
