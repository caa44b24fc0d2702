//! Facilities, cases, organisations, services, a country's rules, a page of text.

use super::Sample;
use super::shared::InLanguage;
use crate::view::*;

pub(super) fn samples(lang: InLanguage) -> Vec<Sample> {
    vec![
        Sample::of("facility", &facility(lang)),
        Sample::of("facility-closed", &closed_facility(lang)),
        Sample::of("case", &case(lang)),
        Sample::of("organisation", &organisation(lang)),
        Sample::of("organisation-bare", &bare_organisation(lang)),
        Sample::of("service", &service(lang)),
        Sample::of("service-closed", &closed_service(lang)),
        Sample::of("rules", &rules(lang)),
        Sample::of("text", &text(lang)),
    ]
}

fn facility(lang: InLanguage) -> Facility {
    Facility {
        page: lang.page(("ИК-2", "IK-2")),
        name: lang.phrase("Исправительная колония № 2", "Corrective Colony No. 2"),
        short: Some(lang.phrase("ИК-2", "IK-2")),
        kind: lang.say("исправительная колония", "corrective colony"),
        region: Some(lang.named(
            Some("../regions/ru-vla.html"),
            "Владимирская область",
            "Vladimir Oblast",
        )),
        country: lang.named(Some("../rules/ru.html"), "Россия", "Russia"),
        former_names: vec![FormerName {
            name: lang.only_russian("Учреждение ОД-1/2"),
            until: Some(lang.date("1994", "1994 год", "1994")),
        }],
        closed: None,
        correspondence: Some(lang.say("Письма доходят.", "Letters arrive.")),
        address: Some(Envelope {
            recipient: "ФКУ ИК-2 УФСИН России по Владимирской области".into(),
            lines: vec!["ул. Образцовая, д. 1".into(), "г. Образцов".into()],
            ..lang.envelope()
        }),
        channels: vec![
            lang.named(None, "почта", "post"),
            lang.named(
                Some("../services/example.html"),
                "ФСИН-Пример",
                "FSIN-Example",
            ),
        ],
        rules: lang.rules(),
        rule_notes: lang.rule_notes(),
        letters: Vec::new(),
        labels: Some("../labels/facilities/ik-2.html".into()),
        people: lang.rows(),
        once_here: lang.rows(),
        once_more: Some(lang.named(Some("../released/index.html"), "На свободе", "Released")),
        body: Some(lang.translated_body(true)),
        sources: lang.sources(),
    }
}

fn closed_facility(lang: InLanguage) -> Facility {
    Facility {
        short: None,
        region: None,
        former_names: Vec::new(),
        closed: Some(Closed {
            date: lang.date("1988", "1988 год", "1988"),
            successor: Some(lang.named(Some("ik-10.html"), "ИК-10", "IK-10")),
        }),
        correspondence: None,
        address: None,
        channels: Vec::new(),
        rules: Vec::new(),
        rule_notes: Vec::new(),
        letters: Vec::new(),
        labels: None,
        people: Vec::new(),
        once_here: Vec::new(),
        once_more: None,
        body: None,
        sources: Vec::new(),
        ..facility(lang)
    }
}

fn case(lang: InLanguage) -> Case {
    Case {
        page: lang.page(("Дело о стихах", "The poems case")),
        name: lang.phrase("Дело о стихах", "The poems case"),
        date: Some(lang.date("2024-03", "март 2024 года", "March 2024")),
        country: Some(lang.phrase("Россия", "Russia")),
        letters: Vec::new(),
        labels: Some("../labels/cases/poems.html".into()),
        people: lang.rows(),
        body: Some(lang.body()),
        sources: lang.sources(),
    }
}

fn organisation(lang: InLanguage) -> Organisation {
    Organisation {
        roles: vec![lang.say(
            "признаёт политзаключёнными",
            "recognises political prisoners",
        )],
        country: Some(lang.phrase("Швейцария", "Switzerland")),
        warning: Some(lang.say(
            "В России организация признана «нежелательной»: за участие в ней преследуют.",
            "Branded “undesirable” in Russia, where taking part in it is prosecuted.",
        )),
        urls: vec!["https://example.org/".into()],
        designations: vec![Designation {
            text: lang.say(
                "«Нежелательная организация» в России",
                "“Undesirable” in Russia",
            ),
            date: lang.day(),
            sources: vec![1],
        }],
        alternative: Some(lang.named(Some("safe.html"), "Другая организация", "Another one")),
        address: vec![
            "Example Organisation".into(),
            "Rue Exemple 1".into(),
            "1200 Genève".into(),
        ],
        body: Some(lang.body()),
        sources: lang.sources(),
        ..bare_organisation(lang)
    }
}

fn bare_organisation(lang: InLanguage) -> Organisation {
    Organisation {
        page: lang.page(("Примерная организация", "The Example Organisation")),
        name: lang.phrase("Примерная организация", "The Example Organisation"),
        roles: Vec::new(),
        country: None,
        warning: None,
        urls: Vec::new(),
        designations: Vec::new(),
        alternative: None,
        address: Vec::new(),
        body: None,
        sources: Vec::new(),
    }
}

fn service(lang: InLanguage) -> Service {
    Service {
        page: lang.page(("ФСИН-Пример", "FSIN-Example")),
        name: lang.phrase("ФСИН-Пример", "FSIN-Example"),
        url: Some("https://example.org/".into()),
        closed: None,
        countries: vec![lang.named(Some("../rules/ru.html"), "Россия", "Russia")],
        limits: Some(lang.phrase(
            "До 2500 знаков на странице.",
            "Up to 2,500 characters a page.",
        )),
        price: Some(Price {
            text: lang.phrase("85 рублей за страницу", "85 roubles a page"),
            checked: lang.day(),
            sources: vec![1],
        }),
        foreign_cards: Some(lang.say(
            "Карты иностранных банков не принимают.",
            "Cards of foreign banks are not accepted.",
        )),
        rules: lang.rules(),
        rule_notes: lang.rule_notes(),
        body: Some(lang.body()),
        sources: lang.sources(),
    }
}

fn closed_service(lang: InLanguage) -> Service {
    Service {
        url: None,
        closed: Some(lang.date("2026-01-01", "1 января 2026 года", "1 January 2026")),
        limits: None,
        price: None,
        foreign_cards: None,
        rules: Vec::new(),
        rule_notes: Vec::new(),
        body: None,
        sources: Vec::new(),
        ..service(lang)
    }
}

fn rules(lang: InLanguage) -> Rules {
    Rules {
        page: lang.page(("Как писать в Россию", "How to write to Russia")),
        title: lang.phrase("Как писать в Россию", "How to write to Russia"),
        envelope_country: Some("RUSSIA".into()),
        correspondence: Some(lang.say("Писать может каждый.", "Anybody may write.")),
        donating: Some(lang.say(
            "Переводы некоторым организациям в России преследуют.",
            "Donating to some organisations is prosecuted in Russia.",
        )),
        rules: lang.rules(),
        rule_notes: lang.rule_notes(),
        safety: vec![lang.only_russian("Подписывайтесь так, как вам безопаснее.")],
        by_type: vec![TypeRules {
            heading: lang.say("Следственный изолятор (СИЗО)", "Remand prison (SIZO)"),
            correspondence: Some(lang.say("Письма доходят.", "Letters arrive.")),
            rules: lang.rules(),
        }],
        transit: vec![TransitTime {
            country: lang.phrase("из Германии", "from Germany"),
            days: 14,
        }],
        services: vec![lang.named(
            Some("../services/example.html"),
            "ФСИН-Пример",
            "FSIN-Example",
        )],
        facilities: vec![lang.named(Some("../facilities/ik-2.html"), "ИК-2", "IK-2")],
        more_facilities: Some(lang.named(
            Some("../facilities/index.html"),
            "Места заключения",
            "Prisons",
        )),
        body: Some(lang.body()),
        sources: lang.sources(),
    }
}

fn text(lang: InLanguage) -> TextPage {
    TextPage {
        page: lang.page(("О проекте", "About")),
        title: lang.phrase("О проекте", "About"),
        body: Some(Body {
            html: lang.body().html.replace("h3>", "h2>"),
            ..lang.translated_body(false)
        }),
        sources: Vec::new(),
    }
}
