//! Bodies: each record's text in each language that it exists in, as HTML.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::Site;
use super::resolve::{Destinations, Resolver};
use crate::markdown::{self, Options, Rendered, Target};
use crate::output::Fingerprint;
use crate::problem::{Place, Problem, did_you_mean};
use crate::record::{
    Body, BodyMark, Config, HasParts, Id, Kind, Lang, Parts, RawHtml, Records, Table, Translation,
};
use crate::source::PictureFile;

/// The text of one record in its languages; the original comes first.
#[derive(Debug, Clone, Default)]
pub struct Bodies(pub Vec<RenderedBody>);

/// A text in one language.
#[derive(Debug, Clone)]
pub struct RenderedBody {
    /// Its language.
    pub lang: Lang,
    /// The file that it stands in.
    pub file: Arc<str>,
    /// Bytes of the file before the text.
    pub offset: usize,
    /// The HTML, with headings, links and plain text.
    pub rendered: Rendered,
    /// A title of its own.
    pub title: Option<String>,
    /// Who translated it; nobody for the original.
    pub translator: Option<String>,
    /// How a translation stands to its original.
    pub freshness: Freshness,
    /// What a translation says it was made from.
    pub of: Option<BodyMark>,
    /// A digest of the text as it is written.
    pub digest: Fingerprint,
}

/// How a text stands to the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It is the original.
    Original,
    /// It was made from the original as it is now.
    Current,
    /// The original has changed since.
    Older,
    /// It does not say what it was made from.
    Unmarked,
}

/// A text, and whether it is in the language that was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Chosen<'a> {
    /// The text.
    pub body: &'a RenderedBody,
    /// Whether another language has to serve.
    pub is_fallback: bool,
}

impl Bodies {
    /// What the texts say, as bytes that differ where they do.
    pub fn digests(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(|body| body.digest.as_bytes())
    }

    /// The text in a language, else the original.
    #[must_use]
    pub fn choose(&self, lang: &Lang) -> Option<Chosen<'_>> {
        let exact = self.0.iter().find(|body| body.lang == *lang);
        let body = exact.or_else(|| self.0.first())?;
        Some(Chosen {
            body,
            is_fallback: exact.is_none(),
        })
    }
}

/// One text before it is rendered.
struct Job<'a> {
    key: (Kind, Id),
    lang: Lang,
    body: &'a Body,
    translation: Option<&'a Translation>,
    original: &'a Body,
}

pub(super) fn render(
    records: &Records,
    pictures: &BTreeMap<Arc<str>, PictureFile>,
    config: &Config,
    today: Date,
) -> (BTreeMap<(Kind, Id), Bodies>, Vec<Problem>) {
    let jobs = jobs(records, config);
    let destinations = Destinations::among(records, pictures, config, today);
    let done: Vec<(RenderedBody, Vec<Problem>)> = jobs
        .par_iter()
        .map(|job| {
            let resolver = Resolver {
                to: &destinations,
                file: &job.body.file,
            };
            render_one(job, &resolver, config)
        })
        .collect();
    let (mut bodies, mut problems) = (BTreeMap::<_, Bodies>::new(), Vec::new());
    for (job, (body, found)) in jobs.into_iter().zip(done) {
        problems.extend(found);
        let texts = &mut bodies.entry(job.key).or_default().0;
        // Most have one, and a vector that grows has room for four.
        texts.reserve_exact(1);
        texts.push(body);
    }
    problems.extend(dead_anchors(&bodies));
    (bodies, problems)
}

fn jobs<'a>(records: &'a Records, config: &Config) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    macro_rules! add {
        ($kind:expr, $table:expr) => {
            for (id, (_, record)) in &$table {
                let lang = record.common.lang.as_ref().unwrap_or(&config.languages[0]);
                add_record(
                    &mut jobs,
                    ($kind, id),
                    lang,
                    &record.body,
                    &record.translations,
                );
            }
        };
    }
    add!(Kind::Prisoner, records.people);
    add!(Kind::Facility, records.facilities);
    add!(Kind::Service, records.services);
    add!(Kind::Organisation, records.organisations);
    add!(Kind::Case, records.cases);
    add!(Kind::Rules, records.rules);
    add!(Kind::LetterDay, records.calendar);
    add!(Kind::Page, records.pages);
    jobs
}

fn add_record<'a>(
    jobs: &mut Vec<Job<'a>>,
    (kind, id): (Kind, &Id),
    lang: &Lang,
    original: &'a Body,
    translations: &'a [Translation],
) {
    let key = (kind, id.clone());
    if !original.is_empty() {
        jobs.push(Job {
            key: key.clone(),
            lang: lang.clone(),
            body: original,
            translation: None,
            original,
        });
    }
    for translation in translations.iter().filter(|it| !it.body.is_empty()) {
        let (lang, body) = (translation.lang.clone(), &translation.body);
        jobs.push(Job {
            key: key.clone(),
            lang,
            body,
            translation: Some(translation),
            original,
        });
    }
}

fn render_one(
    job: &Job<'_>,
    resolver: &Resolver<'_>,
    config: &Config,
) -> (RenderedBody, Vec<Problem>) {
    let (rendered, findings) = markdown::render(job.body.text(), &options(config), resolver);
    let problems = findings
        .into_iter()
        .map(|finding| finding.problem(&job.body.file, job.body.offset))
        .collect();
    let body = RenderedBody {
        lang: job.lang.clone(),
        file: Arc::clone(&job.body.file),
        offset: job.body.offset,
        rendered,
        title: job.translation.and_then(|t| t.title.clone()),
        translator: job.translation.and_then(|t| t.translator.clone()),
        freshness: freshness(job),
        of: job.translation.and_then(|t| t.of.clone()),
        digest: digest(&job.body.file, job.body.text()),
    };
    (body, problems)
}

pub(super) fn digest(file: &str, text: &str) -> Fingerprint {
    Fingerprint::of([file.as_bytes(), text.as_bytes()])
}

pub(super) fn options(config: &Config) -> Options {
    let raw_html = match config.raw_html {
        RawHtml::Refuse => markdown::RawHtml::Refuse,
        RawHtml::Sanitise => markdown::RawHtml::Sanitise,
    };
    Options { raw_html }
}

fn freshness(job: &Job<'_>) -> Freshness {
    match job.translation {
        None => Freshness::Original,
        Some(translation) => of_translation(translation.of.as_ref(), job.original.text()),
    }
}

pub(super) fn of_translation(of: Option<&BodyMark>, original: &str) -> Freshness {
    match of {
        None => Freshness::Unmarked,
        Some(mark) if *mark == BodyMark::of(original) => Freshness::Current,
        Some(_) => Freshness::Older,
    }
}

impl Site {
    /// Forgets the texts as they are written and their plain words, which only checks and
    /// reports need: a third of what a large site holds in memory.
    pub fn forget_texts(&mut self) {
        fn forget<T: HasParts>(record: &mut T) {
            let Parts {
                body, translations, ..
            } = record.parts();
            let translated = translations.iter_mut().map(|it| &mut it.body);
            std::iter::once(body)
                .chain(translated)
                .for_each(|body| body.whole = Arc::default());
        }
        fn forget_all<T: HasParts>(table: &mut Table<T>) {
            table.values_mut().for_each(|(_, record)| forget(record));
        }
        self.people
            .values_mut()
            .for_each(|person| forget(&mut person.record));
        forget_all(&mut self.facilities);
        forget_all(&mut self.services);
        forget_all(&mut self.organisations);
        forget_all(&mut self.cases);
        forget_all(&mut self.rules);
        forget_all(&mut self.calendar);
        forget_all(&mut self.pages);
        for text in self.bodies.values_mut().flat_map(|texts| &mut texts.0) {
            text.rendered.text = String::new();
        }
    }
}

/// A link to `page.md#part` must find the part in some language of that page:
/// headings give the ids, and their words differ.
fn dead_anchors(bodies: &BTreeMap<(Kind, Id), Bodies>) -> Vec<Problem> {
    let mut anchors: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for ((kind, id), texts) in bodies {
        let ids = texts.0.iter().flat_map(|body| &body.rendered.anchors);
        let page = format!("{}/{id}", kind.folder());
        anchors
            .entry(page)
            .or_default()
            .extend(ids.map(|anchor| anchor.id.as_str()));
    }
    let none = BTreeSet::new();
    let mut problems = Vec::new();
    for body in bodies.values().flat_map(|texts| &texts.0) {
        for link in &body.rendered.links {
            let Target::Record {
                page,
                fragment: Some(fragment),
            } = &link.target
            else {
                continue;
            };
            let known = anchors.get(page).unwrap_or(&none);
            if !known.contains(fragment.as_str()) {
                problems.push(dead_anchor(body, &link.range, page, fragment, known));
            }
        }
    }
    problems
}

fn dead_anchor(
    body: &RenderedBody,
    range: &Range<usize>,
    page: &str,
    fragment: &str,
    known: &BTreeSet<&str>,
) -> Problem {
    let place = Place::Bytes {
        start: body.offset + range.start,
        end: body.offset + range.end,
    };
    let message = format!("the page `{page}` has no part `#{fragment}`");
    let hint = did_you_mean(fragment, known.iter().copied())
        .unwrap_or_else(|| "give the heading an id of its own: `## Title {#part}`".into());
    Problem::error(Arc::clone(&body.file), place, message).hint(hint)
}
