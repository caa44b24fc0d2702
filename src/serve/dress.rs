//! What the preview adds to an HTML page on its way out.

use std::ops::Range;

use super::policy::{Additions, loosen};

const ADDITIONS: Additions<'static> = Additions {
    script: include_str!("reload.js"),
    style: include_str!("report.css"),
};

const EMPTY_PAGE: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width\">\
    <title>vestochka</title></head><body></body></html>\n";

/// A page that reloads itself when there is something new, under the report of the
/// last build if that was bad.
pub(super) fn dress(page: &str, token: &str, report: Option<&str>) -> String {
    add(
        page,
        token,
        report.map(|it| overlay("Something is wrong; this page may be older.", it)),
    )
}

/// A page that holds only a report, when there is nothing else to show.
pub(super) fn report_page(token: &str, report: &str) -> String {
    add(
        EMPTY_PAGE,
        token,
        Some(overlay("This page cannot be shown.", report)),
    )
}

fn add(page: &str, token: &str, overlay: Option<String>) -> String {
    let mut page = loosen_policies(page);
    let end = last_of(&page, "</body").unwrap_or(page.len());
    page.insert_str(end, &(overlay.unwrap_or_default() + &script(token)));
    page
}

fn script(token: &str) -> String {
    format!(
        "<script data-seen=\"{}\">{}</script>",
        escape(token),
        ADDITIONS.script
    )
}

fn overlay(title: &str, report: &str) -> String {
    format!(
        "<style>{}</style><div id=\"vestochka-report\" role=\"alert\" lang=\"en\" dir=\"ltr\">\
         <strong>{title}</strong><pre dir=\"auto\">{}</pre></div>",
        ADDITIONS.style,
        escape(report)
    )
}

fn escape(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    text.replace('"', "&quot;")
}

fn last_of(page: &str, tag: &str) -> Option<usize> {
    page.to_ascii_lowercase().rfind(tag)
}

/// The page with each policy in a meta element made wider.
fn loosen_policies(page: &str) -> String {
    let lower = page.to_ascii_lowercase();
    let mut loosened = String::with_capacity(page.len() + 1024);
    let mut copied = 0;
    for (start, tag) in lower.match_indices("<meta") {
        if let Some(value) = policy_in(page, start + tag.len()) {
            loosened.push_str(&page[copied..value.start]);
            let policy = unescape(unquoted(&page[value.clone()]));
            loosened.push_str(&format!("\"{}\"", escape(&loosen(&policy, &ADDITIONS))));
            copied = value.end;
        }
    }
    loosened + &page[copied..]
}

/// Where the policy stands, with its quotes, if the meta element whose
/// attributes begin at `start` holds one.
fn policy_in(page: &str, start: usize) -> Option<Range<usize>> {
    let mut names_policy = false;
    let mut content = None;
    let mut at = start;
    while let Some((name, value)) = attribute(page, at) {
        at = value.end;
        let text = unquoted(&page[value.clone()]);
        if name.eq_ignore_ascii_case("http-equiv") {
            names_policy = text.trim().eq_ignore_ascii_case("content-security-policy");
        } else if name.eq_ignore_ascii_case("content") {
            content = Some(value);
        }
    }
    content.filter(|_| names_policy)
}

/// The next attribute that has a value: its name, and where the value stands.
/// Attributes without a value are taken as part of the next one's name, of
/// which only the last word counts.
fn attribute(page: &str, at: usize) -> Option<(&str, Range<usize>)> {
    let rest = &page[at..];
    let equals = rest
        .find(['=', '>'])
        .filter(|&end| rest.as_bytes()[end] == b'=')?;
    let name = rest[..equals]
        .split_ascii_whitespace()
        .last()
        .unwrap_or_default();
    let after = &rest[equals + 1..];
    let value = after.trim_ascii_start();
    let start = at + equals + 1 + (after.len() - value.len());
    let length = match value.as_bytes().first()? {
        quote @ (b'"' | b'\'') => value[1..].find(char::from(*quote))? + 2,
        _ => value.find(|end: char| end.is_ascii_whitespace() || end == '>')?,
    };
    Some((name, start..start + length))
}

/// A policy ends with a quote of its own, so only a pair is taken off.
fn unquoted(value: &str) -> &str {
    let inside = |quote| value.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

/// Template engines write the quotes of a policy in several ways.
fn unescape(text: &str) -> String {
    let text = ["&#39;", "&#x27;", "&apos;"]
        .iter()
        .fold(text.to_owned(), |text, quote| text.replace(quote, "'"));
    text.replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_comes_last_in_the_body_and_the_report_before_it() {
        let plain = dress("<body><p>hi</p></BODY></html>", "1-2", None);
        assert!(plain.starts_with("<body><p>hi</p><script data-seen=\"1-2\">(()"));
        assert!(plain.ends_with("</script></BODY></html>"));
        let bad = dress("<p>hi", "1-2", Some("error: <b> & \"c\""));
        assert!(bad.starts_with("<p>hi<style>"));
        assert!(bad.contains("<pre dir=\"auto\">error: &lt;b&gt; &amp; &quot;c&quot;</pre>"));
    }

    #[test]
    fn a_policy_is_found_however_it_is_written() {
        for meta in [
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">",
            "<META content='default-src &#39;none&#x27;' HTTP-EQUIV=content-security-policy>",
            "<meta\n  data-x http-equiv = 'Content-Security-Policy'\n content=\n\"default-src 'none'\" />",
        ] {
            let dressed = dress(meta, "1-2", None);
            assert!(
                dressed.contains("default-src 'none'; script-src 'sha256-"),
                "{dressed}"
            );
        }
    }

    #[test]
    fn every_policy_is_loosened_and_other_meta_elements_are_left() {
        let policy = "<meta http-equiv=content-security-policy content=\"default-src 'none'\">";
        let other = "<meta name=viewport content=\"width=device-width\"><meta charset=utf-8>";
        let dressed = dress(&format!("{other}{policy}{policy}"), "1-2", None);
        assert!(dressed.starts_with(other));
        assert_eq!(dressed.matches("script-src 'sha256-").count(), 2);
        assert!(!dress(other, "1-2", None).contains("script-src"));
    }

    #[test]
    fn no_text_makes_it_panic() {
        for text in [
            "",
            "<meta",
            "<meta http-equiv=",
            "<meta content='",
            "<meta =\"é",
            "<metaé=é>",
        ] {
            assert!(dress(text, "1-2", None).starts_with(text));
        }
    }

    #[test]
    fn neither_addition_ends_its_own_element() {
        assert!(!ADDITIONS.script.contains("</") && !ADDITIONS.style.contains("</"));
    }
}
