//! After any edit, what a build makes of the last output is what a clean build gives.

use std::collections::BTreeMap;

use crate::chance::{self, Chance};
use crate::site::{Site, Tree, assert_same_tree};

const STEPS: usize = 36;
/// Another walk can be had with `VESTOCHKA_SEED`.
const SEED: u64 = 20_261_121;

type Edit = fn(&mut Walk) -> Option<String>;

/// Each says what it did, or that it does not fit just now.
const EDITS: &[(&str, Edit)] = &[
    ("body", body),
    ("timeline line appended", timeline),
    ("record added", record_added),
    ("record renamed with formerly", renamed),
    ("record deleted", deleted),
    ("person removed", removed),
    ("theme override added", theme_added),
    ("theme override changed", theme_changed),
    ("theme override removed", theme_removed),
    ("config title", title),
    ("envelope formats", formats),
    ("language added", language_added),
    ("language removed", language_removed),
    ("languages reordered", languages_reordered),
    ("date", date),
    ("picture added", picture_added),
    ("picture changed", picture_changed),
    ("picture removed", picture_removed),
    ("portrait changed", portrait_changed),
    ("portrait's newer format added or removed", portrait_format),
    ("translation added", translation_added),
    ("facility address", facility_address),
    ("facet", facet),
    ("letter rule", letter_rule),
];

#[test]
fn a_build_after_random_edits_equals_a_clean_one() {
    let seed = chance::seed_or(SEED);
    let mut walk = Walk::new(Chance(seed));
    let mut done: BTreeMap<&str, usize> = BTreeMap::new();
    walk.compare("the first build");
    for _ in 0..STEPS {
        for _ in 0..=walk.below(3) {
            // The rarest of a few, so that each kind comes up in few steps.
            let few: Vec<_> = (0..4).map(|_| EDITS[walk.below(EDITS.len())]).collect();
            let (name, edit) = *few.iter().min_by_key(|(name, _)| done.get(name)).unwrap();
            if let Some(what) = edit(&mut walk) {
                *done.entry(name).or_default() += 1;
                walk.log.push(format!("{name}: {what}"));
            }
        }
        walk.compare(&format!("seed {seed}, after {:#?}", walk.log));
    }
    let never: Vec<_> = EDITS
        .iter()
        .filter(|(name, _)| !done.contains_key(name))
        .map(|(name, _)| name)
        .collect();
    assert!(
        never.is_empty(),
        "seed {seed}: these never came up: {never:?}\n{done:#?}"
    );
}

/// A site, what has been done to it, and where chance goes next.
struct Walk {
    site: Site,
    chance: Chance,
    number: usize,
    date: String,
    languages: Vec<&'static str>,
    extras: Vec<String>,
    log: Vec<String>,
}

impl Walk {
    fn new(chance: Chance) -> Self {
        let site = Site::golden("full");
        // The first language changes on the way; bodies do not.
        for (path, bytes) in site.sources() {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if path.ends_with(".md")
                && !path.contains(".en.")
                && !path.contains(".private.")
                && !text.contains("removed:")
            {
                site.write(&path, text.replacen("---\n", "---\nlang: ru\n", 1));
            }
        }
        let (date, languages) = ("2026-11-21".to_owned(), vec!["ru", "en"]);
        Walk {
            site,
            chance,
            number: 0,
            date,
            languages,
            extras: Vec::new(),
            log: Vec::new(),
        }
    }

    fn below(&mut self, limit: usize) -> usize {
        self.chance.below(limit)
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())].clone())
    }

    fn next(&mut self) -> usize {
        self.number += 1;
        self.number
    }

    #[track_caller]
    fn compare(&self, about: &str) {
        let dated = ["--date", &*self.date];
        let ran = self.site.run(&[&["build"], &dated[..]].concat());
        assert_eq!(ran.code, 0, "{about}: {}{}", ran.out, ran.err);
        let clean: Tree = self.site.built_cleanly(&dated);
        assert_same_tree(&self.site.tree("public"), &clean, about);
    }

    fn speak(&mut self, languages: Vec<&'static str>) -> Option<String> {
        let list = |languages: &[&str]| format!("languages: [{}]", languages.join(", "));
        self.site.edit(
            "content/site.yaml",
            &list(&self.languages),
            &list(&languages),
        );
        self.languages = languages;
        Some(list(&self.languages))
    }

    /// Takes one of the records that this walk added, or adds one.
    fn take_extra(&mut self) -> Option<String> {
        if self.extras.is_empty() {
            record_added(self);
        }
        let id = self.pick(&self.extras.clone())?;
        self.extras.retain(|other| *other != id);
        Some(id)
    }
}

fn person_file(id: &str) -> String {
    format!("content/people/{id}.md")
}

fn body(walk: &mut Walk) -> Option<String> {
    let files = [
        "people/anna-shown",
        "people/boris-withheld",
        "facilities/the-colony",
        "pages/about",
        "rules/ru",
    ];
    let (file, number) = (walk.pick(&files)?, walk.next());
    walk.site.append(
        &format!("content/{file}.md"),
        &format!("\nЕщё один абзац, номер {number}.\n"),
    );
    Some(file.to_owned())
}

/// Moves somebody on, or lets him arrive.
fn timeline(walk: &mut Walk) -> Option<String> {
    let path = person_file("boris-withheld");
    let text = walk.site.read(&path);
    let (start, end) = (
        text.matches("transfer_start").count(),
        text.matches("transfer_end").count(),
    );
    let event = match start > end {
        true => "transfer_end, facility: the-colony",
        false => "transfer_start",
    };
    let line = format!("  - {{date: 2026-11-10, event: {event}, source: sample}}\nsources:\n");
    walk.site.edit(&path, "sources:\n", &line);
    Some(event.to_owned())
}

fn record_added(walk: &mut Walk) -> Option<String> {
    let number = walk.next();
    let id = format!("extra-{number}");
    let letter = ["А", "Б", "В", "Ш"][number % 4];
    walk.site.write(
        &person_file(&id),
        format!(
            "---\nlang: ru\nnames:\n  given: {{ru: Лишний, en: Extra}}\n  surname: {{ru: {letter}номер{number}, en: Number{number}}}\n  \
             patronymic: none\n  envelope: Лишнему Номеру\nverified: {{address: {{date: 2026-11-08}}}}\n\
             gender: male\nbirth: {{date: 1980-0{month}-11, publish: full}}\npublic_record: A sample\ncases: [the-case]\n\
             timeline:\n  - {{date: 2026-01-02, event: arrest, facility: the-sizo, source: s}}\n\
             sources:\n  - {{id: s, title: S}}\n---\nТекст.\n",
            month = 1 + number % 9,
        ),
    );
    walk.extras.push(id.clone());
    Some(id)
}

fn renamed(walk: &mut Walk) -> Option<String> {
    let (id, number) = (walk.take_extra()?, walk.next());
    let text = walk.site.read(&person_file(&id));
    let text = match text.contains("formerly: [") {
        true => text.replacen("formerly: [", &format!("formerly: [{id}, "), 1),
        false => text.replacen("---\n", &format!("---\nformerly: [{id}]\n"), 1),
    };
    let new = format!("renamed-{number}");
    walk.site.remove(&person_file(&id));
    walk.site.write(&person_file(&new), text);
    walk.extras.push(new.clone());
    Some(format!("{id} to {new}"))
}

fn deleted(walk: &mut Walk) -> Option<String> {
    let id = walk.take_extra()?;
    walk.site.remove(&person_file(&id));
    Some(id)
}

fn removed(walk: &mut Walk) -> Option<String> {
    let id = walk.take_extra()?;
    let trace = ["", ", trace: none"][walk.below(2)];
    walk.site.write(
        &person_file(&id),
        format!("---\nremoved: {{date: 2026-10-01{trace}}}\n---\n"),
    );
    Some(id + trace)
}

const OVERRIDE: &str = "themes/default/templates/not-found.html";
const STYLE: &str = "themes/default/style.css";

fn theme_added(walk: &mut Walk) -> Option<String> {
    let file = walk.pick(&[OVERRIDE, STYLE])?;
    (!walk.site.has(file)).then(|| write_theme(walk, file))
}

fn theme_changed(walk: &mut Walk) -> Option<String> {
    let file = walk.pick(&[OVERRIDE, STYLE])?;
    walk.site.has(file).then(|| write_theme(walk, file))
}

fn write_theme(walk: &mut Walk, file: &str) -> String {
    let number = walk.next();
    let text = match file {
        STYLE => format!("body{{margin:{number}px}}"),
        _ => format!("<p>{number}</p>\n"),
    };
    walk.site.write(file, text);
    file.to_owned()
}

fn theme_removed(walk: &mut Walk) -> Option<String> {
    let file = walk.pick(&[OVERRIDE, STYLE])?;
    walk.site.has(file).then(|| {
        walk.site.remove(file);
        file.to_owned()
    })
}

fn title(walk: &mut Walk) -> Option<String> {
    let number = walk.next();
    let text = walk.site.read("content/site.yaml");
    let line = text
        .lines()
        .find(|line| line.starts_with("title:"))?
        .to_owned();
    let new = format!("title: {{ru: Письма {number}, en: Letters {number}}}");
    walk.site.edit("content/site.yaml", &line, &new);
    Some(new)
}

/// Which envelopes there are.
fn formats(walk: &mut Walk) -> Option<String> {
    let path = "content/site.yaml";
    let text = walk.site.read(path);
    let kept: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("envelopes:"))
        .collect();
    let line = walk.pick(&[
        "",
        "envelopes: [no10]",
        "envelopes: [c6, dl]",
        "envelopes: []",
    ])?;
    walk.site
        .write(path, format!("{}\n{line}\n", kept.join("\n")));
    Some(line.to_owned())
}

fn language_added(walk: &mut Walk) -> Option<String> {
    let missing = *["ru", "en"]
        .iter()
        .find(|lang| !walk.languages.contains(lang))?;
    let mut languages = walk.languages.clone();
    languages.push(missing);
    walk.speak(languages)
}

fn language_removed(walk: &mut Walk) -> Option<String> {
    let [_, _] = walk.languages[..] else {
        return None;
    };
    let kept = walk.pick(&walk.languages.clone())?;
    walk.speak(vec![kept])
}

fn languages_reordered(walk: &mut Walk) -> Option<String> {
    let [one, two] = walk.languages[..] else {
        return None;
    };
    walk.speak(vec![two, one])
}

fn date(walk: &mut Walk) -> Option<String> {
    let dates = [
        "2026-11-21",
        "2026-11-30",
        "2026-12-01",
        "2027-02-03",
        "2027-06-01",
        "2028-01-01",
    ];
    walk.date = walk.pick(&dates)?.to_owned();
    Some(walk.date.clone())
}

fn picture_added(walk: &mut Walk) -> Option<String> {
    let path = format!("content/images/extra-{}.png", walk.next());
    let bytes = any_picture(walk)?;
    walk.site.write(&path, bytes);
    Some(path)
}

fn picture_changed(walk: &mut Walk) -> Option<String> {
    let bytes = any_picture(walk)?;
    walk.site.write("content/images/card.png", bytes);
    Some("card.png".to_owned())
}

fn picture_removed(walk: &mut Walk) -> Option<String> {
    let names: Vec<String> = walk
        .site
        .tree("content/images")
        .into_keys()
        .filter(|name| name != "card.png")
        .collect();
    let name = walk.pick(&names)?;
    walk.site.remove(&format!("content/images/{name}"));
    Some(name)
}

fn portrait_changed(walk: &mut Walk) -> Option<String> {
    let bytes = any_picture(walk)?;
    walk.site.write("content/photos/anna-shown.png", bytes);
    Some("anna-shown.png".to_owned())
}

fn portrait_format(walk: &mut Walk) -> Option<String> {
    let path = "content/photos/boris-withheld.avif";
    if walk.site.has(path) {
        walk.site.remove(path);
    } else {
        walk.site.write(path, &Site::golden("full").sources()[path]);
    }
    Some(path.to_owned())
}

/// One of the two pictures of the golden site.
fn any_picture(walk: &mut Walk) -> Option<Vec<u8>> {
    let golden = Site::golden("full").sources();
    let paths = ["content/images/card.png", "content/photos/anna-shown.png"];
    walk.pick(&paths).map(|path| golden[path].clone())
}

fn translation_added(walk: &mut Walk) -> Option<String> {
    let file = walk.pick(&[
        "people/anna-shown",
        "people/boris-withheld",
        "rules/ru",
        "facilities/the-colony",
    ])?;
    let path = format!("content/{file}.en.md");
    if walk.site.has(&path) {
        return None;
    }
    walk.site
        .write(&path, "---\ntranslator: A. Sample\n---\nA translation.\n");
    Some(path)
}

fn facility_address(walk: &mut Walk) -> Option<String> {
    let (path, number) = ("content/facilities/the-colony.md", walk.next());
    let text = walk.site.read(path);
    let line = text
        .lines()
        .find(|line| line.starts_with("  street:"))?
        .to_owned();
    walk.site.edit(
        path,
        &line,
        &format!("  street: ул. Примерная, д. {number}"),
    );
    Some(number.to_string())
}

/// What Anna likes, reads, and how many letters she has had.
fn facet(walk: &mut Walk) -> Option<String> {
    let (key, values) = walk.pick(&[
        ("topics", ["[chess, history]", "[music]", "[]"]),
        ("languages", ["[ru, en]", "[de]", "[]"]),
        ("mail", ["few", "some", "many"]),
    ])?;
    let path = person_file("anna-shown");
    let text = walk.site.read(&path);
    let line = text.lines().find(|line| line.starts_with(key))?.to_owned();
    let new = format!("{key}: {}", walk.pick(&values)?);
    walk.site.edit(&path, &line, &new);
    Some(new)
}

fn letter_rule(walk: &mut Walk) -> Option<String> {
    let (path, number) = ("content/rules/ru.md", walk.next());
    let text = walk.site.read(path);
    let line = text
        .lines()
        .find(|line| line.contains("en: Write in"))?
        .to_owned();
    let new =
        format!("    text: {{ru: Пишите по-русски ({number})., en: Write in Russian ({number}).}}");
    walk.site.edit(path, &line, &new);
    Some(number.to_string())
}

#[test]
fn a_build_that_has_nothing_to_do_says_so_and_sees_every_change() {
    let site = Site::golden("full");
    let build = || site.run(&["build", "--date", "2026-11-21"]).succeeded().out;
    build();
    assert!(build().contains("(0 new, 0 changed, 0 removed)"));
    let again = |what: &str, undo: &dyn Fn()| {
        let said = build();
        assert!(
            !said.contains("(0 new, 0 changed, 0 removed)"),
            "{what}: {said}"
        );
        undo();
        build();
    };

    let title = site.read("content/site.yaml");
    site.write("content/site.yaml", title.replacen("\n", "\n\n", 1));
    assert!(
        build().contains("(0 new, 0 changed, 0 removed)"),
        "only white space"
    );
    site.write("content/site.yaml", title);

    site.write("public/index.html", "changed by hand");
    again("an output file", &|| ());
    std::fs::remove_file(site.path().join("public/404.html")).unwrap();
    again("an output file removed", &|| ());
    site.write("themes/default/style.css", "p { margin: 0 }");
    again("a theme", &|| {
        std::fs::remove_dir_all(site.path().join("themes")).unwrap()
    });

    let other_day = site.run(&["build", "--date", "2026-12-21"]).succeeded().out;
    assert!(
        !other_day.contains("(0 new, 0 changed, 0 removed)"),
        "{other_day}"
    );
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told_also_when_nothing_else_changed() {
    let site = Site::golden("full");
    site.run(&["build", "--date", "2026-11-21"]).succeeded();
    std::os::unix::fs::symlink("/", site.path().join("content/people/loop")).unwrap();
    let ran = site.run(&["build", "--date", "2026-11-21"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
}
