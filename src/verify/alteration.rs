//! What hosts and programs do to files by themselves, recognised by undoing it.
//!
//! The signed bytes are not at hand, only their hash. So a change is recognised
//! when undoing it gives that hash; or, where it cannot be undone, when its
//! traces are there. A copy that was changed stays tampered either way: the
//! name of the setting is only help for the one who runs it.

use std::io::Read;

use flate2::read::GzDecoder;
use sha2::{Digest as _, Sha256};

use crate::output::Digest;

/// The most that a compressed file is unpacked to.
const MOST_UNPACKED: u64 = 4_000_000;

/// How many places are tried at which something may have been put in.
const MOST_PLACES: usize = 100;

/// A change that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alteration {
    /// LF became CRLF.
    Crlf,
    /// CRLF became LF.
    Lf,
    /// A byte order mark stands before the text.
    ByteOrderMark,
    /// It is compressed, and no header says so.
    Gzip,
    /// Something was put into the page.
    Injection(Injected),
    /// Mail addresses were replaced by a script.
    MailAddresses,
    /// White space was taken out.
    Minified,
}

/// What was put into a page, as far as its name is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Injected {
    /// Visitor statistics of Cloudflare.
    WebAnalytics,
    /// Checks for robots by Cloudflare.
    BotDetection,
    /// Something else.
    Other,
}

impl Alteration {
    /// What it is and which setting to switch off.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Alteration::Crlf => {
                "only the line ends differ (LF became CRLF): upload in binary mode, or switch off text (ASCII) mode of FTP and `core.autocrlf` of git"
            }
            Alteration::Lf => {
                "only the line ends differ (CRLF became LF): upload in binary mode, or switch off text (ASCII) mode of FTP and `core.autocrlf` of git"
            }
            Alteration::ByteOrderMark => {
                "only a byte order mark was put before it: upload the files as they are, not through an editor"
            }
            Alteration::Gzip => {
                "it is the right file, compressed: let the host send `Content-Encoding: gzip`, or switch off compression on upload"
            }
            Alteration::Injection(Injected::WebAnalytics) => {
                "the host puts in a script for statistics: switch off `Web Analytics` (Cloudflare)"
            }
            Alteration::Injection(Injected::BotDetection) => {
                "the host puts in a script against robots: switch off `Bot Fight Mode` and `JavaScript detections` (Cloudflare)"
            }
            Alteration::Injection(Injected::Other) => {
                "something was put into the page and the rest is as signed: switch off analytics, advertising, widgets and `snippet injection` of the host"
            }
            Alteration::MailAddresses => {
                "mail addresses are replaced by a script: switch off `Email Address Obfuscation` (Cloudflare)"
            }
            Alteration::Minified => {
                "it looks as if white space was taken out: switch off minifying (`Auto Minify`, PageSpeed)"
            }
        }
    }
}

/// Recognises what was done to a file, from its bytes and the hash that is signed.
#[must_use]
pub fn recognise(bytes: &[u8], signed: &Digest) -> Option<Alteration> {
    let is_signed = |bytes: &[u8]| Digest::of(bytes) == *signed;
    if is_signed(&with_lf(bytes)) {
        return Some(if bytes.starts_with(MARK) {
            Alteration::ByteOrderMark
        } else {
            Alteration::Crlf
        });
    }
    if is_signed(&with_crlf(bytes)) {
        return Some(Alteration::Lf);
    }
    if unpacked(bytes).is_some_and(|bytes| is_signed(&bytes)) {
        return Some(Alteration::Gzip);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    if let Some(put_in) = injected(text, signed) {
        return Some(Alteration::Injection(name_of(put_in)));
    }
    traces(text)
}

const MARK: &[u8] = b"\xef\xbb\xbf";

/// A text as it was before a byte order mark and carriage returns came in.
#[must_use]
pub fn with_lf(bytes: &[u8]) -> Vec<u8> {
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let next = |at: usize| text.get(at + 1) == Some(&b'\n');
    let kept = text
        .iter()
        .enumerate()
        .filter(|(at, byte)| **byte != b'\r' || !next(*at));
    kept.map(|(_, byte)| *byte).collect()
}

fn with_crlf(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len() + bytes.len() / 16);
    for byte in with_lf(bytes) {
        if byte == b'\n' {
            text.push(b'\r');
        }
        text.push(byte);
    }
    text
}

fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    bytes.starts_with(b"\x1f\x8b").then_some(())?;
    let mut unpacked = Vec::new();
    let mut reader = GzDecoder::new(bytes).take(MOST_UNPACKED);
    reader.read_to_end(&mut unpacked).ok()?;
    Some(unpacked)
}

/// What has to be cut out of a page to get the signed one.
fn injected<'a>(page: &'a str, signed: &Digest) -> Option<&'a str> {
    let before = ["</body>", "</head>", "</html>"]
        .iter()
        .filter_map(|tag| page.rfind(tag))
        .find_map(|end| cut_before(page, end, signed));
    before
        .or_else(|| cut_before(page, page.len(), signed))
        .or_else(|| cut_after_head(page, signed))
}

/// Cuts from some tag up to `end`; the nearest tags first.
fn cut_before<'a>(page: &'a str, end: usize, signed: &Digest) -> Option<&'a str> {
    let tags = page[..end].rmatch_indices('<').take(MOST_PLACES);
    let starts = tags.flat_map(|(at, _)| {
        let blank = page[..at].trim_end().len();
        let line = page[..at].rfind('\n').map(|at| at + 1);
        [at, blank, blank + 1, line.unwrap_or(at)]
    });
    let fits = |start: &usize| is_signed_without(page, *start, end, signed);
    let start = starts.chain([page[..end].trim_end().len()]).find(fits)?;
    page.get(start..end)
}

/// Cuts from the start of the head up to the end of some tag.
fn cut_after_head<'a>(page: &'a str, signed: &Digest) -> Option<&'a str> {
    let head = page.find("<head")?;
    let start = head + page.get(head..)?.find('>')? + 1;
    let ends = page.get(start..)?.match_indices('>').take(MOST_PLACES);
    let mut ends = ends.map(|(at, _)| start + at + 1);
    let end = ends.find(|end| is_signed_without(page, start, *end, signed))?;
    page.get(start..end)
}

fn is_signed_without(page: &str, start: usize, end: usize, signed: &Digest) -> bool {
    let bytes = page.as_bytes();
    let (Some(left), Some(right)) = (bytes.get(..start), bytes.get(end..)) else {
        return false;
    };
    let hasher = Sha256::new().chain_update(left).chain_update(right);
    start < end && Digest::from(hasher) == *signed
}

fn name_of(put_in: &str) -> Injected {
    if put_in.contains("cloudflareinsights") {
        Injected::WebAnalytics
    } else if put_in.contains("challenge-platform") {
        Injected::BotDetection
    } else {
        Injected::Other
    }
}

/// What cannot be undone leaves traces.
fn traces(page: &str) -> Option<Alteration> {
    let is_page = crate::fetch::looks_like_html(page.as_bytes());
    if page.contains("/cdn-cgi/l/email-protection") || page.contains("data-cfemail=") {
        Some(Alteration::MailAddresses)
    } else if page.contains("cloudflareinsights.com") {
        Some(Alteration::Injection(Injected::WebAnalytics))
    } else if is_page && page.len() > 500 && page.trim().lines().count() < 3 {
        Some(Alteration::Minified)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<html>\n<head>\n<title>a</title>\n</head>\n<body>\n<p>text</p>\n</body>\n</html>\n";

    fn seen(changed: &[u8]) -> Option<Alteration> {
        recognise(changed, &Digest::of(PAGE.as_bytes()))
    }

    #[test]
    fn line_ends_and_marks_are_undone() {
        assert_eq!(
            seen(PAGE.replace('\n', "\r\n").as_bytes()),
            Some(Alteration::Crlf)
        );
        let marked = format!("\u{feff}{PAGE}");
        assert_eq!(seen(marked.as_bytes()), Some(Alteration::ByteOrderMark));
        let windows = PAGE.replace('\n', "\r\n");
        let found = recognise(PAGE.as_bytes(), &Digest::of(windows.as_bytes()));
        assert_eq!(found, Some(Alteration::Lf));
    }

    #[test]
    fn a_compressed_file_is_unpacked() {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(PAGE.as_bytes()).unwrap();
        assert_eq!(seen(&packer.finish().unwrap()), Some(Alteration::Gzip));
    }

    #[test]
    fn what_was_put_in_is_cut_out() {
        let script =
            "<script defer src=\"https://static.cloudflareinsights.com/beacon.min.js\"></script>";
        let other = "<div><img src=x>\n<script>x()</script></div>";
        for (put_in, injected) in [
            (script, Injected::WebAnalytics),
            (other, Injected::Other),
            (
                "<script>/cdn-cgi/challenge-platform/</script>",
                Injected::BotDetection,
            ),
        ] {
            for (mark, replacement) in [
                ("</body>", format!("{put_in}</body>")),
                ("</body>", format!("{put_in}\n</body>")),
                ("</head>", format!("  {put_in}</head>")),
                ("<head>", format!("<head>{put_in}")),
                ("<head>", format!("<head>\n{put_in}")),
                ("</html>\n", format!("</html>\n{put_in}")),
                ("</html>\n", format!("</html>\n\n{put_in}\n")),
            ] {
                let changed = PAGE.replace(mark, &replacement);
                let expected = Some(Alteration::Injection(injected));
                assert_eq!(seen(changed.as_bytes()), expected, "{changed}");
            }
        }
    }

    #[test]
    fn traces_are_named() {
        let mail = PAGE.replace(
            "text",
            "<a href=\"/cdn-cgi/l/email-protection#5b3a1b39\">[email&#160;protected]</a>",
        );
        assert_eq!(seen(mail.as_bytes()), Some(Alteration::MailAddresses));
        let long = PAGE.replace("text", &"text ".repeat(200)).replace('\n', "");
        assert_eq!(seen(long.as_bytes()), Some(Alteration::Minified));
    }

    #[test]
    fn a_changed_word_is_no_known_change() {
        for changed in [PAGE.replace("text", "lies"), String::new(), "<".to_owned()] {
            assert_eq!(seen(changed.as_bytes()), None);
        }
        assert_eq!(seen(b"\x1f\x8b\xff"), None);
    }
}
