//! A new record from its template: every key, and a word on what it is for.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, anyhow, bail, ensure};

use super::person;
use super::template::{fill, language_map, map_key, one_line};
use crate::record::{Country, Id, Kind, Lang};
use crate::transliterate::{id_from_name, opaque_id, unused_id};

const COMMON: &str = include_str!("records/common.md");
const DRAFT: &str = include_str!("records/draft.md");
const TRANSLATION: &str = include_str!("records/translation.md");

/// A file that does not stand in the site yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Relative to the site, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// What somebody wants a record of.
#[derive(Debug, Clone, Copy)]
pub struct NewRecord<'a> {
    /// The kind of record.
    pub kind: Kind,
    /// The name or title, on one line. A person's is split into its parts: the
    /// last word is the surname.
    pub name: &'a str,
    /// The language of the name.
    pub language: &'a Lang,
    /// The id, where the editor chooses one; needed for rules, whose id is the
    /// country's code.
    pub id: Option<&'a str>,
    /// For somebody under 18 at arrest: random bytes for the id. The record
    /// then holds no surname and no patronymic.
    pub minor: Option<[u8; 8]>,
}

/// A commented record. `existing` are the ids of its kind, those of removed
/// people included: an id is never used again.
///
/// # Errors
///
/// When the name or the id cannot be used; the text says what to write instead.
pub fn new_record(new: &NewRecord<'_>, existing: &BTreeSet<String>) -> anyhow::Result<Draft> {
    let name = one_line(new.name)?;
    let id = id(new, &name, existing)?;
    let language = new.language.as_str();
    let text = match new.kind {
        Kind::Prisoner => prisoner(new, &name, &id)?,
        kind => {
            let template = template(kind).replace("{{common}}\n", COMMON);
            let (key, sample) = (map_key(language), language_map(language, "…"));
            let name = language_map(language, &name);
            fill(
                &template,
                &[("name", &name), ("lang", &key), ("text", &sample)],
            )
        }
    };
    Ok(Draft {
        path: path(new.kind, &id, ""),
        text,
    })
}

/// The frame of a translation of a record's body.
///
/// # Errors
///
/// When `id` cannot be an id.
pub fn new_translation(kind: Kind, id: &str, language: &Lang) -> anyhow::Result<Draft> {
    check_id(id)?;
    let has_title = matches!(kind, Kind::Page | Kind::Case);
    let title = if has_title {
        "# Only where the record has none in this language.\n#title: \"…\""
    } else {
        ""
    };
    let path = path(kind, id, &format!(".{language}"));
    let text = fill(TRANSLATION, &[("title", title), ("path", &path)]);
    Ok(Draft { path, text })
}

/// Writes a draft into a site.
///
/// # Errors
///
/// When there is such a file, which is never overwritten, or when it cannot be
/// written.
pub fn write_draft(site: &Path, draft: &Draft) -> anyhow::Result<()> {
    write_new(site, &draft.path, &draft.text)
}

/// Writes a file that was not there before: all of it, or nothing.
pub(super) fn write_new(dir: &Path, path: &str, text: &str) -> anyhow::Result<()> {
    let target = dir.join(path);
    let failed = || format!("cannot write `{path}`");
    let folder = target.parent().unwrap_or(dir);
    std::fs::create_dir_all(folder).with_context(failed)?;
    let mut file = new_file(folder).with_context(failed)?;
    file.write_all(text.as_bytes()).with_context(failed)?;
    match file.persist_noclobber(&target) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!("`{path}` is there already; edit it, or choose another id with `--id`")
        }
        Err(error) => Err(error.error).with_context(failed),
    }
}

/// Temporary files are for their owner alone; these are for everybody whom the
/// editor's settings allow.
fn new_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.prefix(".new-").tempfile_in(folder)
}

fn template(kind: Kind) -> &'static str {
    match kind {
        Kind::Prisoner => include_str!("records/prisoner.md"),
        Kind::Facility => include_str!("records/facility.md"),
        Kind::Service => include_str!("records/service.md"),
        Kind::Organisation => include_str!("records/organisation.md"),
        Kind::Case => include_str!("records/case.md"),
        Kind::Rules => include_str!("records/rules.md"),
        Kind::LetterDay => include_str!("records/calendar.md"),
        Kind::Page => include_str!("records/page.md"),
    }
}

fn path(kind: Kind, id: &str, suffix: &str) -> String {
    format!("content/{}/{id}{suffix}.md", kind.folder())
}

fn prisoner(new: &NewRecord<'_>, name: &str, id: &str) -> anyhow::Result<String> {
    let language = new.language.as_str();
    let name = person::split(name);
    let (key, sample) = (map_key(language), language_map(language, "…"));
    let given = language_map(language, &name.given);
    let (surname, patronymic) = match (new.minor, &name.surname) {
        (Some(_), _) => (MINOR.to_owned(), String::new()),
        (None, Some(surname)) => (
            format!("  surname: {}", language_map(language, surname)),
            patronymic(&name, language),
        ),
        (None, None) => bail!(
            "`{}` is one word; write the given name and the surname: `{} …`",
            name.given,
            name.given
        ),
    };
    let template = template(Kind::Prisoner)
        .replace("{{draft}}\n", DRAFT)
        .replace("{{common}}\n", COMMON);
    Ok(fill(
        &template,
        &[
            ("id", id),
            ("given", &given),
            ("surname", &surname),
            ("patronymic", &patronymic),
            ("lang", &key),
            ("text", &sample),
        ],
    ))
}

const MINOR: &str =
    "  # A minor: no surname in this file, in any script, nor a photo or an address.
  # Once grown up, with `adult_consent`: surname, patronymic.";

fn patronymic(name: &person::PersonName, language: &str) -> String {
    match &name.patronymic {
        Some(patronymic) => format!("  patronymic: {}", language_map(language, patronymic)),
        None => format!(
            "  # Or the word none. A Russian address needs one of the two.\n  #patronymic: {}",
            language_map(language, "…")
        ),
    }
}

fn id(new: &NewRecord<'_>, name: &str, existing: &BTreeSet<String>) -> anyhow::Result<String> {
    match (new.kind, new.minor, new.id) {
        (Kind::Prisoner, Some(_), Some(_)) => {
            bail!("a minor's id is random, so that it says nothing; leave out `--id`")
        }
        (Kind::Prisoner, Some(random), None) => Ok(unused_id(&opaque_id(random), existing)),
        (_, Some(_), _) => bail!("only a prisoner can be a minor; leave out `--minor`"),
        (Kind::Rules, None, id) => country_id(id).and_then(|id| free_id(id, existing)),
        (_, None, Some(id)) => check_id(id).and_then(|()| free_id(id, existing)),
        (_, None, None) => id_of_name(name, new.language, existing),
    }
}

fn country_id(id: Option<&str>) -> anyhow::Result<&str> {
    let id = id.context("letter rules are named by their country's code, such as `ru` for Russia or `by` for Belarus; add it with `--id`")?;
    let known = Country::parse(id).is_some();
    ensure!(
        known,
        "`{id}` is not a country's code; write the two small letters of ISO 3166-1, such as `ru` or `by`"
    );
    Ok(id)
}

fn free_id(id: &str, existing: &BTreeSet<String>) -> anyhow::Result<String> {
    ensure!(
        !existing.contains(id),
        "the id `{id}` is taken; choose another with `--id`"
    );
    Ok(id.to_owned())
}

fn check_id(id: &str) -> anyhow::Result<()> {
    let advice = "an id is made of small Latin letters, digits and `-`";
    Id::parse(id)
        .map(|_| ())
        .ok_or_else(|| anyhow!("`{id}` cannot be an id: {advice}"))
}

/// An id that may not be used, such as `index`, counts as taken.
fn id_of_name(name: &str, language: &Lang, existing: &BTreeSet<String>) -> anyhow::Result<String> {
    let id = id_from_name(name, Some(language.as_str())).with_context(|| {
        format!("no letter of `{name}` can be written in an id; choose one: `--id some-word`")
    })?;
    if Id::parse(&id).is_some() {
        return Ok(unused_id(&id, existing));
    }
    let mut taken = existing.clone();
    taken.insert(id.clone());
    Ok(unused_id(&id, &taken))
}
