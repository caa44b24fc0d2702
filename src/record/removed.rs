//! A removed person: what is left in the editors' files.

use jiff::civil::Date;

use crate::decode::{Decode, Value};
use crate::yaml::Node;

/// A removed person: the file holds nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removed {
    /// Since when.
    pub date: Date,
    /// Whether a page says so at the old path.
    pub leaves_page: bool,
}

impl Decode for Removed {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let date = f.need("date");
        let trace = f
            .with("trace", |v| {
                v.word("trace", &[("none", false), ("page", true)])
            })
            .flatten();
        f.end();
        Some(Removed {
            date: date?,
            leaves_page: trace.unwrap_or(true),
        })
    }
}

/// Whether a record is that of a removed person, and what it may hold then.
pub(super) fn removed(value: Value<'_>) -> Option<Option<Removed>> {
    value.node().get("removed")?;
    let mut f = value.fields()?;
    let removed = f.get("removed");
    let others: Vec<String> = match value.node() {
        Node::Map(map) => map
            .iter()
            .map(|(key, _)| key.clone())
            .filter(|key| key != "removed")
            .collect(),
        _ => Vec::new(),
    };
    for key in others {
        value.child(&key, |v| {
            v.report(
                v.problem(format!("a removed person's file holds `{key}`"))
                    .hint("delete every key but `removed:`, and the text below")
                    .rule("E15"),
            );
        });
    }
    Some(removed)
}
