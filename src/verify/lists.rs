//! `SHA256SUMS` and `mirrors.txt` of a copy, held against what is signed of them.

use super::judge::of_obstacle;
use super::root::Root;
use super::survey::{Difference, Found, compare};
use super::{Copy, Finding, Limits, Obstacle, Status, alteration, known};
use crate::fetch::looks_like_html;
use crate::output::SitePath;
use crate::trust::{Control, Fault, FileRef, Mirrors, Sums};

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
    /// What else speaks against the copy. Without `sums` there is at least one.
    pub(super) findings: Vec<Finding>,
}

/// Reads both, as far as they come.
pub(super) fn read(copy: &dyn Copy, root: &Root) -> Lists {
    let mut lists = Lists::default();
    let sums = lists.read_control(copy, Control::Sums, root.release.files);
    let mirrors = lists.read_control(copy, Control::Mirrors, root.release.mirrors);
    let sums = sums.or_else(|| lists.find_sums_elsewhere(copy, root));
    lists.mirrors = mirrors.and_then(|it| lists.understand(Control::Mirrors, Mirrors::parse(&it)));
    lists.sums = match sums {
        Some(bytes) => lists.understand(Control::Sums, Sums::parse(&bytes)),
        None => lists.without_sums(),
    };
    lists
}

impl Lists {
    /// The bytes of a control file, if they are the signed ones or those with other line ends.
    fn read_control(
        &mut self,
        copy: &dyn Copy,
        control: Control,
        signed: FileRef,
    ) -> Option<Vec<u8>> {
        let path = SitePath::new(control.name()).ok()?;
        // Carriage returns make a text longer, never twice as long.
        let cap = signed.bytes.min(control.largest()).saturating_mul(2);
        let piece = match copy.read(&path, &Limits::whole(cap)) {
            Ok(piece) => piece,
            Err(obstacle) => {
                self.did_not_come(path, page_or(control, obstacle));
                return None;
            }
        };
        match compare(&piece, &signed.digest) {
            None => Some(piece.head),
            Some(_) if looks_like_html(&piece.head) => {
                self.obstructed(page_instead_of(control));
                None
            }
            Some(found) => {
                self.differing.push(Difference { path, found });
                let mended = alteration::with_lf(&piece.head);
                Some(mended).filter(|it| signed.is(it))
            }
        }
    }

    fn did_not_come(&mut self, path: SitePath, obstacle: Obstacle) {
        match Found::of(obstacle) {
            Ok(found) => self.differing.push(Difference { path, found }),
            Err(obstacle) => self.obstructed(obstacle),
        }
    }

    fn obstructed(&mut self, obstacle: Obstacle) {
        let finding = of_obstacle("", obstacle);
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// A list that was signed and is none leaves everything unproven.
    fn understand<T>(&mut self, control: Control, parsed: Result<T, Fault>) -> Option<T> {
        let unreadable = |fault| {
            let what = format!("it is signed, and no list that can be read: {fault}");
            Finding::of(Status::Unsigned, control.name(), what)
        };
        let parsed = parsed.map_err(unreadable);
        parsed.map_err(|finding| self.findings.push(finding)).ok()
    }

    fn without_sums(&mut self) -> Option<Sums> {
        let what = "no file could be checked: the copy does not have the signed list";
        self.findings
            .push(Finding::of(Status::Incomplete, Control::Sums.name(), what));
        None
    }

    /// A copy that folds case has it under another name, one that is being
    /// updated has it in `r/`.
    fn find_sums_elsewhere(&mut self, copy: &dyn Copy, root: &Root) -> Option<Vec<u8>> {
        const FOLDED: &str = "sha256sums";
        let signed = |path| known::read_sums(copy, path, &root.release);
        // A copy that has both names does not fold them.
        if self.has_no_sums()
            && let Ok(Some(bytes)) = signed(FOLDED)
        {
            self.renamed = Some(FOLDED);
            self.differing.retain(|it| !is_sums(it));
            return Some(bytes);
        }
        let kept = signed(&format!("r/{}/SHA256SUMS", root.release.sequence));
        if let Err(Obstacle::Unreachable(why)) = &kept {
            self.obstructed(Obstacle::Unreachable(why.clone()));
        }
        kept.ok().flatten()
    }

    fn has_no_sums(&self) -> bool {
        let mut differing = self.differing.iter();
        differing.any(|it| is_sums(it) && it.found == Found::Nothing)
    }
}

fn is_sums(difference: &Difference) -> bool {
    difference.path.as_str() == Control::Sums.name()
}

fn page_or(control: Control, obstacle: Obstacle) -> Obstacle {
    match obstacle {
        Obstacle::TooLong { html: true, .. } => page_instead_of(control),
        other => other,
    }
}

fn page_instead_of(control: Control) -> Obstacle {
    Obstacle::Blocked(format!("a page comes instead of `{}`", control.name()))
}
