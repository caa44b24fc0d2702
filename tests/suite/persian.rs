//! A page in Persian, from right to left: what is written the other way keeps its order,
//! and no mark of direction gets where it does not belong.

use std::collections::BTreeMap;

use crate::site::{Site, Tree};

/// Marks that turn what follows, isolates apart.
const TURNING: [char; 8] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
];
const ISOLATES: [char; 3] = ['\u{2066}', '\u{2067}', '\u{2068}'];
const END: char = '\u{2069}';

const IRAN: &str = "---
name: {ru: Иран, fa: ایران}
title: {ru: Как писать в Иран, fa: نامه به ایران}
envelope_country: IRAN
address_lang: fa
correspondence: open
transit_days: {de: 21}
---
";
const PRISON: &str = "---
name: {ru: Тюрьма-образец, fa: زندان نمونه}
type: prison
country: ir
address:
  recipient: زندان نمونه
  street: خیابان نمونه، پلاک ۲
  town: شهر نمونه
  region: استان نمونه
  postcode: \"1234567890\"
channels: [post]
---
";
const REZA: &str = "---
names:
  given: {ru: Реза, fa: رضا}
  surname: {ru: Образец, fa: نمونه}
  also: [Reza Nemuneh, Риза Намуна]
gender: male
prisoner_number: 1234-56
birth: {date: 1988-04-09, publish: full}
consent: {by: relatives, date: 2026-10-01}
timeline:
  - {date: 2025-03, event: arrest, articles: [\"مادهٔ ۵۰۰\", \"УК 205.2\"], source: sample}
  - {date: 2025-09-01, event: verdict, source: sample}
  - {date: 2026-02-01, event: transfer_end, facility: prison, source: sample}
verified:
  address: {date: 2026-11-08, by: relatives}
sources: [{id: sample, title: {fa: منبع نمونه}, lang: ru}]
---
متن نمونه.
";

/// The site with every kind of record, in Persian too, and somebody in Iran.
fn built() -> Tree {
    let site = Site::golden("full");
    site.edit(
        "content/site.yaml",
        "languages: [ru, en]",
        "languages: [ru, fa]",
    );
    site.write("content/rules/ir.md", IRAN);
    site.write("content/facilities/prison.md", PRISON);
    site.write("content/people/reza-sample.md", REZA);
    let english = site.sources();
    for path in english.keys().filter(|path| path.ends_with(".en.md")) {
        site.remove(path);
    }
    site.built()
}

fn page<'t>(tree: &'t Tree, path: &str) -> &'t str {
    std::str::from_utf8(&tree[path]).unwrap()
}

fn assert_holds(page: &str, snippets: &[&str]) {
    for snippet in snippets {
        assert!(page.contains(snippet), "there is no\n{snippet}\nin\n{page}");
    }
}

#[test]
fn a_persian_profile_is_written_from_right_to_left_and_its_russian_address_is_not() {
    let tree = built();
    // What does not fit the profile stands on the page behind it.
    let anna = [
        "fa/people/anna-shown.html",
        "fa/people/anna-shown-story.html",
    ]
    .iter()
    .filter(|path| tree.contains_key(**path))
    .map(|path| page(&tree, path))
    .collect::<String>();
    assert_holds(
        &anna,
        &[
            "<html lang=\"fa\" class=\"rtl\" dir=\"rtl\">",
            "<h1 lang=\"ru\" dir=\"ltr\">Анна Видимая</h1>",
            "lang=\"ru\" dir=\"ltr\">Русский</a>",
            // Digits and the second date; words of the other direction in marks.
            "<p>از ۲ سپتامبر ۲۰۲۵ (۱۱ شهریور ۱۴۰۴) در کلنی کیفری است: \u{2068}ИК-0\u{2069}.</p>",
            "<p class=\"envelope\" lang=\"ru\" dir=\"ltr\" translate=\"no\"><b>Видимой Анне Образцовне, 1985 г. р.</b><br>\n\
             ФКУ ИК-0 (образец)<br>\nул. Примерная, д. 2<br>\nпос. Примерный<br>\nОбразцовский район<br>\n\
             Владимирская область<br>\n000002<br>\nРоссия<br>\n<span lang=\"en\" dir=\"ltr\">RUSSIA</span></p>",
            "<dd><span dir=\"ltr\">Anna Vidimaya</span></dd>",
            "<dt>تولد</dt><dd>۲۹ نوامبر ۱۹۸۵ (۸ آذر ۱۳۶۴)</dd>",
            "<time datetime=\"2024-03-20\">۲۰ مارس ۲۰۲۴ (۱ فروردین ۱۴۰۳)</time> <b>تفهیم اتهام</b>، \
             <a href=\"../articles/uk-rf-207-3.html\" dir=\"ltr\">УК РФ 207.3</a> <a href=\"#s_1\">[۱]</a>",
            "(<span dir=\"ltr\">Русский</span>)</li>",
            "<div class=\"text\" lang=\"ru\" dir=\"ltr\">",
            "<p class=\"find-us\" lang=\"ru\" dir=\"ltr\">Спросите у друзей.</p>",
        ],
    );
    assert_holds(
        page(&tree, "fa/index.html"),
        &[
            "<h1 lang=\"ru\" dir=\"ltr\">Письма</h1>",
            "<p class=\"about\" lang=\"ru\" dir=\"ltr\">Люди в неволе и как им написать.</p>",
            "\u{2068}Германия\u{2069} ← ایران",
        ],
    );
}

#[test]
fn an_address_in_iran_is_written_from_right_to_left_on_every_page() {
    let tree = built();
    let lines = "translate=\"no\"><b>رضا نمونه</b><br>\n1234-56<br>\nزندان نمونه<br>\nاستان نمونه<br>\n\
        شهر نمونه<br>\nخیابان نمونه، پلاک ۲<br>\n1234567890<br>\nایران<br>\n<span lang=\"en\" dir=\"ltr\">IRAN</span></p>";
    let russian = page(&tree, "ru/people/reza-sample.html");
    assert_holds(
        russian,
        &[
            &format!("<p class=\"envelope\" lang=\"fa\" dir=\"rtl\" {lines}"),
            "<h1>Реза Образец</h1>",
            "lang=\"fa\" dir=\"rtl\">فارسی</a>",
            "<b class=\"number\" dir=\"ltr\">1234-56</b>",
            "dir=\"rtl\">مادهٔ ۵۰۰</a>, <a href=\"../articles/uk-205-2.html\">УК 205.2</a>",
        ],
    );
    let persian = page(&tree, "fa/people/reza-sample.html");
    assert_holds(
        persian,
        &[
            &format!("<p class=\"envelope\" lang=\"fa\" {lines}"),
            "<h1>رضا نمونه</h1>",
            "<div class=\"stamp initials hue",
            "aria-hidden=\"true\">ر\u{200c}ن</div>",
            "<time datetime=\"2025-03\">مارس ۲۰۲۵ (اسفند ۱۴۰۳ یا فروردین ۱۴۰۴)</time>",
            "<span dir=\"ltr\">Reza Nemuneh</span>، <span dir=\"ltr\">Риза Намуна</span>",
        ],
    );
}

/// The marks of direction of a text, and whether each isolate ends in its own line.
fn marks(text: &str) -> (usize, bool) {
    let mut isolates = 0;
    let whole = text.lines().all(|line| {
        let mut open = 0_usize;
        line.chars().all(|c| {
            isolates += usize::from(ISOLATES.contains(&c));
            open += usize::from(ISOLATES.contains(&c));
            let ends = c == END;
            let fits = !ends || open > 0;
            open -= usize::from(ends && fits);
            fits
        }) && open == 0
    });
    (isolates, whole && !text.contains(TURNING))
}

#[test]
fn marks_of_direction_are_whole_and_are_nowhere_in_what_is_copied() {
    let tree = built();
    let mut marked: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, bytes) in &tree {
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        // Lines of a calendar are folded.
        let text = text.replace("\r\n ", "");
        let (isolates, whole) = marks(&text);
        assert!(whole, "{path} holds stray marks of direction");
        let kind = path.rsplit('.').next().unwrap_or_default();
        *marked.entry(kind).or_default() += isolates;
        for envelope in text.split("<p class=\"envelope\"").skip(1) {
            let envelope = envelope.split("</p>").next().unwrap_or_default();
            assert_eq!(marks(envelope), (0, true), "{path}");
        }
        for link in text.split("href=\"").skip(1) {
            let link = link.split('"').next().unwrap_or_default();
            assert_eq!(marks(link), (0, true), "{path}: {link}");
        }
    }
    // What programs read holds names as they are; what people read sets them apart.
    assert_eq!(marked["json"], 0);
    assert!(
        marked["html"] > 50 && marked["xml"] > 5 && marked["ics"] > 0,
        "{marked:?}"
    );
}

#[test]
fn stray_marks_are_seen() {
    assert_eq!(marks("\u{2068}ИК-0\u{2069}"), (1, true));
    for stray in [
        "\u{2068}a",
        "a\u{2069}",
        "\u{2068}a\nb\u{2069}",
        "a\u{200f}",
        "\u{202b}a",
    ] {
        assert!(!marks(stray).1, "{stray:?}");
    }
}
