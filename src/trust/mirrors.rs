//! `mirrors.txt`: where copies of a site are, as a list that anybody may see.

use std::fmt;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::Fault;
use super::lines::{Line, Lines};
use crate::record::Url;

/// The public mirrors of a site, in the order of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mirrors(pub Vec<Mirror>);

/// One copy of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mirror {
    /// The folder that holds `release.txt`; ends with `/`.
    pub url: Url,
    /// What kind of place it is.
    pub kind: MirrorKind,
    /// Since when it is a mirror.
    pub since: Date,
    /// A word about it, or nothing.
    pub note: String,
}

/// What kind of place a mirror is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MirrorKind {
    /// A web host.
    Https,
    /// A web host without encryption.
    Http,
    /// An onion service, for Tor Browser.
    Onion,
    /// A gateway of IPFS.
    Ipfs,
    /// A bucket of a large cloud.
    Bucket,
}

impl MirrorKind {
    /// All kinds.
    pub const ALL: [MirrorKind; 5] = [
        MirrorKind::Https,
        MirrorKind::Http,
        MirrorKind::Onion,
        MirrorKind::Ipfs,
        MirrorKind::Bucket,
    ];

    /// The word for it in the list.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            MirrorKind::Https => "https",
            MirrorKind::Http => "http",
            MirrorKind::Onion => "onion",
            MirrorKind::Ipfs => "ipfs",
            MirrorKind::Bucket => "bucket",
        }
    }

    /// The kind that an address suggests.
    #[must_use]
    pub fn guess(url: &Url) -> Self {
        let text = url.as_str();
        if url.host().ends_with(".onion") {
            MirrorKind::Onion
        } else if text.contains("/ipfs/") || text.contains("/ipns/") {
            MirrorKind::Ipfs
        } else if text.starts_with("https:") {
            MirrorKind::Https
        } else {
            MirrorKind::Http
        }
    }
}

impl fmt::Display for MirrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for MirrorKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = MirrorKind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text);
        known.ok_or_else(|| {
            format!("`{text}` is no kind of mirror: `https`, `http`, `onion`, `ipfs` or `bucket`")
        })
    }
}

impl Mirrors {
    /// The most bytes that `mirrors.txt` may have.
    pub const LARGEST: u64 = 100_000;

    /// Reads a `mirrors.txt`. An empty file is an empty list.
    ///
    /// # Errors
    ///
    /// The first line that is not `url | kind | since | note`, or whose address
    /// stands there already.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.is_empty() {
            return Ok(Mirrors::default());
        }
        let mut lines = Lines::open(bytes, Self::LARGEST)?;
        let mut mirrors: Vec<Mirror> = Vec::new();
        while let Some(line) = lines.next() {
            let mirror = mirror(line)?;
            if mirrors.iter().any(|other| other.url == mirror.url) {
                return Err(line.fault("this mirror stands in the list already"));
            }
            mirrors.push(mirror);
        }
        Ok(Mirrors(mirrors))
    }

    /// The text, which `parse` reads back.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for Mirror {
            url,
            kind,
            since,
            note,
        } in &self.0
        {
            let _ = writeln!(text, "{} | {kind} | {since} | {note}", url.as_str());
        }
        text.replace("| \n", "|\n")
    }
}

fn mirror(line: Line<'_>) -> Result<Mirror, Fault> {
    if line.text.ends_with(' ') {
        return Err(line.fault("a space at the end of the line"));
    }
    let [url, kind, rest] = line
        .split(" | ")
        .map_err(|fault| fault.hint("write `url | kind | since | note`"))?;
    let (since, note) = match rest.text.strip_suffix(" |") {
        Some(since) => (
            Line {
                text: since,
                ..rest
            },
            "",
        ),
        None => {
            let [since, note] = rest.split(" | ")?;
            (since, note.text)
        }
    };
    if note.contains('|') || note.trim() != note {
        return Err(rest.fault("a note holds no `|` and no space at its ends"));
    }
    Ok(Mirror {
        url: address(url)?,
        kind: kind
            .text
            .parse()
            .map_err(|message: String| kind.fault(message))?,
        since: since.date()?,
        note: note.to_owned(),
    })
}

fn address(url: Line<'_>) -> Result<Url, Fault> {
    let folder = |url: &Url| url.as_str().ends_with('/') && !url.as_str().contains(['?', '#', '|']);
    Url::parse(url.text).filter(folder).ok_or_else(|| {
        url.fault(format!("{} is not the address of a folder", url.quoted()))
            .hint("write it whole, from `https://` to a last `/`")
    })
}
