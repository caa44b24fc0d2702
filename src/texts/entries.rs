//! Finds the messages of a Fluent file: where they stand, which variables and
//! other messages they name, and what a site must not leave to run time.
//!
//! Fluent's own parser reports errors of syntax. This scan sees only the little
//! that its public face does not tell, and refuses what would let a theme's file
//! stop the program (deep nesting, constants as selectors).

use std::collections::BTreeSet;
use std::ops::Range;

/// Deeper nesting than any sentence needs.
const DEEPEST: usize = 16;
/// Digits of a number in a file: more than this does not fit a plural rule.
const LONGEST_NUMBER: usize = 15;

/// A message or term of a file.
#[derive(Debug, Default)]
pub(super) struct Entry<'s> {
    /// Its id; a term's begins with `-`.
    pub id: &'s str,
    /// Where the id stands.
    pub place: Range<usize>,
    pub variables: BTreeSet<&'s str>,
    /// The messages, and with `-` the terms, that it names.
    pub references: BTreeSet<&'s str>,
    /// What is refused, and where.
    pub faults: Vec<(Range<usize>, String)>,
}

/// The entries of a file in their order, those with errors of syntax included.
pub(super) fn entries(source: &str) -> Vec<Entry<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut body: Option<(&str, Range<usize>, usize)> = None;
    for line in source.split_inclusive('\n') {
        let head = head(line);
        if head.is_some() || line.starts_with('#') {
            found.extend(
                body.take()
                    .map(|(id, place, from)| scan(source, id, place, from..start)),
            );
        }
        if let Some(id) = head {
            body = Some((id, start..start + id.len(), start + id.len()));
        }
        start += line.len();
    }
    found.extend(body.map(|(id, place, from)| scan(source, id, place, from..start)));
    found
}

/// The id of the entry that a line begins.
fn head(line: &str) -> Option<&str> {
    let id = &line[..usize::from(line.starts_with('-')) + name_len(line.trim_start_matches('-'))];
    let begins = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
    (begins && line[id.len()..].trim_start_matches(' ').starts_with('=')).then_some(id)
}

fn name_len(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
        .unwrap_or(text.len())
}

/// What the scan is inside of.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    /// `{ … }`, and whether a variable or a term was named in it.
    Placeable { names: bool },
    /// The variants after `->`, whose patterns are text.
    Variants,
}

fn scan<'s>(source: &'s str, id: &'s str, place: Range<usize>, body: Range<usize>) -> Entry<'s> {
    let mut scan = Scan {
        source,
        at: body.start,
        end: body.end,
        inside: Vec::new(),
        calls: 0,
        entry: Entry {
            id,
            place,
            ..Entry::default()
        },
    };
    while scan.at < scan.end {
        scan.step();
    }
    scan.entry
}

struct Scan<'s> {
    source: &'s str,
    at: usize,
    end: usize,
    inside: Vec<Inside>,
    calls: usize,
    entry: Entry<'s>,
}

impl<'s> Scan<'s> {
    fn step(&mut self) {
        let byte = self.source.as_bytes()[self.at];
        match (self.inside.last().copied(), byte) {
            (Some(Inside::Placeable { .. }), b'{') => {
                self.fault(1, "a placeable directly inside a placeable");
                self.open();
            }
            (_, b'{') => self.open(),
            (Some(_), b'}') => {
                self.inside.pop();
                self.at += 1;
            }
            (Some(Inside::Placeable { names }), _) => self.expression(byte, names),
            _ => self.at += 1,
        }
    }

    fn open(&mut self) {
        if self.inside.len() == DEEPEST {
            self.fault(1, "braces are nested too deep");
        }
        self.inside.push(Inside::Placeable { names: false });
        self.at += 1;
    }

    fn expression(&mut self, byte: u8, names: bool) {
        match byte {
            b'"' => self.literal(),
            b'$' => self.variable(),
            b'-' if self.rest().starts_with("->") => self.variants(names),
            b'-' if self.rest()[1..].starts_with(|c: char| c.is_ascii_alphabetic()) => self.term(),
            b'(' => self.call(),
            b'0'..=b'9' => self.number(),
            _ if byte.is_ascii_alphabetic() => self.name(),
            _ => self.at += 1,
        }
    }

    fn literal(&mut self) {
        let mut escaped = false;
        self.at += 1;
        while self.at < self.end {
            let byte = self.source.as_bytes()[self.at];
            self.at += 1;
            match byte {
                b'\n' => return,
                b'"' if !escaped => return,
                _ => escaped = byte == b'\\' && !escaped,
            }
        }
    }

    fn variable(&mut self) {
        self.at += 1;
        let name = self.take_name();
        self.entry.variables.insert(name);
        self.named();
    }

    fn term(&mut self) {
        let start = self.at;
        self.at += 1;
        self.take_name();
        self.entry.references.insert(&self.source[start..self.at]);
        self.named();
    }

    fn variants(&mut self, names: bool) {
        if !names {
            self.fault(2, "a selector needs a variable");
        }
        self.set(Inside::Variants);
        self.at += 2;
    }

    fn call(&mut self) {
        self.calls += 1;
        if self.calls > DEEPEST {
            self.fault(1, "too many calls in one message");
        }
        self.at += 1;
    }

    fn number(&mut self) {
        let rest = self.rest();
        let len = rest
            .find(|c: char| !(c.is_ascii_digit() || c == '.'))
            .unwrap_or(rest.len());
        if len > LONGEST_NUMBER {
            self.fault(len, "a number is too long");
        }
        self.at += len;
    }

    /// A name is a message, a function, or the name of an argument.
    fn name(&mut self) {
        let start = self.at;
        let name = self.take_name();
        match self
            .rest()
            .trim_start_matches([' ', '\n', '\r'])
            .chars()
            .next()
        {
            Some('(') => {
                let fault = format!("there is no function `{name}`");
                self.entry.faults.push((start..self.at, fault));
            }
            Some(':') => {}
            _ => {
                self.entry.references.insert(name);
                self.attribute();
            }
        }
    }

    fn attribute(&mut self) {
        if self.rest().starts_with('.') {
            self.at += 1;
            self.take_name();
        }
    }

    fn take_name(&mut self) -> &'s str {
        let rest = self.rest();
        let name = &rest[..name_len(rest)];
        self.at += name.len();
        name
    }

    fn rest(&self) -> &'s str {
        &self.source[self.at..self.end]
    }

    fn named(&mut self) {
        self.set(Inside::Placeable { names: true });
    }

    fn set(&mut self, inside: Inside) {
        if let Some(last) = self.inside.last_mut() {
            *last = inside;
        }
    }

    fn fault(&mut self, len: usize, message: &str) {
        self.entry
            .faults
            .push((self.at..self.at + len, message.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(source: &str) -> Entry<'_> {
        entries(source).pop().unwrap()
    }

    fn names<'s>(set: &BTreeSet<&'s str>) -> Vec<&'s str> {
        set.iter().copied().collect()
    }

    #[test]
    fn entries_are_found_with_their_places_and_comments_are_not() {
        let source = "# a = { $no }\nfirst = one\n    two\n## { $no }\n-term = x\nlast=y\n";
        let found: Vec<_> = entries(source)
            .into_iter()
            .map(|e| (e.id, e.place))
            .collect();
        assert_eq!(
            found,
            [("first", 14..19), ("-term", 45..50), ("last", 55..59)]
        );
        assert!(
            entries(source)
                .iter()
                .all(|entry| entry.variables.is_empty())
        );
    }

    #[test]
    fn variables_are_found_in_selectors_and_variants_but_not_in_text() {
        let entry = one(
            "a = $no { $count ->\n [one] $no { $x }\n*[other] { other } { \"$no }\" } -> word\n }{ $z }",
        );
        assert_eq!(names(&entry.variables), ["count", "x", "z"]);
        assert_eq!(names(&entry.references), ["other"]);
        assert!(entry.faults.is_empty());
    }

    #[test]
    fn a_terms_arguments_are_not_messages() {
        let entry = one("a = { -term(case: \"gen\", of: $who) } { b.title }\n");
        assert_eq!(names(&entry.variables), ["who"]);
        assert_eq!(names(&entry.references), ["-term", "b"]);
    }

    #[test]
    fn what_could_stop_the_program_is_refused() {
        let faults = |source: &str| -> Vec<String> {
            one(source)
                .faults
                .into_iter()
                .map(|(_, fault)| fault)
                .collect()
        };
        assert_eq!(
            faults("a = { 1 ->\n *[one] x\n }\n"),
            ["a selector needs a variable"]
        );
        assert_eq!(
            faults("a = { { $x } }\n"),
            ["a placeable directly inside a placeable"]
        );
        assert_eq!(
            faults("a = { NUMBER($x) }\n"),
            ["there is no function `NUMBER`"]
        );
        assert_eq!(
            faults("a = { -t(n: 1.0000000000000000) }\n"),
            ["a number is too long"]
        );
        let deep = format!("a = {}", "{ $x -> *[a] ".repeat(DEEPEST + 1));
        assert_eq!(faults(&deep), ["braces are nested too deep"]);
    }
}
