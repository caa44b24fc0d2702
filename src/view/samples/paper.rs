//! Pages for paper: sheets, an envelope, labels.

use super::Sample;
use super::shared::InLanguage;
use crate::view::*;

pub(super) fn samples(lang: InLanguage) -> Vec<Sample> {
    vec![
        Sample::of("sheet", &sheet(lang)),
        Sample::of("sheet-withheld", &withheld(lang)),
        Sample::of("envelope", &envelope(lang)),
        Sample::of("envelope-plain", &plain_envelope(lang)),
        Sample::of("labels", &labels(lang)),
    ]
}

fn sheet(lang: InLanguage) -> Sheet {
    Sheet {
        about: Some(lang.phrase("Учительница литературы.", "A teacher of literature.")),
        punishment: Some(lang.say(
            "С 3 ноября 2026 года — в штрафном изоляторе.",
            "Since 3 November 2026 in a punishment cell.",
        )),
        address: Some(lang.envelope()),
        prisoner_number: Some("466/64".into()),
        languages: Some(lang.say("по-русски и по-английски", "Russian and English")),
        interests: Some(lang.only_russian("поэзия, шахматы, ботаника")),
        rules: lang.rules().into_iter().map(bare).collect(),
        safety: vec![lang.phrase("Можно взять псевдоним.", "You may use a pseudonym.")],
        envelopes: vec![Link {
            href: "../../paper/c6/anna.html".into(),
            text: "C6, 162 × 114 mm".into(),
        }],
        ..withheld(lang)
    }
}

fn bare(rule: LetterRule) -> LetterRule {
    LetterRule { note: None, ..rule }
}

fn withheld(lang: InLanguage) -> Sheet {
    let mut page = lang.page(("Анна Образцова: лист", "Anna Obraztsova: sheet"));
    page.scripts = Scripts::Own;
    page.noindex = true;
    Sheet {
        page,
        name: lang.phrase("Анна Образцова", "Anna Obraztsova"),
        about: None,
        state: lang.say(
            "В пути с 12 мая 2026 года.",
            "On the way since 12 May 2026.",
        ),
        punishment: None,
        write: Write {
            mark: Mark::Wait,
            sentence: lang.say("Пока не пишите.", "Do not write now."),
            instead: Some(lang.say("Подождите.", "Wait.")),
        },
        address: None,
        prisoner_number: None,
        languages: None,
        interests: None,
        rules: Vec::new(),
        safety: Vec::new(),
        profile: "../people/anna.html".into(),
        envelopes: Vec::new(),
        script: "../../paper.js".into(),
    }
}

fn envelope(lang: InLanguage) -> Cover {
    Cover {
        fit: "tight".into(),
        stencil: Some(Stencil {
            digits: "17".into(),
            width: 13,
            height: 10,
            strokes: "M0 5L5 0L5 10M8 0L13 0L8 5L8 10".into(),
            outline: "M0 0L5 0L5 10L0 10L0 0".into(),
        }),
        ..plain_envelope(lang)
    }
}

fn plain_envelope(lang: InLanguage) -> Cover {
    let title = ("Образцовой Анне: C6", "Obraztsovoy Anne: C6");
    let hint = |code: &str, dir| CoverIn {
        lang: code.into(),
        dir,
        sheet: format!("../../{code}/paper/anna.html"),
    };
    Cover {
        page: Page {
            noindex: true,
            paper: Some("162mm 114mm".into()),
            ..lang.bare_page(title)
        },
        name: "C6".into(),
        format: "c6".into(),
        width: "162".into(),
        height: "114".into(),
        fit: "loose".into(),
        address: lang.envelope(),
        stencil: None,
        languages: vec![hint("ru", Dir::Ltr), hint("en", Dir::Ltr)],
    }
}

fn labels(lang: InLanguage) -> Labels {
    let label = |points| Label {
        address: lang.envelope(),
        points,
    };
    Labels {
        page: Page {
            noindex: true,
            paper: Some("A4".into()),
            ..lang.page(("Люди: наклейки", "People: labels"))
        },
        heading: lang.phrase("Люди", "People"),
        count: 3,
        letters: vec![LetterLink {
            text: "А".into(),
            href: Some("letter-01.html".into()),
            current: false,
        }]
        .into_iter()
        .filter(|_| lang.lang == super::RUSSIAN)
        .collect(),
        sheets: vec![
            LabelSheet {
                labels: vec![label(11), label(7)],
            },
            LabelSheet {
                labels: vec![label(9)],
            },
        ],
        left_out: vec![Named {
            name: lang.only_russian("Пётр Северный"),
            href: Some("../../paper/petr.html".into()),
        }],
    }
}
