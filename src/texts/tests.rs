//! Loading files, and what is said when they are wrong.

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::*;
use crate::problem::Place;

fn load(code: &str, files: &[(&str, &str)]) -> (Texts, Vec<Problem>) {
    Texts::load(&Language::parse(code).unwrap(), files)
}

/// The texts of one file without problems, below its mark.
fn texts(code: &str, source: &str) -> Texts {
    let source = format!("## unreviewed\n\n{source}");
    let (texts, problems) = load(code, &[("a.ftl", &source)]);
    assert_eq!(problems, []);
    texts
}

fn problems(source: &str) -> Vec<(String, String)> {
    let source = format!("## unreviewed\n{source}");
    let cut = |problem: &Problem| match problem.place {
        Place::Bytes { start, end } => source[start..end].to_owned(),
        _ => String::new(),
    };
    let (_, problems) = load("en", &[("a.ftl", &source)]);
    problems
        .iter()
        .map(|problem| (problem.message.clone(), cut(problem)))
        .collect()
}

#[test]
fn texts_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Texts>();
    shared::<Collator>();
}

#[test]
fn a_text_is_said_with_its_values() {
    let texts = texts("en", "plain = Hello\nname = Hello, { $name }!\n");
    assert_eq!(texts.say("plain"), "Hello");
    assert_eq!(
        texts.say_with("name", &Args::new().with("name", "Anna")),
        "Hello, Anna!"
    );
    assert_eq!(texts.missing(), [""; 0]);
}

#[test]
fn what_is_missing_is_shown_and_recorded() {
    let texts = texts("en", "name = Hello, { $name }!\n");
    assert_eq!(texts.say("nothing"), "⟨nothing⟩");
    assert_eq!(texts.say("name"), "Hello, {$name}!");
    assert_eq!(
        texts.missing(),
        ["name: Resolver error: Unknown variable: $name", "nothing"]
    );
}

#[test]
fn a_text_can_ask_whether_a_value_is_there() {
    let texts = texts(
        "en",
        "a = Held{ tail }.\ntail = { $has-at ->\n [yes] : { $at }\n*[no] {\"\"}\n}",
    );
    assert_eq!(
        texts.say_with("a", &Args::new().with("at", "IK-2")),
        "Held: IK-2."
    );
    assert_eq!(texts.say_with("a", &Args::new().with("at", "")), "Held.");
}

#[test]
fn counts_choose_the_plural_and_are_written_in_the_languages_form() {
    let plural =
        "n = { $n ->\n [0] нет\n [one] { $n } день\n [few] { $n } дня\n *[many] { $n } дней\n }";
    let russian = texts("ru", plural);
    let days = |n: i64| {
        russian
            .say_with("n", &Args::new().with("n", n))
            .replace('\u{a0}', "~")
    };
    assert_eq!(
        [days(0), days(1), days(3), days(11)],
        ["нет", "1 день", "3 дня", "11 дней"]
    );
    assert_eq!([days(1221), days(-2)], ["1~221 день", "-2 дня"]);
    assert_eq!(days(i64::MIN), "-9~223~372~036~854~775~808 дней");
    let persian = texts("fa", "n = { $n } روز\n");
    assert_eq!(
        persian.say_with("n", &Args::new().with("n", 1234)),
        "۱٬۲۳۴ روز"
    );
}

#[test]
fn only_words_of_the_other_direction_are_isolated() {
    let source = "a = ( { $x } )\nb = { $x ->\n [male] m\n *[other] o\n }\n";
    let say = |code, id, x: &str| texts(code, source).say_with(id, &Args::new().with("x", x));
    assert_eq!(say("fa", "a", "تهران"), "( تهران )");
    assert_eq!(say("fa", "a", "ИК-2"), "( \u{2068}ИК-2\u{2069} )");
    assert_eq!(say("fa", "b", "male"), "m");
    assert_eq!(say("ru", "a", "ИК-2 № 5"), "( ИК-2 № 5 )");
    assert_eq!(say("ru", "a", "تهران"), "( \u{2068}تهران\u{2069} )");
}

#[test]
fn ids_are_listed_in_order_with_all_their_variables() {
    let texts = texts(
        "en",
        "b = { a } { $x }\na = { $has-y ->\n [yes] { $y }\n*[no] {\"\"}\n}\n-t = { $z }\nc = { -t }\nd =\n .title = D\n",
    );
    let ids: Vec<_> = texts
        .ids()
        .map(|(id, variables)| (id, variables.iter().cloned().collect::<Vec<_>>().join(" ")))
        .collect();
    assert_eq!(
        ids,
        [("a", "y".into()), ("b", "x y".into()), ("c", String::new())]
    );
    assert!(texts.has("a") && !texts.has("-t") && !texts.has("d"));
}

#[test]
fn an_id_defined_twice_is_named_with_both_files_and_the_first_holds() {
    let files = [
        ("a.ftl", "## unreviewed\nx = 1\n"),
        ("b.ftl", "## unreviewed\nx = 2\n"),
    ];
    let (texts, problems) = load("en", &files);
    assert_eq!(texts.say("x"), "1");
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!(
        (&*problem.file, &*problem.message),
        ("b.ftl", "`x` is defined a second time")
    );
    assert_eq!(problem.place, Place::Bytes { start: 14, end: 15 });
    assert_eq!(
        problem.hint.as_deref(),
        Some("it stands in `a.ftl`; keep one of them")
    );
}

#[test]
fn an_error_of_syntax_has_its_place_and_the_rest_is_read() {
    let source = "## unreviewed\nbad = { $x\ngood = yes\n";
    let (texts, problems) = load("en", &[("a.ftl", source)]);
    assert_eq!(texts.say("good"), "yes");
    assert!(!texts.has("bad"));
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!(problem.message, "expected a token starting with `}`");
    assert_eq!(problem.place, Place::Bytes { start: 25, end: 26 });
}

#[test]
fn what_a_text_names_has_to_be_there() {
    let unknown = [(
        "`a` names `b`, which is not defined".to_owned(),
        "a".to_owned(),
    )];
    assert_eq!(problems("a = { b }\n"), unknown);
    let call = [(
        "in `a`: there is no function `DATE`".to_owned(),
        "DATE".to_owned(),
    )];
    assert_eq!(problems("a = { DATE($x) }\n"), call);
}

#[test]
fn a_language_is_reviewed_when_every_file_names_its_reader() {
    let reviewed = |files: &[(&str, &str)]| load("en", files).0.reviewed();
    let (anna, boris) = (
        ("a.ftl", "## reviewed: Anna\n"),
        ("b.ftl", "## reviewed: Boris\n"),
    );
    let nobody = ("c.ftl", "## unreviewed\n");
    assert_eq!(reviewed(&[boris, anna]).as_deref(), Some("Anna, Boris"));
    assert_eq!(reviewed(&[anna, nobody]), None);
    assert_eq!(reviewed(&[nobody, anna]), None);
    assert_eq!(reviewed(&[]), None);
}

#[test]
fn a_file_without_a_mark_is_a_warning() {
    for source in ["", "a = b\n", "## reviewed:\n", "# unreviewed\n"] {
        let (texts, problems) = load("en", &[("a.ftl", source), ("b.ftl", "## reviewed: Anna\n")]);
        let messages: Vec<_> = problems.iter().map(|problem| &*problem.message).collect();
        assert_eq!(
            messages,
            ["the first line does not say who has read the file"],
            "{source:?}"
        );
        assert_eq!(texts.reviewed(), None);
    }
}

#[test]
fn composed_and_decomposed_texts_become_equal() {
    assert_eq!(nfc("\u{418}\u{306}"), "Й");
    assert!(matches!(nfc("Й"), Cow::Borrowed(_)));
}

/// Pieces of Fluent, so that random files are often nearly right.
const PIECES: &[&str] = &[
    "\na = ",
    "\nb = ",
    "\n-t = ",
    "\na = й { $x ->\n [one] { b }\n *[other] й\n }",
    "\nb = { $x }{ -t(n: 1) }",
    "\n-t = { $n ->\n *[one] { a }\n }",
    "\n    ",
    "\n",
    "{ ",
    " }",
    "{",
    "}",
    "$x",
    "$has-x",
    " ->",
    "\n [one] ",
    "\n*[other] ",
    "\"",
    "\\",
    "-t",
    "(n: ",
    "1",
    "9999999999999999999999.0",
    "a.b",
    "й",
    "#",
];

#[test]
fn no_file_can_stop_the_program() {
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases: 2000,
            failure_persistence: None,
            ..Config::default()
        },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let pieces = proptest::collection::vec(proptest::sample::select(PIECES), 0..12);
    let said = std::cell::Cell::new((0, 0));
    runner
        .run(&pieces, |pieces| {
            let source = pieces.concat();
            let (texts, problems) = load("ru", &[("a.ftl", &source)]);
            for (id, _) in texts.ids() {
                let _ = texts.say_with(id, &Args::new().with("x", i64::MAX));
                let _ = texts.say_with(id, &Args::new().with("x", "one"));
            }
            let (ids, wrong) = said.get();
            said.set((ids + texts.ids().count(), wrong + problems.len()));
            Ok(())
        })
        .unwrap();
    let (ids, wrong) = said.get();
    assert!(
        ids > 500 && wrong > 500,
        "{ids} texts and {wrong} problems came up"
    );
}

#[test]
fn a_file_that_would_stop_the_program_is_not_read() {
    let selector = "{ 99999999999999999999999 ->\n [one] x\n *[other] y\n }";
    let source = format!("## unreviewed\na = {selector}\n");
    let (texts, problems) = load("en", &[("a.ftl", &source)]);
    assert!(!texts.has("a"));
    let messages: Vec<_> = problems.iter().map(|problem| &*problem.message).collect();
    assert_eq!(
        messages,
        [
            "in `a`: a number is too long",
            "in `a`: a selector needs a variable"
        ]
    );
}

#[test]
fn a_text_that_grows_too_large_does_not_stop_the_program() {
    let names = "{ $x }".repeat(60);
    let source = format!(
        "a = {{ $x ->\n [one] {{ b }}{{ b }}\n *[other] {{ b }}{{ b }}\n }}\nb = {names}\n"
    );
    let texts = texts("en", &source);
    let _ = texts.say_with("a", &Args::new().with("x", 1));
    assert_eq!(texts.missing(), ["a: Resolver error: Too many placeables"]);
}
