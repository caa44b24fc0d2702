//! The parts that several samples use. The people are invented.

use crate::view::*;

pub(crate) const RUSSIAN: &str = "ru";

/// Chooses the words of one of the two languages in which samples are written.
#[derive(Clone, Copy)]
pub(crate) struct InLanguage {
    pub(crate) lang: &'static str,
}

impl InLanguage {
    pub(crate) fn say(self, ru: &str, en: &str) -> String {
        (if self.lang == RUSSIAN { ru } else { en }).to_owned()
    }

    pub(crate) fn phrase(self, ru: &str, en: &str) -> Phrase {
        self.say(ru, en).into()
    }

    /// Words for which there is no English.
    pub(crate) fn only_russian(self, ru: &str) -> Phrase {
        if self.lang == RUSSIAN {
            ru.into()
        } else {
            Phrase::foreign(ru, RUSSIAN)
        }
    }

    pub(crate) fn link(self, href: &str, ru: &str, en: &str) -> Link {
        Link {
            href: href.into(),
            text: self.say(ru, en),
        }
    }

    pub(crate) fn named(self, href: Option<&str>, ru: &str, en: &str) -> Named {
        Named {
            name: self.phrase(ru, en),
            href: href.map(Into::into),
        }
    }

    pub(crate) fn date(self, iso: &str, ru: &str, en: &str) -> Date {
        Date {
            iso: iso.into(),
            text: self.say(ru, en),
        }
    }

    pub(crate) fn day(self) -> Date {
        self.date("2026-10-14", "14 октября 2026 года", "14 October 2026")
    }

    pub(crate) fn page(self, title: (&str, &str)) -> Page {
        let title = self.say(title.0, title.1);
        Page {
            lang: self.lang.into(),
            dir: Dir::Ltr,
            title: format!(
                "{title} — {}",
                self.say("Письма в неволю", "Letters Inside")
            ),
            description: None,
            root: "../../".into(),
            home: MenuItem {
                href: "../index.html".into(),
                words: self.phrase("Письма в неволю", "Letters Inside"),
                current: false,
            },
            leave: "about:blank".into(),
            languages: vec![self.other_language()],
            menu: self.menu(),
            crumbs: vec![self.named(Some("index.html"), "Люди", "People")],
            feed: Some("../feed.xml".into()),
            noindex: false,
            scripts: Scripts::None,
            paper: None,
            alone: false,
            unreviewed: true,
            verify: Some("../verify.html".into()),
            mirrors: None,
            pinned: Some(self.say("21 ноября 2026 года", "21 November 2026")),
            how_to_find_us: Some(self.phrase(
                "Если адрес заблокируют: @letters_example в мессенджерах.",
                "If this address is blocked: @letters_example in messengers.",
            )),
        }
    }

    /// A page with as little as a page can have.
    pub(crate) fn bare_page(self, title: (&str, &str)) -> Page {
        Page {
            languages: Vec::new(),
            crumbs: Vec::new(),
            feed: None,
            unreviewed: false,
            verify: None,
            pinned: None,
            how_to_find_us: None,
            ..self.page(title)
        }
    }

    fn other_language(self) -> LanguageLink {
        let (lang, name) = if self.lang == RUSSIAN {
            ("en", "English")
        } else {
            ("ru", "Русский")
        };
        LanguageLink {
            lang: lang.into(),
            dir: None,
            name: name.into(),
            href: format!("../../{lang}/people/anna.html"),
        }
    }

    fn menu(self) -> Vec<MenuItem> {
        let items = [
            ("../people/index.html", "Люди", "People"),
            ("../birthdays/index.html", "Дни рождения", "Birthdays"),
            ("../rules/index.html", "Как писать", "How to write"),
            ("../facilities/index.html", "Места заключения", "Prisons"),
            ("../released/index.html", "На свободе", "Released"),
            ("../pages/about.html", "О проекте", "About"),
        ];
        let item = |(at, (href, ru, en)): (usize, (&str, &str, &str))| MenuItem {
            href: href.into(),
            words: self.phrase(ru, en),
            current: at == 0,
        };
        items.into_iter().enumerate().map(item).collect()
    }

    pub(crate) fn row(self, ru: &str, en: &str, mark: Mark) -> PersonRow {
        PersonRow {
            href: "../people/anna.html".into(),
            name: self.phrase(ru, en),
            state: self.say("в колонии", "in a colony"),
            place: Some(self.phrase("Владимирская область", "Vladimir Oblast")),
            about: None,
            mark,
            date: None,
        }
    }

    pub(crate) fn rows(self) -> Vec<PersonRow> {
        let mut first = self.row("Анна Образцова", "Anna Obraztsova", Mark::Yes);
        first.about = Some(self.phrase(
            "Учительница литературы, осуждена за стихи.",
            "A teacher of literature, sentenced for poems.",
        ));
        let mut foreign = self.row("", "", Mark::Wait);
        foreign.name = self.only_russian("Пётр Северный");
        foreign.state = self.say("в пути", "on the way");
        foreign.place = None;
        let mut last = self.row("Мария Вымышленная", "Maria Vymyshlennaya", Mark::No);
        last.state = self.say("местонахождение неизвестно", "whereabouts unknown");
        let mut free = self.row("Иван Вольный", "Ivan Volny", Mark::None);
        free.state = self.say("на свободе", "free");
        free.date = Some(self.day());
        vec![first, foreign, last, free]
    }

    pub(crate) fn envelope(self) -> Envelope {
        Envelope {
            lang: RUSSIAN.into(),
            dir: None,
            recipient: "Образцовой Анне Петровне, 1984 г. р.".into(),
            lines: vec![
                "ФКУ ИК-2 УФСИН России по Владимирской области".into(),
                "ул. Образцовая, д. 1".into(),
                "г. Образцов, Образцовский район".into(),
                "Владимирская область".into(),
            ],
            postcode: Some("600000".into()),
            country_latin: Some("RUSSIA".into()),
            notice: None,
            verified: Some(Verified {
                date: self.day(),
                by: Some(self.phrase("родственники", "relatives")),
            }),
            ask_after: Some(self.say("12 апреля 2027 года", "12 April 2027")),
            stale: false,
        }
    }

    pub(crate) fn rules(self) -> Vec<LetterRule> {
        vec![
            self.rule(
                "language",
                ("Язык", "Language"),
                (
                    "Письма принимают только на русском языке.",
                    "Letters are accepted in Russian only.",
                ),
            ),
            self.rule(
                "reply",
                ("Ответ", "An answer"),
                (
                    "Вложите чистый лист, конверт с вашим адресом и марку.",
                    "Enclose a blank sheet, an envelope with your address and a stamp.",
                ),
            ),
            self.rule(
                "write_about",
                ("О чём писать", "What to write about"),
                (
                    "О книгах, о природе, о своей работе, о детских воспоминаниях.",
                    "Books, nature, your work, memories of childhood.",
                ),
            ),
            self.rule(
                "avoid",
                ("Чего избегать", "What to avoid"),
                (
                    "Политики, имён общих знакомых, шуток о побеге.",
                    "Politics, names of common friends, jokes about escape.",
                ),
            ),
        ]
    }

    pub(crate) fn rule_notes(self) -> Vec<RuleNote> {
        let source = self.named(
            Some("https://example.org/rules"),
            "правила переписки",
            "prison rules",
        );
        vec![RuleNote {
            number: 1,
            source: Some(source),
            checked: Some(self.day()),
        }]
    }

    fn rule(self, key: &str, heading: (&str, &str), text: (&str, &str)) -> LetterRule {
        let aged = key == "language";
        LetterRule {
            key: key.into(),
            heading: self.say(heading.0, heading.1),
            text: self.phrase(text.0, text.1),
            practice: aged.then(|| {
                self.phrase(
                    "короткие открытки по-английски доходят.",
                    "short cards in English arrive.",
                )
            }),
            note: aged.then_some(1),
        }
    }

    pub(crate) fn sources(self) -> Vec<Source> {
        vec![
            Source {
                number: 1,
                title: self.named(
                    Some("https://example.org/case"),
                    "Приговор суда",
                    "The judgment",
                ),
                publisher: Some(self.phrase("Пример-медиа", "Example Media")),
                date: Some(self.day()),
                language: None,
            },
            Source {
                number: 2,
                title: Named {
                    name: self.only_russian("Хроника <событий>"),
                    href: None,
                },
                publisher: None,
                date: None,
                language: Some(self.phrase("на русском", "in Russian")),
            },
        ]
    }

    pub(crate) fn body(self) -> Body {
        let text = self.say(
            "<p>Двадцать лет она вела уроки литературы в сельской школе, и на этих уроках всегда \
             читали вслух.</p><h3>Арест</h3><p>За ней пришли в шесть утра. При обыске забрали \
             тетради учеников, старый ноутбук и томик Ахматовой с пометками.</p>",
            "<p>For twenty years she taught literature in a village school, and in her lessons \
             they always read aloud.</p><h3>The arrest</h3><p>They came for her at six in the \
             morning, and took her pupils’ exercise books, an old laptop and a volume of Akhmatova \
             with notes in the margins.</p>",
        );
        Body {
            html: text.repeat(2),
            lang: None,
            dir: None,
            more: None,
            translation: None,
        }
    }

    /// A text that is not in the page's language, or was not, with all that is said about it.
    pub(crate) fn translated_body(self, missing: bool) -> Body {
        let translation = Translation {
            missing,
            older: !missing,
            original: self.say("на русском языке", "in Russian"),
            translator: (!missing).then(|| self.say("Ольга П.", "Olga P.")),
        };
        let foreign = missing && self.lang != RUSSIAN;
        Body {
            html: if foreign {
                InLanguage { lang: RUSSIAN }.body().html
            } else {
                self.body().html
            },
            lang: foreign.then(|| RUSSIAN.to_owned()),
            more: Some("anna-story.html".into()),
            translation: Some(translation),
            ..self.body()
        }
    }
}
