//! The template function `t`, which says a text of the theme in the page's language.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use tera::{Error, Function, Kwargs, State, TeraResult, Value};

/// A value that goes into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Words.
    Text(&'a str),
    /// A number, which also chooses the plural form.
    Number(i64),
}

/// The texts of one language.
pub trait Words: Send + Sync {
    /// The text of an id, plain; none when there is no such text, or when an
    /// argument that it needs is not given.
    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String>;
}

/// The texts of all languages of a site.
pub(super) type Languages = Arc<BTreeMap<String, Arc<dyn Words>>>;

/// `t(id="…")`, bound to a language. Other arguments go into the text, but for
/// `lang`, which names another language of the site.
pub(super) struct Say {
    lang: String,
    languages: Languages,
    /// Texts without arguments, said once.
    said: HashMap<String, Value>,
}

impl Say {
    pub(super) fn new(lang: &str, languages: &Languages, ids: &BTreeSet<String>) -> Self {
        let words = languages.get(lang);
        let said = ids
            .iter()
            .filter_map(|id| Some((id.clone(), Value::from(words?.say(id, &[])?))))
            .collect();
        Say {
            lang: lang.to_owned(),
            languages: Arc::clone(languages),
            said,
        }
    }

    /// One that knows no text: templates can be read before languages are known.
    pub(super) fn silent() -> Self {
        Say {
            lang: String::new(),
            languages: Languages::default(),
            said: HashMap::new(),
        }
    }
}

impl Function<TeraResult<Value>> for Say {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let id: &str = kwargs.must_get("id")?;
        if kwargs.iter().count() == 1
            && let Some(value) = self.said.get(id)
        {
            return Ok(value.clone());
        }
        let lang = kwargs.get::<&str>("lang")?.unwrap_or(&self.lang);
        let args = arguments(&kwargs)?;
        self.languages
            .get(lang)
            .and_then(|words| words.say(id, &args))
            .map(Value::from)
            .ok_or_else(|| Error::message(format!("no text `{id}` in `{lang}`")))
    }
}

fn arguments(kwargs: &Kwargs) -> TeraResult<Vec<(&str, Arg<'_>)>> {
    kwargs
        .iter()
        .filter_map(|(key, value)| Some((key.as_str()?, value)))
        .filter(|(key, _)| !matches!(*key, "id" | "lang"))
        .map(|(key, value)| Ok((key, argument(key, value)?)))
        .collect()
}

fn argument<'a>(key: &str, value: &'a Value) -> TeraResult<Arg<'a>> {
    let number = || {
        value
            .as_i128()
            .and_then(|number| i64::try_from(number).ok())
    };
    value
        .as_str()
        .map(Arg::Text)
        .or_else(|| number().map(Arg::Number))
        .ok_or_else(|| Error::message(format!("`{key}` is neither words nor a whole number")))
}

/// The ids that templates say without arguments: `t(id="…")`.
pub(super) fn ids_without_arguments<'a>(
    templates: impl Iterator<Item = &'a str>,
) -> BTreeSet<String> {
    templates
        .flat_map(|text| text.split("t(id=\"").skip(1))
        .filter_map(|rest| rest.split_once('"'))
        .filter(|(_, after)| after.starts_with(')'))
        .map(|(id, _)| id.to_owned())
        .collect()
}
