//! `vestochka single`: one prisoner's page as one file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use jiff::civil::Date;

use super::workshop::Workshop;
use super::{Exit, print};
use crate::compose::Renderer;
use crate::output::whole_file;
use crate::press::Press;
use crate::problem::did_you_mean;
use crate::record::{Id, Lang};
use crate::site::Person;

/// Write one prisoner's page as a single file, to be sent in a messenger
///
/// The file holds the whole story and all pictures. It asks for nothing and
/// links to no other page of the site; it can be read without a network.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Whose page: the name of the file in `content/people/`, without `.md`
    id: String,

    /// The language; without it the first one of `site.yaml`
    #[arg(short, long, value_name = "LANG")]
    language: Option<String>,

    /// Where to write; without it `ID.html` in the current folder. `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// The build date; without it `SOURCE_DATE_EPOCH`, the date in `site.yaml`, or today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::parse_date)]
    date: Option<Date>,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let workshop = Workshop::open(site, args.date)?;
    let Some(press) = &workshop.press else {
        print::problems(&workshop.problems, &workshop.files(&workshop.problems));
        return Ok(Exit::Problems);
    };
    let (person, lang) = match (person(press, &args.id), language(press, args)) {
        (Ok(person), Ok(lang)) => (person, lang),
        (Err(unknown), _) | (_, Err(unknown)) => {
            print::note(&format!("error: {unknown}"));
            return Ok(Exit::Usage);
        }
    };
    let read = |file: &str| std::fs::read(workshop.site.join(file));
    match Renderer::new(press, &read).single(person, lang) {
        Ok(page) => {
            write(&page, &output(args, &person.id))?;
            Ok(Exit::Success)
        }
        Err(problem) => {
            let problems = [problem];
            print::problems(&problems, &workshop.files(&problems));
            Ok(Exit::Problems)
        }
    }
}

/// Somebody who has a page. Of others nothing is said, not even
/// whether the content knows them.
fn person<'a>(press: &'a Press, wanted: &str) -> Result<&'a Person, String> {
    let people = &press.site.people;
    let known = people.values().find(|person| person.id.as_str() == wanted);
    known.ok_or_else(|| {
        let near = did_you_mean(wanted, people.keys().map(Id::as_str));
        let hint = near.unwrap_or_else(|| {
            "write the name of a file in `content/people/` that is published, without `.md`".into()
        });
        format!("no page of the site is that of `{wanted}`; {hint}")
    })
}

fn language<'a>(press: &'a Press, args: &Args) -> Result<&'a Lang, String> {
    let languages = &press.site.config.languages;
    let Some(wanted) = &args.language else {
        return Ok(press.site.first_language());
    };
    let known = languages.iter().find(|lang| lang.as_str() == wanted);
    known.ok_or_else(|| {
        let all: Vec<&str> = languages.iter().map(Lang::as_str).collect();
        format!(
            "the site has no pages in `{wanted}`; its languages are {}",
            all.join(", ")
        )
    })
}

fn output(args: &Args, id: &Id) -> PathBuf {
    let named = args.output.clone();
    named.unwrap_or_else(|| PathBuf::from(format!("{id}.html")))
}

fn write(page: &[u8], to: &Path) -> anyhow::Result<()> {
    if to.as_os_str() == "-" {
        return io::stdout().write_all(page).context("standard output");
    }
    whole_file::write(to, page)?;
    print::say(&format!("wrote {} ({} bytes)", to.display(), page.len()));
    Ok(())
}
