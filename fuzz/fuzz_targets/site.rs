//! Any bytes, as one file of a small site, go through every stage without a panic.
//!
//! The first byte says which file they stand in for, the rest is that file.

#![no_main]

mod counts;
mod small_site;

use std::cell::{OnceCell, RefCell};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, date};
use libfuzzer_sys::{Corpus, fuzz_target};
use vestochka::press::{self, Press, ThemeFiles};
use vestochka::problem::{Problem, Severity};
use vestochka::report::{self, Report, Style};
use vestochka::source::{self, Sources};
use vestochka::{check, record, site};

use small_site::SmallSite;

/// The samples stand on this day.
const TODAY: Date = date(2026, 11, 21);

fuzz_target!(
    init: counts::print_at_exit(),
    |input: &[u8]| -> Corpus {
        let Some((&which, bytes)) = input.split_first() else { return Corpus::Reject };
        let Some(path) = small_site::path_of(which) else { return Corpus::Reject };
        let accepted = SmallSite::with(|small| {
            small.with_file(path, bytes, |folder| {
                // Every page is made then, which a quarter of the inputs is enough for.
                if bytes.len() % 4 == 0 {
                    preview(folder, path);
                }
                build(folder)
            })
        });
        counts::add(path, accepted);
        counts::planted_fault(accepted);
        Corpus::Keep
    }
);

/// A preview takes the file over in place of the one that it knows, whatever a build will say
/// of it, and makes every page.
fn preview(folder: &Path, path: &str) {
    thread_local!(static PRESS: OnceCell<RefCell<Press>> = const { OnceCell::new() });
    let Some(original) = small_site::original(path) else { return };
    let read = source::read_record(folder, &Arc::from(path));
    let Some(file) = read.expect("the scratch folder can be read") else { return };
    PRESS.with(|press| {
        let mut press = press.get_or_init(|| RefCell::new(untouched())).borrow_mut();
        if press.revise(&[file]) {
            press.proof(&|| true);
            assert!(press.revise(&[original]), "the original of {path}");
        }
    });
}

/// The small site as it is when no file is replaced.
fn untouched() -> Press {
    let files = small_site::texts();
    let sources = source::from_texts(&files);
    let (records, _) = record::read(&sources);
    let config = records.config.clone().expect("the site has its file");
    let (press, problems) = set_up(&sources, records, config);
    press.unwrap_or_else(|| panic!("{problems:#?}"))
}

/// Read, decode, assemble, check; and where nothing is wrong, render every page.
/// Whether the site was built.
fn build(folder: &Path) -> bool {
    let sources = source::read(folder).expect("the scratch folder can be read");
    let (records, mut problems) = record::read(&sources);
    problems.extend(sources.problems.iter().cloned());
    if let Some(config) = records.config.clone() {
        problems.extend(assemble_and_check(&sources, records, config.clone()));
        if !has_errors(&problems) {
            problems.extend(render(&sources, config));
        }
    }
    print(&sources, &problems);
    !has_errors(&problems)
}

/// The stages before the theme, which cost little: most inputs end here.
fn assemble_and_check(
    sources: &Sources,
    records: record::Records,
    config: record::Config,
) -> Vec<Problem> {
    let (site, mut problems) = site::assemble(records, &sources, config, TODAY);
    problems.extend(check::run(&site, sources));
    problems
}

fn render(sources: &Sources, config: record::Config) -> Vec<Problem> {
    let (records, _) = record::read(sources);
    let (press, mut problems) = set_up(sources, records, config);
    if let Some(press) = press {
        problems.extend(press.proof(&|| true));
    }
    problems
}

fn set_up(
    sources: &Sources,
    records: record::Records,
    config: record::Config,
) -> (Option<Press>, Vec<Problem>) {
    let theme = ThemeFiles {
        name: config.theme.clone(),
        ..ThemeFiles::default()
    };
    press::set_up(sources, records, config, &theme, TODAY)
}

/// Finding the line and cutting the excerpt must not panic either.
fn print(sources: &Sources, problems: &[Problem]) {
    let report = Report::new(problems, &small_site::Texts(sources));
    let _ = report::human(
        &report,
        Style {
            color: false,
            width: 80,
        },
    );
    let _ = report::json(&report);
}

fn has_errors(problems: &[Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}
