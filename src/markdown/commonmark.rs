//! The examples of the CommonMark specification, and where this dialect differs on purpose.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use serde::Deserialize;

use super::destination::{Destination, Rules};
use super::{Finding, Link, Options, Picture, RawHtml, Rendered, Resolve, Trouble, writer};

const EXAMPLES: &str = include_str!("../../tests/commonmark/examples.json");

/// The examples that come out otherwise, each under its reason.
const DIFFERENCES: &[(&str, &[RangeInclusive<u32>])] = &[
    ("raw HTML among blocks is refused", &[148..=191, 308..=309]),
    (
        "raw HTML among words is refused",
        &[
            21..=21,
            31..=31,
            201..=201,
            344..=344,
            475..=477,
            491..=491,
            494..=494,
            524..=524,
            536..=536,
            613..=617,
            623..=623,
            625..=631,
            642..=643,
        ],
    ),
];

#[derive(Deserialize)]
struct Example {
    number: u32,
    markdown: String,
    html: String,
}

/// Lets every destination through: which ones are refused is tested elsewhere.
struct Anywhere;

impl Resolve for Anywhere {
    fn link(&self, _: &str) -> Link {
        Link::Outside { designated: None }
    }

    fn image(&self, destination: &str) -> Result<Picture, Trouble> {
        Ok(Picture {
            src: destination.to_owned(),
            width: 1,
            height: 1,
        })
    }
}

const OPEN: Rules = Rules {
    link: |written| Ok(Destination::Outside(written)),
    image: |_| Ok(()),
};

#[test]
fn every_example_comes_out_as_specified_or_differs_for_a_reason() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let listed: BTreeSet<_> = listed().collect();
    let differing: BTreeSet<_> = examples
        .iter()
        .filter(|example| differs(example))
        .map(|example| example.number)
        .collect();
    let unlisted: Vec<_> = differing.difference(&listed).collect();
    let needless: Vec<_> = listed.difference(&differing).collect();
    assert!(
        unlisted.is_empty(),
        "come out otherwise, without a reason: {unlisted:?}"
    );
    assert!(
        needless.is_empty(),
        "are listed, but come out as specified: {needless:?}"
    );
}

#[test]
fn an_example_that_differs_is_a_finding_for_the_editor() {
    let listed: BTreeSet<_> = listed().collect();
    for example in examples() {
        let (_, findings) = render(&example.markdown);
        let refused = findings
            .iter()
            .any(|finding| finding.trouble.message.contains("HTML"));
        assert_eq!(
            refused,
            listed.contains(&example.number),
            "example {}",
            example.number
        );
    }
}

fn examples() -> Vec<Example> {
    serde_json::from_str(EXAMPLES).unwrap()
}

fn listed() -> impl Iterator<Item = u32> {
    DIFFERENCES
        .iter()
        .flat_map(|(_, ranges)| *ranges)
        .cloned()
        .flatten()
}

fn differs(example: &Example) -> bool {
    ours(&example.markdown) != theirs(&example.html)
}

fn render(markdown: &str) -> (Rendered, Vec<Finding>) {
    let options = Options {
        raw_html: RawHtml::Refuse,
    };
    writer::render(markdown, &options, &Anywhere, &OPEN)
}

/// Our HTML without what it adds everywhere: ids, a picture's attributes, and code that can have the focus.
fn ours(markdown: &str) -> String {
    let (page, _) = render(markdown);
    let mut html = page.html;
    for heading in &page.headings {
        html = html.replacen(&format!(" id=\"{}\"", heading.id), "", 1);
    }
    html.replace(" width=\"1\" height=\"1\"", "")
        .replace(" loading=\"lazy\"", "")
        .replace("<pre tabindex=\"0\">", "<pre>")
}

/// Their HTML without the slash of empty elements, and with `h1` lowered.
fn theirs(html: &str) -> String {
    html.replace(" />", ">")
        .replace("<h1>", "<h2>")
        .replace("</h1>", "</h2>")
}
