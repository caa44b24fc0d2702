//! `vestochka new`: a commented record.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, bail};
use clap::ValueEnum;

use super::{Exit, print};
use crate::record::{self, Kind, Lang};
use crate::scaffold::{self, NewRecord};
use crate::source;

/// Make a commented record from a template
///
/// The id, which is the file's name, is made from the record's name by the
/// tables in docs/ids.md; if there is such a record already, it gets `-2`.
/// An existing file is never overwritten.
///
/// Examples:
///   vestochka new prisoner "Анна Образцова"
///   vestochka new facility "ИК-2 Покров" --id ik-2-pokrov
///   vestochka new rules Россия --id ru
///   vestochka new translation people/anna-obraztsova --language en
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// What kind of record
    kind: NewKind,

    /// Its name; for a translation the record's folder and id
    name: String,

    /// Its id, instead of one made from the name
    #[arg(long)]
    id: Option<String>,

    /// The language of the name, or of the translation; without it the site's first
    #[arg(long, value_name = "CODE")]
    language: Option<String>,

    /// Somebody who was under 18 when arrested: an id that says nothing, and no surname
    #[arg(long)]
    minor: bool,
}

/// The kinds of records that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum NewKind {
    Prisoner,
    Facility,
    Service,
    Organisation,
    Case,
    Rules,
    Calendar,
    Page,
    Translation,
}

impl NewKind {
    fn record(self) -> Option<Kind> {
        Some(match self {
            NewKind::Prisoner => Kind::Prisoner,
            NewKind::Facility => Kind::Facility,
            NewKind::Service => Kind::Service,
            NewKind::Organisation => Kind::Organisation,
            NewKind::Case => Kind::Case,
            NewKind::Rules => Kind::Rules,
            NewKind::Calendar => Kind::LetterDay,
            NewKind::Page => Kind::Page,
            NewKind::Translation => return None,
        })
    }
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let sources = source::read(site)?;
    let (records, _) = record::read(&sources);
    let first = records
        .config
        .as_ref()
        .map(|config| config.languages[0].clone());
    let language = match &args.language {
        Some(code) => Lang::parse(code).with_context(|| format!("`{code}` is not a language code"))?,
        None => first.context("this folder is not a site with a `site.yaml` that can be read; name the language with `--language`")?,
    };
    let mut draft = match args.kind.record() {
        Some(kind) => {
            let existing = ids(&records, kind);
            let record = NewRecord {
                kind,
                name: &args.name,
                language: &language,
                id: args.id.as_deref(),
                minor: args.minor.then(random),
            };
            scaffold::new_record(&record, &existing)?
        }
        None => {
            let (kind, id) = translated(&records, &args.name)?;
            scaffold::new_translation(kind, &id, &language)?
        }
    };
    if records
        .config
        .is_some_and(|config| config.languages[0] != language)
    {
        let (off, on) = (
            format!("\n#lang: {language}\n"),
            format!("\nlang: {language}\n"),
        );
        draft.text = draft.text.replacen(&off, &on, 1);
    }
    scaffold::write_draft(site, &draft)?;
    print::say(&format!("made {}", draft.path));
    Ok(Exit::Success)
}

fn ids(records: &record::Records, kind: Kind) -> BTreeSet<String> {
    let of_kind = records.known.keys().filter(|(other, _)| *other == kind);
    of_kind.map(|(_, id)| id.to_string()).collect()
}

/// The record that `people/anna` names, or `anna` where only one kind has it.
fn translated(records: &record::Records, name: &str) -> anyhow::Result<(Kind, String)> {
    let name = name.trim_start_matches("content/").trim_end_matches(".md");
    let (folder, id) = name
        .rsplit_once('/')
        .map_or((None, name), |(folder, id)| (Some(folder), id));
    let fits = |(kind, other): &&(Kind, record::Id)| {
        other.as_str() == id && folder.is_none_or(|folder| kind.folder() == folder)
    };
    let found: Vec<_> = records.known.keys().filter(fits).collect();
    match found[..] {
        [(kind, id)] => Ok((*kind, id.to_string())),
        [] => bail!(
            "there is no record `{name}`; write its folder and id, such as `people/anna-obraztsova`"
        ),
        _ => {
            bail!("several records have the id `{id}`; write the folder too, such as `people/{id}`")
        }
    }
}

/// Eight bytes of chance, from the keys that the standard library gives hashers.
fn random() -> [u8; 8] {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish().to_le_bytes()
}
