//! The pages around signed releases.

use super::Sample;
use super::shared::InLanguage;
use crate::view::*;

const FINGERPRINT: [&str; 16] = [
    "0123", "4567", "89ab", "cdef", "0123", "4567", "89ab", "cdef", "0123", "4567", "89ab", "cdef",
    "0123", "4567", "89ab", "cdef",
];
const KEY: [&str; 14] = [
    "RWQf", "6LRC", "GA9i", "53ml", "YecO", "4IzT", "51TG", "Ppvw", "ucNS", "Ch1C", "BM0Q", "TaLn",
    "73Y7", "GFO3",
];

pub(super) fn samples(lang: InLanguage) -> Vec<Sample> {
    let empty = MirrorList {
        mirrors: Vec::new(),
        ..mirrors(lang)
    };
    let short = FileList {
        pages: Vec::new(),
        ..files(lang)
    };
    vec![
        Sample::of("verify", &verify(lang)),
        Sample::of("check", &check(lang)),
        Sample::of("mirrors", &mirrors(lang)),
        Sample::of("mirrors-none", &empty),
        Sample::of("files", &files(lang)),
        Sample::of("files-short", &short),
        Sample::of("keep", &keep(lang)),
    ]
}

fn verify(lang: InLanguage) -> Verify {
    let control = |path: &str| Link {
        href: format!("../{path}"),
        text: path.into(),
    };
    let signatures = [
        "keys/1.0123456789abcdef.minisig",
        "keys/1.76543210fedcba98.minisig",
    ];
    Verify {
        page: lang.page(("Подлинность копии", "Genuine or not")),
        check: "check.html".into(),
        controls: ["release.txt", "SHA256SUMS", "keys/1.txt"]
            .map(control)
            .into(),
        set: "keys/1.txt".into(),
        signatures: signatures.map(Into::into).into(),
        sets: vec![
            followed("keys/1.txt", None),
            followed("keys/2.txt", Some("keys/1.txt")),
        ],
        fingerprint: printed(&FINGERPRINT, true),
        release_keys: vec![SigningKey {
            id: "E7620F1842B4E81F".into(),
            key: printed(&KEY, false),
            from: lang.date("2026-01-01", "1 января 2026 года", "1 January 2026"),
            until: lang.date("2026-12-31", "31 декабря 2026 года", "31 December 2026"),
        }],
        mirrors: "mirrors.html".into(),
        files: "../files.html".into(),
        keep: "keep.html".into(),
    }
}

fn check(lang: InLanguage) -> Check {
    Check {
        page: Page {
            menu: Vec::new(),
            feed: None,
            verify: None,
            scripts: Scripts::Inline,
            ..lang.page(("Проверка файлов", "Checking files"))
        },
        verify: "verify.html".into(),
    }
}

fn followed(set: &str, before: Option<&str>) -> SetSignatures {
    SetSignatures {
        set: set.into(),
        own: vec!["keys/1.0123456789abcdef.minisig".into()],
        before: before.map(Into::into),
        old: before
            .map(|_| "keys/1.76543210fedcba98.minisig".into())
            .into_iter()
            .collect(),
    }
}

fn printed(groups: &[&str], spaced: bool) -> PrintedKey {
    PrintedKey {
        groups: groups.iter().map(|group| (*group).into()).collect(),
        spaced,
        qr: "data:image/png;base64,iVBORw0KGgo=".into(),
        side: 41,
    }
}

fn mirrors(lang: InLanguage) -> MirrorList {
    let row = |url: &str, note: Option<Phrase>, usable: bool| MirrorRow {
        url: url.into(),
        kind: lang.say("веб-сервер", "web host"),
        since: lang.date("2026-03-01", "1 марта 2026 года", "1 March 2026"),
        note,
        checked: Some(MirrorChecked {
            text: lang.say(
                "Что было при проверке 1 апреля 2026 года.",
                "What it was when it was checked on 1 April 2026.",
            ),
            usable,
        }),
    };
    MirrorList {
        page: lang.page(("Копии", "Copies")),
        mirrors: vec![
            row("https://example.org/one/", None, false),
            row(
                "https://example.org/two/",
                Some(lang.phrase("медленное", "slow")),
                true,
            ),
        ],
        bundles: vec![lang.link(
            "../bundle/site.zip",
            "site.zip — архив",
            "site.zip, an archive",
        )],
        verify: "verify.html".into(),
        keep: "keep.html".into(),
    }
}

fn files(lang: InLanguage) -> FileList {
    let language = |lang: &str| FilesIn {
        lang: lang.into(),
        dir: Dir::Ltr,
        verify: format!("{lang}/verify.html"),
    };
    let part = |text: &str, href: &str, current| LetterLink {
        text: text.into(),
        href: Some(href.into()),
        current,
    };
    FileList {
        page: Page {
            noindex: true,
            root: String::new(),
            ..lang.bare_page(("Файлы", "Files"))
        },
        languages: vec![language(super::RUSSIAN), language("en")],
        pages: vec![
            part("1", "files.html", true),
            part("2", "files-2.html", false),
        ],
        files: vec![
            "404.html".into(),
            "people.json".into(),
            "ru/feed.xml".into(),
        ],
    }
}

fn keep(lang: InLanguage) -> Keep {
    let mut page = lang.page(("Копия на устройстве", "A copy on the device"));
    page.scripts = Scripts::OwnWithWorker;
    Keep {
        page,
        script: "../keep.js".into(),
        worker: "../sw.js".into(),
        mirrors: "mirrors.html".into(),
        verify: "verify.html".into(),
    }
}
