//! All pure stages in their order: from what was read to pages that can be rendered.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::check;
use crate::compose;
use crate::output::Plan;
use crate::plan::{Output, plan};
use crate::problem::{Place, Problem, Severity};
use crate::record::{self, Config, Lang};
use crate::search::Index;
use crate::site::{Site, assemble};
use crate::source::{Sources, TextFile};
use crate::texts::{self, Args, Language, Texts};
use crate::theme::{self, Theme};
use crate::view;
use crate::voice::Voice;

/// What decides how pages look, as a hash that was made when the program was built.
pub const PROGRAM: &str = env!("VESTOCHKA_PROGRAM");

/// Everything that rendering needs; nothing in it changes any more.
pub struct Press {
    /// The site.
    pub site: Site,
    /// Its languages.
    pub voices: Vec<Voice>,
    /// Who is found by what.
    pub search: Index,
    /// How pages look.
    pub theme: Theme,
    /// Which files there are to be.
    pub plan: Plan<Output>,
}

/// A site's own theme: its name, and its files by their paths in it.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles {
    /// The folder in `themes/`.
    pub name: String,
    /// Path and text.
    pub files: BTreeMap<String, String>,
}

/// Goes through all stages. Everything that is wrong is returned, the press
/// only if no error is among it.
#[must_use]
pub fn set_up(
    sources: &Sources,
    records: record::Records,
    config: Config,
    theme_files: &ThemeFiles,
    today: Date,
) -> (Option<Press>, Vec<Problem>) {
    let languages = config.languages.clone();
    let ((site, mut problems), (spoken, theme, found)) = rayon::join(
        || {
            let (site, found) = assemble(records, sources, config, today);
            let mut problems = check::without_waived(&site, found);
            problems.extend(check::run(&site, sources));
            (site, problems)
        },
        || dress(&languages, theme_files),
    );
    problems.extend(found);
    let (voices, search) = rayon::join(
        || -> Vec<Voice> {
            let voice = |(lang, texts): (Lang, Arc<Texts>)| Voice::new(&lang, texts, &site);
            spoken.into_par_iter().map(voice).collect()
        },
        || Index::of(&site),
    );
    let plan = plan(&site, &voices, &search)
        .map_err(|found| problems.extend(found))
        .ok();
    if problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
    {
        return (None, problems);
    }
    let press = theme.zip(plan).map(|(theme, plan)| Press {
        site,
        voices,
        search,
        theme,
        plan,
    });
    let printed = press.as_ref().filter(|_| !theme_files.files.is_empty());
    problems.extend(printed.into_iter().flat_map(Press::printed));
    (press, problems)
}

type Spoken = Vec<(Lang, Arc<Texts>)>;

/// The words and the theme, which are the same whatever the records say.
fn dress(languages: &[Lang], theme_files: &ThemeFiles) -> (Spoken, Option<Theme>, Vec<Problem>) {
    let requests = theme_files.files.iter().flat_map(|(name, text)| {
        check::theme_requests(&format!("themes/{}/{name}", theme_files.name), text)
    });
    let mut problems: Vec<Problem> = requests.collect();
    let spoken = speak(languages, theme_files, &mut problems);
    let theme = load_theme(theme_files, &spoken)
        .map_err(|found| problems.extend(found))
        .ok();
    (spoken, theme, problems)
}

/// The texts of each language: the theme's own over the built-in ones, file by file.
fn speak(languages: &[Lang], theme: &ThemeFiles, problems: &mut Vec<Problem>) -> Spoken {
    let mut spoken = Vec::new();
    for lang in languages {
        let language = match Language::parse(lang.as_str()) {
            Ok(language) => language,
            Err(message) => {
                problems.push(Problem::error("content/site.yaml", Place::File, message));
                continue;
            }
        };
        let files = text_files(lang, theme);
        if files.is_empty() {
            problems.push(no_texts(lang, &theme.name));
            continue;
        }
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(name, text)| (name.as_str(), *text))
            .collect();
        let (texts, found) = Texts::load(&language, &files);
        problems.extend(found);
        spoken.push((lang.clone(), Arc::new(texts)));
    }
    spoken
}

fn text_files<'a>(lang: &Lang, theme: &'a ThemeFiles) -> BTreeMap<String, &'a str> {
    let built_in = texts::embedded()
        .iter()
        .filter(|(of, ..)| *of == lang.as_str());
    let mut files: BTreeMap<String, &str> = built_in
        .map(|(_, name, text)| ((*name).to_owned(), *text))
        .collect();
    let prefix = format!("texts/{lang}/");
    for (path, text) in &theme.files {
        if let Some(name) = path.strip_prefix(&prefix) {
            // A file of the theme stands in place of the built-in one of that name.
            files.retain(|other, _| other.rsplit('/').next() != Some(name));
            files.insert(format!("themes/{}/{path}", theme.name), text);
        }
    }
    files
}

fn no_texts(lang: &Lang, theme: &str) -> Problem {
    Problem::error(
        "content/site.yaml",
        Place::Value(crate::problem::Route::key("languages")),
        format!("the interface has no texts in `{lang}`"),
    )
    .hint(format!(
        "put them into `themes/{theme}/texts/{lang}/domain.ftl` and `interface.ftl`"
    ))
}

fn load_theme(theme: &ThemeFiles, spoken: &[(Lang, Arc<Texts>)]) -> Result<Theme, Vec<Problem>> {
    let words = |(lang, texts): &(Lang, Arc<Texts>)| {
        let words: Arc<dyn theme::Words> = Arc::new(Speaker(Arc::clone(texts)));
        (lang.to_string(), words)
    };
    Theme::load(
        &theme.name,
        &theme.files,
        &spoken.iter().map(words).collect(),
    )
}

/// The texts as templates ask for them.
struct Speaker(Arc<Texts>);

impl theme::Words for Speaker {
    fn say(&self, id: &str, given: &[(&str, theme::Arg<'_>)]) -> Option<String> {
        if !self.0.has(id) {
            return None;
        }
        let mut args = Args::new();
        for (name, value) in given {
            args = match value {
                theme::Arg::Text(text) => args.with(*name, *text),
                theme::Arg::Number(number) => args.with(*name, *number),
            };
        }
        Some(self.0.say_with(id, &args))
    }
}

impl Press {
    /// Takes over what these files hold now; see [`Site::revise`]. Says whether it did.
    pub fn revise(&mut self, files: &[TextFile]) -> bool {
        let Some(keys) = self.site.revise(files) else {
            return false;
        };
        for voice in &mut self.voices {
            voice.name_again(&self.site, &keys);
        }
        true
    }

    /// Renders every page in memory, for the problems that only rendering finds, as long as
    /// it is to go on.
    #[must_use]
    pub fn proof(&self, goes_on: &(dyn Fn() -> bool + Sync)) -> Vec<Problem> {
        use crate::output::Render as _;
        let renderer = compose::Renderer::without_pictures(self);
        let items = self.plan.items();
        items
            .par_iter()
            .take_any_while(|_| goes_on())
            .filter_map(|item| renderer.draft(item).render().err())
            .collect()
    }

    /// What the first printed sheet lacks (W10).
    fn printed(&self) -> Vec<Problem> {
        let Some((item, wanted)) = compose::first_sheet(self) else {
            return Vec::new();
        };
        let page = {
            use crate::output::Render as _;
            compose::Renderer::without_pictures(self)
                .draft(item)
                .render()
        };
        // A template that fails is a problem of its own, found when all is rendered.
        let page = page.unwrap_or_default();
        if page.is_empty() {
            return Vec::new();
        }
        let file = self.theme.file_of(<view::Sheet as view::View>::TEMPLATE);
        check::lacking_on_sheet(&file, &String::from_utf8_lossy(&page), &wanted)
    }

    /// A hash of everything that all pages have in common.
    #[must_use]
    pub fn common_digest(&self) -> [u8; 32] {
        Sha256::new()
            .chain_update(PROGRAM)
            .chain_update(self.theme.digest())
            .finalize()
            .into()
    }
}
