//! Other generators, which make the floor's pages from the same texts with the
//! templates of `benches/peers/`.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::floor::STYLE;
use super::measure::{Cost, measure};
use super::records::{self, LANGUAGES, Record, text};

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    Hugo,
    Eleventy,
    Pelican,
}

impl Peer {
    pub const ALL: [Peer; 3] = [Peer::Hugo, Peer::Eleventy, Peer::Pelican];

    pub fn name(self) -> &'static str {
        match self {
            Peer::Hugo => "Hugo",
            Peer::Eleventy => "Eleventy",
            Peer::Pelican => "Pelican",
        }
    }

    /// Where its templates are kept.
    fn templates(self) -> PathBuf {
        let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
        peers.join(self.name().to_lowercase())
    }

    /// What `benches/peers/install` puts into the folder of tools.
    fn program(self, tools: &Path) -> PathBuf {
        tools.join(match self {
            Peer::Hugo => "hugo",
            Peer::Eleventy => "node_modules/@11ty/eleventy/cmd.cjs",
            Peer::Pelican => "venv/bin/pelican",
        })
    }

    pub fn is_installed(self, tools: &Path) -> bool {
        self.program(tools).exists()
    }

    fn run(self, tools: &Path) -> Command {
        let program = self.program(tools);
        if self == Peer::Eleventy {
            let mut command = Command::new("node");
            command.arg(program);
            return command;
        }
        Command::new(program)
    }

    /// What it says of its version.
    pub fn version(self, tools: &Path) -> io::Result<String> {
        let mut command = self.run(tools);
        command.arg(if self == Peer::Hugo {
            "version"
        } else {
            "--version"
        });
        Ok(measure(command)?.1.trim().to_owned())
    }

    /// Writes templates and content into a folder.
    pub fn lay(self, records: &[Record], site: &Path, folder: &Path) -> io::Result<()> {
        copy(&self.templates(), folder)?;
        let style = match self {
            Peer::Hugo => "layouts/_partials/style.html",
            Peer::Eleventy => "_includes/style.html",
            Peer::Pelican => "templates/style.html",
        };
        write(&folder.join(style), &format!("<style>{STYLE}</style>"))?;
        let facilities = records::facilities(records);
        records.par_iter().try_for_each(|record| {
            let original = format!("content/{}/{}.md", record.kind, record.id);
            let original = fs::read_to_string(site.join(original))?;
            LANGUAGES.iter().try_for_each(|lang| {
                let file = format!("content/{lang}/{}/{}.md", record.kind, record.id);
                let front = match self {
                    Peer::Pelican => flat(record, &facilities, lang),
                    Peer::Hugo | Peer::Eleventy => nested(record, &facilities, lang, &original),
                };
                let body = record.body(lang);
                write(&folder.join(file), &format!("---\n{front}---\n{body}"))
            })
        })?;
        self.name_folders(records, folder)
    }

    /// What a generator wants to know of a folder.
    fn name_folders(self, records: &[Record], folder: &Path) -> io::Result<()> {
        let mut kinds: Vec<&str> = records.iter().map(|record| record.kind.as_str()).collect();
        kinds.dedup();
        for lang in LANGUAGES {
            for kind in &kinds {
                let inside = folder.join(format!("content/{lang}/{kind}"));
                match self {
                    // Only people have lists.
                    Peer::Hugo if *kind != "people" => {
                        let index = "---\nbuild: {render: never}\n---\n";
                        write(&inside.join("_index.md"), index)?;
                    }
                    Peer::Eleventy => {
                        let layout = if *kind == "people" {
                            "profile"
                        } else {
                            "record"
                        };
                        let data = format!(
                            "{{\"lang\": \"{lang}\", \"kind\": \"{kind}\", \"layout\": \"{layout}.njk\"}}\n"
                        );
                        write(&inside.join(format!("{kind}.json")), &data)?;
                    }
                    Peer::Hugo | Peer::Pelican => {}
                }
            }
        }
        Ok(())
    }

    /// Where it writes.
    pub fn output(self, folder: &Path) -> PathBuf {
        folder.join("public")
    }

    /// A clean build.
    pub fn build(self, tools: &Path, folder: &Path) -> io::Result<Cost> {
        let output = self.output(folder);
        if output.exists() {
            fs::remove_dir_all(output)?;
        }
        let mut command = self.run(tools);
        command.current_dir(folder);
        match self {
            Peer::Hugo => command.args(["build", "--quiet"]),
            Peer::Eleventy => command.arg("--quiet"),
            Peer::Pelican => command.args(["content", "--settings", "pelicanconf.py", "--quiet"]),
        };
        Ok(measure(command)?.0)
    }
}

/// Front matter in YAML: what lists need in one language, then all that the record says.
fn nested(
    record: &Record,
    facilities: &HashMap<&str, &Record>,
    lang: &str,
    original: &str,
) -> String {
    let mut front = format!(
        "title: {}\nabout: {}\n",
        quoted(&record.title(lang)),
        quoted(text(&record.front["about"], lang))
    );
    if record.kind == "people" {
        let filed = record.filed(facilities);
        let _ = writeln!(front, "date: {}", filed.updated);
        for taxonomy in ["regions", "articles", "held"] {
            let terms = filed.terms(taxonomy).join(", ");
            let _ = writeln!(front, "{taxonomy}: [{terms}]");
        }
    }
    front.push_str("facts:\n");
    let inner = original.strip_prefix("---\n").unwrap_or(original);
    let facts = inner.split_once("---\n").map_or("", |(facts, _)| facts);
    for line in facts.lines() {
        let _ = writeln!(front, "  {}", with_quoted_days(line));
    }
    front
}

/// Front matter in lines of which each is a text, for readers that know no YAML.
fn flat(record: &Record, facilities: &HashMap<&str, &Record>, lang: &str) -> String {
    let front = &record.front;
    let mut lines = format!(
        "title: {}\nsave_as: {lang}/{kind}/{id}.html\nurl: {lang}/{kind}/{id}.html\nslug: {lang}-{kind}-{id}\ntongue: {lang}\nkind: {kind}\n",
        record.title(lang),
        kind = record.kind,
        id = record.id,
    );
    let address: Vec<&str> = ["recipient", "street", "town", "region", "postcode"]
        .iter()
        .map(|line| text(&front["address"][*line], lang))
        .collect();
    if front["address"].is_mapping() {
        let _ = writeln!(lines, "address: {}", address.join("|"));
    }
    if record.kind != "people" {
        return lines;
    }
    let filed = record.filed(facilities);
    let own = |terms: Vec<&str>| {
        let terms: Vec<String> = terms.iter().map(|term| format!("{lang} {term}")).collect();
        terms.join("; ")
    };
    let joined = |list| {
        let texts: Vec<&str> = records::items(list).iter().map(|it| text(it, "")).collect();
        texts.join(", ")
    };
    let facts = [
        ("date", filed.updated.clone()),
        ("about", text(&front["about"], lang).to_owned()),
        ("category", own(filed.terms("regions"))),
        ("tags", own(filed.terms("articles"))),
        ("authors", own(filed.terms("held"))),
        (
            "envelope",
            text(&front["names"]["envelope"], lang).to_owned(),
        ),
        ("birth", text(&front["birth"]["date"], lang).to_owned()),
        ("reads", joined(&front["languages"])),
        ("topics", joined(&front["topics"])),
        ("interests", text(&front["interests"], lang).to_owned()),
        ("mail", text(&front["mail"], lang).to_owned()),
    ];
    for (name, fact) in facts.iter().filter(|(_, fact)| !fact.is_empty()) {
        let _ = writeln!(lines, "{name}: {fact}");
    }
    // A line that begins with blanks belongs to the key above it.
    let mut before = "timeline: ";
    for event in records::items(&front["timeline"]) {
        let _ = writeln!(
            lines,
            "{before}{}|{}|{}|{}|{}|{}",
            text(&event["date"], lang),
            text(&event["event"], lang),
            joined(&event["articles"]),
            text(&event["sentence"], lang),
            text(&event["note"], lang),
            text(&event["facility"], lang),
        );
        before = "    ";
    }
    before = "origins: ";
    for source in records::items(&front["sources"]) {
        let _ = writeln!(
            lines,
            "{before}{}|{}|{}",
            text(&source["url"], lang),
            text(&source["title"], lang),
            text(&source["date"], lang),
        );
        before = "    ";
    }
    lines
}

/// A line of YAML in which days are texts for every parser, as they are for ours.
fn with_quoted_days(line: &str) -> String {
    let mut parts = line.split(": ");
    let mut quoted = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let length = part
            .find(|c: char| !c.is_ascii_digit() && c != '-')
            .unwrap_or(part.len());
        let (day, rest) = part.split_at(length);
        match day.len() {
            7 | 10 if day.contains('-') => {
                let _ = write!(quoted, ": \"{day}\"{rest}");
            }
            _ => {
                let _ = write!(quoted, ": {part}");
            }
        }
    }
    quoted
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, text)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let place = to.join(entry.path().strip_prefix(from).unwrap_or(entry.path()));
        if entry.file_type().is_dir() {
            fs::create_dir_all(place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}
