//! What the preview takes over of a changed text is what a build of everything would show.

use std::collections::BTreeMap;
use std::path::Path;

use vestochka::compose::Renderer;
use vestochka::output::Render as _;
use vestochka::plan::{Local, Output};
use vestochka::press::Press;
use vestochka::source;

use crate::chance::{self, Chance};
use crate::press::press;
use crate::site::Site;

const STEPS: usize = 45;
const FACT_STEPS: usize = 80;
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
        let is_taken_over = press.revise(&[file]);
        *done.entry((name, is_taken_over)).or_default() += 1;
        if is_taken_over {
            assert!(is_fine || front(&before) == before, "{about}");
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

/// What stands in a file's front matter, what can stand there instead, and whether
/// that can be taken over.
type Fact = (&'static str, &'static str, &'static str, bool);

const ANNA: &str = "content/people/anna-shown.md";
const BORIS: &str = "content/people/boris-withheld.md";
const CLARA: &str = "content/people/clara-released.md";
const COLONY: &str = "content/facilities/the-colony.md";

const FACTS: &[Fact] = &[
    (ANNA, "ru: Анна,", "ru: Анна-Мария,", true),
    (ANNA, "шахматы, карты", "шахматы и письма", true),
    (
        ANNA,
        "expected_release: 2029-09-20",
        "expected_release: 2030-01-01",
        true,
    ),
    (
        ANNA,
        "date: 2026-03-25, event: punishment_end",
        "date: 2026-11-01, event: release",
        true,
    ),
    (ANNA, "facility: the-colony", "facility: the-sizo", true),
    (ANNA, "address: {date: 2026", "address: {date: 2020", true),
    (ANNA, "gender:", "gendre:", false),
    (
        BORIS,
        "2026-11-03, event: transfer_start",
        "2026-11-03, event: hunger_strike",
        true,
    ),
    (
        BORIS,
        "public_record:",
        "draft: true\npublic_record:",
        false,
    ),
    (CLARA, "date: 1970", "date: 1971", true),
    (COLONY, "postcode: \"000002\"", "postcode: \"000009\"", true),
    (COLONY, "ru: ИК-0,", "ru: ИК-9,", true),
    (
        COLONY,
        "channels: [post, the-service]",
        "closed: {date: 2026-10-01}\nchannels: [post]",
        true,
    ),
    (COLONY, "name:", "draft: true\nname:", false),
    (
        "content/rules/ru.md",
        "correspondence: open",
        "correspondence: relatives_only",
        true,
    ),
    (TRANSLATION, "translator: A ", "translator: The ", true),
];

#[test]
fn facts_that_are_taken_over_give_the_pages_of_people_that_a_build_gives() {
    let mut chance = Chance(chance::seed_or(SEED));
    let site = Site::golden("full");
    let mut press = press(site.path());
    let mut done: BTreeMap<Fact, usize> = BTreeMap::new();
    for step in 0..FACT_STEPS {
        let fact = FACTS[chance.below(FACTS.len())];
        let (path, one, other, is_fine) = fact;
        let before = site.read(path);
        let after = match before.contains(one) {
            true => before.replacen(one, other, 1),
            false => before.replacen(other, one, 1),
        };
        assert_ne!(before, after, "{fact:?}");
        site.write(path, &after);
        let file = source::read_record(site.path(), &path.into()).unwrap();
        let is_taken_over = press.revise(&[file.expect("it is a record still")]);
        assert_eq!(is_taken_over, is_fine, "step {step}: {fact:?}");
        *done.entry(fact).or_default() += 1;
        if !is_taken_over {
            site.write(path, before);
        }
        compare_people(&press, site.path(), &format!("step {step}: {fact:?}"));
    }
    assert_eq!(done.len(), FACTS.len(), "not all came up: {done:#?}");
}

/// What a build refuses only after it has read all records.
const REFUSED: &[(&str, &str, &str)] = &[
    (ANNA, "facility: the-colony", "facility: nowhere"),
    (ANNA, "cases: [the-case]", "cases: [no-case]"),
    (ANNA, "organisation: the-group", "organisation: nobody"),
    (ANNA, "file: anna-shown.png", "file: nothing.png"),
    (ANNA, "source: sample", "source: unknown"),
    (BORIS, "date: 2024-03-12", "date: 2034-03-12"),
    (COLONY, "country: ru", "country: by"),
    (
        COLONY,
        "channels: [post, the-service]",
        "channels: [no-service]",
    ),
];

#[test]
fn what_a_build_will_refuse_can_be_looked_at_until_then() {
    let site = Site::golden("full");
    let mut press = press(site.path());
    for (path, one, other) in REFUSED {
        let before = site.read(path);
        let mut take_over = |text: &str| {
            site.write(path, text);
            let file = source::read_record(site.path(), &(*path).into()).unwrap();
            let is_taken_over = press.revise(&[file.expect("it is a record still")]);
            (is_taken_over, pages(&press, site.path()))
        };
        let after = before.replacen(one, other, 1);
        assert_ne!(before, after, "{path}: {one}");
        let (is_taken_over, there) = take_over(&after);
        assert!(is_taken_over && !there.is_empty(), "{path}: {other}");
        let ran = site.run(&["check"]);
        assert_eq!(ran.code, 1, "{path}: {other}: {}", ran.err);
        take_over(&before);
    }
}

/// Every page of a person that is there before and after has the same words. The menu
/// follows from which lists there are.
fn compare_people(revised: &Press, site: &Path, about: &str) {
    let of = |press: &Press| pages_that(press, site, is_of_a_person);
    let (is, wanted) = (of(revised), of(&press(site)));
    let mut compared = 0;
    for (path, is) in &is {
        let Some(wanted) = wanted.get(path) else {
            continue;
        };
        let (is, wanted) = (main(is), main(wanted));
        assert!(is == wanted, "{about}: {path} is\n{is}\nand not\n{wanted}");
        compared += 1;
    }
    assert!(compared >= 8, "{about}: only {compared} pages");
}

fn is_of_a_person(output: &Output) -> bool {
    matches!(
        output,
        Output::Page(_, Local::Profile(_) | Local::Story(_) | Local::Sheet(_))
            | Output::Envelope(..)
    )
}

fn main(page: &str) -> &str {
    let (_, main) = page.split_once("<main").unwrap_or(("", page));
    main.split_once("</main>").map_or(main, |(main, _)| main)
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
    pages_that(press, site, |_| true)
}

fn pages_that(
    press: &Press,
    site: &Path,
    fits: impl Fn(&Output) -> bool,
) -> BTreeMap<String, String> {
    let read = |file: &str| std::fs::read(site.join(file));
    let renderer = Renderer::new(press, &read);
    let page = |item| String::from_utf8_lossy(&renderer.draft(item).render().unwrap()).into_owned();
    let items = press.plan.items().iter().filter(|item| fits(&item.kind));
    items
        .map(|item| (item.path.to_string(), page(item)))
        .collect()
}
