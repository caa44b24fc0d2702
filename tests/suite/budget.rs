//! What a page may weigh: some gateways do not compress, and lines are cut early.

use crate::site::{DATE, Site, Tree};

/// The most bytes of a profile before compression.
const PROFILE: usize = 14_000;

fn profiles(tree: &Tree) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    let list = |name: &str| name.starts_with("index") || name.starts_with("letter");
    tree.iter().filter(move |(path, _)| {
        let person = path.split_once("/people/").map(|(_, name)| name);
        person.is_some_and(|name| !list(name) && !name.ends_with("-story.html"))
    })
}

fn page(tree: &Tree, path: &str) -> String {
    String::from_utf8(tree[path].clone()).unwrap()
}

#[test]
fn each_profile_of_the_demonstration_fits_and_what_does_not_goes_on_elsewhere() {
    let tree = Site::demo().built();
    let mut measured = 0;
    for (path, bytes) in profiles(&tree) {
        assert!(bytes.len() <= PROFILE, "{path}: {} bytes", bytes.len());
        measured += 1;
    }
    assert!(measured >= 50, "{measured}");
    let stories = tree.keys().filter(|path| path.ends_with("-story.html"));
    let mut cut = 0;
    for story in stories {
        let profile = story.replace("-story.html", ".html");
        let size = tree[&profile].len();
        assert!(size > 11_000, "{profile} is cut and has only {size} bytes");
        assert!(page(&tree, &profile).contains("-story.html\""), "{profile}");
        cut += 1;
    }
    assert!(cut >= 5, "{cut}");
}

/// Somebody whose life in prison is long, with a source for each of 80 events.
fn long_life() -> Site {
    let site = Site::golden("full");
    let note = "Записано со слов тех, кто был рядом.";
    let events: String = (0..80)
        .map(|at| {
            let (year, month) = (2012 + at / 8, 1 + at % 8);
            format!(
                "  - {{date: {year}-{month:02}-05, event: hearing, note: {{ru: \"{at}: {note}\"}}, source: [sample, other]}}\n"
            )
        })
        .collect();
    let file = "content/people/anna-shown.md";
    site.edit(file, "timeline:\n", &format!("timeline:\n{events}"));
    site
}

#[test]
fn a_long_timeline_leaves_its_latest_events_on_the_profile_and_is_whole_behind_it() {
    let site = long_life();
    let tree = site.built();
    let profile = page(&tree, "ru/people/anna-shown.html");
    assert!(profile.len() <= PROFILE, "{} bytes", profile.len());
    assert!(!profile.contains("0: Записано") && profile.contains("25 марта 2026"));
    assert!(profile.contains("href=\"anna-shown-story.html\""));

    let behind = page(&tree, "ru/people/anna-shown-story.html");
    let hearings = behind.matches("Записано со слов").count();
    assert_eq!(hearings, 80);
    assert!(behind.contains("25 марта 2026"));
    for place in ["s_1", "s_2"] {
        assert!(behind.contains(&format!("id=\"{place}\"")));
        let dangling = profile.contains(&format!("href=\"#{place}\""));
        assert_eq!(dangling, profile.contains(&format!("id=\"{place}\"")));
    }

    site.run(&["single", "anna-shown", "--date", DATE])
        .succeeded();
    let single = site.read("anna-shown.html");
    assert_eq!(single.matches("Записано со слов").count(), 80);
}

#[test]
fn the_words_of_a_portrait_take_room_from_older_events() {
    let site = long_life();
    let words = "Синий прямоугольник на сером. ".repeat(20);
    let alt = ("{ru: Синий прямоугольник", format!("{{ru: \"{words}\""));
    site.edit("content/people/anna-shown.md", alt.0, &alt.1);
    let profile = page(&site.built(), "ru/people/anna-shown.html");
    assert!(profile.contains(words.trim_end()));
    assert!(profile.len() <= PROFILE, "{} bytes", profile.len());
}

#[test]
fn a_withheld_facility_does_not_move_the_cut() {
    let site = long_life();
    let hide = "correspondence: relatives_only\ntimeline:\n";
    site.edit("content/people/anna-shown.md", "timeline:\n", hide);
    let before = site.built();
    let text = "О погоде, о книгах и о том, что видно из окна. ".repeat(40);
    let rule = format!("letters:\n  write_about: {{text: {{ru: \"{text}\"}}}}\n");
    site.edit("content/facilities/the-colony.md", "letters:\n", &rule);
    let after = site.built();
    for path in [
        "ru/people/anna-shown.html",
        "ru/people/anna-shown-story.html",
    ] {
        assert!(before[path] == after[path], "{path}");
    }
}
