//! The floor: the least that any program does for such a site, in the plainest way.
//!
//! It reads every file, parses YAML and Markdown, puts strings together and
//! writes a page for each record in two languages, of about the size of ours.
//! It checks nothing, derives nothing, sorts nothing, and makes no list.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Parser, html};
use rayon::prelude::*;
use serde_yaml::Value;
use walkdir::WalkDir;

const LANGUAGES: [&str; 2] = ["ru", "en"];
const STYLE: &str = include_str!("../themes/default/style.css");

/// Writes a page for each record and language, and returns how many.
pub fn build(site: &Path, output: &Path) -> io::Result<usize> {
    let content = site.join("content");
    let originals: Vec<PathBuf> = WalkDir::new(&content)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| is_original(path))
        .collect();
    let pages: io::Result<Vec<usize>> = originals
        .par_iter()
        .map(|file| pages(&content, file, output))
        .collect();
    Ok(pages?.into_iter().sum())
}

fn is_original(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "md")
        && path
            .file_stem()
            .is_some_and(|stem| !stem.to_string_lossy().contains('.'))
}

fn pages(content: &Path, file: &Path, output: &Path) -> io::Result<usize> {
    let record = read(file)?;
    for lang in LANGUAGES {
        let translation = read(&file.with_extension(format!("{lang}.md"))).ok();
        let body = translation.as_ref().map_or(&record.1, |(_, body)| body);
        let inner = file.strip_prefix(content).unwrap_or(file);
        let path = output.join(lang).join(inner).with_extension("html");
        fs::create_dir_all(path.parent().unwrap_or(output))?;
        fs::write(path, page(lang, &record.0, body))?;
    }
    Ok(LANGUAGES.len())
}

fn read(file: &Path) -> io::Result<(Value, String)> {
    let text = fs::read_to_string(file)?;
    let inner = text.strip_prefix("---\n").unwrap_or(&text);
    let (front, body) = inner.split_once("---\n").unwrap_or((inner, ""));
    let front = serde_yaml::from_str(front).map_err(io::Error::other)?;
    Ok((front, body.to_owned()))
}

fn page(lang: &str, front: &Value, body: &str) -> String {
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang={lang}>\n<meta charset=utf-8>\n<style>{STYLE}</style>\n<main>\n"
    );
    facts(&mut page, lang, front);
    html::push_html(&mut page, Parser::new(body));
    page.push_str("</main>\n");
    page
}

/// Every value, in this language where there are several.
fn facts(page: &mut String, lang: &str, value: &Value) {
    match value {
        Value::Mapping(map) if map.contains_key(lang) => facts(page, lang, &map[lang]),
        Value::Mapping(map) => {
            page.push_str("<dl>\n");
            for (key, value) in map {
                let _ = write!(page, "<dt>{}</dt><dd>", key.as_str().unwrap_or_default());
                facts(page, lang, value);
                page.push_str("</dd>\n");
            }
            page.push_str("</dl>\n");
        }
        Value::Sequence(items) => items.iter().for_each(|item| facts(page, lang, item)),
        Value::String(text) => page.push_str(&text.replace('&', "&amp;").replace('<', "&lt;")),
        Value::Number(number) => drop(write!(page, "{number}")),
        _ => {}
    }
}
