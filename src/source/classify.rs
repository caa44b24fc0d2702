//! What a file of the content is, by its name and its bytes.

use std::sync::Arc;

use super::{KEYS, LARGEST_TEXT, MIRROR_STATUS, MIRRORS, PictureFile, TextFile};
use crate::output::Fingerprint;
use crate::picture;
use crate::problem::{Place, Problem};
use crate::trust::SecretKey;

pub(super) enum What {
    Config(TextFile),
    Record(TextFile),
    Picture(PictureFile),
    Signing(TextFile),
    Problem(Problem),
}

/// Takes a file for what its name and its bytes say.
pub(super) fn classify(path: &Arc<str>, bytes: Vec<u8>, digest: Fingerprint) -> What {
    let is_record = path.ends_with(".md");
    if &**path == "content/site.yaml" || is_record {
        return match text_of(path, bytes, 0).and_then(|text| split(path, text, is_record)) {
            Ok(file) if is_record => What::Record(file),
            Ok(file) => What::Config(file),
            Err(problem) => What::Problem(problem),
        };
    }
    if picture::has_picture_name(path) {
        return match picture::examine(&bytes) {
            Ok(picture) => What::Picture(PictureFile {
                path: Arc::clone(path),
                picture,
                size: bytes.len() as u64,
                digest,
            }),
            Err(trouble) => What::Problem(Problem::error(Arc::clone(path), Place::File, trouble)),
        };
    }
    let text = String::from_utf8(bytes).ok();
    if text.as_deref().is_some_and(is_secret_key) {
        return What::Problem(secret_key(path));
    }
    if [MIRRORS, MIRROR_STATUS].contains(&&**path) || path.starts_with(KEYS) {
        return match text {
            Some(text) => What::Signing(whole(path, text)),
            None => What::Problem(Problem::error(
                Arc::clone(path),
                Place::File,
                "this is not text",
            )),
        };
    }
    What::Problem(
        Problem::warning(Arc::clone(path), Place::File, "this file is not used")
            .hint("records end in `.md`; pictures in `.jpg`, `.png`, `.webp` or `.avif`"),
    )
}

fn is_secret_key(text: &str) -> bool {
    SecretKey::needs_passphrase(text).is_some()
}

fn secret_key(path: &Arc<str>) -> Problem {
    let message = "this is a secret key";
    Problem::error(Arc::clone(path), Place::File, message)
        .rule("E12")
        .hint("take it out and make a new one: whoever has the repository has this one")
}

fn whole(path: &Arc<str>, text: String) -> TextFile {
    let front = text.len();
    TextFile {
        path: Arc::clone(path),
        front,
        body: front,
        text: text.into(),
    }
}

pub(super) fn too_large(path: &Arc<str>, limit: u64) -> Problem {
    let message = format!("this file is larger than {} MB", limit / 1_000_000);
    Problem::error(Arc::clone(path), Place::File, message).hint("was it put here by mistake?")
}

/// The text of a file: UTF-8, no byte order mark, line ends as `\n`.
pub(super) fn text_of(path: &str, bytes: Vec<u8>, size: u64) -> Result<String, Problem> {
    if size > LARGEST_TEXT {
        return Err(too_large(&path.into(), LARGEST_TEXT));
    }
    let text = String::from_utf8(bytes).map_err(|error| bad_utf8(path, &error))?;
    let text = text
        .strip_prefix('\u{FEFF}')
        .map(str::to_owned)
        .unwrap_or(text);
    Ok(if text.contains('\r') {
        text.replace("\r\n", "\n")
    } else {
        text
    })
}

fn bad_utf8(path: &str, error: &std::string::FromUtf8Error) -> Problem {
    let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    Problem::error(path, Place::File, format!("line {line} is not valid UTF-8"))
        .hint("save the file with the encoding UTF-8")
}

fn split(path: &Arc<str>, text: String, is_record: bool) -> Result<TextFile, Problem> {
    if !is_record {
        return Ok(whole(path, text));
    }
    let error = |message: &str, hint: &str| {
        let end = text.lines().next().map_or(0, str::len);
        Problem::error(Arc::clone(path), Place::Bytes { start: 0, end }, message).hint(hint)
    };
    if text.lines().next().map(str::trim_end) != Some("---") {
        return Err(error(
            "a record begins with a line `---`, and line 1 is another",
            "add `---` as the first line",
        ));
    }
    let Some((front, body)) = closing_line(&text) else {
        return Err(error(
            "the front matter has no end",
            "add a line `---` below the last key",
        ));
    };
    Ok(TextFile {
        path: Arc::clone(path),
        front,
        body,
        text: text.into(),
    })
}

/// Where the closing `---` begins, and where the text after it does.
fn closing_line(text: &str) -> Option<(usize, usize)> {
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number > 0 && line.trim_end() == "---" {
            return Some((start, start + line.len()));
        }
        start += line.len();
    }
    None
}
