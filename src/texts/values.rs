//! How values get into a Fluent text: numbers in the language's digits, and words
//! of the other direction isolated.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use super::language::direction_of;
use super::{Arg, Args, Direction};

/// Before the name of a text, asks whether it is there.
pub(super) const HAS: &str = "has-";

/// Stand around a number until ICU writes it: Fluent's hook for writing values is
/// a plain function, which cannot hold a formatter. Private-use characters.
const NUMBER_START: char = '\u{F8F0}';
const NUMBER_END: char = '\u{F8F1}';

/// First strong isolate, pop directional isolate.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

pub(super) fn fluent(args: &Args) -> FluentArgs<'_> {
    let mut fluent = FluentArgs::new();
    for (name, value) in args.iter() {
        match value {
            Arg::Number(number) => fluent.set(name, *number),
            Arg::Text(text) => {
                let has = if text.is_empty() { "no" } else { "yes" };
                fluent.set(Cow::Owned(format!("{HAS}{name}")), has);
                fluent.set(name, text.as_str());
            }
        }
    }
    fluent
}

/// The function that writes values into a text of this direction.
pub(super) fn writer<M>(direction: Direction) -> fn(&FluentValue, &M) -> Option<String> {
    match direction {
        Direction::Ltr => |value, _| written(value, Direction::Ltr),
        Direction::Rtl => |value, _| written(value, Direction::Rtl),
    }
}

#[allow(clippy::cast_possible_truncation)] // whole, and in range: `fract` and `Args` see to it
fn written(value: &FluentValue<'_>, direction: Direction) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(format!("{NUMBER_START}{}{NUMBER_END}", number.value as i64))
        }
        FluentValue::String(text) => match isolated(text, direction) {
            Cow::Owned(apart) => Some(apart),
            Cow::Borrowed(_) => None,
        },
        _ => None,
    }
}

/// Sets a text apart from one of this direction, if it holds a letter of the other.
pub(super) fn isolated(text: &str, direction: Direction) -> Cow<'_, str> {
    let turns = text
        .chars()
        .filter_map(direction_of)
        .any(|other| other != direction);
    if turns {
        Cow::Owned(format!("{}{text}{}", ISOLATE.0, ISOLATE.1))
    } else {
        Cow::Borrowed(text)
    }
}

/// Puts the numbers of a text into the language's own form.
pub(super) fn with_numbers(text: &str, number: impl Fn(i64) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once(NUMBER_START) {
        let (digits, after) = marked.split_once(NUMBER_END).unwrap_or((marked, ""));
        out.push_str(before);
        match digits.parse() {
            Ok(value) => out.push_str(&number(value)),
            Err(_) => out.push_str(digits),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
