//! Our own build, of only those pages that the other generators write as well.

use std::io;
use std::path::Path;

use vestochka::compose::Renderer;
use vestochka::output::{self, Failure, Options, Plan, Target};
use vestochka::plan::{Local, Output};
use vestochka::press::{self, ThemeFiles};
use vestochka::voice::{IndexKey, ListKey};
use vestochka::{record, source};

/// Builds them from the site's folder, as `vestochka build` would; gives how many there are.
pub fn build(site: &Path, output: &Path) -> io::Result<usize> {
    let sources = source::read(site).map_err(io::Error::other)?;
    let (records, _) = record::read(&sources);
    let config = records.config.clone().ok_or_else(|| bad("no config"))?;
    let today = config.date.ok_or_else(|| bad("the site pins no date"))?;
    let theme = ThemeFiles {
        name: config.theme.clone(),
        ..ThemeFiles::default()
    };
    let (press, problems) = press::set_up(&sources, records, config, &theme, today);
    let press = press.ok_or_else(|| bad(&format!("{problems:?}")))?;
    let items = press.plan.items().iter();
    let same = items.filter(|item| others_have(&item.kind)).cloned();
    let plan = Plan::new(same.collect()).map_err(|_| bad("two files have one path"))?;
    let target = Target::new(site, output).map_err(io::Error::other)?;
    let read = |file: &str| std::fs::read(site.join(file));
    let renderer = Renderer::new(&press, &read);
    match output::apply(&plan, &renderer, &target, &Options::default()) {
        Ok(outcome) => Ok(outcome.total()),
        Err(Failure::Machine(error)) => Err(io::Error::other(error)),
        Err(Failure::Problems(problems)) => Err(bad(&format!("{problems:?}"))),
    }
}

fn bad(what: &str) -> io::Error {
    io::Error::other(what.to_owned())
}

/// Whether the others write a file for it: a page for each record, the lists and their
/// indexes, and the feed.
fn others_have(output: &Output) -> bool {
    let Output::Page(_, local) = output else {
        return matches!(output, Output::Feed(_));
    };
    match local {
        Local::Home
        | Local::Profile(_)
        | Local::Story(_)
        | Local::Service(_)
        | Local::Organisation(_)
        | Local::Rules(_)
        | Local::Text(_) => true,
        Local::List(key, _) => matches!(
            key,
            ListKey::People
                | ListKey::Released
                | ListKey::Facility(_)
                | ListKey::Case(_)
                | ListKey::Region(_)
                | ListKey::Article(_)
        ),
        Local::Index(key, _) => !matches!(key, IndexKey::Languages | IndexKey::Topics),
        _ => false,
    }
}
