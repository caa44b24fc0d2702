//! After an edit of one text, whatever changes was within the reach of that text.

use std::collections::BTreeMap;

use vestochka::compose::Renderer;
use vestochka::output::{Fingerprint, Render as _};
use vestochka::source;

use crate::press::press;
use crate::site::Site;

/// What each file could be made from, and what it is made from.
type Marks = BTreeMap<String, (Fingerprint, Fingerprint)>;

fn marks(site: &Site) -> Marks {
    let press = press(site.path());
    let frame = source::read(site.path()).unwrap().frame;
    let renderer = Renderer::without_pictures(&press).within(frame);
    let mark = |item| {
        (
            renderer.reach(item).unwrap(),
            renderer.draft(item).fingerprint(),
        )
    };
    let items = press.plan.items().iter();
    items
        .map(|item| (item.path.to_string(), mark(item)))
        .collect()
}

#[test]
fn what_changes_with_a_text_was_within_its_reach_and_little_else_is() {
    let site = Site::golden("full");
    let mut files: Vec<String> = site.sources().into_keys().collect();
    files.retain(|path| path.ends_with(".md") && !path.contains(".private."));
    files.retain(|path| !site.read(path).contains("removed:"));
    // Where there was none, a first text may show on pages of others: as their title.
    for path in &files {
        site.append(path, "\nСлово.\n");
    }
    let mut before = marks(&site);
    let mut kinds = BTreeMap::<String, usize>::new();
    for path in files {
        site.append(&path, "\nЕщё одно слово.\n");
        let after = marks(&site);
        let changed = |of: fn(&(Fingerprint, Fingerprint)) -> Fingerprint| -> Vec<&String> {
            let differs = |path: &&String| of(&after[*path]) != of(&before[*path]);
            after.keys().filter(differs).collect()
        };
        let (within, made_anew) = (changed(|it| it.0), changed(|it| it.1));
        for page in &made_anew {
            assert!(within.contains(page), "{path}: {page} shows it");
        }
        assert!(within.len() < after.len() / 8, "{path}: {within:?}");
        let kind = path.split('/').nth(1).unwrap().to_owned();
        *kinds.entry(kind).or_default() += made_anew.len();
        before = after;
    }
    assert!(
        kinds.len() == 8 && kinds.values().all(|pages| *pages > 0),
        "{kinds:?}"
    );
}
