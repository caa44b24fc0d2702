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
    let front = format!(
        "name: {{ru: \"{name} № {number}\", en: \"{name_en} No. {number}\"}}\nshort: {{ru: {ru}-{number}, en: {en}-{number}}}\n\
         type: {kind}\ncountry: ru\nregion: {code}\nregion_name: {{ru: {region}, en: {region_en}}}\n\
         address:\n  recipient: ФКУ {ru}-{number} УФСИН России по {after}\n  street: ул. Измерительная, д. {house}\n  town: пос. Образцовый-{number}\n  region: {region}\n  postcode: \"{postcode}\"\n\
         channels: [post, letters-by-wire]\nsources:\n  - {{id: site, title: {{ru: Сайт учреждения (образец), en: The facility's site (a sample)}}}}\n\
         verified:\n  address: {{date: 2026-11-01, by: {{ru: редакторы, en: the editors}}, source: site}}\n"
    );
    let body = "Такого учреждения нет: запись нужна для измерений. Письма здесь отдают раз в неделю, посылки принимают по будням.\n";
    (facility_file(index), untranslated(&front, body))
}

pub fn case(index: usize) -> File {
    let front = format!(
        "name: {{ru: Дело для измерений {index}, en: Case {index} for measuring}}\ndate: 2021-01\ncountry: ru\n"
    );
    let body = "Такого дела нет. На странице дела стоит короткий рассказ о нём и список тех, кого по нему держат.\n";
    (
        format!("content/cases/case-{index:04}.md"),
        untranslated(&front, body),
    )
}

pub fn organisation(index: usize) -> File {
    let front = format!(
        "name: {{ru: Группа {index} (образец), en: Group {index} (a sample)}}\nurls: [\"https://example.net/{index}\"]\n\
         roles: [recognises, supports]\ncountry: de\n"
    );
    (
        format!("content/organisations/org-{index}.md"),
        untranslated(&front, "Такой группы нет.\n"),
    )
}

/// What a site of any size has.
pub fn fixed() -> Vec<File> {
    let records = RECORDS
        .iter()
        .map(|(name, front, body)| (format!("content/{name}.md"), untranslated(front, body)));
    let config = ("content/site.yaml".to_owned(), CONFIG.to_owned());
    [config].into_iter().chain(records).collect()
}

/// A record in one language, which rule W9 is to let pass.
pub fn untranslated(front: &str, body: &str) -> String {
    format!(
        "---\n{front}waivers: [{{rule: W9, date: 2026-11-01, reason: made for measuring}}]\n---\n{body}"
    )
}

const CONFIG: &str = "edition: 1\nid: measured\ntitle: {ru: Сайт для измерений, en: A site for measuring}\nlanguages: [ru, en]\n\
    audience: [ru, de]\ndesignated_links: warn\ndate: 2026-11-21\nhow_to_find_us: {ru: Нигде., en: Nowhere.}\n";

/// Name, front matter, body.
const RECORDS: [(&str, &str, &str); 5] = [
    (
        "rules/ru",
        RULES,
        "Напишите страницу или две, вложите чистую бумагу и марку. Ответ приходит через месяц или не приходит вовсе.\n",
    ),
    (
        "services/letters-by-wire",
        "name: {ru: Письма по проводам, en: Letters by wire}\nurl: https://example.org/wire\ncountries: [ru]\n\
         limits: {ru: До двух страниц., en: Up to two pages.}\nforeign_cards: no\n",
        "Такой службы нет.\n",
    ),
    (
        "calendar/october-30",
        "name: {ru: День политзаключённого, en: Day of the Political Prisoner}\nday: 10-30\n",
        "",
    ),
    (
        "calendar/new-year",
        "name: {ru: Новый год, en: New Year}\nday: 12-31\n",
        "",
    ),
    (
        "pages/about",
        "title: {ru: О сайте, en: About}\nmenu: 1\n",
        "Этот сайт сделан для измерений, и никого из тех, кто на нём назван, нет.\n",
    ),
];

const RULES: &str = "\
name: {ru: Россия, en: Russia}
title: {ru: Как писать в Россию, en: How to write to Russia}
envelope_country: RUSSIA
address_lang: ru
correspondence: open
letters:
  language: {text: {ru: Письма на других языках проверяют дольше., en: Letters in other languages are checked for longer.}, practice: {ru: Лучше по-русски., en: Russian is better.}, checked: 2026-11-01}
  who: {text: {ru: Писать может кто угодно., en: Anybody may write.}, checked: 2026-11-01}
  enclosures: {text: {ru: Письмо или открытка., en: A letter or a card.}, checked: 2026-11-01}
  reply: {text: {ru: Вложите чистую бумагу и марку., en: Enclose blank paper and a stamp.}, checked: 2026-11-01}
  write_about: {text: {ru: О книгах и о погоде., en: Books and the weather.}, checked: 2026-11-01}
  avoid: {text: {ru: Не обсуждайте дело., en: Do not discuss the case.}, checked: 2026-11-01}
  safety: {text: {ru: Можно взять псевдоним., en: You may use a pseudonym.}, checked: 2026-11-01}
";
