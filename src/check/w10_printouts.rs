//! W10: a printout lacks its date, the way to find the site, or the safety tips.
//!
//! An address is shown only if the day of its verification is known, and the
//! built-in sheet holds all three. So it is the config that can lack something,
//! or a theme of the site's own.

use std::sync::{Arc, LazyLock};

use super::findings::Findings;
use super::rule::Inspection;
use crate::problem::{Place, Problem};
use crate::site::Person;

static CONFIG: LazyLock<Arc<str>> = LazyLock::new(|| "content/site.yaml".into());

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    if site.config.how_to_find_us.is_some() || !site.people.values().any(Person::has_sheet) {
        return;
    }
    findings.report(
        &CONFIG,
        Place::File,
        "the sheets that people print do not say how to find this site when it is blocked",
        "add `how_to_find_us: {en: …}`: a mailbox that answers with mirrors, a name in messengers",
    );
}

/// What a rendered sheet must hold, in words and as it is written there.
pub struct OnSheet {
    /// For the message: `the day of its verification`.
    pub what: &'static str,
    /// As the page's language says it.
    pub text: String,
}

/// What a sheet of the site's own theme lacks.
#[must_use]
pub fn lacking_on_sheet(template: &str, page: &str, wanted: &[OnSheet]) -> Vec<Problem> {
    let page = page.split_once("<main").map_or(page, |(_, body)| body);
    let page = plain(page);
    let missing = wanted.iter().filter(|wanted| !page.contains(&wanted.text));
    missing
        .map(|wanted| {
            let message = format!("a printed sheet lacks {}", wanted.what);
            Problem::warning(template, Place::File, message)
                .rule("W10")
                .hint(
                    "extend `default/sheet.html`, and leave its components and the footer in place",
                )
        })
        .collect()
}

/// A page's text as it was before it was escaped.
fn plain(page: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(page.to_owned(), |page, (code, sign)| {
        page.replace(code, sign)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacking(page: &str) -> Vec<String> {
        let wanted = [("the day", "14 October"), ("the tips", "Write & hope")];
        let wanted = wanted.map(|(what, text)| OnSheet {
            what,
            text: text.into(),
        });
        let found = lacking_on_sheet("themes/ours/templates/sheet.html", page, &wanted);
        found.into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn each_thing_that_a_sheet_lacks_is_named() {
        assert_eq!(lacking("<main>14 October. Write &amp; hope"), [""; 0]);
        assert_eq!(
            lacking("<main>14 October"),
            ["a printed sheet lacks the tips"]
        );
        assert_eq!(
            lacking("14 October<main>").len(),
            2,
            "a head is not printed"
        );
    }
}
