//! A site in memory, for a preview that leaves no trace on the disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Fingerprint, Item, Plan, Render, SitePath, content_type};
use crate::problem::Problem;

/// All files of a site, rendered.
#[derive(Debug, Clone, Default)]
pub struct MemoryTree {
    pages: BTreeMap<SitePath, Page>,
}

/// One rendered file.
#[derive(Debug, Clone)]
pub struct Page {
    fingerprint: Fingerprint,
    /// What it holds.
    pub bytes: Arc<[u8]>,
    /// What it is to a browser.
    pub content_type: &'static str,
}

impl MemoryTree {
    /// Renders a plan. What has the same fingerprint in an older tree is taken
    /// from there.
    ///
    /// # Errors
    ///
    /// All problems of rendering, sorted.
    pub fn render<K: Sync>(
        plan: &Plan<K>,
        renderer: &(impl Render<K> + ?Sized),
        previous: Option<&MemoryTree>,
    ) -> Result<Self, Vec<Problem>> {
        let rendered: Vec<Result<Page, Problem>> = plan
            .items()
            .par_iter()
            .map(|item| {
                render(
                    item,
                    renderer,
                    previous.and_then(|it| it.pages.get(&item.path)),
                )
            })
            .collect();
        let mut pages = BTreeMap::new();
        let mut problems = Vec::new();
        for (item, page) in plan.items().iter().zip(rendered) {
            match page {
                Ok(page) => drop(pages.insert(item.path.clone(), page)),
                Err(problem) => problems.push(problem),
            }
        }
        problems.sort();
        problems.dedup();
        if problems.is_empty() {
            Ok(MemoryTree { pages })
        } else {
            Err(problems)
        }
    }

    /// The file at a path, if there is one.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Page> {
        self.pages.get(path)
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&SitePath, &Page)> {
        self.pages.iter()
    }
}

fn render<K>(
    item: &Item<K>,
    renderer: &(impl Render<K> + ?Sized),
    previous: Option<&Page>,
) -> Result<Page, Problem> {
    let draft = renderer.draft(item);
    let fingerprint = draft.fingerprint();
    if let Some(page) = previous.filter(|page| page.fingerprint == fingerprint) {
        return Ok(page.clone());
    }
    let bytes = draft.render()?.into();
    Ok(Page {
        fingerprint,
        bytes,
        content_type: content_type(&item.path),
    })
}
