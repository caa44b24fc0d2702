//! What the preview takes over of a changed text is what a build of everything would show.

use std::collections::BTreeMap;
use std::path::Path;

use vestochka::compose::Renderer;
use vestochka::output::Render as _;
use vestochka::press::Press;
use vestochka::source;

use crate::chance::{self, Chance};
use crate::press::press;
use crate::site::Site;

const STEPS: usize = 30;
/// Another walk can be had with `VESTOCHKA_SEED`.
const SEED: u64 = 20_261_126;

/// A text, and a translation that says whether it is older than that.
const ORIGINAL: &str = "content/cases/the-case.md";
const TRANSLATION: &str = "content/cases/the-case.en.md";

/// From a file's text to another, and whether that can be taken over.
type Edit = (&'static str, fn(&str) -> String, bool);

const EDITS: &[Edit] = &[
    (
        "a word",
        |text| text.replacen("\n---\n", "\n---\nСлово ", 1),
        true,
    ),
    (
        "a long story",
        |text| format!("{text}\n\n{}", "Длинная история о письмах.\n\n".repeat(150)),
        true,
    ),
    (
        "a short text",
        |text| format!("{}Коротко.\n", front(text)),
        true,
    ),
    (
        "a link",
        |text| format!("{text}\n\n[письмо](../people/anna-shown.md)\n"),
        true,
    ),
    (
        "a dead link",
        |text| format!("{text}\n\n[письмо](../people/nobody.md)\n"),
        false,
    ),
    ("no text", |text| front(text).to_owned(), false),
    ("only spaces", |text| format!("{}\n \n", front(text)), false),
];

/// The front matter with both its lines.
fn front(text: &str) -> &str {
    let end = text[4..].find("\n---\n").expect("a record has an end") + 4;
    &text[..end + 5]
}

#[test]
fn a_text_that_is_taken_over_gives_the_pages_of_a_build() {
    let mut chance = Chance(chance::seed_or(SEED));
    let site = Site::golden("full");
    let files: Vec<String> = site
        .sources()
        .into_keys()
        .filter(|path| path.ends_with(".md") && !path.contains(".private."))
        .collect();
    site.run(&["stamp", TRANSLATION]).succeeded();
    let mut press = press(site.path());
    let mut originals = 0;
    let mut done: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    for step in 0..STEPS {
        let path = &files[chance.below(files.len())];
        let (name, edit, is_fine) = EDITS[chance.below(EDITS.len())];
        let before = site.read(path);
        site.write(path, edit(&before));
        let file = source::read_record(site.path(), &path.as_str().into())
            .unwrap()
            .expect("it is a record still");
        let about = format!("step {step}: {name} in {path}");
        let is_taken_over = press.site.revise(&[file]);
        *done.entry((name, is_taken_over)).or_default() += 1;
        if is_taken_over {
            assert!(is_fine, "{about}");
            originals += usize::from(path == ORIGINAL);
            compare(&press, site.path(), &about);
        } else {
            site.write(path, before);
        }
    }
    compare(&press, site.path(), "what was refused changed nothing");
    assert!(originals > 0, "no original of a translation came up");
    for (name, _, is_fine) in EDITS {
        assert!(
            done.contains_key(&(name, *is_fine)),
            "never: {name}\n{done:#?}"
        );
    }
}

/// Every page that is there before and after has the same bytes; only the second pages of
/// long stories come and go.
fn compare(revised: &Press, site: &Path, about: &str) {
    let (is, wanted) = (pages(revised, site), pages(&press(site), site));
    for path in is.keys().chain(wanted.keys()) {
        match (is.get(path), wanted.get(path)) {
            (Some(is), Some(wanted)) => {
                assert!(is == wanted, "{about}: {path} is\n{is}\nand not\n{wanted}")
            }
            _ => assert!(path.ends_with("-story.html"), "{about}: {path}"),
        }
    }
}

fn pages(press: &Press, site: &Path) -> BTreeMap<String, String> {
    let read = |file: &str| std::fs::read(site.join(file));
    let renderer = Renderer::new(press, &read);
    let page = |item| String::from_utf8_lossy(&renderer.draft(item).render().unwrap()).into_owned();
    let items = press.plan.items().iter();
    items
        .map(|item| (item.path.to_string(), page(item)))
        .collect()
}
