//! `vestochka serve`: a preview on this computer that follows every change.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::workshop::Workshop;
use super::{Exit, print};
use crate::compose::Renderer;
use crate::output::MemoryTree;
use crate::problem::Problem;
use crate::report::{self, Report};
use crate::serve::{self, Built, Options};

/// Show the site in a browser and follow every change
///
/// Builds in memory and serves on this computer only. When a file of the
/// content or the theme changes, the site is built again and browsers reload.
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
    let folder = site.to_owned();
    let (date, mut last) = (args.date, Arc::new(MemoryTree::default()));
    let build = move |_: &[std::path::PathBuf]| match build(&folder, date, &last) {
        Ok((tree, line)) => {
            last = Arc::clone(&tree);
            print::say(&line);
            Built::Good(tree)
        }
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

/// The site in memory and a line on it, or everything that is wrong as text.
fn build(
    site: &Path,
    date: Option<Date>,
    last: &MemoryTree,
) -> Result<(Arc<MemoryTree>, String), String> {
    let start = std::time::Instant::now();
    let workshop = Workshop::open(site, date).map_err(|error| format!("error: {error:#}"))?;
    let Some(press) = &workshop.press else {
        return Err(text(&workshop, &workshop.problems));
    };
    let read = |file: &str| std::fs::read(workshop.site.join(file));
    let renderer = Renderer::new(press, &read);
    let tree = MemoryTree::render(&press.plan, &renderer, Some(last)).map_err(|found| {
        let problems: Vec<Problem> = workshop.problems.iter().cloned().chain(found).collect();
        text(&workshop, &problems)
    })?;
    print::problems(&workshop.problems, &workshop.files(&workshop.problems));
    let files = print::count(press.plan.items().len(), "file", "files");
    Ok((
        Arc::new(tree),
        format!("built {files} in {:.2} s", start.elapsed().as_secs_f64()),
    ))
}

fn text(workshop: &Workshop, problems: &[Problem]) -> String {
    let files = workshop.files(problems);
    report::human(&Report::new(problems, &files), print::style_of(false))
}
