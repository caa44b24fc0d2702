//! Verdicts for people and for programs.

use std::fmt::Write as _;

use serde::Serialize;

use super::compare::worst;
use super::{Finding, Judged, Status, Verdict};
use crate::report::on_one_line;
use crate::trust::{CheckedMirror, MirrorStatus};

/// How many findings of one copy a person is shown.
const MOST_SHOWN: usize = 20;

/// One copy at length, several as a table with the details below.
#[must_use]
pub fn human(judged: &[Judged]) -> String {
    if let [only] = judged {
        return one(only);
    }
    let mut text = table(judged);
    for it in judged {
        if !it.verdict.findings.is_empty() {
            text += "\n";
            text += &one(it);
        }
    }
    text
}

/// One JSON object, with everything.
#[must_use]
pub fn json(judged: &[Judged]) -> String {
    let report = Report {
        version: 1,
        status: worst(judged).word(),
        exit: worst(judged).code(),
        copies: judged.iter().map(copy).collect(),
    };
    to_text(&report)
}

/// What the public mirrors are, for the status file.
#[must_use]
pub fn mirror_status(judged: &[Judged], checked: jiff::Timestamp) -> MirrorStatus {
    let public = judged.iter().filter(|it| it.public);
    MirrorStatus {
        checked,
        mirrors: public.map(mirror).collect(),
    }
}

#[derive(Serialize)]
struct Report<'a> {
    version: u8,
    status: &'static str,
    exit: u8,
    copies: Vec<CopyReport<'a>>,
}

#[derive(Serialize)]
struct CopyReport<'a> {
    copy: &'a str,
    status: &'static str,
    exit: u8,
    site: Option<&'a str>,
    sequence: Option<u64>,
    created: Option<String>,
    expires: Option<String>,
    keys: Option<u64>,
    files: u64,
    bytes: u64,
    findings: Vec<FindingReport<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct FindingReport<'a> {
    status: &'static str,
    path: Option<&'a str>,
    what: &'a str,
}

fn to_text(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

fn copy(judged: &Judged) -> CopyReport<'_> {
    let Judged { name, verdict, .. } = judged;
    let release = verdict.release.as_ref();
    CopyReport {
        copy: name,
        status: verdict.status().word(),
        exit: verdict.status().code(),
        site: release.map(|it| it.site.as_str()),
        sequence: release.map(|it| it.sequence),
        created: release.map(|it| it.created.to_string()),
        expires: release.map(|it| it.expires.to_string()),
        keys: verdict.keys,
        files: verdict.files,
        bytes: verdict.bytes,
        findings: verdict.findings.iter().map(finding).collect(),
        notes: &verdict.notes,
    }
}

fn finding(finding: &Finding) -> FindingReport<'_> {
    FindingReport {
        status: finding.status.word(),
        path: finding.path.as_deref(),
        what: &finding.what,
    }
}

fn mirror(judged: &Judged) -> CheckedMirror {
    let verdict = &judged.verdict;
    CheckedMirror {
        url: judged.name.clone(),
        status: verdict.status(),
        sequence: verdict.release.as_ref().map(|it| it.sequence),
        what: verdict.findings.first().map(|it| it.what.clone()),
    }
}

fn one(judged: &Judged) -> String {
    let Judged { name, verdict, .. } = judged;
    let status = verdict.status();
    let mut lines = vec![
        format!("{status}: {}", status.meaning()),
        format!("  {}", on_one_line(name)),
    ];
    lines.extend(about(verdict));
    let findings = verdict.findings.iter();
    lines.extend(findings.take(MOST_SHOWN).map(|it| line(it, status)));
    let more = verdict.findings.len().saturating_sub(MOST_SHOWN);
    if more > 0 {
        lines.push(format!("  and {more} more; `--format json` lists all"));
    }
    let notes = verdict.notes.iter();
    lines.extend(notes.map(|note| format!("  note: {}", on_one_line(note))));
    lines.join("\n") + "\n"
}

fn about(verdict: &Verdict) -> Option<String> {
    let release = verdict.release.as_ref()?;
    Some(format!(
        "  release {} of `{}`, made on {}, good until {}; {} files read",
        release.sequence,
        release.site,
        day(release.created),
        day(release.expires),
        verdict.files,
    ))
}

fn day(time: jiff::Timestamp) -> jiff::civil::Date {
    time.to_zoned(jiff::tz::TimeZone::UTC).date()
}

fn line(finding: &Finding, worst: Status) -> String {
    let mut line = "  ".to_owned();
    if finding.status != worst {
        let _ = write!(line, "({}) ", finding.status);
    }
    if let Some(path) = &finding.path {
        let _ = write!(line, "{}: ", on_one_line(path));
    }
    line + &on_one_line(&finding.what)
}

fn table(judged: &[Judged]) -> String {
    let mut text = String::new();
    for Judged { name, verdict, .. } in judged {
        let release = verdict.release.as_ref().map(|it| it.sequence.to_string());
        let release = release.as_deref().unwrap_or("-");
        let status = verdict.status();
        let _ = writeln!(text, "{status:<12} {release:>6}  {}", on_one_line(name));
    }
    text
}
