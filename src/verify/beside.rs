//! What may stand in a copy beside the files that `SHA256SUMS` lists.

use crate::trust::{Control, is_control};

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
    } else if OF_HOSTS.contains(&path) || path.starts_with(".well-known/") {
        Beside::Host
    } else {
        Beside::Extra
    }
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
        Some(name) => is_key_file(name),
        None => Control::ALL.iter().any(|control| control.name() == path),
    }
}

fn is_key_file(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    match parts[..] {
        [number, "txt"] => is_number(number),
        [number, id, "minisig"] => is_number(number) && is_key_id(id),
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    text.parse::<u64>().is_ok_and(|it| it.to_string() == text)
}

fn is_key_id(text: &str) -> bool {
    let digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    text.len() == 16 && text.bytes().all(digit)
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
