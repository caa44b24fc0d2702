//! The files of a theme: the site's own over the built-in ones, and how problems name them.

use std::collections::BTreeMap;

use crate::problem::{Place, Problem, did_you_mean};

use super::builtin;
use super::dress::SHEETS;

/// Before the name of a built-in template, so that one of the site's own with
/// the same name wins and can still extend it: `{% extends "default/profile.html" %}`.
pub(super) const DEFAULT: &str = "default/";

const TEMPLATES: &str = "templates/";
const SCRIPTS: &str = "scripts/";
const BUILTIN_FOLDER: &str = "themes/default/";

/// All files of a theme, by the engine's name for a template (`profile.html`,
/// `default/profile.html`), or by path for the others (`style.css`).
pub(super) struct Sources {
    folder: String,
    files: BTreeMap<String, String>,
}

impl Sources {
    pub(super) fn over_builtin(
        name: &str,
        own: &BTreeMap<String, String>,
    ) -> Result<Self, Vec<Problem>> {
        let folder = format!("themes/{name}/");
        let strangers = own.keys().filter(|path| !belongs(path));
        let mut problems: Vec<_> = strangers.map(|path| stranger(&folder, path)).collect();
        problems.extend(own.iter().filter_map(|it| early_end(&folder, it)));
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut files: BTreeMap<_, _> = builtin::FILES
            .iter()
            .map(|(path, text)| (builtin_name(path), (*text).to_owned()))
            .collect();
        files.extend(
            own.iter()
                .filter(|(path, _)| !is_text(path))
                .map(|(path, text)| {
                    (
                        path.strip_prefix(TEMPLATES).unwrap_or(path).to_owned(),
                        text.clone(),
                    )
                }),
        );
        Ok(Sources { folder, files })
    }

    /// Templates by the engine's names.
    pub(super) fn templates(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all().filter(|(name, _)| name.ends_with(".html"))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The text of a script: `check`.
    pub(super) fn script(&self, name: &str) -> &str {
        self.text(&format!("{SCRIPTS}{name}.js"))
    }

    /// The scripts by the names of the files that pages load: `keep.js`.
    pub(super) fn script_files(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter();
        files.filter_map(|(path, text)| Some((path.strip_prefix(SCRIPTS)?, text.as_str())))
    }

    pub(super) fn icon(&self) -> &str {
        self.text("icon.svg")
    }

    /// The text of a template; the built-in one when the site has none.
    pub(super) fn text(&self, name: &str) -> &str {
        let builtin = || self.files.get(&format!("{DEFAULT}{name}"));
        self.files
            .get(name)
            .or_else(builtin)
            .map_or("", String::as_str)
    }

    /// The file in which a template stands.
    pub(super) fn file_of(&self, template: &str) -> String {
        match template.strip_prefix(DEFAULT) {
            Some(builtin) => format!("{BUILTIN_FOLDER}{TEMPLATES}{builtin}"),
            None if self.files.contains_key(template) => {
                format!("{}{TEMPLATES}{template}", self.folder)
            }
            None => format!("{BUILTIN_FOLDER}{TEMPLATES}{template}"),
        }
    }

    pub(super) fn text_of_file(&self, file: &str) -> Option<&str> {
        self.templates()
            .find(|(name, _)| self.file_of(name) == file)
            .map(|(_, text)| text)
    }

    pub(super) fn folder(&self) -> &str {
        self.folder.trim_end_matches('/')
    }
}

/// A style or a script that would close the element in which pages hold it.
fn early_end(folder: &str, (path, text): (&String, &String)) -> Option<Problem> {
    let (what, end) = match path.rsplit_once('.')?.1 {
        "css" => ("a stylesheet", "</style"),
        "js" => ("a script", "</script"),
        _ => return None,
    };
    let start = text.to_ascii_lowercase().find(end)?;
    let place = Place::Bytes {
        start,
        end: start + end.len(),
    };
    let message = format!("{what} cannot hold `{end}`: pages hold it inside that element");
    let hint = format!("write `{}`", end.replace('/', "\\/"));
    Some(Problem::error(format!("{folder}{path}"), place, message).hint(hint))
}

fn builtin_name(path: &str) -> String {
    path.strip_prefix(TEMPLATES).map_or_else(
        || path.to_owned(),
        |template| format!("{DEFAULT}{template}"),
    )
}

fn is_text(path: &str) -> bool {
    path.starts_with("texts/") && path.ends_with(".ftl")
}

fn belongs(path: &str) -> bool {
    let template = path
        .strip_prefix(TEMPLATES)
        .is_some_and(|name| name.ends_with(".html") && !name.starts_with(DEFAULT));
    let script = path.starts_with(SCRIPTS) && builtin::FILES.iter().any(|(name, _)| *name == path);
    template || script || is_text(path) || path == "icon.svg" || SHEETS.contains(&path)
}

fn stranger(folder: &str, path: &str) -> Problem {
    let problem = Problem::error(
        format!("{folder}{path}"),
        Place::File,
        format!("a theme holds no file `{path}`"),
    );
    let known = builtin::FILES.iter().map(|(path, _)| *path);
    let hint = did_you_mean(path, known).unwrap_or_else(|| {
        "a theme holds `style.css`, `controls.css`, `paper.css`, `icon.svg`, `templates/*.html`, \
         `texts/LANG/*.ftl` and scripts in place of built-in ones"
            .into()
    });
    problem.hint(hint)
}
