//! A copy on the web.

use std::io::{self, Read};

use super::{Copy, Entry, Limits, Medium, Obstacle, Piece};
use crate::fetch::{Client, WebAddress, is_too_long};
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
        self.client
            .get(&address, limits.cap, |body| take(body, limits))?
    }

    fn list(&self) -> Result<Option<Vec<Entry>>, Obstacle> {
        Ok(None)
    }
}

/// Packed bytes are too many before they are unpacked.
fn take(body: &mut dyn Read, limits: &Limits<'_>) -> io::Result<Result<Piece, Obstacle>> {
    let too_long = Obstacle::TooLong {
        cap: limits.cap,
        html: false,
    };
    match Piece::read(body, limits) {
        Err(error) if is_too_long(&error) => Ok(Err(too_long)),
        done => done,
    }
}
