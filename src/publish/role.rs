//! What a path on a host is: the one place that tells a profile from a list, and both from what is signed.

use super::extras::is_extra;
use super::{HostPath, target};
use crate::plan::{Subject, subject_of};
use crate::trust::{BUNDLES, Control, KeyFiles};

/// The archives that every release has, with their list.
const ARCHIVES: [&str; 5] = [
    "bundles.txt",
    "bundles.txt.minisig",
    "site.zip",
    "site.car",
    "site.torrent",
];

/// What a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role<'a> {
    /// A control file of the root.
    Control(Control),
    /// A key set, or a signature over one.
    Key,
    /// A control file of release `N`, in `r/N/`.
    Copy(u64),
    /// The list of the archives, or its signature.
    ArchiveList,
    /// Any other file of `bundle/`.
    Archive,
    /// What one kind of host needs.
    Extra,
    /// An upload that did not come to its end.
    Part,
    /// A page or a picture that tells of people.
    Of(Subject<'a>),
    /// Anything else.
    Other,
}

impl<'a> Role<'a> {
    /// The role of a path.
    #[must_use]
    pub fn of(path: &'a HostPath) -> Self {
        let text = path.as_str();
        if let Some(control) = control(text) {
            return Role::Control(control);
        }
        match text.split_once('/') {
            _ if target::is_part(path) => Role::Part,
            _ if is_extra(path) => Role::Extra,
            Some(("keys", name)) if KeyFiles::is_name(name) => Role::Key,
            Some(("r", rest)) => copy(rest).map_or(Role::Other, Role::Copy),
            Some(("bundle", name)) if format!("bundle/{name}").starts_with(BUNDLES) => {
                Role::ArchiveList
            }
            Some(("bundle", _)) => Role::Archive,
            _ => subject_of(text).map_or(Role::Other, Role::Of),
        }
    }

    /// Whether somebody may be harmed by what is left of it: profiles, lists,
    /// pictures, archives of them, and halves of any of these.
    #[must_use]
    pub fn is_personal(self) -> bool {
        let archive = matches!(self, Role::Archive | Role::ArchiveList);
        archive || matches!(self, Role::Of(_) | Role::Part)
    }

    /// Whether it is small and `SHA256SUMS` does not list it, so that it is fetched and compared.
    #[must_use]
    pub fn is_compared(self) -> bool {
        let copied = matches!(self, Role::Copy(_) | Role::Extra);
        copied || self.is_signed()
    }

    /// Whether every release has it, and readers check the release by it.
    #[must_use]
    pub fn is_signed(self) -> bool {
        matches!(self, Role::Control(_) | Role::Key | Role::ArchiveList)
    }
}

/// Whether a path is one that only a release of the site has, and that goes with it:
/// copies of control files, and the archives that every release has.
#[must_use]
pub fn goes_with_a_release(path: &HostPath) -> bool {
    match Role::of(path) {
        Role::Copy(_) => true,
        Role::Archive | Role::ArchiveList => archives().any(|it| it == path.as_str()),
        _ => false,
    }
}

/// The paths of the archives that every release has.
pub fn archives() -> impl Iterator<Item = String> {
    ARCHIVES.iter().map(|name| format!("bundle/{name}"))
}

fn control(name: &str) -> Option<Control> {
    Control::ALL.into_iter().find(|it| it.name() == name)
}

/// The `N` of `r/N/`, before the name of a control file.
fn copy(rest: &str) -> Option<u64> {
    let (number, name) = rest.split_once('/')?;
    let known = match name.split_once('/') {
        Some((folder, name)) => folder == "keys" && KeyFiles::is_name(name),
        None => control(name).is_some(),
    };
    let sequence: u64 = number.parse().ok()?;
    (known && sequence.to_string() == number).then_some(sequence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_only_looks_like_one_of_a_release_is_none() {
        for (path, expected, goes) in [
            ("release.txt", Role::Control(Control::Release), false),
            ("keys/1.txt", Role::Key, false),
            ("keys/root-anna.key", Role::Other, false),
            ("r/7/SHA256SUMS", Role::Copy(7), true),
            ("r/7/keys/1.0123456789abcdef.minisig", Role::Copy(7), true),
            ("r/2024/report.pdf", Role::Other, false),
            ("r/07/SHA256SUMS", Role::Other, false),
            ("bundle/site.zip", Role::Archive, true),
            ("bundle/bundles.txt.minisig", Role::ArchiveList, true),
            ("bundle/app.js", Role::Archive, false),
            (".htaccess", Role::Extra, false),
            ("photos/a.jpg", Role::Of(Subject::Photo), false),
            ("ru/people/index.html", Role::Of(Subject::People), false),
            (
                "ru/paper/anna.html",
                Role::Of(Subject::Person("anna")),
                false,
            ),
            (
                "paper/c6/anna.html",
                Role::Of(Subject::Person("anna")),
                false,
            ),
            ("ru/labels/cases/a.html", Role::Of(Subject::People), false),
            ("blog/people/anna.html", Role::Other, false),
            ("ru/people/.rsync-part/a.html", Role::Part, false),
            ("vestochka-part-0123456789abcdef-12", Role::Part, false),
            ("vestochka-part-diary.txt", Role::Other, false),
        ] {
            let path = HostPath::new(path).unwrap();
            assert_eq!(Role::of(&path), expected, "{path}");
            assert_eq!(goes_with_a_release(&path), goes, "{path}");
        }
    }
}
