//! The order in which a release reaches a host.

use super::HostPath;
use super::role::Role;
use crate::trust::Control;

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
        match Role::of(path) {
            Role::Control(Control::Release) => Phase::Release,
            Role::Control(Control::Signature) => Phase::Signature,
            // The archives' own list is believed, so that it comes after them.
            Role::Control(_) | Role::ArchiveList => Phase::Lists,
            Role::Key => Phase::Keys,
            Role::Copy(_) | Role::Archive => Phase::Immutable,
            Role::Extra | Role::Part | Role::Of(_) | Role::Other => Phase::Pages,
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
