//! The formats of `check`, parsed by what reads them, on a site with mistakes.

use serde_json::Value;

use crate::site::{DATE, Ran, Site, below, expect, read_tree, tests};

fn check(format: &str) -> Ran {
    let site = Site::golden("minimal");
    site.lay(&below(
        "content",
        read_tree(&tests().join("broken/ten-mistakes/content")),
    ));
    let ran = site.run(&["check", "--date", DATE, "--format", format]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
    ran
}

#[test]
fn json_is_one_object_that_names_every_problem() {
    let text = check("json").out;
    expect(&tests().join("formats/ten-mistakes.json"), text.as_bytes());
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["problems"].as_array().unwrap().len(), 10);
    assert!(
        json["problems"]
            .as_array()
            .unwrap()
            .iter()
            .all(|problem| problem["severity"] == "error")
    );
}

#[test]
fn github_commands_are_one_line_for_each_problem() {
    let text = check("github").out;
    expect(
        &tests().join("formats/ten-mistakes.github.txt"),
        text.as_bytes(),
    );
    let commands = text
        .lines()
        .filter(|line| line.starts_with("::error file=content/"));
    assert_eq!(commands.count(), 10, "{text}");
    assert_eq!(text.lines().count(), 10, "{text}");
}

#[test]
fn sarif_is_a_log_of_one_run_with_a_result_for_each_problem() {
    let text = check("sarif").out;
    expect(&tests().join("formats/ten-mistakes.sarif"), text.as_bytes());
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["version"], "2.1.0");
    let results = json["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 10);
    for result in results {
        let place = &result["locations"][0]["physicalLocation"];
        assert!(
            place["artifactLocation"]["uri"]
                .as_str()
                .unwrap()
                .starts_with("content/")
        );
        assert!(place["region"]["startLine"].as_u64().unwrap() > 0);
    }
}

#[test]
fn a_clean_site_is_empty_in_every_format_of_machines() {
    let site = Site::golden("minimal");
    let said = |format| {
        site.run(&["check", "--date", DATE, "--format", format])
            .succeeded()
            .out
    };
    let parsed = |format| serde_json::from_str::<Value>(&said(format)).unwrap();
    assert_eq!(parsed("json")["problems"], Value::Array(vec![]));
    assert_eq!(parsed("sarif")["runs"][0]["results"], Value::Array(vec![]));
    assert_eq!(said("github"), "");
}
