//! Envelopes of each country, line by line, and what is missing for them.

use super::*;
use crate::state::tests::people::decoded;

const RUSSIAN: &str = r#"
names:
  given: {ru: Анатолий, en: Anatoly}
  surname: {ru: Марченко, en: Marchenko}
  patronymic: {ru: Тихонович, en: Tikhonovich}
  envelope: Марченко Анатолию Тихоновичу
gender: male
birth: {date: 1938-01-23, publish: year}
timeline: []
"#;

const EVERY_PART: &str = "{recipient: Institution, street: Street 1, town: Town, district: District, region: Region, postcode: \"CODE\"}";

fn prisoner(change: (&str, &str)) -> Prisoner {
    let text = RUSSIAN.replace(change.0, change.1);
    assert!(change.0.is_empty() || text != RUSSIAN, "{change:?}");
    decoded(&text)
}

fn as_is() -> Prisoner {
    decoded(RUSSIAN)
}

/// Without a postcode where it is `-`.
fn facility(country: &str, postcode: &str) -> Facility {
    let address = match postcode {
        "-" => EVERY_PART.replace(", postcode: \"CODE\"", ""),
        _ => EVERY_PART.replace("CODE", postcode),
    };
    decoded(&format!(
        "{{name: x, type: ik, country: {country}, address: {address}}}"
    ))
}

fn rules(name: &str, latin: &str, lang: &str) -> Rules {
    decoded(&format!(
        "{{name: {{{lang}: {name}}}, title: x, envelope_country: {latin}, address_lang: {lang}}}"
    ))
}

#[test]
fn a_russian_envelope_is_written_line_by_line() {
    let rules = rules("Россия", "RUSSIA", "ru");
    let envelope = to_facility(&as_is(), &facility("ru", "600000"), Some(&rules)).unwrap();
    assert_eq!(
        envelope.lines,
        [
            "Марченко Анатолию Тихоновичу, 1938 г. р.",
            "Institution",
            "Street 1",
            "Town",
            "District",
            "Region",
            "600000",
            "Россия",
        ]
    );
    assert_eq!(envelope.postcode.as_deref(), Some("600000"));
    assert_eq!(envelope.country_latin.as_deref(), Some("RUSSIA"));
    assert_eq!(envelope.lang, Lang::parse("ru"));
    assert!(envelope.needs_birth_year && !envelope.needs_number);
}

#[test]
fn each_country_has_its_own_form() {
    let no_envelope = ("  envelope: Марченко Анатолию Тихоновичу\n", "");
    let number = (
        "  envelope: Марченко Анатолию Тихоновичу\n",
        "  surname_first: false\n",
    );
    let mut numbered = prisoner(number);
    numbered.prisoner_number = Some("A0000ZZ".into());
    let mut everywhere = numbered.clone();
    everywhere.names.given = decoded("Anatoly");
    everywhere.names.surname = Some(decoded("Marchenko"));
    let mut unpublished = as_is();
    unpublished.birth = None;
    let mut turned = everywhere.clone();
    turned.names.surname_first = true;
    let ukrainian = prisoner(no_envelope);
    let table: [(&str, &str, &str, &Prisoner, &str); 10] = [
        (
            "by",
            "be",
            "210000",
            &as_is(),
            "Марченко Анатолию Тихоновичу, 1938 г. н.|Institution|Street 1|Town|District|Region|210000|Own",
        ),
        (
            "by",
            "ru",
            "210000",
            &unpublished,
            "Марченко Анатолию Тихоновичу|Institution|Street 1|Town|District|Region|210000|Own",
        ),
        (
            "ua",
            "ru",
            "01001",
            &ukrainian,
            "Марченко Анатолий Тихонович, 1938 г. р.|Institution|Street 1|Town|District|Region|01001|Own",
        ),
        (
            "gb",
            "en",
            "ZZ99 9ZZ",
            &numbered,
            "Anatoly Marchenko, A0000ZZ|Institution|Street 1|Town|ZZ99 9ZZ|Own",
        ),
        (
            "us",
            "en",
            "12345-6789",
            &numbered,
            "Anatoly Marchenko, A0000ZZ|Institution|Street 1|Town Region 12345-6789|Own",
        ),
        (
            "de",
            "de",
            "10115",
            &everywhere,
            "Anatoly Marchenko, A0000ZZ|Institution|Street 1|10115 Town|Own",
        ),
        (
            "fr",
            "fr",
            "75001",
            &everywhere,
            "Anatoly Marchenko, A0000ZZ|Institution|Street 1|75001 Town|Own",
        ),
        (
            "pl",
            "pl",
            "00-950",
            &everywhere,
            "Anatoly Marchenko, A0000ZZ|Institution|Street 1|00-950 Town|Own",
        ),
        (
            "hu",
            "hu",
            "1051",
            &turned,
            "Marchenko Anatoly, A0000ZZ|Institution|Street 1|District|1051 Town|Region|Own",
        ),
        (
            "hk",
            "en",
            "-",
            &numbered,
            "Anatoly Marchenko, A0000ZZ|Institution|Street 1|District|Town|Region|Own",
        ),
    ];
    for (country, lang, postcode, prisoner, expected) in table {
        let rules = rules("Own", "LATIN", lang);
        let envelope = to_facility(prisoner, &facility(country, postcode), Some(&rules));
        assert_eq!(envelope.unwrap().lines.join("|"), expected, "{country}");
    }
}

#[test]
fn a_persian_envelope_goes_from_the_large_to_the_small_and_no_number_stands_beside_a_name() {
    let mut person = prisoner((
        "given: {ru: Анатолий, en: Anatoly}\n  surname: {ru: Марченко, en: Marchenko}",
        "given: {fa: نمونه}\n  surname: {fa: ساختگی}",
    ));
    person.names.envelope = None;
    person.prisoner_number = Some("1234-56".into());
    let rules = rules("ایران", "IRAN", "fa");
    let envelope = to_facility(&person, &facility("ir", "1234567890"), Some(&rules)).unwrap();
    let lines = [
        "نمونه ساختگی",
        "1234-56",
        "Institution",
        "Region",
        "Town",
        "District",
        "Street 1",
        "1234567890",
        "ایران",
    ];
    assert_eq!(envelope.lines, lines);
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let bare: Prisoner = decoded(
        "{names: {given: {ru: Анна}}, gender: female, birth: {date: 1990-01-01}, timeline: []}",
    );
    let said = |country: &str, address: &str| {
        let facility: Facility = decoded(&format!(
            "{{name: x, type: ik, country: {country}{address}}}"
        ));
        let missing = to_facility(&bare, &facility, None).unwrap_err();
        let line = |m: &Missing| format!("{} {}", m.record.as_str(), m.route);
        missing.iter().map(line).collect::<Vec<_>>().join(", ")
    };
    let table = [
        (
            "ru",
            "",
            "prisoner names.patronymic, prisoner names.envelope, prisoner birth.publish, facility address",
        ),
        (
            "ru",
            ", address: {street: x}",
            "prisoner names.patronymic, prisoner names.envelope, prisoner birth.publish, facility address.recipient, facility address.town, facility address.postcode",
        ),
        (
            "by",
            "",
            "prisoner names.patronymic, prisoner names.envelope, facility address",
        ),
        ("ua", "", "prisoner names.envelope, facility address"),
        (
            "gb",
            "",
            "prisoner names.envelope, prisoner prisoner_number, facility address",
        ),
        (
            "us",
            ", address: {recipient: x, town: x, postcode: x}",
            "prisoner names.envelope, prisoner prisoner_number, facility address.region, facility address.postcode",
        ),
        (
            "ch",
            ", address: {recipient: x, town: x}",
            "prisoner names.envelope",
        ),
    ];
    for (country, address, expected) in table {
        assert_eq!(said(country, address), expected, "{country}{address}");
    }
}

fn only_missing(prisoner: &Prisoner, facility: &Facility) -> Missing {
    let missing = to_facility(prisoner, facility, None).unwrap_err();
    let [one] = &missing[..] else {
        panic!("{missing:#?}");
    };
    one.clone()
}

#[test]
fn a_postcode_of_another_form_is_refused_in_words() {
    let missing = only_missing(&as_is(), &facility("ru", "60000"));
    assert_eq!(missing.message, "`60000` is not a postcode of `ru`");
    assert_eq!(
        missing.hint,
        "its form is `999999` (`9` is a digit, `A` a capital letter)"
    );
}

#[test]
fn a_birth_year_that_may_not_be_published_is_told_from_one_that_is_not_known() {
    for publish in ["none", "day_month"] {
        let person = prisoner(("publish: year", &format!("publish: {publish}")));
        let missing = only_missing(&person, &facility("ru", "600000"));
        assert!(missing.unpublished);
        assert_eq!(missing.route.to_string(), "birth.publish");
    }
    let unknown = prisoner(("birth: {date: 1938-01-23, publish: year}\n", ""));
    let missing = only_missing(&unknown, &facility("ru", "600000"));
    assert!(!missing.unpublished);
    assert_eq!(missing.route.to_string(), "birth");
}

#[test]
fn a_year_written_into_the_name_is_refused() {
    for written in ["Тихоновичу, 1938 г. р.", "Тихоновичу ۱۳۱۶"] {
        let person = prisoner(("Тихоновичу", written));
        let missing = only_missing(&person, &facility("by", "210000"));
        assert_eq!(missing.message, "the name for the envelope holds digits");
    }
}

#[test]
fn without_a_patronymic_the_record_says_so() {
    let none = prisoner(("{ru: Тихонович, en: Tikhonovich}", "none"));
    assert!(to_facility(&none, &facility("ru", "600000"), None).is_ok());
}

#[test]
fn a_line_break_in_a_value_starts_no_line() {
    let mut place = facility("ru", "600000");
    if let Some(address) = &mut place.address {
        address.street = Some("Street\n 1 ".into());
    }
    let envelope = to_facility(&as_is(), &place, None).unwrap();
    assert_eq!(envelope.lines[2], "Street 1");
}

#[test]
fn those_who_pass_letters_on_have_envelopes_of_their_own() {
    let somebody: Intermediary =
        decoded("{name: A Friend, address: [1 Sample Road, Sampleton], country: gb}");
    let british = rules("United Kingdom", "UNITED KINGDOM", "en");
    let envelope = to_intermediary(&somebody, Some(&british)).unwrap();
    let expected = ["A Friend", "1 Sample Road", "Sampleton", "United Kingdom"];
    assert_eq!(envelope.lines, expected);
    let agency: Organisation = decoded(
        "{name: {ru: Агентство, en: Agency}, address: [1 Lake Road, 1202 Geneva], country: ch}",
    );
    let envelope = to_organisation(&agency, None).unwrap();
    assert_eq!(envelope.lines, ["Агентство", "1 Lake Road", "1202 Geneva"]);
    assert_eq!(envelope.country, Country::parse("ch"));
}

#[test]
fn those_without_lines_have_none() {
    let mut somebody: Intermediary = decoded("{name: A Friend, address: [x], country: gb}");
    somebody.address = vec![" ".into()];
    let missing = to_intermediary(&somebody, None).unwrap_err();
    assert_eq!(missing[0].route.to_string(), "intermediary.address");
    let agency: Organisation = decoded("{name: Agency}");
    let missing = to_organisation(&agency, None).unwrap_err();
    assert_eq!(missing[0].record, Kind::Organisation);
}

#[test]
fn the_page_on_state_says_how_each_country_writes_its_addresses() {
    use crate::state::envelope::form::{FORMS, Name, OTHER};
    let page = include_str!("../../../docs/state.md");
    let written: Vec<&str> = page
        .lines()
        .skip_while(|line| !line.starts_with("| country |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    let wanted = |wanted: Wanted| match wanted {
        Wanted::Needed => "needed",
        Wanted::Welcome => "welcome",
        Wanted::No => "no",
    };
    let row = |form: &Form| {
        let country = match form.country {
            "" => "others".to_owned(),
            code => format!("`{code}`"),
        };
        let name = match form.name {
            Name::Dative => "dative",
            Name::SurnameFirst => "surname first",
            Name::GivenFirst => "given name first",
        };
        let patronymic = if form.patronymic { ", patronymic" } else { "" };
        let codes: Vec<_> = form.postcodes.iter().map(|p| format!("`{p}`")).collect();
        let codes = if codes.is_empty() {
            "any".to_owned()
        } else {
            codes.join(", ")
        };
        let line = |parts: &&[Part]| parts.iter().map(|p| p.key()).collect::<Vec<_>>().join(" ");
        let lines: Vec<_> = form.lines.iter().map(line).collect();
        let (year, number) = (wanted(form.birth_year), wanted(form.number));
        let order = lines.join(", ");
        format!("| {country} | {name}{patronymic} | {year} | {number} | {codes} | {order} |")
    };
    let expected: Vec<_> = FORMS.iter().chain([&OTHER]).map(row).collect();
    assert_eq!(written, expected);
}
