//! The default theme against sample views, and themes that override it.

mod contract;
mod html;
mod loading;
mod pages;
mod texts;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Arg, Theme, Words};
use crate::problem::Problem;
use crate::view::samples;

pub(super) const LANGUAGES: [(&str, &str); 2] = [
    (
        "en",
        include_str!("../../../themes/default/texts/en/interface.ftl"),
    ),
    (
        "ru",
        include_str!("../../../themes/default/texts/ru/interface.ftl"),
    ),
];

/// The texts of the default theme, without fallback: what is missing shows.
struct Interface(FluentBundle<FluentResource>);

impl Interface {
    fn new(lang: &str, text: &str) -> Self {
        let resource = FluentResource::try_new(text.to_owned()).expect("the texts can be read");
        let mut bundle = FluentBundle::new_concurrent(vec![lang.parse().expect("a language")]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("no text stands twice");
        Interface(bundle)
    }
}

impl Words for Interface {
    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(key, arg)| match arg {
                Arg::Text(text) => (*key, FluentValue::from(*text)),
                Arg::Number(number) => (*key, FluentValue::from(*number)),
            })
            .collect();
        let mut errors = Vec::new();
        let said = self
            .0
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        errors.is_empty().then_some(said)
    }
}

fn texts() -> BTreeMap<String, Arc<dyn Words>> {
    LANGUAGES
        .iter()
        .map(|(lang, text)| {
            let words: Arc<dyn Words> = Arc::new(Interface::new(lang, text));
            ((*lang).to_owned(), words)
        })
        .collect()
}

/// The default theme with these files over it.
fn theme_with(files: &[(&str, &str)]) -> Result<Theme, Vec<Problem>> {
    let files = files
        .iter()
        .map(|(path, text)| ((*path).into(), (*text).into()))
        .collect();
    Theme::load("ours", &files, &texts())
}

fn default_theme() -> Theme {
    theme_with(&[]).unwrap_or_else(|problems| panic!("the default theme loads: {problems:#?}"))
}

/// A sample's page: (language, sample's name, page).
type Rendered = (&'static str, &'static str, String);

/// Every sample, rendered in both languages.
fn pages() -> &'static [Rendered] {
    static PAGES: LazyLock<Vec<Rendered>> = LazyLock::new(render_samples);
    &PAGES
}

fn render_samples() -> Vec<Rendered> {
    let theme = default_theme();
    let render = |lang: &'static str, sample: samples::Sample| {
        let page = theme.render(lang, sample.template, &sample.view);
        let name = sample.name;
        (
            lang,
            name,
            page.unwrap_or_else(|problem| panic!("{lang} {name}: {problem:#?}")),
        )
    };
    LANGUAGES
        .iter()
        .flat_map(|(lang, _)| samples::all(lang).into_iter().map(|sample| (*lang, sample)))
        .map(|(lang, sample)| render(lang, sample))
        .collect()
}

/// For looking at the theme in a browser:
/// `VESTOCHKA_SAMPLES=DIR cargo test --lib write_samples -- --ignored`.
#[test]
#[ignore = "writes files to look at"]
fn write_samples() {
    let folder = std::env::var("VESTOCHKA_SAMPLES").expect("VESTOCHKA_SAMPLES names a folder");
    for (lang, name, page) in pages() {
        let folder = Path::new(&folder).join(lang).join("people");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        std::fs::write(folder.join(format!("{name}.html")), page).expect("the page can be written");
    }
}
