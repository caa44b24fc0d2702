//! People: front matter as editors write it, and a story in one language or two.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use vestochka::record::{BodyMark, Topic};

use super::dice::Dice;
use super::names::Name;
use super::places::{FacilityType, facility_id, untranslated};
use super::{Corpus, File, prose};

/// Articles of law; a few are far more frequent than the others.
fn article(dice: &mut Dice) -> String {
    let frequent = ["207.3", "212", "213", "275", "280.3", "282.2"];
    let article = match dice.roll(3) {
        0 => format!("{}.{}", 205 + dice.roll(130), 1 + dice.roll(4)),
        _ => dice.pick(&frequent).to_owned(),
    };
    format!("УК РФ {article}")
}

/// Languages besides Russian, as often as they stand here.
const LANGUAGES: [&str; 12] = [
    "", "", "", "", ", en", ", en", ", en", ", en, de", ", uk", ", tt", ", be", ", en, fr",
];

/// Where somebody is, of a hundred people.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Pretrial,
    Colony,
    Prison,
    Transit,
    House,
    Released,
}

impl Fate {
    fn of(dice: &mut Dice) -> Self {
        match dice.roll(100) {
            0..15 => Fate::Pretrial,
            15..70 => Fate::Colony,
            70..78 => Fate::Prison,
            78..84 => Fate::Transit,
            84..88 => Fate::House,
            _ => Fate::Released,
        }
    }

    fn has_address(self) -> bool {
        matches!(self, Fate::Pretrial | Fate::Colony | Fate::Prison)
    }
}

/// The file of somebody's record.
pub fn person_file(index: usize) -> String {
    format!("content/people/{}.md", Name::of(index).id)
}

/// Somebody's record, and a translation for every other one.
pub fn person(corpus: Corpus, index: usize) -> Vec<File> {
    let mut dice = Dice::of("person", index);
    let name = Name::of(index);
    let front = front(corpus, index, &name, &mut dice);
    let other = Name::of(dice.roll(corpus.people)).id;
    let body = prose::body(&prose::RUSSIAN, &other, &mut dice);
    if index % 2 == 1 {
        return vec![(person_file(index), untranslated(&front, &body))];
    }
    let english = prose::body(&prose::ENGLISH, &other, &mut dice);
    let mark = BodyMark::of(&body).0;
    let translation = format!("---\ntranslator: A volunteer\nof: \"{mark}\"\n---\n{english}");
    vec![
        (person_file(index), format!("---\n{front}---\n{body}")),
        (format!("content/people/{}.en.md", name.id), translation),
    ]
}

fn front(corpus: Corpus, index: usize, name: &Name, dice: &mut Dice) -> String {
    let fate = Fate::of(dice);
    let Name {
        given,
        surname,
        patronymic,
        envelope,
        ..
    } = name;
    let gender = if name.is_woman { "female" } else { "male" };
    let born = date(1950, 1, 1) + dice.days(0, 48 * 365).days();
    let publish = dice.pick(&["full", "full", "year"]);
    let mail = dice.pick(&["few", "few", "some", "many"]);
    let verified = if fate.has_address() {
        verified(dice)
    } else {
        String::new()
    };
    let cases = if dice.roll(4) == 0 {
        format!("cases: [case-{:04}]\n", dice.roll(corpus.cases()))
    } else {
        String::new()
    };
    let timeline = timeline(corpus, fate, dice);
    format!(
        "names:\n  given: {{ru: {}, en: {}}}\n  surname: {{ru: {}, en: {}}}\n  patronymic: {{ru: {}, en: {}}}\n  envelope: {envelope}\n\
         gender: {gender}\nbirth: {{date: {born}, publish: {publish}}}\nlanguages: [ru{}]\ntopics: [{}]\n\
         interests: {{ru: \"{}, {}\", en: \"{}, {}\"}}\n\
         about: {{ru: \"Запись для измерений под номером {index}: такого человека нет.\", en: \"Record {index} for measuring: there is no such person.\"}}\n\
         mail: {mail}\nconsent: {{by: relatives, date: 2026-10-01}}\n{cases}\
         recognitions:\n  - {{organisation: org-{}, status: political_prisoner, date: 2026-10, source: chronicle}}\n\
         support:\n  - {{kind: website, title: {{ru: Страница поддержки, en: Support page}}, url: \"https://example.org/people/{index}\"}}\n\
         {verified}sources:\n  - {{id: chronicle, title: {{ru: Хроника (образец), en: Chronicle (a sample)}}, url: \"https://example.org/chronicle/{index}\", date: 2026-10}}\n  - {{id: court, title: {{ru: Сайт суда (образец), en: The court's site (a sample)}}, publisher: {{ru: Суд, en: Court}}, date: 2026-09}}\n\
         timeline:\n{timeline}",
        given.0,
        given.1,
        surname.0,
        surname.1,
        patronymic.0,
        patronymic.1,
        dice.pick(&LANGUAGES),
        topics(dice),
        dice.pick(&prose::RUSSIAN.pastimes),
        dice.pick(&prose::RUSSIAN.pastimes),
        dice.pick(&prose::ENGLISH.pastimes),
        dice.pick(&prose::ENGLISH.pastimes),
        dice.roll(corpus.organisations()),
    )
}

/// One to three things that a letter can be about.
fn topics(dice: &mut Dice) -> String {
    let count = 1 + dice.roll(3);
    let topics = (0..count).map(|_| dice.pick(Topic::ALL).0);
    topics.collect::<Vec<_>>().join(", ")
}

fn verified(dice: &mut Dice) -> String {
    let day = date(2026, 10, 5) + dice.days(0, 40).days();
    format!(
        "verified:\n  address: {{date: {day}, by: {{ru: родственники, en: relatives}}, source: chronicle}}\n"
    )
}

/// A line of a timeline.
fn event(day: Date, kind: &str, rest: &str) -> String {
    format!("  - {{date: {day}, event: {kind}{rest}, source: chronicle}}\n")
}

fn timeline(corpus: Corpus, fate: Fate, dice: &mut Dice) -> String {
    let (first, second) = (article(dice), article(dice));
    let articles = format!(", articles: [\"{first}\", \"{second}\"]");
    if fate == Fate::House {
        let day = date(2026, 1, 10) + dice.days(0, 250).days();
        let note = ", custody: house_arrest, note: {ru: Суд запретил пользоваться связью., en: The court forbade phone and internet.}";
        return event(day, "measure", note)
            + &event(day + dice.days(1, 9).days(), "charge", &articles);
    }
    let is_new = fate == Fate::Pretrial;
    let arrest = if is_new {
        date(2026, 1, 10)
    } else {
        date(2021, 1, 10)
    } + dice.days(0, if is_new { 250 } else { 1_200 }).days();
    let held = |kind, dice: &mut Dice| {
        format!(
            ", facility: {}",
            facility_id(corpus.facility_of(kind, dice))
        )
    };
    let mut lines = event(arrest, "arrest", &held(FacilityType::Sizo, dice));
    lines += &event(arrest + dice.days(1, 9).days(), "charge", &articles);
    if is_new {
        return lines;
    }
    let verdict = arrest + dice.days(120, 400).days();
    let years = dice.days(6, 13);
    let release = date(2027, 3, 1) + dice.days(0, 3_000).days();
    lines += &event(
        verdict,
        "verdict",
        &format!(
            "{articles}, sentence: {{ru: {years} лет колонии общего режима, en: {years} years in a general-regime colony}}, expected_release: {release}"
        ),
    );
    lines += &event(
        verdict + 70.days(),
        "appeal",
        ", note: {ru: Приговор оставлен в силе., en: The verdict was upheld.}",
    );
    lines += &event(verdict + 90.days(), "transfer_start", "");
    if fate == Fate::Transit {
        return lines;
    }
    let kind = if fate == Fate::Prison {
        FacilityType::Prison
    } else {
        FacilityType::Colony
    };
    lines += &event(verdict + 120.days(), "transfer_end", &held(kind, dice));
    if fate == Fate::Released {
        lines += &event(date(2025, 12, 1) + dice.days(0, 300).days(), "release", "");
    }
    lines
}
