//! Every file that `SHA256SUMS` lists.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::output::{Failure, Render, SitePath};
use crate::plan::Output;
use crate::press::Press;
use crate::trust::{FileRef, Sums, TreeSize};

/// The pages of a release by their paths.
#[derive(Debug, Default)]
pub(super) struct Pages(pub BTreeMap<SitePath, FileRef>);

impl Pages {
    /// What `SHA256SUMS` says of them.
    pub fn sums(&self) -> Sums {
        let entry = |(path, file): (&SitePath, &FileRef)| (path.clone(), file.digest);
        Sums {
            entries: self.0.iter().map(entry).collect(),
        }
    }

    /// What `release.txt` says of them.
    pub fn size(&self) -> TreeSize {
        TreeSize::of(self.0.values().map(|file| file.bytes))
    }
}

/// Renders every file of the plan, and gives each to `write`.
pub(super) fn render(
    press: &Press,
    renderer: &dyn Render<Output>,
    write: impl Fn(&SitePath, &[u8]) -> anyhow::Result<()> + Sync,
) -> Result<Pages, Failure> {
    let one = |item: &crate::output::Item<Output>| -> Result<(SitePath, FileRef), Failure> {
        let bytes = renderer
            .draft(item)
            .render()
            .map_err(|problem| Failure::Problems(vec![problem]))?;
        write(&item.path, &bytes)?;
        Ok((item.path.clone(), FileRef::of(&bytes)))
    };
    let rendered: Vec<_> = press.plan.items().par_iter().map(one).collect();
    let mut pages = Pages::default();
    let mut problems = Vec::new();
    for result in rendered {
        match result {
            Ok((path, file)) => drop(pages.0.insert(path, file)),
            Err(Failure::Problems(found)) => problems.extend(found),
            Err(machine) => return Err(machine),
        }
    }
    if problems.is_empty() {
        return Ok(pages);
    }
    problems.sort();
    problems.dedup();
    Err(Failure::Problems(problems))
}
