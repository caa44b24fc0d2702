//! A copy on the web.

use super::{Copy, Entry, Limits, Medium, Obstacle, Piece};
use crate::fetch::{Client, WebAddress};
use crate::output::SitePath;

/// A host that serves a copy below an address.
#[derive(Debug)]
pub struct Host {
    client: Client,
    address: WebAddress,
}

impl Host {
    /// A copy at an address.
    #[must_use]
    pub fn new(client: Client, address: WebAddress) -> Self {
        Host { client, address }
    }
}

impl Copy for Host {
    fn medium(&self) -> Medium {
        Medium::Web
    }

    fn read(&self, path: &SitePath, limits: &Limits<'_>) -> Result<Piece, Obstacle> {
        let address = self.address.file(path);
        let take = |reader: &mut dyn std::io::Read| Piece::read(reader, limits);
        self.client.get(&address, limits.cap, take)?
    }

    fn list(&self) -> Result<Option<Vec<Entry>>, Obstacle> {
        Ok(None)
    }
}
