//! Profiles: an open address, a withheld one, somebody who is free; and a story that goes on.

use super::shared::InLanguage;
use super::{RUSSIAN, Sample};
use crate::view::*;

pub(super) fn samples(lang: InLanguage) -> Vec<Sample> {
    vec![
        Sample::of("profile", &rich(lang)),
        Sample::of("profile-withheld", &withheld(lang)),
        Sample::of("profile-listed", &listed(lang)),
        Sample::of("profile-free", &free(lang)),
        Sample::of("story", &story(lang)),
        Sample::of("profile-alone", &alone(lang)),
    ]
}

fn rich(lang: InLanguage) -> Profile {
    Profile {
        also: vec!["Anna Obrazcova".into(), "Hanna Abraztsova".into()],
        about: Some(lang.phrase(
            "Учительница литературы из Образцова, осуждена за стихи в школьной стенгазете.",
            "A teacher of literature from Obraztsov, sentenced for poems in a school newspaper.",
        )),
        portrait: Portrait {
            photo: Some(photo(lang)),
            ..stand_in(lang, 1)
        },
        punishment: Some(lang.say(
            "С 3 ноября 2026 года — в штрафном изоляторе.",
            "Since 3 November 2026 in a punishment cell.",
        )),
        sheet: Some("../paper/anna.html".into()),
        address: Some(lang.envelope()),
        prisoner_number: Some("466/64".into()),
        facility: Some(lang.named(
            Some("../facilities/ik-2.html"),
            "ИК-2, Владимирская область",
            "IK-2, Vladimir Oblast",
        )),
        services: vec![
            lang.named(
                Some("../services/zonatelecom.html"),
                "ФСИН-Пример",
                "FSIN-Example",
            ),
            lang.named(
                Some("../services/letters.html"),
                "Пример-письмо",
                "Example Mail",
            ),
        ],
        rules: lang.rules(),
        rule_notes: lang.rule_notes(),
        rules_more: Some("anna-story.html#letter_rules".into()),
        safety: vec![lang.phrase(
            "Из России можно писать под псевдонимом, но с настоящим обратным адресом.",
            "From Russia you may write under a pseudonym, but with a real return address.",
        )],
        birth: Some(lang.say("1984 год", "1984")),
        languages: Some(lang.say("по-русски и по-английски", "Russian and English")),
        interests: Some(lang.phrase("поэзия, шахматы, ботаника", "poetry, chess, botany")),
        region: Some(lang.named(
            Some("../regions/ru-vla.html"),
            "Владимирская область",
            "Vladimir Oblast",
        )),
        story: Some(lang.translated_body(lang.lang != RUSSIAN)),
        timeline: timeline(lang),
        timeline_more: Some("anna-story.html".into()),
        articles: vec![lang.named(
            Some("../articles/ru-207-3.html"),
            "УК РФ 207.3",
            "Criminal Code 207.3",
        )],
        cases: vec![lang.named(
            Some("../cases/poems.html"),
            "Дело о стихах",
            "The poems case",
        )],
        recognitions: vec![recognition(lang)],
        support: vec![support(lang)],
        sources: lang.sources(),
        ..bare(lang)
    }
}

/// What `vestochka single` shows.
fn alone(lang: InLanguage) -> Profile {
    let rich = rich(lang);
    Profile {
        page: Page {
            alone: true,
            ..rich.page
        },
        sheet: None,
        ..rich
    }
}

/// As little as a profile can hold: a name, a state and why there is no address.
fn bare(lang: InLanguage) -> Profile {
    Profile {
        page: lang.page(("Анна Образцова", "Anna Obraztsova")),
        name: lang.phrase("Анна Образцова", "Anna Obraztsova"),
        also: Vec::new(),
        about: None,
        portrait: stand_in(lang, 4),
        state: lang.say(
            "Отбывает наказание в колонии с 12 мая 2025 года.",
            "Serving a sentence in a colony since 12 May 2025.",
        ),
        punishment: None,
        write: Write {
            mark: Mark::Yes,
            sentence: lang.say("Можно писать.", "You can write."),
            instead: None,
        },
        sheet: None,
        address: None,
        prisoner_number: None,
        facility: None,
        services: Vec::new(),
        rules: Vec::new(),
        rule_notes: Vec::new(),
        rules_more: None,
        safety: Vec::new(),
        birth: None,
        languages: None,
        interests: None,
        region: None,
        story: None,
        timeline: Vec::new(),
        timeline_more: None,
        articles: Vec::new(),
        cases: Vec::new(),
        recognitions: Vec::new(),
        support: Vec::new(),
        sources: Vec::new(),
    }
}

fn withheld(lang: InLanguage) -> Profile {
    Profile {
        page: lang.bare_page(("Пётр Северный", "Pyotr Severny")),
        name: lang.only_russian("Пётр Северный"),
        portrait: Portrait {
            initials: "ПС".into(),
            ..stand_in(lang, 5)
        },
        state: lang.say(
            "С 1 ноября 2026 года в пути.",
            "On the way since 1 November 2026.",
        ),
        write: Write {
            mark: Mark::Wait,
            sentence: lang.say(
                "Пока не пишите: его везут в другую колонию.",
                "Do not write yet: he is being taken to another colony.",
            ),
            instead: Some(lang.say(
                "Напишите открытку заранее и отправьте, когда появится адрес.",
                "Write a card now, and post it once there is an address.",
            )),
        },
        ..bare(lang)
    }
}

fn listed(lang: InLanguage) -> Profile {
    let envelope = Envelope {
        notice: Some(lang.phrase(
            "Письма отдают только от людей из списка, который она подала администрации.",
            "Only letters from people on the list that she handed in are passed on.",
        )),
        stale: true,
        postcode: None,
        country_latin: Some("BELARUS".into()),
        verified: None,
        ask_after: None,
        ..lang.envelope()
    };
    Profile {
        address: Some(envelope),
        story: Some(lang.body()),
        portrait: stand_in(lang, 7),
        write: Write {
            mark: Mark::No,
            sentence: lang.say(
                "Письма доходят только от людей из её списка.",
                "Letters arrive only from people on her list.",
            ),
            instead: None,
        },
        ..bare(lang)
    }
}

fn free(lang: InLanguage) -> Profile {
    Profile {
        state: lang.say(
            "На свободе с 14 октября 2026 года.",
            "Free since 14 October 2026.",
        ),
        story: Some(lang.body()),
        write: Write {
            mark: Mark::None,
            sentence: lang.say(
                "Писать в тюрьму больше не нужно.",
                "No more letters to prison.",
            ),
            instead: None,
        },
        ..bare(lang)
    }
}

fn story(lang: InLanguage) -> Story {
    Story {
        page: lang.page(("Анна Образцова: история", "Anna Obraztsova: the story")),
        name: lang.phrase("Анна Образцова", "Anna Obraztsova"),
        profile: "anna.html".into(),
        body: Some(lang.body()),
        background: Some(background(lang)),
    }
}

fn background(lang: InLanguage) -> Background {
    let whole = rich(lang);
    Background {
        timeline: whole.timeline,
        recognitions: whole.recognitions,
        support: whole.support,
        sources: whole.sources,
        birth: whole.birth,
        also: whole.also,
        region: whole.region,
        articles: whole.articles,
        cases: whole.cases,
        rules: whole.rules,
        rule_notes: whole.rule_notes,
    }
}

fn stand_in(lang: InLanguage, colour: u8) -> Portrait {
    Portrait {
        photo: None,
        initials: lang.say("АО", "AO"),
        colour,
    }
}

fn photo(lang: InLanguage) -> Photo {
    Photo {
        src: "../../photos/anna.jpg".into(),
        sources: vec![PhotoSource {
            src: "../../photos/anna.webp".into(),
            media_type: "image/webp".into(),
        }],
        width: 320,
        height: 400,
        alt: lang.phrase(
            "Анна улыбается у окна класса",
            "Anna smiling at a classroom window",
        ),
        credit: "Example Photographer".into(),
        licence: "CC BY 4.0".into(),
    }
}

fn timeline(lang: InLanguage) -> Vec<TimelineEntry> {
    let entry = |date: Date, ru: &str, en: &str| TimelineEntry {
        date,
        event: lang.say(ru, en),
        articles: Vec::new(),
        sentence: None,
        place: None,
        facility: None,
        note: None,
        certainty: None,
        sources: Vec::new(),
    };
    vec![
        TimelineEntry {
            place: Some(lang.phrase("Образцов", "Obraztsov")),
            note: Some(lang.phrase("Обыск шёл девять часов.", "The search took nine hours.")),
            sources: vec![1],
            ..entry(
                lang.date("2024-03-02", "2 марта 2024 года", "2 March 2024"),
                "Арест",
                "Arrest",
            )
        },
        TimelineEntry {
            articles: vec![
                lang.named(
                    Some("../articles/ru-207-3.html"),
                    "УК РФ 207.3",
                    "Criminal Code 207.3",
                ),
                lang.named(
                    Some("../articles/ru-280-3.html"),
                    "УК РФ 280.3",
                    "Criminal Code 280.3",
                ),
            ],
            sentence: Some(lang.phrase("6 лет колонии общего режима", "6 years in a colony")),
            sources: vec![1, 2],
            ..entry(
                lang.date("2025-02", "февраль 2025 года", "February 2025"),
                "Приговор",
                "Verdict",
            )
        },
        TimelineEntry {
            facility: Some(lang.named(
                Some("../facilities/ik-2.html"),
                "ИК-2, Владимирская область",
                "IK-2, Vladimir Oblast",
            )),
            certainty: Some(lang.say("по сообщениям", "reported")),
            ..entry(
                lang.date("2025-05-12", "12 мая 2025 года", "12 May 2025"),
                "Прибытие на место",
                "Arrival",
            )
        },
    ]
}

fn recognition(lang: InLanguage) -> Recognition {
    Recognition {
        organisation: lang.named(
            Some("../organisations/example.html"),
            "Примерная организация",
            "The Example Organisation",
        ),
        status: lang.phrase("Политзаключённая", "Political prisoner"),
        date: lang.day(),
        warning: None,
        sources: vec![2],
    }
}

fn support(lang: InLanguage) -> Support {
    Support {
        link: lang.named(
            Some("https://example.org/anna"),
            "Группа поддержки",
            "Support group",
        ),
        kind: lang.say("сайт", "website"),
        warning: Some(lang.say(
            "В России организация признана «нежелательной»: за участие в ней преследуют.",
            "Branded “undesirable” in Russia, where taking part in it is prosecuted.",
        )),
    }
}
