//! How pages look: templates, style and words, overridden file by file, rendered from views.
//!
//! The only module that knows the template engine. It reads no file: the
//! default theme is compiled in, a site's own theme arrives as data.

mod builtin;
mod dress;
mod fault;
mod icon;
mod lean;
mod policy;
mod scripts;
mod source;
mod style;
mod stylesheet;
mod used;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

use crate::problem::{Place, Problem};

use dress::Wardrobe;
use policy::Policy;
use source::Sources;
use words::{Languages, Say};

pub use words::{Arg, Words};

/// A theme that is ready to render, in every language of a site.
pub struct Theme {
    sources: Sources,
    engines: BTreeMap<String, Tera>,
    wardrobe: Wardrobe,
    digest: [u8; 32],
}

impl Theme {
    /// A theme from the site's own files over the default ones.
    ///
    /// `name` is the folder in `themes/`; `files` maps paths in it
    /// (`templates/profile.html`, `style.css`) to their text; `texts` holds the
    /// words of each language. Every template that cannot be read is a problem,
    /// placed in the file at fault.
    pub fn load(
        name: &str,
        files: &BTreeMap<String, String>,
        texts: &BTreeMap<String, Arc<dyn Words>>,
    ) -> Result<Theme, Vec<Problem>> {
        let sources = Sources::over_builtin(name, files)?;
        let engine = engine(&sources)?;
        let languages: Languages = Arc::new(texts.clone());
        let ids = words::ids_without_arguments(sources.templates().map(|(_, text)| text));
        let engines = texts
            .keys()
            .map(|lang| {
                (
                    lang.clone(),
                    speaking(&engine, Say::new(lang, &languages, &ids)),
                )
            })
            .collect();
        let digest = digest(&sources, files);
        Ok(Theme {
            wardrobe: Wardrobe::new(&sources),
            sources,
            engines,
            digest,
        })
    }

    /// The page that `template` makes of `view`, with the words of `lang`.
    pub fn render(
        &self,
        lang: &str,
        template: &str,
        view: &impl Serialize,
    ) -> Result<String, Problem> {
        let engine = self
            .engines
            .get(lang)
            .ok_or_else(|| self.no_words(lang, template))?;
        Context::from_serialize(view)
            .and_then(|context| engine.render(template, &context))
            .map(|page| self.wardrobe.dress(page))
            .map_err(|error| fault::of_rendering(&error, template, &self.sources))
    }

    /// The text of a script that pages load: `keep`.
    #[must_use]
    pub fn script(&self, name: &str) -> &str {
        self.sources.script(name)
    }

    /// The script of the search pages.
    #[must_use]
    pub fn search_script(&self) -> String {
        scripts::search(&self.sources)
    }

    /// The service worker, with what it knows from the build.
    #[must_use]
    pub fn worker(&self, pinned: &impl Serialize) -> String {
        scripts::worker(&self.sources, pinned)
    }

    /// A hash over all that the theme brings to a page, the words of built-in
    /// texts excepted (they belong to the program).
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// The file in which a template stands, as problems name it.
    #[must_use]
    pub fn file_of(&self, template: &str) -> String {
        self.sources.file_of(template)
    }

    /// The text of a file that a problem names, also when it is built in.
    #[must_use]
    pub fn source(&self, file: &str) -> Option<&str> {
        self.sources.text_of_file(file)
    }

    fn no_words(&self, lang: &str, template: &str) -> Problem {
        let message = format!("the theme has no texts in `{lang}`");
        Problem::error(self.sources.file_of(template), Place::File, message)
            .hint(format!("add `texts/{lang}/interface.ftl` to the theme"))
    }
}

/// The engine with all templates; its words are still silent.
fn engine(sources: &Sources) -> Result<Tera, Vec<Problem>> {
    let checker = scripts::checker(sources);
    let mut engine = Tera::default();
    engine
        .set_fallback_prefixes([source::DEFAULT])
        .map_err(|error| vec![fault::plain(&error)])?;
    engine
        .global_context()
        .insert("icon", &icon::data_uri(sources.icon()));
    engine.register_function("policy", Policy::new(&checker));
    engine.global_context().insert("style", dress::STYLE);
    engine.global_context().insert("check_script", &checker);
    engine.register_function("t", Say::silent());

    let broken = fault::in_syntax(sources);
    if !broken.is_empty() {
        return Err(broken);
    }
    engine
        .add_raw_templates(sources.templates())
        .map_err(|error| fault::of_loading(&error, sources))?;
    Ok(engine)
}

fn speaking(engine: &Tera, say: Say) -> Tera {
    let mut engine = engine.clone();
    engine.register_function("t", say);
    engine
}

fn digest(sources: &Sources, files: &BTreeMap<String, String>) -> [u8; 32] {
    let mut hash = Sha256::new();
    let given = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    for (name, text) in sources.all().chain(given) {
        for part in [name, text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    hash.finalize().into()
}
