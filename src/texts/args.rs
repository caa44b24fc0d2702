//! The values that a text is filled with.

use std::collections::BTreeMap;

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A finished phrase, a name, or a word to choose by (`female`).
    Text(String),
    /// A count. It chooses the plural and is written in the language's digits.
    /// Exact up to 2⁵³.
    Number(i64),
}

/// Values by name. For every text `x` a message can also choose by `$has-x`,
/// which is `yes` or, where the text is empty, `no`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Args(BTreeMap<String, Arg>);

impl Args {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Args::default()
    }

    /// With one more value, which replaces an earlier one of that name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Arg>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Arg)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

/// A count larger than `i64` holds is taken as the largest.
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Arg::Number(number.into())
    }
}
