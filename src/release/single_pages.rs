//! Profiles as single files in `bundle/`: each person who has a page, in each
//! language of the site.

use rayon::prelude::*;

use super::archives::in_bundle;
use super::staging::Staging;
use crate::compose::Renderer;
use crate::output::{Failure, SitePath};
use crate::press::Press;
use crate::problem::Problem;
use crate::record::{Id, Lang};
use crate::site::Person;
use crate::trust::{BundleFile, Bundles, FileRef};

/// Writes them, and says what each is.
pub(super) fn write(
    press: &Press,
    renderer: &Renderer<'_>,
    staging: &Staging,
) -> Result<Vec<BundleFile>, Failure> {
    let languages = &press.site.config.languages;
    let people = press.site.people.values();
    let wanted: Vec<(&Person, &Lang)> = people
        .flat_map(|person| languages.iter().map(move |lang| (person, lang)))
        .collect();
    let written: Vec<_> = wanted
        .par_iter()
        .map(|(person, lang)| one(renderer, staging, person, lang))
        .collect();
    all_or_problems(written)
}

/// Whether a list of archives has such files.
pub(super) fn are_in(bundles: &Bundles) -> bool {
    let mut names = bundles.files.iter().map(|file| file.name.as_str());
    names.any(|name| name.ends_with(".html"))
}

/// A folder for each language, so that no two names can meet.
fn name(lang: &Lang, id: &Id) -> anyhow::Result<SitePath> {
    Ok(SitePath::new(&format!("{lang}/{id}.html"))?)
}

fn one(
    renderer: &Renderer<'_>,
    staging: &Staging,
    person: &Person,
    lang: &Lang,
) -> Result<BundleFile, Failure> {
    let page = renderer.single(person, lang);
    let page = page.map_err(|problem| Failure::Problems(vec![problem]))?;
    let name = name(lang, &person.id)?;
    staging.write(&in_bundle(name.as_str())?, &page)?;
    let FileRef { digest, bytes } = FileRef::of(&page);
    Ok(BundleFile {
        digest,
        bytes,
        name,
    })
}

/// All problems at once, since an editor mends them together.
fn all_or_problems(written: Vec<Result<BundleFile, Failure>>) -> Result<Vec<BundleFile>, Failure> {
    let mut files = Vec::with_capacity(written.len());
    let mut problems: Vec<Problem> = Vec::new();
    for result in written {
        match result {
            Ok(file) => files.push(file),
            Err(Failure::Problems(found)) => problems.extend(found),
            Err(machine) => return Err(machine),
        }
    }
    problems.sort();
    problems.dedup();
    match problems.is_empty() {
        true => Ok(files),
        false => Err(Failure::Problems(problems)),
    }
}
