//! Problems as SARIF 2.1.0, the OASIS format that code scanners exchange.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Finding, Report, Span};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The id of problems that belong to none of the domain's rules.
const NO_RULE: &str = "content";

/// One run of one tool. `describe` gives the sentence that a rule is known by;
/// only rules that were broken are named. Columns are in characters.
#[must_use]
pub fn sarif(report: &Report, describe: impl Fn(&str) -> Option<&'static str>) -> String {
    let indices = rule_indices(report);
    let rules: Vec<Value> = indices.keys().map(|id| rule(id, describe(id))).collect();
    let results: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| result(finding, &indices))
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Vestochka",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule_indices(report: &Report) -> BTreeMap<&'static str, usize> {
    let ids: BTreeMap<&str, usize> = report
        .findings
        .iter()
        .map(|finding| (rule_id(finding), 0))
        .collect();
    ids.into_keys()
        .enumerate()
        .map(|(index, id)| (id, index))
        .collect()
}

fn rule_id(finding: &Finding) -> &'static str {
    finding.rule.unwrap_or(NO_RULE)
}

fn rule(id: &str, description: Option<&'static str>) -> Value {
    let text = match description {
        Some(description) => description.to_owned(),
        None if id == NO_RULE => "a file is as the content model describes".to_owned(),
        None => format!("rule {id}"),
    };
    json!({"id": id, "shortDescription": {"text": text}, "help": {"text": text}})
}

fn result(finding: &Finding, indices: &BTreeMap<&str, usize>) -> Value {
    let id = rule_id(finding);
    let hint = finding
        .hint
        .as_ref()
        .map(|hint| format!("\nhint: {hint}"))
        .unwrap_or_default();
    json!({
        "ruleId": id,
        "ruleIndex": indices.get(id),
        "level": finding.severity.as_str(),
        "message": {"text": format!("{}{hint}", finding.message)},
        "locations": [{"physicalLocation": location(finding)}],
    })
}

fn location(finding: &Finding) -> Value {
    let artifact = json!({"uri": uri(&finding.file)});
    match finding.span {
        None => json!({"artifactLocation": artifact}),
        Some(Span {
            line,
            column,
            end_column,
        }) => json!({
            "artifactLocation": artifact,
            "region": {"startLine": line, "startColumn": column, "endColumn": end_column},
        }),
    }
}

/// A relative reference of RFC 3986.
fn uri(file: &str) -> String {
    file.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}
