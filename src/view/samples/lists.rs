//! Home, lists of people and of other things, birthdays, the calendar.

use super::Sample;
use super::shared::InLanguage;
use crate::view::*;

pub(super) fn samples(lang: InLanguage) -> Vec<Sample> {
    vec![
        Sample::of("home", &home(lang)),
        Sample::of("home-bare", &bare_home(lang)),
        Sample::of("people", &people(lang)),
        Sample::of("people-released", &released(lang)),
        Sample::of("index", &index(lang)),
        Sample::of("search", &search(lang)),
        Sample::of(
            "search-short",
            &Search {
                letters: Vec::new(),
                ..search(lang)
            },
        ),
        Sample::of("birthdays", &birthdays(lang)),
        Sample::of(
            "birthdays-none",
            &Birthdays {
                days: Vec::new(),
                ..birthdays(lang)
            },
        ),
        Sample::of("calendar", &calendar(lang)),
    ]
}

fn home(lang: InLanguage) -> Home {
    let mut soon = lang.row("Анна Образцова", "Anna Obraztsova", Mark::Yes);
    soon.date = Some(lang.date("11-27", "27 ноября", "27 November"));
    let mut page = lang.bare_page(("Кому написать", "Whom to write to"));
    page.verify = Some("verify.html".into());
    page.mirrors = Some("mirrors.html".into());
    Home {
        page,
        description: Some(lang.phrase(
            "Кому сегодня написать в тюрьму, на какой адрес и как, чтобы письмо дошло.",
            "Whom to write to in prison today, at which address, and how to make it arrive.",
        )),
        people: 214,
        writable: 151,
        few_letters: lang.rows(),
        choose: doors(lang),
        birthdays: vec![soon],
        new: lang.rows(),
        dates: dates(lang),
        letters: letters(lang),
        released: letters(lang),
        doors: doors(lang),
        body: Some(lang.body()),
        ..bare_home(lang)
    }
}

fn bare_home(lang: InLanguage) -> Home {
    Home {
        page: lang.bare_page(("Кому написать", "Whom to write to")),
        heading: lang.phrase("Письма в неволю", "Letters Inside"),
        description: None,
        people: 1,
        writable: 0,
        few_letters: Vec::new(),
        choose: Vec::new(),
        birthdays: Vec::new(),
        new: Vec::new(),
        dates: Vec::new(),
        letters: Vec::new(),
        released: Vec::new(),
        doors: Vec::new(),
        body: None,
    }
}

fn people(lang: InLanguage) -> PeopleList {
    PeopleList {
        page: lang.page(("Люди", "People")),
        heading: lang.phrase("Люди", "People"),
        intro: Some(lang.say("Те, кому нужны письма.", "Those who need letters.")),
        count: 214,
        search: Some("../search.html".into()),
        labels: Some("../labels/people/index.html".into()),
        letters: letters(lang),
        parts: parts(lang),
        groups: vec![PeopleGroup {
            heading: None,
            people: lang.rows(),
        }],
    }
}

fn letters(lang: InLanguage) -> Vec<LetterLink> {
    let letters = lang.say("АБВГДЕЖЗИК", "ABCDEFGHIJ");
    let letter = |(at, letter): (usize, char)| LetterLink {
        text: letter.into(),
        href: (at != 6).then(|| format!("letter-{:02}.html", at + 1)),
        current: at == 2,
    };
    letters.chars().enumerate().map(letter).collect()
}

fn parts(lang: InLanguage) -> Vec<LetterGroup> {
    let words = lang.say("Ка Каба Каза Кам", "Ca Caba Cam Caza");
    let part = |(at, letters): (usize, &str)| LetterLink {
        text: letters.into(),
        href: Some(format!("letter-11-01-{:02}.html", at + 1)),
        current: false,
    };
    vec![LetterGroup {
        letters: lang.say("К", "C"),
        parts: words.split(' ').enumerate().map(part).collect(),
    }]
}

fn search(lang: InLanguage) -> Search {
    let mut page = lang.page(("Найти человека", "Find a person"));
    page.scripts = Scripts::Own;
    Search {
        page,
        script: "../search.js".into(),
        index: "search/list.js".into(),
        letters: letters(lang),
        doors: doors(lang),
    }
}

fn released(lang: InLanguage) -> PeopleList {
    PeopleList {
        page: lang.bare_page(("На свободе", "Released")),
        heading: lang.phrase("На свободе", "Released"),
        intro: None,
        count: 2,
        search: None,
        letters: Vec::new(),
        parts: Vec::new(),
        labels: None,
        groups: ["2026", "2025"]
            .map(|year| PeopleGroup {
                heading: Some(year.into()),
                people: lang.rows(),
            })
            .into(),
    }
}

fn index(lang: InLanguage) -> Index {
    Index {
        page: lang.page(("Места заключения", "Prisons")),
        heading: lang.say("Места заключения", "Prisons"),
        intro: Some(lang.say("По странам и регионам.", "By country and region.")),
        letters: letters(lang),
        parts: parts(lang),
        groups: vec![
            IndexGroup {
                heading: Some(lang.phrase("Россия", "Russia")),
                items: doors(lang),
            },
            IndexGroup {
                heading: None,
                items: doors(lang),
            },
        ],
    }
}

fn doors(lang: InLanguage) -> Vec<IndexItem> {
    let item = |href: &str, name: Phrase, people| IndexItem {
        href: href.into(),
        name,
        note: None,
        people,
    };
    vec![
        item(
            "../people/index.html",
            lang.phrase("Все люди", "All people"),
            Some(214),
        ),
        item(
            "../regions/index.html",
            lang.phrase("По регионам", "By region"),
            None,
        ),
        IndexItem {
            note: Some(lang.phrase("Язык, вложения, ответ", "Language, enclosures, answers")),
            ..item(
                "../rules/ru.html",
                lang.only_russian("Как писать в Россию"),
                Some(1),
            )
        },
    ]
}

fn birthdays(lang: InLanguage) -> Birthdays {
    let months = lang.say("Январь Февраль Март", "January February March");
    let month = |(at, name): (usize, &str)| LetterLink {
        text: name.into(),
        href: Some(format!("{:02}.html", at + 1)),
        current: at == 1,
    };
    Birthdays {
        page: lang.page(("Дни рождения", "Birthdays")),
        heading: lang.say("Дни рождения в феврале", "Birthdays in February"),
        ics: Some("../birthdays.ics".into()),
        months: months.split(' ').enumerate().map(month).collect(),
        day_pages: letters(lang),
        days: vec![BirthdaysOfDay {
            date: lang.date("02-29", "29 февраля", "29 February"),
            people: lang.rows(),
        }],
    }
}

fn calendar(lang: InLanguage) -> Calendar {
    Calendar {
        page: lang.page(("Календарь", "Calendar")),
        ics: Some("../calendar.ics".into()),
        dates: dates(lang),
    }
}

fn dates(lang: InLanguage) -> Vec<LetterDate> {
    let post_by = PostBy {
        route: lang.say("из Германии в Россию", "from Germany to Russia"),
        date: lang.date("2026-11-26", "26 ноября 2026 года", "26 November 2026"),
    };
    vec![
        LetterDate {
            date: lang.date("2026-12-10", "10 декабря 2026 года", "10 December 2026"),
            name: lang.phrase("День прав человека", "Human Rights Day"),
            post_by: vec![post_by],
            body: Some(lang.body()),
        },
        LetterDate {
            date: lang.date("2026-12-31", "31 декабря 2026 года", "31 December 2026"),
            name: lang.phrase("Новый год", "New Year"),
            post_by: Vec::new(),
            body: None,
        },
    ]
}
