//! The control files of a released tree: what `SHA256SUMS` does not list.

/// A control file at the root of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// The hash of every other file.
    Sums,
    /// Where copies are.
    Mirrors,
    /// The signed root.
    Release,
    /// Its signature.
    Signature,
}

impl Control {
    /// All of them.
    pub const ALL: [Control; 4] = [
        Control::Sums,
        Control::Mirrors,
        Control::Release,
        Control::Signature,
    ];

    /// Its name, the same in every release.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Control::Sums => "SHA256SUMS",
            Control::Mirrors => "mirrors.txt",
            Control::Release => "release.txt",
            Control::Signature => "release.txt.minisig",
        }
    }

    /// The most bytes that it may have, whatever it says of itself.
    #[must_use]
    pub fn largest(self) -> u64 {
        match self {
            Control::Sums => super::Sums::LARGEST,
            Control::Mirrors => super::Mirrors::LARGEST,
            Control::Release => super::Release::LARGEST,
            Control::Signature => super::Signature::LARGEST,
        }
    }
}

/// Folders that hold only control files.
const FOLDERS: [&str; 3] = ["keys/", "r/", "bundle/"];

/// Whether a path is a control file, or lies in a folder of them.
#[must_use]
pub fn is_control(path: &str) -> bool {
    let file = Control::ALL.iter().any(|control| control.name() == path);
    file || FOLDERS.iter().any(|folder| path.starts_with(folder))
}
