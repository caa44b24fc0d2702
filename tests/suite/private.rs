//! A site full of secrets: none of them reaches a file, a path or a terminal,
//! and nothing that a reader sees depends on one.

use std::collections::BTreeSet;

use crate::bundles::Bundles;
use crate::release_single_pages::single_pages;
use crate::single::singles;
use crate::site::{DATE, Ran, Site, Tree, assert_same_tree, read_tree, tests};

/// What stands in place of `@@NAME@@`: the name, a value and quite another one.
const SECRETS: &[(&str, &str, &str)] = &[
    ("comment", "zqcomment one", "zqremark two"),
    ("note-rules", "zqrules one", "zqrules two"),
    ("note-facility", "zqfacility one", "zqfacility two"),
    ("note-service", "zqservice one", "zqservice two"),
    ("note-file", "zqfile one", "zqfile two"),
    ("note-file-body", "zqfilebody one", "zqfilebody two"),
    ("note-case", "zqcase one", "zqcase two"),
    ("note-group", "zqgroup one", "zqgroup two"),
    ("note-page", "zqpage one", "zqpage two"),
    ("note-contact", "zqcontact one", "zqcontact two"),
    ("note-deep", "zqdeep one", "zqdeep two"),
    ("note-phone", "zqphone one", "zqphone two"),
    ("note-body", "zqbody one", "zqbody two"),
    ("note-draft", "zqdraft one", "zqdraft two"),
    ("waiver", "zqwaiver one", "zqwaiver two"),
    ("shown-day", "07-13", "09-24"),
    ("mail", "few", "few"),
    ("mail-2", "few", "many"),
    ("reviewed", "2026-08-19", "2026-08-21"),
    ("envelope", "Цкщскрытому Борису", "Цкщтайному Борису"),
    ("envelope-2", "Цкщмолчащей Вере", "Цкщтихой Вере"),
    ("envelope-3", "Цкщдальнему Глебу", "Цкщближнему Глебу"),
    ("number", "ZQ-4711", "ZQ-0815"),
    ("number-2", "ZQ-4712", "ZQ-0816"),
    ("number-3", "ZQ-4713", "ZQ-0817"),
    ("facility", "colony-1", "colony-2"),
    ("birth", "1977-06-17", "1979-08-28"),
    ("birth-year", "1966", "1968"),
    ("verified", "2026-07-07", "2026-07-09"),
    ("intermediary", "Zqhelper One", "Zqhelper Two"),
    ("line", "Zqstraße 1", "Zqweg 2"),
    ("minor-birth", "2009-05-06", "2010-07-08"),
    ("surname", "Цкщмаленький", "Цкщкрошечный"),
    ("draft-given", "Эммануил", "Самуил"),
    ("draft-surname", "Цкщчерновиков", "Цкщнабросков"),
    ("draft-surname-en", "Zqdraftman", "Zqsketchman"),
    ("draft-about", "zqabout one", "zqabout two"),
    ("draft-note", "zqnote one", "zqnote two"),
    ("draft-body", "zqdraftbody one", "zqdraftbody two"),
    ("draft-body-en", "zqdraftbodyen one", "zqdraftbodyen two"),
    ("draft-translator", "zqtranslator one", "zqtranslator two"),
];

/// What secrets may look like where they leak: markers in any spelling, days and
/// years in the forms of both languages.
const TRACES: &[&str] = &[
    "zq",
    "цкщ",
    "@@",
    "31337",
    "07-13",
    "07.13",
    "13.07",
    "13 июл",
    "july 13",
    "13 july",
    "08-19",
    "19 авг",
    "19 aug",
    "1977",
    "06-17",
    "17.06",
    "17 июн",
    "june 17",
    "17 june",
    "1966",
    "07-07",
    "07.07",
    "7 июл",
    "july 7",
    "7 july",
    "2009",
    "05-06",
    "06.05",
    "6 мая",
    "may 6",
    "6 may",
    "gone",
];

fn site(second: bool) -> Site {
    let files = read_tree(&tests().join("private"))
        .into_iter()
        .map(|(path, bytes)| {
            if path.ends_with(".png") {
                return (path, bytes);
            }
            let text = String::from_utf8(bytes).unwrap();
            let text = SECRETS.iter().fold(text, |text, (name, one, two)| {
                text.replace(&format!("@@{name}@@"), if second { two } else { one })
            });
            assert!(
                !text.contains("@@"),
                "{path} holds a name without a value: {text}"
            );
            (path, text.into_bytes())
        });
    Site::of(&files.collect())
}

#[test]
fn every_secret_is_planted_somewhere() {
    let planted = read_tree(&tests().join("private"));
    let texts: String = planted
        .values()
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    for (name, ..) in SECRETS {
        assert!(texts.contains(&format!("@@{name}@@")), "{name}");
    }
}

#[test]
fn no_secret_reaches_a_file_or_a_path() {
    let tree = site(false).built();
    assert!(tree.len() > 80, "{}", tree.len());
    assert_no_trace(&tree);
}

#[test]
fn no_secret_reaches_a_page_that_stands_alone() {
    let site = site(false);
    site.built();
    let pages = singles(&site);
    assert!(pages.len() > 7, "{}", pages.len());
    assert_no_trace(&pages);
}

/// An archive holds the files of the tree, which are searched above. What the
/// CAR adds are names and hashes; a hash is any bytes, so only whole secrets count.
#[test]
fn no_secret_reaches_an_archive() {
    let site = site(false);
    let tree = site.built();
    let bundles = Bundles::of(&site.path().join("public"));
    assert_same_tree(&bundles.unpacked(), &tree, "zip");
    let whole = whole_secrets();
    let search = aho_corasick::AhoCorasick::new(&whole).unwrap();
    for archive in [&bundles.car, &bundles.zip, &bundles.torrent] {
        let found = search.find(&archive[..]);
        assert_eq!(found.map(|found| whole[found.pattern()]), None);
    }
}

/// Secrets that are unlike any other bytes.
fn whole_secrets() -> Vec<&'static str> {
    let values = SECRETS.iter().map(|(_, one, _)| *one);
    let whole: Vec<&str> = values
        .filter(|one| one.to_lowercase().contains("zq") || one.contains("Цкщ"))
        .collect();
    assert!(whole.len() > 25, "{}", whole.len());
    whole
}

fn assert_no_trace(tree: &Tree) {
    for (path, bytes) in tree {
        let text = searchable(bytes);
        for trace in TRACES {
            assert!(!path.contains(trace), "{path}: `{trace}`");
            assert!(
                !text.contains(trace),
                "{path} holds `{trace}`: {}",
                around(&text, trace)
            );
        }
    }
}

/// The words of a file. Hashes of styles, ids of feeds and the bytes of pictures
/// are any letters.
fn searchable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let text: String = text
        .lines()
        .filter(|line| !line.contains("sha256-") && !line.starts_with("<style>"))
        .collect();
    let text: String = text
        .split("urn:uuid:")
        .map(|part| part.get(36..).unwrap_or(part))
        .collect();
    text.split(";base64,")
        .enumerate()
        .map(|(at, part)| match part.find('"') {
            Some(end) if at > 0 => &part[end..],
            _ => part,
        })
        .collect()
}

fn around(text: &str, trace: &str) -> String {
    let at = text.find(trace).unwrap_or(0);
    let before: String = text[..at].chars().rev().take(80).collect();
    before
        .chars()
        .rev()
        .chain(text[at..].chars().take(80))
        .collect()
}

#[test]
fn somebody_whose_address_is_withheld_is_on_no_list_of_a_facility_and_in_no_region() {
    let tree = site(false).built();
    let hidden = ["unverified", "no-mail", "through-others", "p-7bcdfg"];
    for (path, bytes) in &tree {
        let text = String::from_utf8_lossy(bytes);
        let place = [
            "facilities",
            "regions",
            "write",
            "few-letters",
            "languages",
            "interests",
        ]
        .iter()
        .any(|folder| path.contains(&format!("/{folder}/")));
        for id in hidden {
            assert!(!place || !text.contains(id), "{path} names {id}");
            let profile = ["people", "paper"]
                .iter()
                .any(|folder| path.ends_with(&format!("/{folder}/{id}.html")));
            let envelope = path.starts_with("paper/") && path.ends_with(&format!("/{id}.html"));
            assert!(!envelope, "{path}: an envelope of somebody withheld");
            assert!(
                !path.contains("/labels/") || !text.contains(id),
                "{path} names {id}"
            );
            for word in [
                "colony-1",
                "ИК-1",
                "IK-1",
                "Тайная",
                "000001",
                "Область 1",
                "service-1",
                "В колонии 1",
                "Colony 1",
            ] {
                assert!(!profile || !text.contains(word), "{path} holds `{word}`");
            }
            assert!(
                !profile
                    || !text.contains("user-select:none") && !text.contains("class=\"envelope\""),
                "{path}"
            );
        }
    }
    for facet in ["languages/xh", "interests/gardening"] {
        assert!(
            !tree.contains_key(&format!("ru/{facet}.html")),
            "{facet} has nobody to whom one may write"
        );
    }
    for facet in ["write/index", "few-letters/index", "interests/chess"] {
        let page = String::from_utf8_lossy(&tree[&format!("ru/{facet}.html")]);
        assert!(page.contains("../people/shown.html"), "{facet}");
    }
    assert!(
        tree.contains_key("ru/facilities/colony-1.html"),
        "the facility itself is public"
    );
    let shown = String::from_utf8_lossy(&tree["ru/people/shown.html"]);
    assert!(
        shown.contains("ул. Явная") && shown.contains("1985"),
        "an address is shown where it may be"
    );
    for path in ["ru/paper/shown.html", "paper/c6/shown.html"] {
        let text = String::from_utf8_lossy(&tree[path]);
        assert!(text.contains("ул. Явная"), "{path}");
    }
    assert!(
        tree.contains_key("en/paper/no-mail.html"),
        "it says why there is no address"
    );
    assert!(
        !tree.keys().any(|path| path.starts_with("photos/")),
        "a minor's photo is not copied"
    );
}

#[test]
fn nothing_that_readers_or_terminals_see_depends_on_a_secret() {
    let (one, two) = (site(false), site(true));
    assert_ne!(one.sources(), two.sources());
    let said = |site: &Site| -> Vec<(i32, String)> {
        runs(site)
            .iter()
            .map(|ran| (ran.code, ran.words()))
            .collect()
    };
    assert_eq!(said(&one), said(&two));
    assert_same_tree(&one.tree("public"), &two.tree("public"), "secrets");
    assert_same_tree(&singles(&one), &singles(&two), "single pages");
    let bundles = |site: &Site| Bundles::of(&site.path().join("public"));
    let (one, two) = (bundles(&one), bundles(&two));
    assert!(one.zip == two.zip && one.car == two.car && one.torrent == two.torrent);
}

/// What a release adds to the pages: lists, hashes, archives, and what is said.
#[test]
fn no_secret_reaches_a_release_and_nothing_in_it_depends_on_one() {
    let (one, two) = (site(false), site(true));
    let released = |site: &Site| {
        let key = tests().join("keys").join("release.key");
        let key = key.to_str().unwrap();
        let args = ["--date", DATE, "--first", "--single-pages"];
        let ran = site.run(&[&["release", "--key", key], &args[..]].concat());
        assert_eq!(leaked(&ran), None);
        ran.succeeded();
        site.tree("release")
    };
    let (tree, mut other) = (released(&one), released(&two));
    let values = whole_secrets();
    let mut searched = 0;
    for (path, bytes) in tree.iter().chain(&unpacked(&tree["bundle/site.zip"])) {
        for value in &values {
            let found = bytes
                .windows(value.len())
                .any(|part| part == value.as_bytes());
            assert!(!found, "{path} holds `{value}`");
        }
        searched += 1;
    }
    assert!(searched > 2 * one.built().len(), "{searched}");
    let pages = single_pages(&tree);
    assert!(pages.len() > 7, "{}", pages.len());
    assert_no_trace(&pages);
    assert_same_tree(&pages, &singles(&one), "nobody else has one");
    assert_same_tree(&pages, &single_pages(&other), "single pages");
    assert_same_tree(&unsigned_list(&tree), &unsigned_list(&other), "bundles.txt");
    // A signature is never made twice alike, and archives hold one.
    let mut tree = tree;
    for tree in [&mut tree, &mut other] {
        tree.retain(|path, _| !path.starts_with("bundle/"));
        tree.retain(|path, _| !path.ends_with("release.txt.minisig"));
    }
    assert_same_tree(&tree, &other, "secrets");
}

/// The names in `bundles.txt`, and the hashes of all that no signature is in.
fn unsigned_list(tree: &Tree) -> Tree {
    let list = vestochka::trust::Bundles::parse(&tree["bundle/bundles.txt"]).unwrap();
    let hash = |file: &vestochka::trust::BundleFile| {
        let holds_a_signature = file.name.as_str().starts_with("site.");
        let digest = file.digest.to_string().into_bytes();
        let digest = if holds_a_signature {
            Vec::new()
        } else {
            digest
        };
        (file.name.to_string(), digest)
    };
    list.files.iter().map(hash).collect()
}

/// The members of a zip, as readers unpack them.
fn unpacked(zip: &[u8]) -> Tree {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut members = Tree::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).unwrap();
        members.insert(file.name().unwrap().into_owned(), bytes);
    }
    members
}

/// Everything that a robot in public runs.
fn runs(site: &Site) -> Vec<Ran> {
    let check = |format: &str| site.run(&["check", "--date", DATE, "--format", format]);
    let mut runs: Vec<Ran> = ["human", "json", "github", "sarif"]
        .into_iter()
        .map(check)
        .collect();
    runs.push(site.run(&["build", "--date", DATE, "--dry-run"]));
    runs.push(site.build());
    runs
}

#[test]
fn no_secret_reaches_a_terminal() {
    for ran in runs(&site(false)) {
        assert_eq!(leaked(&ran.succeeded()), None);
    }
}

/// A secret that a command has printed.
fn leaked(ran: &Ran) -> Option<String> {
    let words = ran.words().to_lowercase();
    let trace = TRACES.iter().find(|trace| words.contains(**trace))?;
    Some(format!("`{trace}` in {}", around(&words, trace)))
}

/// The file of somebody unpublished is for editors, so its own lines may be
/// quoted, and so may a given name; all else that is wrong must not tell.
///
/// Mistakes on the lines of secrets and secrets in texts: a place and what to
/// put for it. Each is an error whose line would show the secret.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("shown", "publish: year}", "publish: yaer}"),
    ("shown", "  contact:", "  contact: x\n  contact:"),
    ("shown", "reason: \"zq", "raeson: \"zq"),
    (
        "shown",
        "Текст об Анне.",
        "Анна родилась 13 июля 1985 года.",
    ),
    (
        "shown",
        "Текст об Анне.",
        "Анна дружит с Эммануилом Цкщчерновиковым.",
    ),
    ("shown", "Текст об Анне.", "Анна звонит: zqphone one."),
    (
        "unverified",
        "prisoner_number: \"ZQ-4711\"",
        "prisoner_number: [\"ZQ-4711\"]",
    ),
    (
        "unverified",
        "envelope: \"Цкщскрытому Борису\"",
        "envelope: {xx-bad: \"Цкщскрытому Борису\"}",
    ),
    ("unverified", "Текст о Борисе.", "Его номер ZQ-4711."),
    (
        "no-mail",
        "birth: {date: \"1977-06-17\"",
        "birth: {day: \"1977-06-17\"",
    ),
    (
        "no-mail",
        "birth: {date: \"1977-06-17\"",
        "birth: {date: \"1977-06-17T\"",
    ),
    (
        "through-others",
        "intermediary: {name:",
        "intermediary: {nmae:",
    ),
    ("through-others", "[\"Zqstraße 1\"", "[{a: \"Zqstraße 1\"}"),
    (
        "p-7bcdfg",
        "private: {surname:",
        "private: {surname: a, surname:",
    ),
    (
        "p-7bcdfg",
        "names: {given:",
        "names: {surname: Цкщмаленький, given:",
    ),
    (
        "p-7bcdfg",
        "Текст о Дане.",
        "Даня Цкщмаленький ходил в школу.",
    ),
    (
        "p-7bcdfg",
        "names: {given:",
        "formerly: [zq-old-id]\nnames: {given:",
    ),
    ("draft", "private: {draft:", "private: {a: x, a: y, draft:"),
    (
        "unverified.private",
        "phone:",
        "phone: \"zqphone one\"\nphone:",
    ),
];

#[test]
fn no_secret_reaches_a_terminal_when_its_line_is_wrong() {
    let (mut seen, mut leaks) = (BTreeSet::new(), Vec::new());
    for (id, from, to) in MISTAKES {
        let site = site(false);
        let path = format!("content/people/{id}.md");
        if !site.has(&path) {
            site.write(&path, "---\nphone: 1\n---\n");
        }
        site.edit(&path, from, to);
        let check = |format: &str| site.run(&["check", "--date", DATE, "--format", format]);
        let machine = ["json", "github", "sarif"][seen.len() % 3];
        for ran in [check("human"), check(machine), site.build()] {
            assert_eq!(ran.code, 1, "`{to}` is a mistake: {}{}", ran.out, ran.err);
            leaks.extend(leaked(&ran).map(|leak| format!("`{to}`: {leak}")));
            let words = ran.words();
            let errors = words.lines().filter(|line| line.starts_with("error"));
            seen.extend(errors.map(str::to_owned));
        }
        assert!(!site.has("public"), "nothing is written");
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n---\n"));
    assert!(
        seen.len() >= MISTAKES.len() / 2,
        "the mistakes differ: {seen:#?}"
    );
}

/// A text chunk as image editors write it, before the picture's data.
#[test]
fn a_picture_that_says_more_than_it_shows_is_refused_and_not_quoted() {
    let site = Site::golden("full");
    let path = "content/photos/anna-shown.png";
    let mut bytes = std::fs::read(site.path().join(path)).unwrap();
    let text = b"tEXtComment\0zqcomment of the camera";
    let mut chunk = u32::try_from(text.len() - 4)
        .unwrap()
        .to_be_bytes()
        .to_vec();
    chunk.extend(text);
    chunk.extend(crc(text).to_be_bytes());
    let header = 8 + 25; // the signature, and the header with its length, name and checksum
    bytes.splice(header..header, chunk);
    site.write(path, bytes);
    for ran in runs(&site) {
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
        assert!(
            ran.words().contains("E2") && ran.words().contains(path),
            "{}",
            ran.words()
        );
        assert!(!ran.words().contains("zq"), "{}", ran.words());
    }
    assert!(!site.has("public"));
}

/// CRC-32 of ISO 3309, as PNG has it.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| {
        if crc & 1 == 1 {
            0xEDB8_8320 ^ (crc >> 1)
        } else {
            crc >> 1
        }
    };
    !bytes.iter().fold(!0, |crc: u32, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc))
    })
}
