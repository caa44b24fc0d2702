//! The pages that hold next to nothing: removed, moved, not found, the choice of languages.

use super::Sample;
use super::shared::{InLanguage, RUSSIAN};
use crate::view::*;

pub(super) fn samples(lang: InLanguage) -> Vec<Sample> {
    vec![
        Sample::of("removed", &removed(lang)),
        Sample::of("moved", &moved(lang)),
        Sample::of("not-found", &not_found(lang)),
        Sample::of("languages", &languages(lang)),
    ]
}

fn removed(lang: InLanguage) -> Removed {
    Removed {
        page: Page {
            noindex: true,
            ..lang.bare_page(("Удалено", "Removed"))
        },
    }
}

fn moved(lang: InLanguage) -> Moved {
    let page = Page {
        noindex: true,
        ..lang.bare_page(("Переехало", "Moved"))
    };
    Moved {
        page,
        to: lang.named(Some("anna.html"), "Анна Образцова", "Anna Obraztsova"),
    }
}

fn not_found(lang: InLanguage) -> NotFound {
    let language = |lang: &str| NotFoundIn {
        lang: lang.into(),
        dir: Dir::Ltr,
    };
    NotFound {
        page: Page {
            root: String::new(),
            ..lang.bare_page(("404", "404"))
        },
        languages: vec![language(RUSSIAN), language("en")],
    }
}

fn languages(lang: InLanguage) -> Languages {
    let language = |lang: &str, name: &str, title: &str, description: Option<&str>| SiteLanguage {
        lang: lang.into(),
        dir: Dir::Ltr,
        name: name.into(),
        href: format!("{lang}/index.html"),
        title: title.into(),
        description: description.map(Into::into),
        verify: description.map(|_| format!("{lang}/verify.html")),
    };
    let russian = "Кому сегодня написать в тюрьму и как.";
    let mut page = lang.bare_page(("Язык", "Language"));
    page.root = String::new();
    page.description = Some("Письма в неволю / Letters Inside".into());
    Languages {
        page,
        languages: vec![
            language(RUSSIAN, "Русский", "Письма в неволю", Some(russian)),
            language("en", "English", "Letters Inside", None),
        ],
    }
}
