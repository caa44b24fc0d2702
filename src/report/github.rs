//! Problems as workflow commands, which GitHub shows beside the changed lines.

use super::{Finding, Report};

/// One command on each line, as documented under "Workflow commands for
/// GitHub Actions".
#[must_use]
pub fn github(report: &Report) -> String {
    report.findings.iter().map(command).collect()
}

fn command(finding: &Finding) -> String {
    let mut properties = format!("file={}", property(&finding.file));
    if let Some(span) = finding.span {
        properties += &format!(
            ",line={},col={},endColumn={}",
            span.line, span.column, span.end_column
        );
    }
    let rule = finding
        .rule
        .map(|rule| format!(" {rule}"))
        .unwrap_or_default();
    let hint = finding
        .hint
        .as_ref()
        .map(|hint| format!("\nhint: {hint}"))
        .unwrap_or_default();
    format!(
        "::{severity} {properties},title={title}::{message}\n",
        severity = finding.severity.as_str(),
        title = property(&format!("Vestochka{rule}")),
        message = data(&format!("{}{hint}", finding.message)),
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
