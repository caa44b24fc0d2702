//! The README's commands and files, done one after the other as a reader does.
//!
//! A block of ```` ```sh ```` whose first line starts with `vestochka ` is run
//! (but for `serve`, which stays); a block below `<!-- file: PATH -->` is written.

use std::path::PathBuf;

use crate::site::{Site, repository, run_in};

#[derive(Debug)]
enum Step<'a> {
    Run(&'a str),
    Write(&'a str, String),
}

#[test]
fn a_reader_who_follows_the_readme_has_a_site_without_a_problem() {
    let readme = std::fs::read_to_string(repository().join("README.md")).unwrap();
    let steps = steps(&readme);
    let commands = steps
        .iter()
        .filter(|step| matches!(step, Step::Run(_)))
        .count();
    assert!(
        commands >= 3 && commands < steps.len(),
        "the README shows commands and files: {steps:#?}"
    );

    let scratch = Site::empty();
    let mut folder = scratch.path().to_owned();
    for step in &steps {
        follow(step, &mut folder);
    }
    let check = run_in(&folder, &["check"]);
    assert_eq!((check.code, check.out.as_str()), (0, "no problems\n"));
}

fn follow(step: &Step<'_>, folder: &mut PathBuf) {
    match step {
        Step::Write(path, text) => std::fs::write(folder.join(path), text).unwrap(),
        Step::Run(line) => match words(line).as_slice() {
            [cd, inner] if cd == "cd" => folder.push(inner),
            [program, args @ ..] if program == "vestochka" => {
                let args: Vec<&str> = args.iter().map(String::as_str).collect();
                let ran = run_in(folder, &args);
                assert_eq!(ran.code, 0, "`{line}`: {}{}", ran.out, ran.err);
            }
            _ => panic!("the README runs `{line}`"),
        },
    }
}

/// What a reader does, in order.
fn steps(readme: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let (mut lines, mut file) = (readme.lines(), None);
    while let Some(line) = lines.next() {
        if let Some(path) = line
            .strip_prefix("<!-- file: ")
            .and_then(|rest| rest.strip_suffix(" -->"))
        {
            file = Some(path);
        } else if let Some(language) = line.strip_prefix("```") {
            let block: Vec<&str> = lines
                .by_ref()
                .take_while(|line| !line.starts_with("```"))
                .collect();
            let runs = language == "sh"
                && block
                    .first()
                    .is_some_and(|line| line.starts_with("vestochka "));
            match file.take() {
                Some(path) => steps.push(Step::Write(path, block.join("\n") + "\n")),
                None if runs => steps.extend(
                    block
                        .into_iter()
                        .filter(|line| !line.contains(" serve"))
                        .map(Step::Run),
                ),
                None => {}
            }
        } else if !line.is_empty() {
            file = None;
        }
    }
    steps
}

/// A command's words, without `#` and what follows it.
pub fn words(line: &str) -> Vec<String> {
    let (mut words, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted => break,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn quotes_hold_words_together_and_comments_are_left_out() {
    assert_eq!(
        words("vestochka new \"A B\" --x  1 # note"),
        ["vestochka", "new", "A B", "--x", "1"]
    );
}
