//! `vestochka stamp`: marks a translation as made from its original as it is now.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::{Exit, print};
use crate::output::whole_file;
use crate::record::BodyMark;

/// Mark translations as made from their originals as these are now
///
/// Writes the key `of:` into each file. When the original changes later, the
/// page says that the translation is older, and rule W9 says so to editors.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Translations, such as `content/people/name-surname.en.md`
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    for file in &args.files {
        let path = if file.exists() {
            file.clone()
        } else {
            site.join(file)
        };
        stamp(&path).with_context(|| file.display().to_string())?;
        print::say(&format!("stamped {}", file.display()));
    }
    Ok(Exit::Success)
}

fn stamp(path: &Path) -> anyhow::Result<()> {
    let original = original_of(path)
        .context("this is no translation: its name has no language before `.md`")?;
    let source = fs::read_to_string(&original).with_context(|| original.display().to_string())?;
    let (_, body) =
        split(&source).with_context(|| format!("{} has no front matter", original.display()))?;
    let text = fs::read_to_string(path)?;
    let (front, _) = split(&text).context("this file has no front matter")?;
    let marked = with_mark(&text, front, &BodyMark::of(body));
    if marked != text {
        whole_file::write(path, &marked)?;
    }
    Ok(())
}

/// `name.en.md` is made from `name.md`.
fn original_of(path: &Path) -> Option<PathBuf> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".md")?;
    let (id, lang) = stem.split_once('.')?;
    (lang != "private").then(|| path.with_file_name(format!("{id}.md")))
}

/// The length of the front matter without its closing line, and the body.
fn split(text: &str) -> Option<(usize, &str)> {
    let start = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let before = text.len() - start.len();
    let mut at = 0;
    for (number, line) in start.split_inclusive('\n').enumerate() {
        if number > 0 && line.trim_end() == "---" {
            return Some((before + at, &start[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn with_mark(text: &str, front: usize, mark: &BodyMark) -> String {
    let end = if text[..front].contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let line = format!("of: \"{}\"{end}", mark.0);
    let kept: String = text[..front]
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("of:"))
        .collect();
    format!("{kept}{line}{}", &text[front..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_added_once_and_replaced() {
        let text = "---\ntranslator: A\n---\nHello\n";
        let front = split(text).unwrap().0;
        let once = with_mark(text, front, &BodyMark("00".into()));
        assert_eq!(once, "---\ntranslator: A\nof: \"00\"\n---\nHello\n");
        let again = with_mark(&once, split(&once).unwrap().0, &BodyMark("11".into()));
        assert_eq!(again, "---\ntranslator: A\nof: \"11\"\n---\nHello\n");
    }

    #[test]
    fn only_a_name_with_a_language_is_a_translation() {
        let original = original_of(Path::new("content/people/anna.en.md"));
        assert_eq!(original, Some(PathBuf::from("content/people/anna.md")));
        assert_eq!(original_of(Path::new("content/people/anna.md")), None);
        assert_eq!(
            original_of(Path::new("content/people/anna.private.md")),
            None
        );
    }
}
