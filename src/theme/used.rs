//! Which of a stylesheet's names a page uses.

use std::collections::HashMap;

use memchr::memchr;

use super::stylesheet::{Kind, Names};

/// A set of the names of a stylesheet, by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Used(Vec<u64>);

impl Used {
    /// The names on a page: of its elements with their classes and ids, and of what the
    /// scripts that it holds or loads may make. `scripts` has those by the names of files.
    pub(super) fn on_page(html: &str, names: &Names, scripts: &HashMap<String, Used>) -> Self {
        let mut used = Used::default();
        let mut rest = html;
        while let Some(tag) = next_tag(&mut rest) {
            used.add(names.get(Kind::Element, tag.name));
            for (attribute, value) in tag.attributes() {
                match attribute {
                    "class" => value
                        .split_ascii_whitespace()
                        .for_each(|class| used.add(names.get(Kind::Class, class))),
                    "id" => used.add(names.get(Kind::Id, value)),
                    "href" => used.add(list_of(value).and_then(|it| names.get(Kind::Link, it))),
                    "src" if tag.name == "script" => {
                        let file = value.rsplit('/').next().unwrap_or(value);
                        scripts
                            .get(file)
                            .into_iter()
                            .for_each(|made| used.add_all(made));
                    }
                    _ => {}
                }
            }
            if tag.name == "script" {
                let end = rest.find("</script").unwrap_or(rest.len());
                used.add_all(&Used::in_script(&rest[..end], names));
                rest = &rest[end..];
            }
        }
        used
    }

    /// Words that stand alone in quotes may be elements, classes or ids: `'li'`, `'mark yes'`,
    /// `` `mark ${word}` ``, `'<p class="notice">'`.
    pub(super) fn in_script(script: &str, names: &Names) -> Self {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
        let mut used = Used::default();
        let mut before = None;
        let mut rest = script;
        while !rest.is_empty() {
            let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            let opens = matches!(before, Some('\'' | '"' | '`' | '}'));
            let closes = after.starts_with(['\'', '"', '`', '$']);
            if before == Some('<') {
                let name = run.split(' ').next().unwrap_or_default();
                used.add(names.get(Kind::Element, name));
            }
            for word in run.split(' ').filter(|_| opens && closes) {
                for kind in [Kind::Element, Kind::Class, Kind::Id] {
                    used.add(names.get(kind, word));
                }
            }
            before = after.chars().next();
            rest = &after[before.map_or(0, char::len_utf8)..];
        }
        used
    }

    pub(super) fn has_all(&self, needs: &[usize]) -> bool {
        needs.iter().all(|&number| {
            let word = self.0.get(number / 64).copied().unwrap_or_default();
            word >> (number % 64) & 1 == 1
        })
    }

    fn add(&mut self, number: Option<usize>) {
        let Some(number) = number else { return };
        if self.0.len() <= number / 64 {
            self.0.resize(number / 64 + 1, 0);
        }
        self.0[number / 64] |= 1 << (number % 64);
    }

    fn add_all(&mut self, other: &Used) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        let both = self.0.iter_mut().zip(&other.0);
        both.for_each(|(own, more)| *own |= more);
    }
}

/// The start that links to the parts of a list share: `#s_` of `#s_12`.
pub(super) fn list_of(href: &str) -> Option<&str> {
    let (start, _) = href.split_once('_').filter(|_| href.starts_with('#'))?;
    href.get(..=start.len())
}

struct Tag<'a> {
    name: &'a str,
    /// From the name to the end of the page: the attributes stand at the start.
    inside: &'a str,
}

/// The next start tag; `rest` then goes on behind its name.
fn next_tag<'a>(rest: &mut &'a str) -> Option<Tag<'a>> {
    loop {
        let after = &rest[memchr(b'<', rest.as_bytes())? + 1..];
        let (name, inside) = split_before(after, |byte| !byte.is_ascii_alphanumeric());
        *rest = inside;
        if !name.is_empty() {
            return Some(Tag { name, inside });
        }
    }
}

impl<'a> Tag<'a> {
    /// Names and values of the attributes that have a value.
    fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let is_between = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
        let mut rest = self.inside;
        std::iter::from_fn(move || {
            loop {
                rest = split_before(rest, |byte| !is_between(byte)).1;
                let ends_name = |byte| is_between(byte) || matches!(byte, b'=' | b'>');
                let (name, after) = split_before(rest, ends_name);
                rest = after;
                let Some(value) = rest.strip_prefix('=') else {
                    if rest.is_empty() || rest.starts_with('>') {
                        return None;
                    }
                    continue;
                };
                let (value, after) = quoted(value).unwrap_or_else(|| bare(value));
                rest = after;
                return Some((name, value));
            }
        })
    }
}

fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = *text.as_bytes().first()?;
    let inside = text.strip_prefix(['"', '\''])?;
    let end = memchr(quote, inside.as_bytes())?;
    Some((&inside[..end], &inside[end + 1..]))
}

fn bare(text: &str) -> (&str, &str) {
    split_before(text, |byte| byte.is_ascii_whitespace() || byte == b'>')
}

/// Splits a text before the first ASCII character of a kind, else at its end.
fn split_before(text: &str, is_it: impl Fn(u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(|byte| byte.is_ascii() && is_it(byte));
    text.split_at(end.unwrap_or(text.len()))
}
