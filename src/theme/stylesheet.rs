//! A stylesheet that is shaken to what a page uses: rules whose elements, classes or ids do
//! not occur on the page are left out of it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cssparser::{Parser, Token};
use rustc_hash::FxHashMap;

use super::dress;
use super::used::{Used, list_of};

/// A stylesheet in pieces, each with the names without which it does nothing.
pub(super) struct Stylesheet {
    pieces: Vec<Piece>,
    names: Names,
    /// The styles of pages so far: pages that use the same names share one, if they say
    /// the same after it.
    shaken: Mutex<HashMap<(Used, String), Arc<Shaken>>>,
}

/// What a page needs of a stylesheet.
pub(super) struct Shaken {
    /// The style.
    pub(super) text: String,
    /// What lets it through a policy, with what the page says after it.
    pub(super) source: String,
}

enum Piece {
    /// Stays on every page: `@page`, or what is not understood.
    Kept(String),
    /// `@media (…)` with what is in it.
    Group(String, Vec<Piece>),
    /// A rule: its selectors, and its block in braces.
    Rule(Vec<Selector>, String),
}

struct Selector {
    text: String,
    /// All of them must be on the page for the selector to match anything.
    needs: Vec<usize>,
}

/// What a name in a selector is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Element,
    Class,
    Id,
    /// The start of links within the page.
    Link,
}

/// The names that selectors need, each with its number.
#[derive(Default)]
pub(super) struct Names {
    /// Every tag of every page asks, and nobody chooses the keys to make it slow.
    numbers: [FxHashMap<String, usize>; 4],
    count: usize,
}

impl Names {
    /// The number of a name, if the style has it.
    pub(super) fn get(&self, kind: Kind, name: &str) -> Option<usize> {
        self.numbers[kind as usize].get(name).copied()
    }

    fn number(&mut self, kind: Kind, name: &str) -> usize {
        let known = self.numbers[kind as usize].entry(name.to_owned());
        *known.or_insert_with(|| {
            self.count += 1;
            self.count - 1
        })
    }
}

impl Stylesheet {
    /// Reads a stylesheet without comments. What it does not understand stays on every page.
    pub(super) fn parse(css: &str) -> Self {
        let mut names = Names::default();
        let pieces = pieces(&mut Parser::new(css), &mut names);
        Stylesheet {
            pieces,
            names,
            shaken: Mutex::default(),
        }
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    /// What a page needs of it, before what the page says itself.
    pub(super) fn shaken(&self, used: Used, more: &str) -> Arc<Shaken> {
        let mut shaken = self.shaken.lock().unwrap_or_else(PoisonError::into_inner);
        let style = shaken
            .entry((used, more.to_owned()))
            .or_insert_with_key(|(used, _)| {
                let text = write(&self.pieces, used);
                let source = dress::source(&format!("{text}{more}"));
                Arc::new(Shaken { text, source })
            });
        Arc::clone(style)
    }
}

fn write(pieces: &[Piece], used: &Used) -> String {
    pieces.iter().map(|piece| text_of(piece, used)).collect()
}

fn text_of(piece: &Piece, used: &Used) -> String {
    match piece {
        Piece::Kept(text) => text.clone(),
        Piece::Group(prelude, inner) => match write(inner, used) {
            inner if inner.is_empty() => inner,
            inner => format!("{prelude}{{{inner}}}"),
        },
        Piece::Rule(selectors, block) => {
            let matching = selectors
                .iter()
                .filter(|selector| used.has_all(&selector.needs))
                .map(|selector| selector.text.as_str());
            match matching.collect::<Vec<_>>() {
                none if none.is_empty() => String::new(),
                some => format!("{}{block}", some.join(",")),
            }
        }
    }
}

fn pieces(parser: &mut Parser<'_>, names: &mut Names) -> Vec<Piece> {
    let mut pieces = Vec::new();
    loop {
        parser.skip_whitespace();
        let start = parser.position();
        let has_block = goes_to_block(parser);
        let text = parser.slice_from(start);
        match text.strip_suffix('{').filter(|_| has_block) {
            None if text.is_empty() => return pieces,
            // It ended before its block, or is a statement such as `@import`.
            None => pieces.push(Piece::Kept(text.to_owned())),
            Some(prelude) => pieces.push(piece(parser, prelude, names)),
        }
    }
}

/// Goes on into the next block in braces, unless a statement or the text ends before it.
fn goes_to_block(parser: &mut Parser<'_>) -> bool {
    loop {
        match parser.next_including_whitespace() {
            Ok(Token::CurlyBracketBlock) => return true,
            Ok(Token::Semicolon) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// A piece whose block the parser has just met.
fn piece(parser: &mut Parser<'_>, prelude: &str, names: &mut Names) -> Piece {
    if ["@media", "@supports"]
        .iter()
        .any(|at| prelude.starts_with(at))
    {
        let inner = in_block(parser, |inside| pieces(inside, names));
        return Piece::Group(prelude.to_owned(), inner);
    }
    let block = in_block(parser, |inside| {
        let start = inside.position();
        while inside.next_including_whitespace().is_ok() {}
        format!("{{{}}}", inside.slice_from(start))
    });
    match prelude.starts_with('@') {
        true => Piece::Kept(format!("{prelude}{block}")),
        false => Piece::Rule(selectors(prelude, names), block),
    }
}

fn in_block<T: Default>(parser: &mut Parser<'_>, read: impl FnOnce(&mut Parser<'_>) -> T) -> T {
    let result: Result<T, cssparser::ParseError<()>> =
        parser.parse_nested_block(|inside| Ok(read(inside)));
    result.unwrap_or_default()
}

fn selectors(prelude: &str, names: &mut Names) -> Vec<Selector> {
    let mut parser = Parser::new(prelude);
    let mut selectors = Vec::new();
    while !parser.is_exhausted() {
        let start = parser.position();
        let needs = needs(&mut parser, names);
        let text = parser
            .slice_from(start)
            .trim_end_matches(',')
            .trim()
            .to_owned();
        selectors.push(Selector { text, needs });
    }
    selectors
}

/// The names of one selector, up to its comma. What stands in brackets (`:not(.a)`,
/// `[hidden]`) asks for nothing, but for `[href^="#s_"]`: a link to a part of such a list.
fn needs(parser: &mut Parser<'_>, names: &mut Names) -> Vec<usize> {
    let mut needs = Vec::new();
    let mut before = ' ';
    while let Ok(token) = parser.next_including_whitespace().cloned() {
        match &token {
            Token::Comma => break,
            Token::SquareBracketBlock => {
                let list = in_block(parser, linked_list);
                needs.extend(list.map(|list| names.number(Kind::Link, &list)));
            }
            Token::Ident(name) if before == '.' => needs.push(names.number(Kind::Class, name)),
            Token::Ident(name) if before != ':' => needs.push(names.number(Kind::Element, name)),
            Token::IDHash(name) => needs.push(names.number(Kind::Id, name)),
            _ => {}
        }
        before = match token {
            Token::Delim(delim) => delim,
            Token::Colon => ':',
            _ => ' ',
        };
    }
    needs
}

/// The list of `href^="#s_"`, if that and nothing else stands here.
fn linked_list(inside: &mut Parser<'_>) -> Option<String> {
    inside.expect_ident_matching("href").ok()?;
    let starts = matches!(inside.next(), Ok(Token::PrefixMatch));
    let text = inside.expect_string().ok()?.to_string();
    (starts && inside.is_exhausted() && list_of(&text) == Some(&*text)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaken(css: &str, html: &str) -> String {
        let sheet = Stylesheet::parse(css);
        let used = Used::on_page(html, sheet.names(), &HashMap::new());
        sheet.shaken(used, "").text.clone()
    }

    #[test]
    fn a_rule_stays_where_something_matches_it() {
        let css = "p{a:b}.x{c:d}#y{e:f}h1 .x>b:hover{g:h}";
        assert_eq!(shaken(css, "<p>"), "p{a:b}");
        assert_eq!(shaken(css, r#"<i class="w x z">"#), ".x{c:d}");
        assert_eq!(shaken(css, r#"<i id=y>"#), "#y{e:f}");
        assert_eq!(
            shaken(css, r#"<h1 class="x"><b>"#),
            ".x{c:d}h1 .x>b:hover{g:h}"
        );
    }

    #[test]
    fn of_several_selectors_those_stay_that_match() {
        assert_eq!(shaken("p,.x,h1 b{a:b}", "<p><b>"), "p{a:b}");
        assert_eq!(shaken("p,.x,h1 b{a:b}", "<i>"), "");
    }

    #[test]
    fn what_a_script_makes_stays_and_other_words_of_it_do_not_count() {
        let css = "h3{a:b}.x{c:d}.y{e:f}#z{g:h}";
        let of = |script: &str| shaken(css, &format!("<script>{script}</script>"));
        assert_eq!(of("a('h3');"), "h3{a:b}");
        assert_eq!(of("a.className = 'x y';"), ".x{c:d}.y{e:f}");
        assert_eq!(of("a = `x ${b} y`;"), ".x{c:d}.y{e:f}");
        assert_eq!(of("a.innerHTML = '<h3 class=\"x\">';"), "h3{a:b}.x{c:d}");
        assert_eq!(of("part(\"z\");"), "#z{g:h}");
        assert_eq!(of("const x = (y) => y.z; // h3"), "");
        assert_eq!(of("a = 'no x: y'; /(?<z>b)/.test(x)"), "");
    }

    #[test]
    fn what_is_for_links_to_a_list_stays_where_there_is_one() {
        let css = r##"[href^="#s_"],a[href^='#r_']{a:b}"##;
        assert_eq!(
            shaken(css, r##"<a href="#s_12">"##),
            r##"[href^="#s_"]{a:b}"##
        );
        assert_eq!(
            shaken(css, r##"<a href="#r_1">"##),
            r##"a[href^='#r_']{a:b}"##
        );
        assert_eq!(shaken(css, r##"<a href="#s"><a href="x#s_1">"##), "");
        for css in [
            r##"[href^="#s_1"]{a:b}"##,
            r##"[href="#s_"]{a:b}"##,
            r##"[href^="#s_" i]{a:b}"##,
            r##"[src^="#s_"]{a:b}"##,
            r##"[href^="https:"]{a:b}"##,
        ] {
            assert_eq!(shaken(css, "<i>"), css);
        }
    }

    #[test]
    fn what_asks_for_no_name_stays() {
        for css in [
            "*{a:b}",
            ":root{--a:b}",
            ":focus-visible{a:b}",
            "[hidden]{a:b}",
            ":not(.x):is(p,.y){a:b}",
            "@page{margin:1cm}",
            "@import \"a.css\";",
        ] {
            assert_eq!(shaken(css, "<i>"), css);
        }
    }

    #[test]
    fn groups_go_when_nothing_is_left_in_them() {
        let css = "@media print{p{a:b}.x{c:d}}@media (a:b){.x{c:d}}";
        assert_eq!(shaken(css, "<p>"), "@media print{p{a:b}}");
    }

    #[test]
    fn a_string_or_a_value_is_no_selector() {
        let css = "p{content:\"} .x{\";background:url(a.png)}p::before{content:\",\"}";
        assert_eq!(shaken(css, "<p>"), css);
    }

    #[test]
    fn a_broken_stylesheet_breaks_nothing() {
        for css in [
            "p{a:b",
            "}p{a:b}",
            "@media print{p{",
            ".",
            ",{}",
            "p",
            "\\",
            "{}",
        ] {
            shaken(css, "<p>");
        }
        assert_eq!(shaken("p{a:b", "<p>"), "p{a:b}");
    }
}
