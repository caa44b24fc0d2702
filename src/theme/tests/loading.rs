//! A site's own files over the default theme.

use super::{default_theme, theme_with};
use crate::problem::{Place, Problem};
use crate::view::samples;

fn removed() -> samples::Sample {
    let all = samples::all("ru");
    all.into_iter()
        .find(|sample| sample.name == "removed")
        .expect("a sample")
}

/// `file:line:column: message`, as a report would print it.
fn located(problem: &Problem, text: &str) -> String {
    let Place::Bytes { start, .. } = problem.place else {
        return format!("{}: {}", problem.file, problem.message);
    };
    let before = &text[..start];
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    format!("{}:{line}:{column}: {}", problem.file, problem.message)
}

fn problems_of(path: &str, text: &str) -> Vec<String> {
    let problems = theme_with(&[(path, text)])
        .err()
        .expect("the theme is broken");
    problems
        .iter()
        .map(|problem| located(problem, text))
        .collect()
}

#[test]
fn one_file_of_the_site_takes_the_place_of_the_default_one() {
    let theme = theme_with(&[("templates/removed.html", "<p>{{ page.lang }}: нет</p>")]).unwrap();
    let sample = removed();
    assert_eq!(
        theme.render("ru", sample.template, &sample.view).unwrap(),
        "<p>ru: нет</p>"
    );
}

#[test]
fn a_file_of_the_site_can_change_one_block_of_the_default_one() {
    let text =
        "{% extends \"default/removed.html\" %}{% block footer %}<p>свой низ</p>{% endblock %}";
    let theme = theme_with(&[("templates/removed.html", text)]).unwrap();
    let sample = removed();
    let page = theme.render("ru", sample.template, &sample.view).unwrap();
    assert!(page.contains("<p>свой низ</p>") && page.contains("Страница удалена"));
    assert!(!page.contains("<footer>"));
}

#[test]
fn a_frame_of_the_site_goes_around_the_default_pages() {
    let text = "<main>{% block main %}{% endblock main %}</main>{% block header %}{% endblock %}{% block footer %}{% endblock %}";
    let theme = theme_with(&[("templates/base.html", text)]).unwrap();
    let sample = removed();
    let page = theme.render("ru", sample.template, &sample.view).unwrap();
    assert!(
        page.starts_with("<main><h1>Страница удалена</h1>"),
        "{page}"
    );
}

#[test]
fn a_style_of_the_site_is_minified_and_ruled_by_its_own_hash() {
    let theme = theme_with(&[("style.css", "h1 { color: red; }\n"), ("controls.css", "")]).unwrap();
    let sample = removed();
    let page = theme.render("ru", sample.template, &sample.view).unwrap();
    assert!(page.contains("<style>h1{color:red}</style>"));
    let default = default_theme()
        .render("ru", sample.template, &sample.view)
        .unwrap();
    let policy = |page: &str| {
        page.lines()
            .find(|line| line.contains("sha256-"))
            .map(str::to_owned)
    };
    assert_ne!(policy(&page), policy(&default));
}

#[test]
fn a_broken_template_is_named_with_line_and_column() {
    let problems = problems_of("templates/removed.html", "<p>\n<b>{{ page.title </b>\n");
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("themes/ours/templates/removed.html:2:"),
        "{problems:?}"
    );
}

#[test]
fn every_broken_template_is_named_not_the_first_only() {
    let broken = theme_with(&[
        ("templates/removed.html", "{% if %}"),
        ("templates/moved.html", "{{ }}"),
        ("templates/story.html", "fine"),
    ]);
    let files: Vec<_> = broken
        .err()
        .unwrap()
        .into_iter()
        .map(|problem| problem.file)
        .collect();
    let expected = [
        "themes/ours/templates/moved.html",
        "themes/ours/templates/removed.html",
    ];
    assert_eq!(
        files.iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
        expected
    );
}

#[test]
fn unknown_functions_filters_and_includes_are_named_where_they_stand() {
    let text = "<p>ё {{ page.title | shout }}\n{{ word() }}\n{% include \"none.html\" %}";
    let problems = problems_of("templates/removed.html", text);
    let expected = [
        "themes/ours/templates/removed.html:1:22: unknown filter `shout`",
        "themes/ours/templates/removed.html:2:4: unknown function `word`",
        "themes/ours/templates/removed.html:3:12: unknown template `none.html`",
    ];
    assert_eq!(problems, expected);
}

#[test]
fn a_parent_that_is_not_there_is_named() {
    assert_eq!(
        problems_of("templates/removed.html", "{% extends \"basis.html\" %}"),
        ["themes/ours/templates/removed.html: there is no template `basis.html` to extend"]
    );
}

#[test]
fn a_template_that_includes_itself_is_named() {
    assert_eq!(
        problems_of("templates/a.html", "{% include \"a.html\" %}"),
        ["themes/ours/templates/a.html: the template includes itself"]
    );
}

#[test]
fn a_file_that_no_theme_holds_is_a_problem_with_a_suggestion() {
    let problems = theme_with(&[("styles.css", "")]).err().unwrap();
    assert_eq!(problems[0].file.as_ref(), "themes/ours/styles.css");
    assert_eq!(
        problems[0].hint.as_deref(),
        Some("did you mean `style.css`?")
    );
}

#[test]
fn a_built_in_template_cannot_be_replaced_under_its_own_name() {
    let problems = theme_with(&[("templates/default/removed.html", "")])
        .err()
        .unwrap();
    assert_eq!(
        problems[0].message,
        "a theme holds no file `templates/default/removed.html`"
    );
}

#[test]
fn a_style_that_would_end_its_own_element_is_a_problem() {
    let text = "p{}\nq{content:\"</STYLE>\"}";
    assert_eq!(
        problems_of("style.css", text),
        [
            "themes/ours/style.css:2:12: a stylesheet cannot hold `</style`: \
          pages hold it inside that element"
        ]
    );
}

#[test]
fn a_field_that_the_view_lacks_is_named_where_it_is_asked_for() {
    let text = "<p>\n{{ page.tittle }}";
    let theme = theme_with(&[("templates/removed.html", text)]).unwrap();
    let sample = removed();
    let problem = theme
        .render("ru", sample.template, &sample.view)
        .unwrap_err();
    let printed = located(&problem, text);
    assert!(
        printed.starts_with("themes/ours/templates/removed.html:2:"),
        "{printed}"
    );
    assert!(printed.contains("tittle"), "{printed}");
}

#[test]
fn a_missing_text_is_named_with_its_language() {
    let text = "{{ t(id=\"no-such-text\") }}";
    let theme = theme_with(&[("templates/removed.html", text)]).unwrap();
    let sample = removed();
    let problem = theme
        .render("en", sample.template, &sample.view)
        .unwrap_err();
    assert!(
        problem.message.contains("no text `no-such-text` in `en`"),
        "{}",
        problem.message
    );
    assert_eq!(problem.file.as_ref(), "themes/ours/templates/removed.html");
}

#[test]
fn a_text_that_lacks_its_argument_is_missing_too() {
    let theme = theme_with(&[("templates/removed.html", "{{ t(id=\"people-count\") }}")]).unwrap();
    let sample = removed();
    assert!(theme.render("ru", sample.template, &sample.view).is_err());
}

#[test]
fn a_language_without_texts_is_a_problem_with_a_way_out() {
    let sample = removed();
    let problem = default_theme()
        .render("fa", sample.template, &sample.view)
        .unwrap_err();
    assert_eq!(problem.message, "the theme has no texts in `fa`");
    assert_eq!(
        problem.hint.as_deref(),
        Some("add `texts/fa/interface.ftl` to the theme")
    );
}

#[test]
fn the_text_of_a_file_at_fault_can_be_asked_for() {
    let theme = theme_with(&[("templates/removed.html", "ours")]).unwrap();
    assert_eq!(
        theme.source("themes/ours/templates/removed.html"),
        Some("ours")
    );
    assert!(
        theme
            .source("themes/default/templates/removed.html")
            .unwrap()
            .contains("extends")
    );
    assert_eq!(theme.source("themes/ours/templates/none.html"), None);
}

#[test]
fn pages_can_be_rendered_on_many_threads_at_once() {
    fn shared_between_threads<T: Send + Sync>(_: &T) {}
    shared_between_threads(&default_theme());
}

#[test]
fn the_digest_follows_every_file_and_nothing_else() {
    let digest = |files| theme_with(files).map(|theme| theme.digest()).unwrap();
    let default = digest(&[]);
    assert_eq!(default, digest(&[]));
    assert_ne!(default, digest(&[("style.css", "p{}")]));
    assert_ne!(default, digest(&[("texts/ru/interface.ftl", "home = Дом")]));
    assert_ne!(
        digest(&[("style.css", "p{}")]),
        digest(&[("style.css", "q{}")])
    );
}
