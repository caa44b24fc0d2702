//! The commands that documents and the demonstration's guides tell people to type
//! are commands that the program understands.

use std::fs;
use std::path::PathBuf;

use super::readme::words;
use crate::site::{Site, repository, run_in};

#[test]
fn every_command_in_a_document_is_understood() {
    let scratch = Site::empty();
    let mut count = 0;
    for file in documents() {
        let text = fs::read_to_string(&file).unwrap();
        let text = text.replace(" \\\n", "");
        for line in commands(&text) {
            // With `--help` nothing is done, and what stands before it is still read.
            let mut args = words(&filled_in(line));
            args[0] = "--help".into();
            args.rotate_left(1);
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let ran = run_in(scratch.path(), &args);
            assert_eq!(ran.code, 0, "{}: `{line}`: {}", file.display(), ran.err);
            count += 1;
        }
    }
    assert!(count > 60, "{count} commands");
}

#[test]
fn a_command_of_another_time_is_not_understood() {
    let scratch = Site::empty();
    for line in ["publish --force", "keys make", "verify copy --kye F"] {
        let mut args: Vec<&str> = line.split(' ').collect();
        args.push("--help");
        assert_eq!(run_in(scratch.path(), &args).code, 2, "{line}");
    }
}

#[test]
fn guides_show_the_same_commands_in_both_languages() {
    let pages = repository().join("content/pages");
    for guide in ["mirror-guide", "signing-guide"] {
        let read = |name: String| fs::read_to_string(pages.join(name)).unwrap();
        let (original, translation) = (read(format!("{guide}.md")), read(format!("{guide}.en.md")));
        let blocks: Vec<_> = blocks(&original).collect();
        assert!(blocks.len() > 10, "{guide}: {}", blocks.len());
        assert_eq!(
            blocks,
            Vec::from_iter(self::blocks(&translation)),
            "{guide}"
        );
    }
}

/// With values in the place of those that a reader has.
fn filled_in(line: &str) -> String {
    line.replace("FINGERPRINT", &"0".repeat(64))
        .replace("RELEASE_KEY_ID", &"0".repeat(16))
        .replace("STOLEN_KEY_ID", &"0".repeat(16))
}

fn documents() -> Vec<PathBuf> {
    let mut files = vec![repository().join("README.md")];
    for folder in ["docs", "docs/rules", "content/pages"] {
        for entry in fs::read_dir(repository().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "md") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The lines of code blocks that call the program; `…` stands for what is left out.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    blocks(text)
        .flat_map(str::lines)
        .filter(|line| line.starts_with("vestochka ") && !line.contains(['…', '>']))
}

fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n```").skip(1).step_by(2)
}
