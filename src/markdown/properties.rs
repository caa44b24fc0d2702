//! What holds for every body, tried on random ones that are made of Markdown's own pieces.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::*;

/// Follows every link and finds every picture.
struct Everything;

impl Resolve for Everything {
    fn link(&self, destination: &str) -> Link {
        if destination.contains(':') {
            let organisation = "org".to_owned();
            return Link::Outside {
                designated: Some(Designated { organisation }),
            };
        }
        Link::Record {
            href: destination.to_owned(),
            page: destination.to_owned(),
        }
    }

    fn image(&self, destination: &str) -> Result<Picture, Trouble> {
        Ok(Picture {
            src: destination.to_owned(),
            width: 2,
            height: 3,
        })
    }
}

const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\n\n",
    "  \n",
    " ",
    "    ",
    "> ",
    "- ",
    "1. ",
    "# ",
    "## ",
    "#### ",
    "=\n",
    "---\n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[a](b)",
    "[a](https://a.b \"t\")",
    "[a](#a)",
    "[",
    "](",
    ")",
    "![",
    "![a](b)",
    "<https://a.b>",
    "[^1]",
    "[^2]",
    "\n\n[^1]: ",
    "\n\n[^2]: ",
    "[a]",
    "\n\n[a]: b\n",
    "\n\n|a|b|\n|:-|-:|\n|c|d|\n\n",
    "|",
    "\n: ",
    "a\n: b\n",
    "{#a}",
    "{.a style=b onclick=c}",
    "a",
    "b c",
    "Ж",
    "é",
    "\u{E000}",
    "&#xE001;",
    "\0",
    "\r\n",
    "\t",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "\\",
    "<b>",
    "</b>",
    "<u>",
    "</u>",
    "<div>",
    "</div>",
    "<details>",
    "\n\n<div>\n\n",
    "\n\n</div>\n\n",
    "<table>",
    "<td>",
    "</table>",
    "<!-- ",
    " -->",
    "<script>",
    "</script>",
    "<style>",
    "<svg>",
    "<p style=a onclick=b id=c>",
    "<img src=x onerror=y>",
    "<a href=x>",
];

fn body() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// The kinds of element that have to come up, or the bodies were too poor.
const KINDS: &[&str] = &[
    "table",
    "ol class=\"notes\"",
    "ul",
    "ol",
    "pre",
    "code",
    "dl",
    "blockquote",
    "h2",
    "em",
    "img",
    "hr",
    "u",
    "div",
    "details",
];

#[test]
fn any_body_gives_safe_and_well_formed_html() {
    let met = RefCell::new(BTreeMap::<&str, usize>::new());
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 4_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&(body(), any::<bool>()), |(body, sanitise)| {
        let raw_html = if sanitise {
            RawHtml::Sanitise
        } else {
            RawHtml::Refuse
        };
        let (page, findings) = render(&body, &Options { raw_html }, &Everything);
        check(&body, &page, &findings)?;
        for kind in KINDS {
            let found = page.html.contains(&format!("<{kind}"));
            *met.borrow_mut().entry(kind).or_default() += usize::from(found);
        }
        Ok(())
    });
    outcome.unwrap();
    let met = met.into_inner();
    assert!(
        met.values().all(|&count| count >= 20),
        "too few of some kinds: {met:?}"
    );
}

fn check(body: &str, page: &Rendered, findings: &[Finding]) -> Result<(), TestCaseError> {
    let tags = tags(&page.html)?;
    let mut open = Vec::new();
    let mut ids = BTreeSet::new();
    for (name, attributes) in &tags {
        match name.strip_prefix('/') {
            Some(name) => prop_assert_eq!(open.pop(), Some(name), "in {}", page.html),
            None if *name == "a" => {
                prop_assert!(!open.contains(&"a"), "a link in a link in {}", page.html);
                open.push(name);
            }
            None if !["br", "hr", "img", "wbr"].contains(name) => open.push(name),
            None => {}
        }
        for (attribute, value) in attributes {
            prop_assert!(attribute != "style" && !attribute.starts_with("on"));
            prop_assert!(
                attribute != "id" || ids.insert(value.clone()),
                "{value} twice"
            );
        }
    }
    prop_assert!(open.is_empty(), "{open:?} stay open in {}", page.html);
    let listed: BTreeSet<_> = page
        .anchors
        .iter()
        .map(|anchor| anchor.id.clone())
        .collect();
    prop_assert_eq!(ids, listed);
    let unmarked = page.html.replace("\u{E000}org\u{E001}", "");
    prop_assert!(!unmarked.contains(characters::is_unfit));
    prop_assert!(!page.text.contains(characters::is_unfit));
    prop_assert!(
        page.blocks.is_sorted() && page.blocks.last().copied().unwrap_or(0) == page.html.len()
    );
    for finding in findings {
        prop_assert!(body.get(finding.range.clone()).is_some());
    }
    check_cut(page)
}

/// Both parts of a cut body are well formed, and nothing is lost.
fn check_cut(page: &Rendered) -> Result<(), TestCaseError> {
    let Some(at) = cut(page, page.html.len() / 2) else {
        return Ok(());
    };
    let (first, second) = split(page, at, "", "");
    prop_assert_eq!(first + &second, &*page.html);
    let (opening, closing): (Vec<_>, Vec<_>) = tags(&page.html[..at])?
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !["br", "hr", "img", "wbr"].contains(name))
        .partition(|name| !name.starts_with('/'));
    prop_assert_eq!(opening.len(), closing.len());
    Ok(())
}

type Tag<'a> = (&'a str, Vec<(String, String)>);

/// The tags of HTML in which every `<` begins one.
fn tags(html: &str) -> Result<Vec<Tag<'_>>, TestCaseError> {
    html.split('<').skip(1).map(tag).collect()
}

fn tag(text: &str) -> Result<Tag<'_>, TestCaseError> {
    let end = text.find([' ', '>']).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let letters = name.trim_start_matches('/');
    prop_assert!(
        !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_alphanumeric()),
        "{text}"
    );
    let mut attributes = Vec::new();
    while let Some(after) = rest.strip_prefix(' ') {
        let Some((attribute, after)) = after.split_once("=\"") else {
            break;
        };
        let Some((value, after)) = after.split_once('"') else {
            break;
        };
        attributes.push((attribute.to_owned(), value.to_owned()));
        rest = after;
    }
    prop_assert!(rest.starts_with('>'), "{text}");
    Ok((name, attributes))
}
