//! `SHA256SUMS` and `mirrors.txt` of a copy, held against what is signed of them.

use super::root::Root;
use super::survey::{Difference, Found, compare};
use super::{Copy, Limits, Obstacle, alteration, known};
use crate::output::SitePath;
use crate::trust::{Control, FileRef, Mirrors, Sums};

/// The lists of the release, and how those of the copy differ from them.
#[derive(Default)]
pub(super) struct Lists {
    /// The signed list, wherever in the copy it was found.
    pub(super) sums: Option<Sums>,
    /// The signed list of mirrors.
    pub(super) mirrors: Option<Mirrors>,
    pub(super) differing: Vec<Difference>,
    /// The name under which `SHA256SUMS` was found instead.
    pub(super) renamed: Option<&'static str>,
}

/// Reads both.
///
/// # Errors
///
/// The copy stopped answering, or answers with somebody else's page.
pub(super) fn read(copy: &dyn Copy, root: &Root) -> Result<Lists, Obstacle> {
    let mut lists = Lists::default();
    let sums = lists.read_control(copy, Control::Sums, root.release.files)?;
    lists.sums = sums.and_then(|bytes| Sums::parse(&bytes).ok());
    let mirrors = lists.read_control(copy, Control::Mirrors, root.release.mirrors)?;
    lists.mirrors = mirrors.and_then(|bytes| Mirrors::parse(&bytes).ok());
    if lists.sums.is_none() {
        lists.find_sums_elsewhere(copy, root)?;
    }
    Ok(lists)
}

impl Lists {
    /// The bytes of a control file, if they are the signed ones or those with other line ends.
    fn read_control(
        &mut self,
        copy: &dyn Copy,
        control: Control,
        signed: FileRef,
    ) -> Result<Option<Vec<u8>>, Obstacle> {
        let Ok(path) = SitePath::new(control.name()) else {
            return Ok(None);
        };
        // Carriage returns make a text longer, never twice as long.
        let cap = signed.bytes.min(control.largest()).saturating_mul(2);
        let found = match copy.read(&path, &Limits::whole(cap)) {
            Ok(piece) => match compare(&piece, &signed.digest) {
                None => return Ok(Some(piece.head)),
                Some(found) => {
                    self.differ(path, found);
                    let mended = alteration::with_lf(&piece.head);
                    return Ok(Some(mended).filter(|it| signed.is(it)));
                }
            },
            Err(Obstacle::TooLong { html: true, .. }) => {
                return Err(Obstacle::Blocked(format!(
                    "a page comes instead of `{}`",
                    control.name()
                )));
            }
            Err(obstacle) => Found::of(obstacle)?,
        };
        self.differ(path, found);
        Ok(None)
    }

    fn differ(&mut self, path: SitePath, found: Found) {
        self.differing.push(Difference { path, found });
    }

    /// A copy that folds case has it under another name, one that is being
    /// updated has it in `r/`.
    fn find_sums_elsewhere(&mut self, copy: &dyn Copy, root: &Root) -> Result<(), Obstacle> {
        const FOLDED: &str = "sha256sums";
        let limits = Limits::whole(root.release.files.bytes.min(Control::Sums.largest()));
        if let Ok(path) = SitePath::new(FOLDED)
            && let Ok(piece) = copy.read(&path, &limits)
            && piece.file == root.release.files
        {
            self.renamed = Some(FOLDED);
            self.differing
                .retain(|it| it.path.as_str() != Control::Sums.name());
            self.sums = Sums::parse(&piece.head).ok();
            return Ok(());
        }
        let folder = format!("r/{}/", root.release.sequence);
        match known::read_sums(copy, &folder, &root.release) {
            Err(Obstacle::Unreachable(why)) => Err(Obstacle::Unreachable(why)),
            sums => {
                self.sums = sums.ok().flatten();
                Ok(())
            }
        }
    }
}
