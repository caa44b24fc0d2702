//! Which part of a long list a page is.

use std::fmt;

/// The part of a list on one page: nothing for the first page, then the places
/// of letters in the alphabet, counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part(pub Vec<u16>);

impl Part {
    /// The first page of a list.
    #[must_use]
    pub fn whole() -> Self {
        Part::default()
    }

    /// Whether this is the first page.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_empty()
    }
}

/// `letter-03-11`, as it stands in a path.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("letter")?;
        self.0.iter().try_for_each(|place| write!(f, "-{place:02}"))
    }
}
