//! Where a value or key stands, found by reading the text once more.
//!
//! The parser reports a place only with an error. So the text is read with a
//! visitor that follows the route and fails on purpose at its end.

use std::fmt;
use std::ops::Range;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::problem::{Place, Step};

/// The bytes of a value or key in a YAML text; none if it is not there.
#[must_use]
pub fn locate(text: &str, place: &Place) -> Option<Range<usize>> {
    let (route, end) = match place {
        Place::File => return None,
        Place::Bytes { start, end } => return Some(*start..*end),
        Place::Value(route) => (&route.0, End::Value),
        Place::Key(route, earlier) => (&route.0, End::Key(*earlier)),
    };
    let start = start_of(text, Find { steps: route, end })?;
    Some(start..start + token_length(&text[start..], end))
}

/// A scalar exactly as it is written in the text (`007`, `+7`), which the
/// parser may have taken for a number.
#[must_use]
pub fn written(text: &str, place: &Place) -> Option<String> {
    let range = locate(text, place)?;
    text.get(range).map(str::to_owned)
}

fn start_of(text: &str, find: Find<'_>) -> Option<usize> {
    let error = find
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .err()?;
    if !error.to_string().contains(FOUND) {
        return None;
    }
    let index = error.location()?.index();
    text.is_char_boundary(index).then_some(index)
}

/// How far a caret runs: to the end of a quoted or plain scalar on this line.
fn token_length(rest: &str, end: End) -> usize {
    let line = rest.lines().next().unwrap_or("");
    let mut chars = line.char_indices();
    let length = match chars.next() {
        Some((_, quote @ ('"' | '\''))) => chars
            .find(|(_, c)| *c == quote)
            .map_or(line.len(), |(at, _)| at + 1),
        _ if matches!(end, End::Key(_)) => line.find(':').unwrap_or(line.len()),
        Some((_, '{' | '[')) => line.len(),
        _ => plain_length(line),
    };
    line[..length].trim_end().len().max(1).min(rest.len())
}

fn plain_length(line: &str) -> usize {
    let stops = [
        line.find(" #"),
        line.find(", "),
        line.find('}'),
        line.find(']'),
        line.find(": "),
    ];
    stops.into_iter().flatten().min().unwrap_or(line.len())
}

const FOUND: &str = "the place asked for";

#[derive(Debug, Clone, Copy)]
enum End {
    Value,
    Key(usize),
}

#[derive(Clone, Copy)]
struct Find<'r> {
    steps: &'r [Step],
    end: End,
}

impl Find<'_> {
    fn is_here(&self) -> bool {
        self.steps.is_empty()
    }
}

impl<'de> DeserializeSeed<'de> for Find<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Find<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.scalar()
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        self.scalar()
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        self.scalar()
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        self.scalar()
    }

    fn visit_i128<E: de::Error>(self, _: i128) -> Result<(), E> {
        self.scalar()
    }

    fn visit_u128<E: de::Error>(self, _: u128) -> Result<(), E> {
        self.scalar()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.scalar()
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        self.scalar()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if self.is_here() {
            return Err(de::Error::custom(FOUND));
        }
        let Step::Index(wanted) = &self.steps[0] else {
            return drain_seq(items);
        };
        for _ in 0..*wanted {
            if items.next_element::<IgnoredAny>()?.is_none() {
                return Ok(());
            }
        }
        items.next_element_seed(Find {
            steps: &self.steps[1..],
            end: self.end,
        })?;
        drain_seq(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        if self.is_here() {
            return Err(de::Error::custom(FOUND));
        }
        let Step::Key(wanted) = &self.steps[0] else {
            return drain_map(entries);
        };
        let rest = &self.steps[1..];
        let mut earlier = match self.end {
            End::Key(earlier) if rest.is_empty() => Some(earlier),
            _ => None,
        };
        while let Some(here) = entries.next_key_seed(KeySeed {
            wanted,
            earlier: &mut earlier,
        })? {
            if here && earlier.is_none() {
                entries.next_value_seed(Find {
                    steps: rest,
                    end: self.end,
                })?;
            } else {
                entries.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

impl Find<'_> {
    fn scalar<E: de::Error>(self) -> Result<(), E> {
        if self.is_here() {
            Err(E::custom(FOUND))
        } else {
            Ok(())
        }
    }
}

fn drain_seq<'de, A: SeqAccess<'de>>(mut items: A) -> Result<(), A::Error> {
    while items.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

fn drain_map<'de, A: MapAccess<'de>>(mut entries: A) -> Result<(), A::Error> {
    while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

/// Compares a key; fails on purpose when it is the key that is looked for.
struct KeySeed<'a> {
    wanted: &'a str,
    earlier: &'a mut Option<usize>,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for KeySeed<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<bool, E> {
        if key != self.wanted {
            return Ok(false);
        }
        match self.earlier {
            Some(0) => Err(E::custom(FOUND)),
            Some(left) => {
                *left -= 1;
                Ok(true)
            }
            None => Ok(true),
        }
    }

    fn visit_bool<E: de::Error>(self, key: bool) -> Result<bool, E> {
        self.visit_str(if key { "true" } else { "false" })
    }

    fn visit_i64<E: de::Error>(self, key: i64) -> Result<bool, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_u64<E: de::Error>(self, key: u64) -> Result<bool, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_f64<E: de::Error>(self, key: f64) -> Result<bool, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_unit<E: de::Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<bool, A::Error> {
        drain_seq(items).map(|()| false)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<bool, A::Error> {
        drain_map(entries).map(|()| false)
    }
}
