//! Facilities, cases, and the few records of which a site of any size has the same.

use super::dice::Dice;
use super::{Corpus, File};

/// What kind of facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacilityType {
    Sizo,
    Colony,
    Prison,
}

use FacilityType::{Colony, Prison, Sizo};

/// The types of ten facilities in a row.
const TYPES: [FacilityType; 10] = [
    Sizo, Colony, Prison, Colony, Colony, Sizo, Colony, Colony, Colony, Colony,
];

/// Code, Russian and English name, and the name after `по`.
const REGIONS: [(&str, &str, &str, &str); 8] = [
    (
        "RU-VLA",
        "Владимирская область",
        "Vladimir Oblast",
        "Владимирской области",
    ),
    (
        "RU-TVE",
        "Тверская область",
        "Tver Oblast",
        "Тверской области",
    ),
    (
        "RU-KIR",
        "Кировская область",
        "Kirov Oblast",
        "Кировской области",
    ),
    ("RU-OMS", "Омская область", "Omsk Oblast", "Омской области"),
    ("RU-PER", "Пермский край", "Perm Krai", "Пермскому краю"),
    (
        "RU-TUL",
        "Тульская область",
        "Tula Oblast",
        "Тульской области",
    ),
    (
        "RU-KO",
        "Республика Коми",
        "Komi Republic",
        "Республике Коми",
    ),
    (
        "RU-SMO",
        "Смоленская область",
        "Smolensk Oblast",
        "Смоленской области",
    ),
];

impl Corpus {
    /// A facility of a type.
    pub fn facility_of(self, kind: FacilityType, dice: &mut Dice) -> usize {
        loop {
            let index = dice.roll(self.facilities());
            if TYPES[index % TYPES.len()] == kind {
                return index;
            }
        }
    }
}

pub fn facility_id(index: usize) -> String {
    format!("facility-{index:04}")
}

/// The file of a facility.
pub fn facility_file(index: usize) -> String {
    format!("content/facilities/{}.md", facility_id(index))
}

pub fn facility(index: usize) -> File {
    let (code, region, region_en, after) = REGIONS[Dice::of("facility", index).roll(REGIONS.len())];
    let (kind, ru, en, name, name_en) = match TYPES[index % TYPES.len()] {
        Sizo => (
            "sizo",
            "СИЗО",
            "SIZO",
            "Следственный изолятор",
            "Detention centre",
        ),
        Colony => (
            "ik",
            "ИК",
            "IK",
            "Исправительная колония",
            "Correctional colony",
        ),
        Prison => ("prison", "Т", "T", "Тюрьма", "Prison"),
    };
    let (number, house, postcode) = (index + 1, index % 90 + 1, 900_000 + index);
    let text = format!(
        "---\nname: {{ru: \"{name} № {number}\", en: \"{name_en} No. {number}\"}}\nshort: {{ru: {ru}-{number}, en: {en}-{number}}}\n\
         type: {kind}\ncountry: ru\nregion: {code}\nregion_name: {{ru: {region}, en: {region_en}}}\n\
         address:\n  recipient: ФКУ {ru}-{number} УФСИН России по {after}\n  street: ул. Измерительная, д. {house}\n  town: пос. Образцовый-{number}\n  region: {region}\n  postcode: \"{postcode}\"\n\
         channels: [post, letters-by-wire]\nsources:\n  - {{id: site, title: {{ru: Сайт учреждения (образец), en: The facility's site (a sample)}}}}\n\
         verified:\n  address: {{date: 2026-11-01, by: {{ru: редакторы, en: the editors}}, source: site}}\n---\n\
         Такого учреждения нет: запись нужна для измерений. Письма здесь отдают раз в неделю, посылки принимают по будням.\n"
    );
    (facility_file(index), text)
}

pub fn case(index: usize) -> File {
    let text = format!(
        "---\nname: {{ru: Дело для измерений {index}, en: Case {index} for measuring}}\ndate: 2021-01\ncountry: ru\n---\n\
         Такого дела нет. На странице дела стоит короткий рассказ о нём и список тех, кого по нему держат.\n"
    );
    (format!("content/cases/case-{index:04}.md"), text)
}

/// An organisation of which only the name differs.
macro_rules! organisation {
    ($ru:literal, $en:literal) => {
        concat!(
            "---\nname: {ru: ", $ru, " группа (образец), en: ", $en, " group (a sample)}\nurls: [\"https://example.net/", $en,
            "\"]\nroles: [recognises, supports]\ncountry: de\n---\nТакой группы нет.\n",
        )
    };
}

/// What every site has.
pub const FIXED: &[(&str, &str)] = &[
    (
        "content/site.yaml",
        "edition: 1\nid: measured\ntitle: {ru: Сайт для измерений, en: A site for measuring}\nlanguages: [ru, en]\n\
         audience: [ru, de]\ndesignated_links: warn\ndate: 2026-11-21\nhow_to_find_us: {ru: Нигде., en: Nowhere.}\n",
    ),
    ("content/rules/ru.md", RULES),
    (
        "content/organisations/org-0.md",
        organisation!("Первая", "First"),
    ),
    (
        "content/organisations/org-1.md",
        organisation!("Вторая", "Second"),
    ),
    (
        "content/organisations/org-2.md",
        organisation!("Третья", "Third"),
    ),
    (
        "content/organisations/org-3.md",
        organisation!("Четвёртая", "Fourth"),
    ),
    (
        "content/organisations/org-4.md",
        organisation!("Пятая", "Fifth"),
    ),
    (
        "content/services/letters-by-wire.md",
        "---\nname: {ru: Письма по проводам, en: Letters by wire}\nurl: https://example.org/wire\ncountries: [ru]\n\
         limits: {ru: До двух страниц., en: Up to two pages.}\nforeign_cards: no\n---\nТакой службы нет.\n",
    ),
    (
        "content/calendar/october-30.md",
        "---\nname: {ru: День политзаключённого, en: Day of the Political Prisoner}\nday: 10-30\n---\n",
    ),
    (
        "content/calendar/new-year.md",
        "---\nname: {ru: Новый год, en: New Year}\nday: 12-31\n---\n",
    ),
    (
        "content/pages/about.md",
        "---\ntitle: {ru: О сайте, en: About}\nmenu: 1\n---\nЭтот сайт сделан для измерений, и никого из тех, кто на нём назван, нет.\n",
    ),
];

const RULES: &str = "---\nname: {ru: Россия, en: Russia}\ntitle: {ru: Как писать в Россию, en: How to write to Russia}\n\
    envelope_country: RUSSIA\naddress_lang: ru\ncorrespondence: open\nletters:\n\
    \x20 language:\n    text: {ru: Письма на других языках проверяют дольше., en: Letters in other languages are checked for longer.}\n    practice: {ru: Лучше по-русски., en: Russian is better.}\n    checked: 2026-11-01\n\
    \x20 who:\n    text: {ru: Писать может кто угодно., en: Anybody may write.}\n    checked: 2026-11-01\n\
    \x20 enclosures:\n    text: {ru: Письмо или открытка., en: A letter or a card.}\n    checked: 2026-11-01\n\
    \x20 reply:\n    text: {ru: Вложите чистую бумагу и марку., en: Enclose blank paper and a stamp.}\n    checked: 2026-11-01\n\
    \x20 write_about:\n    text: {ru: О книгах и о погоде., en: Books and the weather.}\n    checked: 2026-11-01\n\
    \x20 avoid:\n    text: {ru: Не обсуждайте дело., en: Do not discuss the case.}\n    checked: 2026-11-01\n\
    \x20 safety:\n    text: {ru: Можно взять псевдоним., en: You may use a pseudonym.}\n    checked: 2026-11-01\n\
    ---\nНапишите страницу или две, вложите чистую бумагу и марку. Ответ приходит через месяц или не приходит вовсе.\n";
