//! The order in which a release reaches a host.

use super::HostPath;
use crate::trust::Control;

/// The archives' own list is believed, so that it comes after them.
const BUNDLES: &str = "bundle/bundles.txt";

/// A step of publishing; each begins when all of the one before it is done.
///
/// Whoever reads in between meets the old release or the new one, and `r/N/` of
/// both, by which a checker can judge the mixture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// What somebody may be harmed by goes before anything else.
    Withdraw,
    /// Copies of control files, and archives: nothing refers to them yet.
    Immutable,
    /// Pages, pictures and data.
    Pages,
    /// `SHA256SUMS`, `mirrors.txt` and the list of the archives.
    Lists,
    /// Key sets and their signatures.
    Keys,
    /// The signature of `release.txt`.
    Signature,
    /// `release.txt`, which makes the release the present one.
    Release,
    /// What nothing refers to any more goes last.
    Sweep,
}

impl Phase {
    /// In their order.
    pub const ALL: [Phase; 8] = [
        Phase::Withdraw,
        Phase::Immutable,
        Phase::Pages,
        Phase::Lists,
        Phase::Keys,
        Phase::Signature,
        Phase::Release,
        Phase::Sweep,
    ];

    /// What is done in it, for people.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Phase::Withdraw => "withdraw what must go now",
            Phase::Immutable => "copies of control files, and bundles",
            Phase::Pages => "pages, pictures and data",
            Phase::Lists => "lists",
            Phase::Keys => "keys",
            Phase::Signature => "signature",
            Phase::Release => "release.txt",
            Phase::Sweep => "remove what nothing refers to",
        }
    }

    /// When a file is uploaded.
    #[must_use]
    pub fn of_upload(path: &HostPath) -> Self {
        let path = path.as_str();
        let is = |control: Control| path == control.name();
        if is(Control::Release) {
            Phase::Release
        } else if is(Control::Signature) {
            Phase::Signature
        } else if is(Control::Sums) || is(Control::Mirrors) || path.starts_with(BUNDLES) {
            Phase::Lists
        } else if path.starts_with("keys/") {
            Phase::Keys
        } else if path.starts_with("r/") || path.starts_with("bundle/") {
            Phase::Immutable
        } else {
            Phase::Pages
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_release_comes_after_all_that_it_names() {
        let phase = |path: &str| Phase::of_upload(&HostPath::new(path).unwrap());
        for (path, expected) in [
            ("r/2/release.txt", Phase::Immutable),
            ("bundle/site.zip", Phase::Immutable),
            ("ru/index.html", Phase::Pages),
            (".htaccess", Phase::Pages),
            ("SHA256SUMS", Phase::Lists),
            ("bundle/bundles.txt.minisig", Phase::Lists),
            ("mirrors.txt", Phase::Lists),
            ("keys/1.txt", Phase::Keys),
            ("release.txt.minisig", Phase::Signature),
            ("release.txt", Phase::Release),
        ] {
            assert_eq!(phase(path), expected, "{path}");
        }
        assert!(Phase::ALL.is_sorted());
    }
}
