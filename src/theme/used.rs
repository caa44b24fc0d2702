//! Which of a stylesheet's names a page uses.

use super::stylesheet::{Kind, Names};

/// A set of the names of a stylesheet, by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Used(Vec<u64>);

impl Used {
    /// The names on a page: of its elements with their classes and ids, and in the scripts
    /// that it holds or loads, which may make more of them. `script` gives the text of a
    /// script that a page loads, by the name of its file.
    pub(super) fn on_page<'a>(
        html: &str,
        names: &Names,
        script: impl Fn(&str) -> Option<&'a str>,
    ) -> Self {
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
                    "src" if tag.name == "script" => {
                        let file = value.rsplit('/').next().unwrap_or(value);
                        used.add_words(script(file).unwrap_or_default(), names);
                    }
                    _ => {}
                }
            }
            if tag.name == "script" {
                let end = rest.find("</script").unwrap_or(rest.len());
                used.add_words(&rest[..end], names);
                rest = &rest[end..];
            }
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

    /// Every word of a script may be an element, a class or an id.
    fn add_words(&mut self, script: &str, names: &Names) {
        let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        for word in script
            .split(|c| !is_name(c))
            .filter(|word| !word.is_empty())
        {
            for kind in [Kind::Element, Kind::Class, Kind::Id] {
                self.add(names.get(kind, word));
            }
        }
    }
}

struct Tag<'a> {
    name: &'a str,
    /// From the name to the end of the page: the attributes stand at the start.
    inside: &'a str,
}

/// The next start tag; `rest` then goes on behind its name.
fn next_tag<'a>(rest: &mut &'a str) -> Option<Tag<'a>> {
    loop {
        let (_, after) = rest.split_once('<')?;
        let end = after
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(after.len());
        let (name, inside) = after.split_at(end);
        *rest = inside;
        if !name.is_empty() {
            return Some(Tag { name, inside });
        }
    }
}

impl<'a> Tag<'a> {
    /// Names and values of the attributes that have a value.
    fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut rest = self.inside;
        std::iter::from_fn(move || {
            loop {
                rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
                let end =
                    rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'))?;
                let (name, after) = rest.split_at(end);
                rest = after;
                let Some(value) = rest.strip_prefix('=') else {
                    if rest.starts_with('>') {
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
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split_once(quote)
}

fn bare(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '>');
    text.split_at(end.unwrap_or(text.len()))
}
