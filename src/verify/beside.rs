//! What may stand in a copy beside the files that `SHA256SUMS` lists.

use super::{Copy, Finding, Medium, Obstacle, Status};
use crate::report::quoted;
use crate::trust::{Control, KeyFiles, is_control};

/// What a path is that the list does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// A control file.
    Control,
    /// Below `bundle/`, where `bundles.txt` says what belongs.
    Bundle,
    /// A file that some kind of host needs; nobody has signed it.
    Host,
    /// Something that does not belong there.
    Extra,
}

/// Files that kinds of hosts need or make.
const OF_HOSTS: [&str; 11] = [
    "robots.txt",
    "favicon.ico",
    ".nojekyll",
    ".domains",
    ".htaccess",
    "CNAME",
    "_headers",
    "_redirects",
    "netlify.toml",
    "vercel.json",
    ".DS_Store",
];

/// Says what a path is that the list does not have.
pub(crate) fn kind_of(path: &str) -> Beside {
    if path.starts_with("bundle/") {
        Beside::Bundle
    } else if is_control(path) && is_known_control(path) {
        Beside::Control
    } else if OF_HOSTS.contains(&path) || path.strip_prefix(".well-known/").is_some_and(is_plain) {
        Beside::Host
    } else {
        Beside::Extra
    }
}

/// Every program and system must take it for the same path, outside of the site's own.
fn is_plain(path: &str) -> bool {
    let fits =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '~' | '+' | '=');
    let mut parts = path.split('/');
    parts.all(|part| part.chars().all(fits) && !part.is_empty() && !part.ends_with('.'))
}

/// No host needs a larger file of its own, and in an archive each is unpacked.
const LARGEST_OF_HOST: u64 = 1_000_000;

/// Files of hosts in an archive: nothing may be hidden in their data.
///
/// # Errors
///
/// The copy stopped answering.
pub(super) fn check_hosts(copy: &dyn Copy, paths: &[String]) -> Result<Vec<Finding>, Obstacle> {
    let mut findings = Vec::new();
    if copy.medium() != Medium::Archive {
        return Ok(findings);
    }
    for path in paths {
        findings.extend(match copy.unpack(path, LARGEST_OF_HOST) {
            Ok(()) => None,
            Err(Obstacle::Unreachable(why)) => return Err(Obstacle::Unreachable(why)),
            Err(Obstacle::Refused(why)) => Some(Finding::of(Status::Tampered, path, why)),
            Err(_) => {
                let what = format!("no host needs a file of more than {LARGEST_OF_HOST} bytes");
                Some(Finding::of(Status::ExtraFiles, path, what))
            }
        });
    }
    Ok(findings)
}

/// How many files of hosts a note names.
const MOST_NAMED: usize = 10;

/// What a person should know of the files of hosts, if there are any.
pub(super) fn note_on_hosts(paths: &[String]) -> Option<String> {
    let named: Vec<String> = paths.iter().take(MOST_NAMED).map(|it| quoted(it)).collect();
    let more = match paths.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let names = named.join(", ");
    let note = || format!("files of the host, which nobody signed: {names}{more}");
    (!named.is_empty()).then(note)
}

/// The number and the inner path of something below `r/N/`.
pub(super) fn kept(path: &str) -> Option<(u64, &str)> {
    let (number, inner) = path.strip_prefix("r/")?.split_once('/')?;
    Some((number.parse().ok()?, inner))
}

/// Anything else in `keys/` and `r/` would be a place to hide pages in.
fn is_known_control(path: &str) -> bool {
    if let Some(rest) = path.strip_prefix("r/") {
        let Some((number, inner)) = rest.split_once('/') else {
            return false;
        };
        return is_number(number) && !inner.starts_with("r/") && is_known_control(inner);
    }
    match path.strip_prefix("keys/") {
        Some(name) => KeyFiles::is_name(name),
        None => Control::ALL.iter().any(|control| control.name() == path),
    }
}

fn is_number(text: &str) -> bool {
    text.parse::<u64>().is_ok_and(|it| it.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_belongs_is_let_through() {
        for (path, kind) in [
            ("release.txt", Beside::Control),
            ("keys/1.txt", Beside::Control),
            ("keys/1.0123456789abcdef.minisig", Beside::Control),
            ("r/12/SHA256SUMS", Beside::Control),
            ("r/12/keys/3.txt", Beside::Control),
            ("bundle/site.zip", Beside::Bundle),
            ("robots.txt", Beside::Host),
            (".well-known/acme-challenge/x", Beside::Host),
            (".well-known/../x", Beside::Extra),
            (".well-known/.. /x", Beside::Extra),
            (".well-known/x/", Beside::Extra),
            (".well-known/x\u{202e}", Beside::Extra),
            ("donate.html", Beside::Extra),
            ("keys/donate.html", Beside::Extra),
            ("keys/01.txt", Beside::Extra),
            ("keys/1.0123.minisig", Beside::Extra),
            ("r/12/index.html", Beside::Extra),
            ("r/12/r/12/release.txt", Beside::Extra),
            ("r/x/release.txt", Beside::Extra),
            ("r/12", Beside::Extra),
            ("ru/robots.txt", Beside::Extra),
            (".git/config", Beside::Extra),
        ] {
            assert_eq!(kind_of(path), kind, "{path}");
        }
    }
}
