//! `vestochka serve`: a preview on this computer that follows every change.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;

use jiff::civil::Date;

use super::workshop::Workshop;
use super::{Exit, print};
use crate::compose::Renderer;
use crate::output::{Render as _, content_type};
use crate::press::Press;
use crate::problem::Problem;
use crate::report::{self, Report};
use crate::serve::{self, Built, Options, Page, Revised, Shown};

/// Show the site in a browser and follow every change
///
/// Serves on this computer only, and writes nothing. When a file of the content
/// or the theme changes, browsers reload. What a record says now is shown at once;
/// the whole site, with its lists and its problems, is built again soon after.
///
/// While something is wrong, the pages show the same text as the terminal; the
/// last good page comes back when it is mended.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The port; without it 8900, or the next that is free
    #[arg(short, long)]
    port: Option<u16>,

    /// The build date; without it `SOURCE_DATE_EPOCH`, the date in `site.yaml`, or today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::parse_date)]
    date: Option<Date>,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let (folder, date) = (site.to_owned(), args.date);
    let build = move || match build(&folder, date) {
        Ok(site) => Built::Good(Arc::new(site)),
        Err(report) => {
            print::note(report.trim_end());
            Built::Bad { report }
        }
    };
    let options = Options {
        port: args.port,
        watch: vec![site.join("content"), site.join("themes")],
        ignore: Vec::new(),
    };
    serve::serve(&options, build, |url| {
        print::say(&format!(
            "serving {url} on this computer only; stop with Ctrl-C"
        ));
    })?;
    Ok(Exit::Success)
}

/// The site, ready to make its pages, or everything that is wrong as text.
fn build(site: &Path, date: Option<Date>) -> Result<Ready, String> {
    let start = Instant::now();
    let workshop = Workshop::open(site, date).map_err(|error| format!("error: {error:#}"))?;
    let Some(press) = &workshop.press else {
        return Err(text(&workshop, &workshop.problems));
    };
    print::problems(&workshop.problems, &workshop.files(&workshop.problems));
    let files = print::count(press.plan.items().len(), "file", "files");
    let seconds = start.elapsed().as_secs_f64();
    print::say(&format!("ready to show {files} after {seconds:.2} s"));
    Ok(Ready(RwLock::new(workshop)))
}

/// A site gone through all stages but rendering, without an error.
struct Ready(RwLock<Workshop>);

impl Ready {
    /// A panic while the site was changed leaves each record old or new.
    fn with<T>(&self, look: impl FnOnce(&Workshop, &Press) -> T) -> Option<T> {
        let workshop = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let press = workshop.press.as_ref()?;
        Some(look(&workshop, press))
    }
}

impl Shown for Ready {
    fn has(&self, path: &str) -> bool {
        self.with(|_, press| press.plan.at(path).is_some())
            .unwrap_or_default()
    }

    fn page(&self, path: &str) -> Result<Page, String> {
        let made = self.with(|workshop, press| {
            let item = press.plan.at(path)?;
            let read = |file: &str| std::fs::read(workshop.site.join(file));
            let renderer = Renderer::new(press, &read);
            let bytes = renderer.draft(item).render();
            Some(match bytes {
                Ok(bytes) => Ok(Page {
                    bytes,
                    content_type: content_type(&item.path),
                }),
                Err(problem) => Err(text(workshop, &[problem])),
            })
        });
        made.flatten()
            .unwrap_or_else(|| Err(format!("there is no file `{path}`")))
    }

    fn revise(&self, changed: &[PathBuf]) -> Revised {
        let mut workshop = self.0.write().unwrap_or_else(PoisonError::into_inner);
        workshop.revise(changed)
    }

    fn proof(&self, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<String> {
        let report = self.with(|workshop, press| {
            let found = press.proof(goes_on);
            (!found.is_empty()).then(|| {
                let problems: Vec<Problem> =
                    workshop.problems.iter().cloned().chain(found).collect();
                text(workshop, &problems)
            })
        });
        let report = report.flatten()?;
        print::note(report.trim_end());
        Some(report)
    }
}

fn text(workshop: &Workshop, problems: &[Problem]) -> String {
    let files = workshop.files(problems);
    report::human(&Report::new(problems, &files), print::style_of(false))
}
