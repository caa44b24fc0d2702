//! What an editor writes, what a reader gets, and what the editor is told.

use super::*;

/// A small site: two people, one picture, a designated organisation.
struct Site;

impl Resolve for Site {
    fn link(&self, destination: &str) -> Link {
        match destination {
            "people/larisa.md" => Link::Record {
                href: "../people/larisa.html".to_owned(),
                page: "people/larisa".to_owned(),
            },
            "people/removed.md" => Link::Omit,
            url if url.starts_with("https://designated.example") => Link::Outside {
                designated: Some(Designated {
                    organisation: "some-org".to_owned(),
                }),
            },
            url if url.contains(':') => Link::Outside { designated: None },
            path => Link::Dead(Trouble::new(format!("there is no `{path}`"), "correct it")),
        }
    }

    fn image(&self, destination: &str) -> Result<Picture, Trouble> {
        match destination {
            "camp.jpg" => Ok(Picture {
                src: "../../images/camp.jpg".to_owned(),
                width: 640,
                height: 480,
            }),
            name => Err(Trouble::new(
                format!("there is no picture `{name}`"),
                "correct it",
            )),
        }
    }
}

fn refusing(body: &str) -> (Rendered, Vec<Finding>) {
    render(
        body,
        &Options {
            raw_html: RawHtml::Refuse,
        },
        &Site,
    )
}

fn sanitising(body: &str) -> (Rendered, Vec<Finding>) {
    render(
        body,
        &Options {
            raw_html: RawHtml::Sanitise,
        },
        &Site,
    )
}

/// The HTML of a body in which nothing is wrong.
fn html(body: &str) -> String {
    let (page, findings) = refusing(body);
    assert_eq!(findings, [], "in {body:?}");
    page.html
}

/// The HTML of a body whose raw HTML stays, whole.
fn kept(body: &str) -> String {
    let (page, findings) = sanitising(body);
    assert_eq!(findings, [], "in {body:?}");
    page.html
}

/// The one finding of a body: what it covers, says and advises.
fn finding(body: &str) -> (String, String, String) {
    let (_, findings) = refusing(body);
    only(body, findings)
}

fn only(body: &str, findings: Vec<Finding>) -> (String, String, String) {
    let [finding] = <[Finding; 1]>::try_from(findings).expect("one finding");
    let covered = body[finding.range].to_owned();
    (
        covered,
        finding.trouble.message,
        finding.trouble.hint.unwrap_or_default(),
    )
}

fn message(body: &str) -> String {
    finding(body).1
}

#[test]
fn headings_begin_at_the_second_level() {
    assert_eq!(
        html("# A\n\n### B"),
        "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n"
    );
}

#[test]
fn ids_keep_letters_of_every_script_and_get_numbers() {
    let (page, findings) = refusing("## Суд и *лагерь*!\n\n## Суд и лагерь\n\n## …");
    let ids: Vec<_> = page
        .headings
        .iter()
        .map(|heading| heading.id.as_str())
        .collect();
    assert_eq!(ids, ["суд-и-лагерь", "суд-и-лагерь-2", "section"]);
    assert_eq!(page.headings[0].text, "Суд и лагерь!");
    assert_eq!(findings, []);
}

#[test]
fn a_written_id_is_kept_even_below_a_heading_of_that_name() {
    let (page, findings) = refusing("## Trial\n\n## Other {#trial}\n\n## Trial-2");
    let ids: Vec<_> = page
        .headings
        .iter()
        .map(|heading| heading.id.as_str())
        .collect();
    assert_eq!(ids, ["trial-2", "trial", "trial-2-2"]);
    assert_eq!(findings, []);
}

#[test]
fn a_written_id_may_stand_once_and_only_by_itself() {
    assert_eq!(
        message("## A {#x}\n\n## B {#x}"),
        "two headings have the id `x`"
    );
    assert_eq!(
        finding("## A {#Very_Big}"),
        (
            "## A {#Very_Big}".to_owned(),
            "`Very_Big` is no id: ids are lower-case letters, digits and `-`".to_owned(),
            "write `{#very-big}`".to_owned()
        )
    );
    let (page, findings) = refusing("## A {.red onclick=evil()}");
    assert_eq!(page.html, "<h2 id=\"a\">A</h2>\n");
    assert_eq!(findings.len(), 1);
}

#[test]
fn a_skipped_level_is_a_warning_and_stays() {
    let (page, findings) = refusing("## A\n\n#### B");
    assert!(page.html.contains("<h4 id=\"b\">"));
    assert_eq!(findings[0].severity, Severity::Warning);
    assert_eq!(
        only("## A\n\n#### B", findings).1,
        "the heading skips a level: `h4` follows `h2`"
    );
}

#[test]
fn table_cells_are_aligned_by_classes() {
    assert_eq!(
        html("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |"),
        "<div class=\"table\" tabindex=\"0\"><table>\n\
         <thead><tr><th>a</th><th class=\"l\">b</th><th class=\"c\">c</th>\
         <th class=\"r\">d</th></tr></thead>\n\
         <tbody>\n<tr><td>1</td><td class=\"l\">2</td><td class=\"c\">3</td>\
         <td class=\"r\">4</td></tr>\n</tbody></table></div>\n"
    );
}

#[test]
fn a_definition_list_has_terms_and_definitions() {
    let html = html("ШИЗО\n: a punishment cell\n");
    assert_eq!(
        html,
        "<dl>\n<dt>ШИЗО</dt>\n<dd>a punishment cell</dd>\n</dl>\n"
    );
}

#[test]
fn footnotes_are_numbered_by_use_and_lead_back_to_every_reference() {
    assert_eq!(
        html("A[^b] B[^a] C[^b]\n\n[^a]: First.\n\n[^b]: Second.\n"),
        "<p>A<sup id=\"fnref-1\"><a role=\"doc-noteref\" href=\"#fn-1\">1</a></sup> \
         B<sup id=\"fnref-2\"><a role=\"doc-noteref\" href=\"#fn-2\">2</a></sup> \
         C<sup id=\"fnref-1-2\"><a role=\"doc-noteref\" href=\"#fn-1\">1</a></sup></p>\n\
         <ol class=\"notes\">\n\
         <li id=\"fn-1\">\n<p>Second. <a role=\"doc-backlink\" href=\"#fnref-1\">↩\u{FE0E}</a> \
         <a role=\"doc-backlink\" href=\"#fnref-1-2\">↩\u{FE0E}<sup>2</sup></a></p>\n</li>\n\
         <li id=\"fn-2\">\n<p>First. \
         <a role=\"doc-backlink\" href=\"#fnref-2\">↩\u{FE0E}</a></p>\n</li>\n</ol>\n"
    );
}

#[test]
fn notes_may_refer_to_notes_and_to_themselves() {
    let (page, findings) = refusing("A[^1]\n\n[^1]: See[^2] and[^1].\n\n[^2]: Yes.\n");
    assert_eq!(findings, []);
    assert_eq!(page.html.matches("<li id=").count(), 2);
    assert_eq!(page.html.matches("doc-backlink").count(), 3);
}

#[test]
fn a_footnote_that_is_missing_unused_or_doubled_is_told() {
    assert_eq!(
        message("A\n\n[^1]: Nobody asks.\n"),
        "nothing refers to this footnote, so it is left out"
    );
    assert_eq!(
        message("A[^1]\n\n[^1]: One.\n\n[^1]: Two.\n"),
        "a footnote above has this label, so this one is left out"
    );
    let (covered, message, _) = finding("A[^none] b");
    assert_eq!(
        (covered.as_str(), message.as_str()),
        ("[^none]", "there is no footnote `[^none]`")
    );
    assert_eq!(html("\\[^a] `[^b]`"), "<p>[^a] <code>[^b]</code></p>\n");
}

#[test]
fn a_footnote_in_a_link_takes_the_link_away() {
    let html = html("[a[^1]](people/larisa.md)\n\n[^1]: Note.\n");
    assert!(html.starts_with("<p>[a<sup id=\"fnref-1\">"));
}

#[test]
fn links_lead_where_the_site_says() {
    let body = "[Larisa](people/larisa.md#trial) [x](people/removed.md) \
                <https://example.org/a?b=c&d> [post](mailto:a@example.org)";
    let (page, findings) = refusing(body);
    assert_eq!(findings, []);
    assert_eq!(
        page.html,
        "<p><a href=\"../people/larisa.html#trial\">Larisa</a> x \
         <a href=\"https://example.org/a?b=c&amp;d\">https://example.org/a?b=c&amp;d</a> \
         <a href=\"mailto:a@example.org\">post</a></p>\n"
    );
    let record = Target::Record {
        page: "people/larisa".to_owned(),
        fragment: Some("trial".to_owned()),
    };
    assert_eq!(page.links[0].target, record);
    assert_eq!(
        &body[page.links[0].range.clone()],
        "[Larisa](people/larisa.md#trial)"
    );
    assert_eq!(page.links.len(), 3);
}

#[test]
fn a_link_to_a_designated_organisation_is_marked() {
    assert_eq!(
        html("[site](https://designated.example/x)."),
        "<p><a href=\"https://designated.example/x\">site</a>\u{E000}some-org\u{E001}.</p>\n"
    );
}

#[test]
fn unsafe_destinations_are_refused_and_their_text_stays() {
    let refused = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org/",
        "/people/larisa.html",
        "<\\\\example.org>",
        "<https:\\\\example.org>",
        "https:example.org",
        "https:///example.org",
        "https://user@example.org/",
        "https://ex%61mple.org/",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "<&#32;javascript:alert(1)>",
        "mailto:",
        "",
        "nobody.md",
    ];
    for destination in refused {
        let (page, findings) = refusing(&format!("[text]({destination})"));
        assert!(!findings.is_empty(), "{destination}");
        assert_eq!(page.html, "<p>text</p>\n", "{destination}");
        assert_eq!(page.links, [], "{destination}");
    }
}

#[test]
fn a_refused_destination_comes_with_a_remedy() {
    assert_eq!(
        finding("see [x](//example.org/)"),
        (
            "[x](//example.org/)".to_owned(),
            "`//example.org/` has no scheme".to_owned(),
            "write `https://example.org/`".to_owned()
        )
    );
    assert_eq!(message("[x](tor:a)"), "links to `tor:` are not allowed");
}

#[test]
fn a_link_within_the_body_needs_its_anchor() {
    assert!(html("## Суд\n\n[x](#суд)").ends_with("<a href=\"#%D1%81%D1%83%D0%B4\">x</a></p>\n"));
    let (covered, message, hint) = finding("## Trial\n\n[x](#tril)");
    assert_eq!(covered, "[x](#tril)");
    assert_eq!(message, "there is no anchor `#tril` in this body");
    assert_eq!(hint, "did you mean `trial`?");
}

#[test]
fn a_link_in_a_link_is_refused_and_its_text_stays() {
    let body = "[<https://a.example>\\[b](https://b.example)";
    let (page, findings) = refusing(body);
    assert_eq!(
        page.html,
        "<p><a href=\"https://b.example\">https://a.example[b</a></p>\n"
    );
    assert_eq!(only(body, findings).0, "<https://a.example>");
}

#[test]
fn a_link_or_heading_without_words_is_a_warning() {
    assert_eq!(message("[](https://example.org)"), "the link has no words");
    assert_eq!(message("##"), "the heading has no words");
}

#[test]
fn a_picture_has_its_size_and_loads_late() {
    assert_eq!(
        html("![The *camp* & \"gate\"](camp.jpg)"),
        "<p><img src=\"../../images/camp.jpg\" width=\"640\" height=\"480\" \
         alt=\"The camp &amp; &quot;gate&quot;\" loading=\"lazy\"></p>\n"
    );
}

#[test]
fn a_picture_needs_words_and_a_file_of_the_site() {
    let rule = |body: &str| {
        refusing(body)
            .1
            .first()
            .and_then(|finding| finding.trouble.rule)
    };
    assert_eq!(rule("![](camp.jpg)"), Some("E11"));
    assert_eq!(rule("![ ](camp.jpg)"), Some("E11"));
    assert_eq!(rule("![x](https://example.org/a.png)"), Some("E8"));
    assert_eq!(rule("![x](//example.org/a.png)"), Some("E8"));
    assert_eq!(
        message("![x](data:image/png;base64,AA)"),
        "a picture cannot come from `data:`"
    );
    assert_eq!(message("![x](none.jpg)"), "there is no picture `none.jpg`");
    assert_eq!(refusing("![x](none.jpg)").0.html, "<p>x</p>\n");
}

#[test]
fn raw_html_is_refused_once_for_each_element() {
    let body = "a <b>bold</b> word\n\n<div>\n\nx\n\n</div>\n\n<!-- a remark -->\n";
    let (page, findings) = refusing(body);
    let told: Vec<_> = findings
        .iter()
        .map(|finding| {
            (
                &body[finding.range.clone()],
                finding.trouble.message.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("<b>", "raw HTML `<b>` is not allowed here"),
            ("<div>\n", "raw HTML `<div>` is not allowed here"),
            ("<!-- a remark -->\n", "an HTML comment is not allowed here"),
        ]
    );
    assert_eq!(
        findings[0].trouble.hint.as_deref(),
        Some("write `**text**`")
    );
    let sanitise = "leave it out, or set `raw_html: sanitise` in `site.yaml`";
    assert_eq!(findings[1].trouble.hint.as_deref(), Some(sanitise));
    assert_eq!(page.html, "<p>a bold word</p>\n<p>x</p>\n");
}

#[test]
fn a_closing_tag_that_nothing_opened_is_refused() {
    assert_eq!(message("a </i> b"), "raw HTML `</i>` is not allowed here");
}

#[test]
fn sanitised_html_keeps_harmless_elements_around_markdown() {
    assert_eq!(kept("a <u>b *c*</u> d"), "<p>a <u>b <em>c</em></u> d</p>\n");
    assert_eq!(
        kept("<details><summary>More</summary>\n\n*text*\n\n</details>\n\nend"),
        "<details><summary>More</summary>\n<p><em>text</em></p>\n</details>\n<p>end</p>\n"
    );
    assert_eq!(
        kept("<table><tr><td lang=\"ru\">x</td></tr></table>"),
        "<table><tbody><tr><td lang=\"ru\">x</td></tr></tbody></table>"
    );
}

#[test]
fn sanitised_html_is_well_formed_however_it_was_written() {
    assert_eq!(kept("*a <u>b*</u> c"), "<p><em>a <u>b</u></em> c</p>\n");
    assert_eq!(
        kept("<u><s>b</u> c</s>"),
        "<p><u><s>b</s></u><s> c</s></p>\n"
    );
    assert_eq!(
        kept("> <div>\n\nend"),
        "<blockquote>\n<div>\n</div></blockquote>\n<p>end</p>\n"
    );
    assert_eq!(
        kept("<ul><li>a\n\nend"),
        "<ul><li>a\n</li></ul>\n<p>end</p>\n"
    );
    assert_eq!(kept("<div>\n\nend"), "<div>\n<p>end</p>\n</div>");
    assert_eq!(
        kept("- <u>a\n  - b"),
        "<ul>\n<li><u>a</u>\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"
    );
}

#[test]
fn sanitised_html_loses_what_could_harm() {
    let harmful = [
        "<script>alert(1)</script>",
        "<div style=\"color:red\" onclick=\"alert(1)\" id=\"x\" class=\"y\">z</div>",
        "a <u style=\"color:red\" onmouseover='alert(1)'>z</u>",
        "<iframe src=\"https://example.org\"></iframe>",
        "<form action=\"https://example.org\"><input></form>",
        "<svg onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext></table><style><!--</style><img title=\"--&gt;<img src=1 onerror=alert(1)>\">",
        "a <img src=https://example.org/a.png> b",
        "a <a href=https://example.org>b</a>",
        "a <!-- remark --> b",
        "<div>&#xE000;evil&#xE001;</div>",
        "<div>&#xE002;<script>&#xE003;</div>",
        "<table><tr><td>&#xE003;",
        "<plaintext>",
        "<textarea><script>",
    ];
    let words = [
        "<script", "style", "onclick", "onmouse", "<iframe", "<form", "<img", "<a", "<!--",
        "\u{E000}", "\u{E001}", "\u{E002}", "\u{E003}", " id=", "class", "<svg", "<plain", "<text",
    ];
    for body in harmful {
        let (page, _) = sanitising(body);
        for word in words {
            assert!(
                !page.html.contains(word),
                "{word} in {} of {body}",
                page.html
            );
        }
    }
}

#[test]
fn an_editor_is_told_what_the_sanitiser_leaves_out() {
    let body = "a <a href=\"https://example.org\">b</a>";
    let (covered, message, hint) = only(body, sanitising(body).1);
    assert_eq!(covered, "<a href=\"https://example.org\">");
    assert_eq!(message, "raw HTML `<a>` is left out");
    assert_eq!(hint, "write `[text](destination)`");
    assert_eq!(
        sanitising("<video>x</video>").1[0].severity,
        Severity::Warning
    );
}

#[test]
fn characters_of_our_own_are_refused_however_they_are_written() {
    let literal = "a\u{E000}b";
    assert_eq!(finding(literal).0, "\u{E000}");
    assert_eq!(
        message(literal),
        "the private-use character `U+E000` is not allowed"
    );
    assert_eq!(
        message("a&#xF8FF;b"),
        "the private-use character `U+F8FF` is not allowed"
    );
    assert_eq!(
        message("a\u{7}b"),
        "the control character `U+0007` is not allowed"
    );
    for body in [
        literal,
        "a&#xE000;b",
        "`a\u{E000}b`",
        "[a\u{E000}b](https://example.org/\u{E000})",
    ] {
        assert!(!refusing(body).0.html.contains('\u{E000}'), "{body:?}");
    }
}

#[test]
fn the_text_holds_every_word_a_reader_sees() {
    let body = "# One *two*\n\n60**00**00 ![gate](camp.jpg \"a title\")\nthree[^1]\n\n\
                | a | b |\n|---|---|\n| c | d |\n\n[^1]: A note.\n";
    let words: Vec<_> = refusing(body)
        .0
        .text
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let expected = "One two 600000 gate three a b c d A note. a title";
    assert_eq!(words.join(" "), expected);
    let (page, _) = sanitising("<div>R&amp;D <b>60</b>0000</div>\n\n<table><td>a<td>b</table>");
    let words: Vec<_> = page.text.split_whitespace().collect();
    assert_eq!(words, ["R&D", "600000", "a", "b"]);
}

#[test]
fn deep_nesting_is_bounded() {
    for body in [
        ">".repeat(50_000),
        "- ".repeat(5_000),
        "*a **a ".repeat(5_000) + &"a** a*".repeat(5_000),
    ] {
        let (page, _) = refusing(&body);
        assert!(page.html.matches("<blockquote>").count() <= MAX_DEPTH);
        assert!(page.html.matches("<ul>").count() <= MAX_DEPTH);
    }
    assert_eq!(
        message(&format!("{}a", "> ".repeat(101))),
        "more than 100 elements lie in one another"
    );
    assert_eq!(refusing(&format!("{}a", "> ".repeat(99))).1, []);
    for body in ["<div>".repeat(50_000), format!("a {}", "<b>".repeat(5_000))] {
        let (page, findings) = sanitising(&body);
        assert_eq!(findings.len(), 1);
        assert!(page.html.matches('<').count() <= 2 * MAX_DEPTH);
    }
}

#[test]
fn a_long_body_is_cut_after_a_block_that_is_no_heading() {
    let (page, _) = refusing("one\n\n## Two\n\nthree\n\n- four\n\n  five");
    let ends: Vec<_> = page.blocks.iter().map(|&end| &page.html[..end]).collect();
    assert_eq!(ends.len(), 3);
    assert_eq!(ends[0], "<p>one</p>\n");
    assert!(ends[1].ends_with("<p>three</p>\n"));
    assert_eq!(cut(&page, page.html.len()), None);
    assert_eq!(cut(&page, page.html.len() - 1), Some(page.blocks[1]));
    assert_eq!(cut(&page, page.blocks[1]), Some(page.blocks[1]));
    assert_eq!(cut(&page, page.blocks[1] - 1), Some(page.blocks[0]));
    assert_eq!(cut(&page, 0), Some(page.blocks[0]), "one block stays");
    assert_eq!(
        cut(&refusing("one").0, 0),
        None,
        "there is nothing to cut off"
    );
}

#[test]
fn links_across_a_cut_name_the_other_page() {
    let (page, findings) =
        refusing("## A\n\n[b](#b) [a](#a) x[^1]\n\n## B\n\n[a](#a) [b](#b)\n\n[^1]: Note.\n");
    assert_eq!(findings, []);
    let (first, second) = split(&page, page.blocks[0], "p.html", "p-story.html");
    assert!(first.contains("href=\"p-story.html#b\"") && first.contains("href=\"#a\""));
    assert!(first.contains("href=\"p-story.html#fn-1\""));
    assert!(second.contains("href=\"p.html#a\"") && second.contains("href=\"#b\""));
    assert!(second.contains("href=\"p.html#fnref-1\""));
}

#[test]
fn every_anchor_is_listed_where_its_element_begins() {
    let (page, _) = refusing("## A\n\nx[^1]\n\n[^1]: Note.\n");
    let ids: Vec<_> = page
        .anchors
        .iter()
        .map(|anchor| anchor.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "fnref-1", "fn-1"]);
    for Anchor { id, at } in &page.anchors {
        let element = page.html[*at..].split('>').next().unwrap();
        assert!(element.ends_with(&format!(" id=\"{id}\"")), "{element}");
    }
}

#[test]
fn a_finding_becomes_a_problem_of_its_file() {
    let (_, findings) = refusing("a <b>");
    let problem = findings[0]
        .clone()
        .problem(&"content/pages/a.md".into(), 10);
    assert_eq!(problem.place, Place::Bytes { start: 12, end: 15 });
    assert_eq!(problem.message, "raw HTML `<b>` is not allowed here");
}
