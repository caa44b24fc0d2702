//! Writes a small site that builds, for somebody to replace bit by bit.

use std::path::Path;
use std::{fs, io};

use anyhow::{Context, bail};

use super::new::write_new;

macro_rules! site_files {
    ($($path:literal from $file:literal,)*) => {
        &[$(($path, include_str!(concat!("site/", $file))),)*]
    };
}

/// The files of a new site, sorted by path: relative, with `/`, and the text.
#[must_use]
pub fn init_files() -> &'static [(&'static str, &'static str)] {
    // Under its own name this one would hide the others from our repository.
    site_files! {
        ".gitignore" from "gitignore",
        "README.md" from "README.md",
        "content/calendar/october-30.md" from "content/calendar/october-30.md",
        "content/cases/sample-case.md" from "content/cases/sample-case.md",
        "content/facilities/sample-sizo.md" from "content/facilities/sample-sizo.md",
        "content/organisations/sample-organisation.md" from "content/organisations/sample-organisation.md",
        "content/pages/about.md" from "content/pages/about.md",
        "content/pages/about.ru.md" from "content/pages/about.ru.md",
        "content/people/sample-person.md" from "content/people/sample-person.md",
        "content/people/sample-person.ru.md" from "content/people/sample-person.ru.md",
        "content/rules/ru.md" from "content/rules/ru.md",
        "content/services/sample-service.md" from "content/services/sample-service.md",
        "content/site.yaml" from "content/site.yaml",
    }
}

/// Writes a new site into a folder, which is made if there is none.
///
/// # Errors
///
/// When the folder holds anything but `.git`, or cannot be written.
pub fn init(dir: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(dir)
        .with_context(|| format!("cannot make the folder `{}`", dir.display()))?;
    if let Some(name) =
        first_entry(dir).with_context(|| format!("cannot read `{}`", dir.display()))?
    {
        bail!(
            "`{}` is not empty, it holds `{name}`; choose a new folder: `vestochka init my-site`",
            dir.display()
        );
    }
    init_files()
        .iter()
        .try_for_each(|(path, text)| write_new(dir, path, text))
}

/// The first name in a folder, in the order of the alphabet, but for `.git`.
fn first_entry(dir: &Path) -> io::Result<Option<String>> {
    let names: io::Result<Vec<String>> = fs::read_dir(dir)?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect();
    Ok(names?.into_iter().filter(|name| name != ".git").min())
}
