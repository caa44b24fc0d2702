//! What the public mirrors were when they were last checked, as a file that the site can show.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Fault, Status};

const VERSION: u8 = 1;

/// The public mirrors on the day of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MirrorStatus {
    /// When they were asked.
    pub checked: Timestamp,
    /// In the order of the list.
    pub mirrors: Vec<CheckedMirror>,
}

/// A public mirror that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedMirror {
    /// Its address, as in `mirrors.txt`.
    pub url: String,
    /// What it was.
    pub status: Status,
    /// Its release, if it had one.
    pub sequence: Option<u64>,
    /// The worst that was found, in words for editors.
    pub what: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u8,
    /// In UTC.
    checked: String,
    /// The worst of all.
    status: String,
    mirrors: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    url: String,
    status: String,
    sequence: Option<u64>,
    what: Option<String>,
}

impl MirrorStatus {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// It is not one that [`to_text`](Self::to_text) writes.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        let file: File = serde_json::from_slice(bytes).map_err(|error| {
            let whole = error.to_string();
            let message = whole.split(" at line ").next().unwrap_or_default();
            Fault::new(error.line().max(1), message).column(error.column().max(1))
        })?;
        if file.version != VERSION {
            let message = format!("this is version {}, and {VERSION} is known", file.version);
            return Err(Fault::new(1, message));
        }
        let no_time = |_| Fault::new(1, format!("`{}` is not a time in UTC", file.checked));
        let mirrors = file.mirrors.into_iter().map(|row| {
            Ok(CheckedMirror {
                status: status(&row.status)?,
                url: row.url,
                sequence: row.sequence,
                what: row.what,
            })
        });
        Ok(MirrorStatus {
            checked: file.checked.parse().map_err(no_time)?,
            mirrors: mirrors.collect::<Result<_, Fault>>()?,
        })
    }

    /// The file: JSON with `version` (1), `checked` (the time in UTC), `status` (the
    /// worst), and `mirrors`, each with `url`, `status`, `sequence` and `what`.
    #[must_use]
    pub fn to_text(&self) -> String {
        let worst = self.mirrors.iter().map(|mirror| mirror.status).max();
        let file = File {
            version: VERSION,
            checked: self.checked.to_string(),
            status: worst.unwrap_or(Status::Genuine).word().to_owned(),
            mirrors: self.mirrors.iter().map(row).collect(),
        };
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }

    /// What a mirror was.
    #[must_use]
    pub fn of(&self, url: &str) -> Option<Status> {
        let mirror = self.mirrors.iter().find(|mirror| mirror.url == url)?;
        Some(mirror.status)
    }
}

fn row(mirror: &CheckedMirror) -> Row {
    Row {
        url: mirror.url.clone(),
        status: mirror.status.word().to_owned(),
        sequence: mirror.sequence,
        what: mirror.what.clone(),
    }
}

fn status(word: &str) -> Result<Status, Fault> {
    let known = Status::all().find(|status| status.word() == word);
    known.ok_or_else(|| Fault::new(1, format!("`{word}` is no status of a copy")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> MirrorStatus {
        let mirrors = Status::all().map(|status| CheckedMirror {
            url: format!("https://example.org/{}/", status.code()),
            status,
            sequence: (status == Status::Genuine).then_some(7),
            what: (status != Status::Genuine).then(|| "a \"word\"".into()),
        });
        MirrorStatus {
            checked: "2026-11-20T08:30:00Z".parse().unwrap(),
            mirrors: mirrors.collect(),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = some().to_text();
        assert!(text.contains("\"status\": \"tampered\""), "{text}");
        assert_eq!(MirrorStatus::parse(text.as_bytes()), Ok(some()));
        assert_eq!(
            some().of("https://example.org/12/"),
            Some(Status::RolledBack)
        );
        assert_eq!(some().of("https://example.org/"), None);
    }

    #[test]
    fn what_nobody_wrote_is_refused_with_its_place() {
        let text = some().to_text();
        for (from, to, expected) in [
            (
                "\"version\": 1",
                "\"version\": 2",
                "line 1: this is version 2, and 1 is known",
            ),
            (
                "\"tampered\",\n      \"seq",
                "\"fine\",\n      \"seq",
                "line 1: `fine` is no status of a copy",
            ),
            (
                "2026-11-20T08:30:00Z",
                "yesterday",
                "line 1: `yesterday` is not a time in UTC",
            ),
            (
                "\"checked\"",
                "\"chekced\"",
                "line 3: unknown field `chekced`, expected one of `version`, `checked`, `status`, `mirrors`",
            ),
            ("\n  ]", "", "line 78: expected `,` or `]`"),
        ] {
            assert!(text.contains(from), "{from}");
            let fault = MirrorStatus::parse(text.replacen(from, to, 1).as_bytes()).unwrap_err();
            assert_eq!(fault.to_string(), expected);
        }
    }
}
