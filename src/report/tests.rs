//! The four formats word for word, and that none of them tells a secret.

use std::cell::Cell;

use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;
use crate::problem::Route;

const PLAIN: Style = Style {
    color: false,
    width: 80,
};

/// One text for every file; a value is found by its first key's text.
#[derive(Default)]
struct Folder {
    text: Option<String>,
    secrets: Vec<String>,
}

impl Files for Folder {
    fn text(&self, _: &str) -> Option<&str> {
        self.text.as_deref()
    }

    fn locate(&self, _: &str, place: &Place) -> Option<Range<usize>> {
        let (Place::Value(route) | Place::Key(route, _)) = place else {
            return None;
        };
        let words = route.to_string();
        let start = self.text.as_ref()?.find(&words)?;
        Some(start..start + words.len())
    }

    fn secrets(&self, _: &str) -> &[String] {
        &self.secrets
    }
}

fn folder(text: &str) -> Folder {
    Folder {
        text: Some(text.to_owned()),
        secrets: Vec::new(),
    }
}

fn at(words: &str) -> Place {
    Place::Value(Route::key(words))
}

fn anna() -> (Vec<Problem>, Folder) {
    let problems = vec![
        Problem::warning(
            "content/site.yaml",
            Place::File,
            "there is no `description`",
        ),
        Problem::error(
            "content/people/anna.md",
            at("file"),
            "the photo has no credit",
        )
        .rule("E11")
        .hint("add `credit:` with the photographer's name"),
        Problem::error("content/people/anna.md", at("Анна"), "100% `wrong`"),
        Problem::error("content/people/anna.md", at("Анна"), "100% `wrong`"),
    ];
    (
        problems,
        folder("---\nnames: {given: Анна}\nphoto:\n\tfile: anna.jpg\n---\n"),
    )
}

fn report() -> Report {
    let (problems, files) = anna();
    Report::new(&problems, &files)
}

fn describe(rule: &str) -> Option<&'static str> {
    (rule == "E11").then_some("a photo has credit, licence and alternative text")
}

fn all_formats(report: &Report) -> Vec<String> {
    let narrow = Style {
        color: true,
        width: 0,
    };
    vec![
        human(report, PLAIN),
        human(report, narrow),
        json(report),
        github(report),
        sarif(report, describe),
    ]
}

#[test]
fn people_read_the_line_a_mark_and_a_hint() {
    assert_snapshot!(human(&report(), PLAIN));
}

#[test]
fn colours_come_only_when_asked_for() {
    assert!(!human(&report(), PLAIN).contains('\x1b'));
    assert_snapshot!(
        human(
            &report(),
            Style {
                color: true,
                width: 80
            }
        )
        .replace('\x1b', "ESC")
    );
}

#[test]
fn programs_read_json() {
    assert_snapshot!(json(&report()));
}

#[test]
fn github_reads_workflow_commands() {
    assert_snapshot!(github(&report()));
}

#[test]
fn github_properties_are_escaped() {
    let problem = Problem::error("a,b:c%\nd.md", Place::File, "two\r\nlines % ::error::");
    let text = github(&Report::new(&[problem], &Folder::default()));
    assert_eq!(
        text,
        "::error file=a%2Cb%3Ac%25%0Ad.md,title=Vestochka::two lines %25 ::error::\n"
    );
}

#[test]
fn scanners_read_sarif() {
    let text = sarif(&report(), describe);
    assert_snapshot!(text.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn sarif_names_files_by_percent_encoded_references() {
    let problem = Problem::error("content/a b/Анна:1.md", Place::File, "x");
    let text = sarif(&Report::new(&[problem], &Folder::default()), describe);
    assert!(
        text.contains(r#""uri": "content/a%20b/%D0%90%D0%BD%D0%BD%D0%B0%3A1.md""#),
        "{text}"
    );
}

#[test]
fn a_wide_character_gets_two_carets() {
    let problem = Problem::error("a.md", at("深圳"), "x");
    assert_snapshot!(human(
        &Report::new(&[problem], &folder("名: 深圳!\n")),
        PLAIN
    ));
}

#[test]
fn a_long_line_is_cut_around_the_mark() {
    let text = format!("{}middle{}", "left ".repeat(2_000), " right".repeat(2_000));
    let problem = Problem::error("a.md", at("middle"), "x");
    let text = human(&Report::new(&[problem], &folder(&text)), PLAIN);
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    assert_snapshot!(text);
}

#[test]
fn a_long_value_is_cut_too() {
    let value = "value".repeat(1_000);
    let problem = Problem::error("a.md", at(&value), "x");
    let text = human(
        &Report::new(&[problem], &folder(&format!("key: {value} # why"))),
        PLAIN,
    );
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    assert!(text.contains("1 | valuevalue"), "{text}");
}

#[test]
fn a_terminal_cannot_be_tricked() {
    let problem = Problem::error("a\x1b[2J.md", at("x"), "value `\u{202e}gpj`");
    let text = human(
        &Report::new(&[problem], &folder("x: \x1b[8m\u{2066}\r\n")),
        PLAIN,
    );
    assert_snapshot!(text);
}

#[test]
fn a_file_that_is_not_text_has_no_excerpt() {
    let problem = Problem::error("a.md", Place::Bytes { start: 3, end: 4 }, "not UTF-8").hint("h");
    assert_snapshot!(human(&Report::new(&[problem], &Folder::default()), PLAIN));
}

#[test]
fn a_very_large_file_has_a_position_but_no_excerpt() {
    let text = "x\n".repeat(MAX_EXCERPT_BYTES / 2 + 1);
    let problem = Problem::error("a.md", Place::Bytes { start: 20, end: 21 }, "m");
    let text = human(&Report::new(&[problem], &folder(&text)), PLAIN);
    assert_eq!(text, "error: m\n  --> a.md:11:1\n\n1 error in 1 file\n");
}

#[test]
fn the_last_line_counts() {
    let error = |file: &str| Problem::error(file, Place::File, "m");
    let warning = Problem::warning("a", Place::File, "m");
    let last = |problems: &[Problem]| {
        let text = human(&Report::new(problems, &Folder::default()), PLAIN);
        text.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(last(&[]), "no problems");
    assert_eq!(last(std::slice::from_ref(&warning)), "1 warning in 1 file");
    assert_eq!(
        last(&[error("a"), error("b"), warning]),
        "2 errors and 1 warning in 2 files"
    );
}

#[test]
fn order_is_by_file_position_severity_rule_and_message() {
    let problem = |file: &str, start, message: &str| {
        Problem::error(
            file,
            Place::Bytes {
                start,
                end: start + 1,
            },
            message,
        )
    };
    let mut problems = vec![
        Problem::error("a", Place::File, "1"),
        problem("a", 1, "2"),
        problem("a", 1, "3").rule("E1"),
        Problem {
            severity: Severity::Warning,
            ..problem("a", 1, "4")
        },
        problem("a", 3, "5"),
        problem("b", 0, "6"),
    ];
    problems.reverse();
    let report = Report::new(&problems, &folder("abcdef"));
    let messages: String = report
        .findings
        .iter()
        .map(|finding| &*finding.message)
        .collect();
    assert_eq!(messages, "123456");
}

#[test]
fn secrets_are_dots_and_places_stay() {
    let files = Folder {
        text: Some("---\nprivate:\n  note: ask МАРТА, 555-01 first\nborn: 1999\n".to_owned()),
        secrets: vec!["Марта".to_owned(), "555-01".to_owned(), "1999".to_owned()],
    };
    let problems = [
        Problem::error("people/марта.md", at("first"), "not `Марта`").hint("call 555-01"),
        Problem::error("people/марта.md", at("1999"), "`1999` is late"),
    ];
    let report = Report::new(&problems, &files);
    assert_snapshot!(human(&report, PLAIN));
    for text in all_formats(&report) {
        let folded = text.to_lowercase();
        for secret in ["марта", "555-01", "1999", "%d0%bc%d0%b0%d1%80"] {
            assert!(!folded.contains(secret), "`{secret}` in {text}");
        }
    }
}

#[test]
fn a_secret_of_several_lines_is_hidden_on_each() {
    let files = Folder {
        text: Some("private: >\n  the first half\n  and the second\n".to_owned()),
        secrets: vec!["the first half and the second\n".to_owned()],
    };
    let problems = [
        Problem::error("a.md", at("second"), "x"),
        Problem::error("a.md", at("first"), "x"),
    ];
    let text = human(&Report::new(&problems, &files), PLAIN);
    assert!(
        !text.contains("first") && !text.contains("second"),
        "{text}"
    );
}

/// Letters that no format's own words are made of.
const SECRET: &str = "[жщöѢ深😀Ы]{2,4}( [жщöѢ]{2})?";

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "(\\PC|[\r\n\t\u{1b}\u{202e}жщöѢ深😀ы]){0,60}",
        "([жщöѢ深😀ы ]{1,6}\r?\n?){0,8}",
    ]
}

#[test]
fn nothing_panics_and_nothing_secret_is_printed() {
    let (wide, hits) = (Cell::new(0), Cell::new(0));
    let cases = (
        texts(),
        texts(),
        proptest::collection::vec(SECRET, 0..4),
        0..90usize,
        0..90usize,
        any::<bool>(),
    );
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let result = runner.run(&cases, |(text, words, secrets, start, end, planted)| {
        let secret = secrets
            .first()
            .filter(|_| planted)
            .cloned()
            .unwrap_or_default();
        let text = format!("{text}{secret}{words}");
        let problem = Problem::error(
            format!("a{secret}.md"),
            Place::Bytes { start, end },
            format!("m{words}{secret}"),
        )
        .hint(format!("{secret}{text}"));
        wide.set(wide.get() + usize::from(text.len() > text.chars().count()));
        hits.set(hits.get() + usize::from(!secret.is_empty()));
        let report = Report::new(
            &[problem],
            &Folder {
                text: Some(text),
                secrets: secrets.clone(),
            },
        );
        for text in all_formats(&report) {
            for secret in &secrets {
                prop_assert!(!text.contains(secret.as_str()), "`{secret}` in {text}");
            }
        }
        Ok(())
    });
    result.unwrap();
    assert!(
        wide.get() > 1_000,
        "{} cases with wide characters",
        wide.get()
    );
    assert!(
        hits.get() > 400,
        "{} cases with a secret in them",
        hits.get()
    );
}
