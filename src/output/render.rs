//! How a planned file comes to its bytes.

use super::{Fingerprint, Item};
use crate::problem::Problem;

/// Turns planned items into bytes. Called from many threads.
pub trait Render<K>: Sync {
    /// Builds what an item is made from and hashes it; no template runs yet.
    fn draft<'a>(&'a self, item: &'a Item<K>) -> Draft<'a>;

    /// A digest of everything that an item could be made from, where that is known before
    /// its draft: an item whose digest is that of the last build needs no draft.
    fn reach(&self, _item: &Item<K>) -> Option<Fingerprint> {
        None
    }
}

/// A file that can be rendered, if its fingerprint says that it has to be.
pub struct Draft<'a> {
    fingerprint: Fingerprint,
    render: Box<dyn FnOnce() -> Result<Vec<u8>, Problem> + 'a>,
}

impl<'a> Draft<'a> {
    /// A draft. Whatever has one fingerprint must render to the same bytes.
    pub fn new(
        fingerprint: Fingerprint,
        render: impl FnOnce() -> Result<Vec<u8>, Problem> + 'a,
    ) -> Self {
        Draft {
            fingerprint,
            render: Box::new(render),
        }
    }

    /// The digest of all that the file is made from.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Runs the template.
    ///
    /// # Errors
    ///
    /// What is wrong with the theme or the content.
    pub fn render(self) -> Result<Vec<u8>, Problem> {
        (self.render)()
    }
}
