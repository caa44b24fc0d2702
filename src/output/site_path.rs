//! Where a file stands in a site, in a form that every host, archive and file system can hold.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Names outside the rule that a site has all the same.
const EXCEPTIONS: [&str; 1] = ["SHA256SUMS"];

/// In characters, for each component.
const LONGEST_COMPONENT: usize = 100;

/// A path from the site's root, with `/`: `ru/people/name-surname.html`.
///
/// Each component is a stem of `a-z`, `0-9` and `-` and any number of
/// extensions of `a-z` and `0-9`, at most 100 characters in all, and no name
/// that Windows reserves. Nothing in it needs escaping in a URL, in HTML or in
/// a shell, and it cannot leave the site's folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// Checks a path.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the first component that does not fit.
    pub fn new(path: &str) -> Result<Self, BadPath> {
        path.split('/')
            .try_for_each(check_component)
            .map(|()| SitePath(path.into()))
            .map_err(|reason| BadPath {
                path: path.to_owned(),
                reason,
            })
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folders that hold it, the nearest first, the root left out.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(parent(&self.0), |folder| parent(folder))
    }

    /// A link to this path from a page of the same site: `../../index.html`.
    #[must_use]
    pub fn relative_to(&self, from: &SitePath) -> String {
        relative(&from.0, &self.0)
    }
}

/// The way from one file to another, both named from the same folder.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let same = from
        .bytes()
        .zip(to.bytes())
        .take_while(|(one, other)| one == other);
    let same = from.get(..same.count()).unwrap_or_default();
    // Folders are shared as wholes.
    let shared = same.rfind('/').map_or(0, |at| at + 1);
    "../".repeat(from[shared..].matches('/').count()) + &to[shared..]
}

fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

fn check_component(component: &str) -> Result<(), &'static str> {
    if EXCEPTIONS.contains(&component) {
        return Ok(());
    }
    let mut parts = component.split('.');
    let stem = parts.next().unwrap_or_default();
    if stem.is_empty() {
        return Err("a part of it is empty or starts with a dot");
    }
    if !stem.bytes().all(|byte| is_plain(byte) || byte == b'-') {
        return Err("names may hold only `a-z`, `0-9` and `-`");
    }
    if !parts.all(|extension| !extension.is_empty() && extension.bytes().all(is_plain)) {
        return Err("extensions may hold only `a-z` and `0-9`");
    }
    if component.len() > LONGEST_COMPONENT {
        return Err("a part of it is longer than 100 characters");
    }
    if is_reserved(stem) {
        return Err("Windows reserves this name");
    }
    Ok(())
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn is_reserved(stem: &str) -> bool {
    let device = stem.strip_suffix(|last: char| last.is_ascii_digit());
    matches!(stem, "con" | "prn" | "aux" | "nul") || matches!(device, Some("com" | "lpt"))
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for SitePath {
    type Err = BadPath;

    fn from_str(path: &str) -> Result<Self, BadPath> {
        SitePath::new(path)
    }
}

impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A text that is not a [`SitePath`], and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPath {
    /// The text.
    pub path: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl fmt::Display for BadPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} cannot be a path of the site: {}",
            crate::report::quoted(&self.path),
            self.reason
        )
    }
}

impl std::error::Error for BadPath {}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> SitePath {
        SitePath::new(text).unwrap()
    }

    #[test]
    fn the_paths_of_a_site_fit() {
        for good in [
            "index.html",
            "404.html",
            "people.json",
            "ru/people/name-surname-2.html",
            "zh-hant/facilities/ik-6.html",
            "kit.tar.gz",
            "com.html",
            "com10.html",
            "SHA256SUMS",
        ] {
            assert_eq!(path(good).as_str(), good);
        }
        assert!(SitePath::new(&"a".repeat(100)).is_ok());
    }

    #[test]
    fn what_some_host_or_file_system_cannot_hold_is_refused() {
        for bad in [
            "",
            "/index.html",
            "ru/",
            "ru//index.html",
            ".",
            "..",
            "ru/../index.html",
            ".vestochka/lock",
            "_index.html",
            "Index.html",
            "sha256SUMS",
            "ру/index.html",
            "a b.html",
            "a\\b.html",
            "index.",
            "index..html",
            "index.ht-ml",
            "con",
            "ru/nul.html",
            "com1.html",
            "lpt9",
            "c:",
        ] {
            assert!(SitePath::new(bad).is_err(), "{bad:?}");
        }
        assert!(SitePath::new(&"a".repeat(101)).is_err());
    }

    #[test]
    fn a_refusal_names_the_path_and_the_reason() {
        assert_eq!(
            SitePath::new("ru/Имя.html").unwrap_err().to_string(),
            "`ru/Имя.html` cannot be a path of the site: names may hold only `a-z`, `0-9` and `-`"
        );
    }

    #[test]
    fn links_are_relative_to_the_folder_of_the_page() {
        for (to, from, link) in [
            ("index.html", "404.html", "index.html"),
            ("index.html", "index.html", "index.html"),
            ("index.html", "ru/people/a.html", "../../index.html"),
            ("ru/index.html", "index.html", "ru/index.html"),
            ("ru/people/b.html", "ru/people/a.html", "b.html"),
            (
                "ru/facilities/b.html",
                "ru/people/a.html",
                "../facilities/b.html",
            ),
            (
                "en/people/a.html",
                "ru/people/a.html",
                "../../en/people/a.html",
            ),
            ("ru", "ru/people/a.html", "../../ru"),
        ] {
            assert_eq!(path(to).relative_to(&path(from)), link, "{to} from {from}");
        }
    }

    #[test]
    fn folders_are_listed_from_the_nearest() {
        let page = path("ru/people/a.html");
        assert_eq!(page.folders().collect::<Vec<_>>(), ["ru/people", "ru"]);
    }
}
