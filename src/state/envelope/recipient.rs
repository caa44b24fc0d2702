//! The first lines of an envelope: the person's name, and what must stand beside it.

use super::Missing;
use super::filled;
use super::form::{Form, Name, Wanted};
use crate::problem::Route;
use crate::record::{Kind, Lang, LangText, Prisoner};
use crate::texts::{Direction, Language};

/// `Марченко Анатолию Тихоновичу, 1938 г. р.`; in a language that is written from right
/// to left each part on a line of its own, because digits behind such letters turn
/// around at a hyphen.
pub(super) fn lines(
    prisoner: &Prisoner,
    form: &Form,
    lang: Option<&Lang>,
    missing: &mut Vec<Missing>,
) -> Vec<String> {
    let names = &prisoner.names;
    if form.patronymic && names.patronymic.is_none() && !names.no_patronymic {
        missing.push(absent(
            Route::key("names").then("patronymic"),
            "an envelope needs the patronymic",
            "add it, or write `patronymic: none`",
        ));
    }
    let name = name(prisoner, form, lang, missing);
    let year = birth_year(prisoner, form, lang, missing);
    let number = number(prisoner, form, missing);
    let parts: Vec<String> = [name, number, year].into_iter().flatten().collect();
    match lang.and_then(|lang| Language::parse(lang.as_str()).ok()) {
        Some(language) if language.direction() == Direction::Rtl => parts,
        _ => vec![parts.join(", ")],
    }
}

fn absent(route: Route, message: &str, hint: &str) -> Missing {
    Missing::new(Kind::Prisoner, route, message.into(), hint)
}

fn name(
    prisoner: &Prisoner,
    form: &Form,
    lang: Option<&Lang>,
    missing: &mut Vec<Missing>,
) -> Option<String> {
    let route = Route::key("names").then("envelope");
    let written = prisoner.names.envelope.as_deref().and_then(filled);
    match written {
        Some(line) if line.contains(char::is_numeric) => {
            missing.push(absent(
                route,
                "the name for the envelope holds digits",
                "leave only the name: birth year and number are added where they may be shown",
            ));
            None
        }
        Some(line) => Some(line),
        None if form.name == Name::Dative => {
            missing.push(absent(
                route,
                "an envelope needs the name in the dative",
                "add `names.envelope`, such as `Марченко Анатолию Тихоновичу`",
            ));
            None
        }
        None => full_name(prisoner, form, lang, missing),
    }
}

fn full_name(
    prisoner: &Prisoner,
    form: &Form,
    lang: Option<&Lang>,
    missing: &mut Vec<Missing>,
) -> Option<String> {
    let names = &prisoner.names;
    let given = in_lang(&names.given, lang);
    let surname = names.surname.as_ref().and_then(|name| in_lang(name, lang));
    let (Some(given), Some(surname)) = (given, surname) else {
        let lang = lang.map_or("the country's script", Lang::as_str);
        missing.push(Missing::new(
            Kind::Prisoner,
            Route::key("names").then("envelope"),
            format!("there is no whole name in `{lang}` for the envelope"),
            format!("add `{lang}:` to given name and surname, or `names.envelope`"),
        ));
        return None;
    };
    let patronymic = names.patronymic.as_ref();
    let patronymic = patronymic.and_then(|name| in_lang(name, lang));
    let parts = match form.name {
        Name::GivenFirst if !names.surname_first => vec![given, surname],
        Name::GivenFirst => vec![surname, given],
        Name::Dative | Name::SurnameFirst => [Some(surname), Some(given), patronymic]
            .into_iter()
            .flatten()
            .collect(),
    };
    Some(parts.join(" "))
}

/// In the language of the country's addresses; any, where that is not known.
fn in_lang(name: &LangText, lang: Option<&Lang>) -> Option<String> {
    let text = match lang {
        Some(lang) => name.get(lang),
        None => name.all().next(),
    };
    text.and_then(filled)
}

/// The words after a birth year.
const BORN: [(&str, &str); 3] = [("ru", "г. р."), ("be", "г. н."), ("uk", "р. н.")];

fn birth_year(
    prisoner: &Prisoner,
    form: &Form,
    lang: Option<&Lang>,
    missing: &mut Vec<Missing>,
) -> Option<String> {
    let year = prisoner.birth.and_then(|birth| birth.public_year());
    if form.birth_year == Wanted::Needed && year.is_none() {
        missing.push(no_birth_year(prisoner.birth.is_some()));
    }
    let year = year.filter(|_| form.birth_year != Wanted::No)?;
    let word = BORN
        .iter()
        .find(|(code, _)| lang.is_some_and(|lang| lang.as_str() == *code));
    Some(word.map_or_else(|| year.to_string(), |(_, word)| format!("{year} {word}")))
}

fn no_birth_year(known: bool) -> Missing {
    let birth = Route::key("birth");
    if known {
        Missing {
            unpublished: true,
            ..absent(
                birth.then("publish"),
                "an envelope needs the birth year, which may not be published",
                "ask whether it may: `publish: year` or `full` shows the address, else it stays withheld",
            )
        }
    } else {
        absent(
            birth,
            "an envelope needs the birth year",
            "add `birth: {date: 1938, publish: year}` if it may be published",
        )
    }
}

fn number(prisoner: &Prisoner, form: &Form, missing: &mut Vec<Missing>) -> Option<String> {
    let number = prisoner.prisoner_number.as_deref().and_then(filled);
    if form.number == Wanted::Needed && number.is_none() {
        missing.push(absent(
            Route::key("prisoner_number"),
            "an envelope needs the prisoner number",
            "add `prisoner_number:`",
        ));
    }
    number.filter(|_| form.number != Wanted::No)
}
