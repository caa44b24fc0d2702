//! What a page may weigh: some gateways do not compress, and lines are cut early.

use vestochka::fit::{Fit, fit};

use crate::bench::corpus::{Corpus, facility_file};
use crate::reach::press;
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
        assert!(size > 9_500, "{profile} is cut and has only {size} bytes");
        assert!(page(&tree, &profile).contains("-story.html\""), "{profile}");
        cut += 1;
    }
    assert!(cut >= 5, "{cut}");
}

/// The more languages a page leads to, and the longer their words, the less room there is.
#[test]
fn each_profile_of_the_demonstration_fits_in_every_language() {
    let site = Site::demo();
    site.edit(
        "content/site.yaml",
        "languages: [ru, en]",
        "languages: [ru, en, fa, de, be, uk]",
    );
    let tree = site.built();
    let mut measured = 0;
    for (path, bytes) in profiles(&tree) {
        assert!(bytes.len() <= PROFILE, "{path}: {} bytes", bytes.len());
        measured += 1;
    }
    assert!(measured >= 150, "{measured}");

    let mut without_notes = 0;
    for (path, _) in profiles(&tree) {
        let profile = page(&tree, path);
        let (behind, _) = path.rsplit_once('.').unwrap();
        let behind = format!("{behind}-story.html");
        if !profile.contains("-story.html#letter_rules\"") {
            continue;
        }
        // What is not there is there as a whole.
        let behind = page(&tree, &behind);
        for (words, are_on_profile) in [
            ("class=\"envelope\"", true),
            ("class=\"facts notes\"", false),
            ("href=\"#r_1\"", false),
            ("id=\"r_1\"", false),
        ] {
            assert_eq!(profile.contains(words), are_on_profile, "{path}: {words}");
            assert_eq!(behind.contains(words), !are_on_profile, "{path}: {words}");
        }
        assert!(behind.contains("id=\"letter_rules\""), "{path}");
        let facts = profile.matches("<dd>").count() + behind.matches("<dd>").count();
        assert!(facts >= 2, "{path}: {facts}");
        without_notes += 1;
    }
    assert!(without_notes >= 5, "{without_notes}");
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

/// How somebody's profile is cut in the site's languages, with more and more other words on it:
/// whatever takes room moves one of the cuts.
fn cuts(facts: &str, from: &str, to: &str) -> Vec<Fit> {
    let event = "  - {date: 2025-02-03, event: hearing, note: Образец., source: s}\n";
    let mut cuts = Vec::new();
    for more in (0..170).step_by(20) {
        let mut files: Vec<_> = Corpus { people: 1 }.files().collect();
        files.retain(|(path, _)| !path.starts_with("content/people/"));
        let facility = files.iter_mut().find(|(path, _)| *path == facility_file(0));
        let (_, facility) = facility.unwrap();
        assert!(facility.contains(from));
        *facility = facility.replacen(from, to, 1);
        let front = format!(
            "names: {{given: Иван, surname: Ким, patronymic: none, envelope: Киму Ивану}}\ngender: male\n\
             about: {}\npublic_record: образец\nverified: {{address: {{date: 2026-11-01}}}}\n{facts}sources: [{{id: s, title: Образец}}]\ntimeline:\n\
             \x20 - {{date: 2025-01-02, event: arrest, facility: facility-0000, source: s}}\n{}",
            "a".repeat(more + 1),
            event.repeat(80),
        );
        files.push((
            "content/people/ivan-kim.md".to_owned(),
            format!("---\n{front}---\n"),
        ));
        let press = press(&files);
        let person = press.site.people.values().next().unwrap();
        cuts.extend(
            press
                .voices
                .iter()
                .map(|voice| fit(&press.site, person, voice)),
        );
    }
    cuts
}

#[test]
fn no_cut_tells_what_is_withheld() {
    let open = "birth: {date: 1985, publish: year}\n";
    let withheld = "correspondence: relatives_only\n";
    let with = |fact: &str| format!("{withheld}{fact}");
    let usual = cuts(withheld, "", "");
    let usually_open = cuts(open, "", "");
    assert!(usual.iter().any(|cut| cut.older_events > 0));

    let born = "birth: {date: 1985-11-29, publish: none}\n";
    assert!(cuts(&with(born), "", "") == usual, "birth");
    let number = "prisoner_number: \"000000000000\"\n";
    assert!(cuts(&with(number), "", "") == usual, "number");
    for (from, to) in [
        ("short: {ru: ", "short: {ru: Очень длинное название "),
        ("  street: ", "  street: Очень длинная улица, "),
        ("channels: [post, letters-by-wire]", "channels: [post]"),
        (
            "sources:\n",
            "letters: {enclosures: {text: Открытки принимают.}}\nsources:\n",
        ),
    ] {
        assert!(cuts(withheld, from, to) == usual, "{to}");
        // What is shown does move a cut: the same would be found if it were looked at.
        assert!(cuts(open, from, to) != usually_open, "{to}");
    }
    let shown = "birth: {date: 1985-11-29, publish: full}\n";
    assert!(cuts(&with(shown), "", "") != usual, "birth that is shown");
}
