//! 0 all is well, 1 the content is at fault, 2 the command line, 3 the machine.

use crate::site::{Ran, Site};

#[test]
fn the_help_names_every_exit_code() {
    let help = Site::empty().run(&["--help"]).succeeded().out;
    let codes = help.split("Exit codes:").nth(1).unwrap();
    for code in ["  0  ", "  1  ", "  2  ", "  3  "] {
        assert!(codes.contains(code), "{codes}");
    }
}

#[test]
fn a_site_without_a_problem_gives_0() {
    let site = Site::golden("minimal");
    assert_eq!((site.check().code, site.build().code), (0, 0));
}

#[test]
fn a_clean_check_says_so_once() {
    assert_eq!(Site::golden("minimal").check().out, "no problems\n");
}

#[test]
fn content_with_an_error_gives_1() {
    let site = Site::golden("minimal");
    site.edit(
        "content/people/ivan-sample.md",
        "gender: male",
        "gender: no",
    );
    assert_eq!((site.check().code, site.build().code), (1, 1));
}

#[test]
fn a_folder_without_content_gives_1_and_says_what_to_do() {
    let ran = Site::empty().check();
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("vestochka init"), "{}", ran.out);
}

#[test]
fn a_command_line_that_cannot_be_understood_gives_2() {
    let site = Site::golden("minimal");
    let lines: &[&[&str]] = &[
        &[],
        &["publish-now"],
        &["check", "--formt", "json"],
        &["check", "--format", "xml"],
        &["build", "--date", "2026-13-01"],
        &["build", "--jobs", "many"],
        &["check", "--explain", "E99"],
    ];
    for line in lines {
        let ran = site.run(line);
        assert_eq!(ran.code, 2, "{line:?}: {}{}", ran.out, ran.err);
        assert!(
            !ran.err.is_empty() && ran.out.is_empty(),
            "{line:?} is answered on standard error"
        );
    }
}

#[test]
fn an_output_with_foreign_files_gives_3_and_keeps_them() {
    let site = Site::golden("minimal");
    site.write("public/diary.txt", "mine");
    machine(&site.build());
    assert_eq!(site.tree("public").len(), 1);
    assert_eq!(site.read("public/diary.txt"), "mine");
}

#[test]
fn an_output_that_is_a_file_gives_3_and_keeps_it() {
    let site = Site::golden("minimal");
    site.write("public", "mine");
    machine(&site.build());
    assert_eq!(site.read("public"), "mine");
}

#[test]
fn an_output_below_a_file_gives_3() {
    let site = Site::golden("minimal");
    site.write("notes", "mine");
    machine(&site.run(&["build", "--output", "notes/public"]));
    assert_eq!(site.read("notes"), "mine");
}

#[test]
fn an_output_over_the_content_gives_3_and_keeps_it() {
    let site = Site::golden("minimal");
    let before = site.sources();
    for output in ["content", "content/people", ".", ".."] {
        machine(&site.run(&["build", "--output", output]));
    }
    assert_eq!(site.sources(), before);
}

#[test]
fn a_bad_source_date_epoch_gives_3() {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_vestochka"))
        .arg("check")
        .current_dir(Site::golden("minimal").path())
        .env("SOURCE_DATE_EPOCH", "yesterday")
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(3));
}

#[track_caller]
fn machine(ran: &Ran) {
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert!(
        ran.err.starts_with("error: ") && ran.err.lines().count() == 1,
        "{}",
        ran.err
    );
}
