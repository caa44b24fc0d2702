use super::*;
use crate::check::folded::fold;

type Read = (Option<i8>, Option<i8>, Option<i16>, bool);

fn all(text: &str) -> Vec<Read> {
    let folded = fold(text);
    date_mentions(&folded)
        .into_iter()
        .map(|m| (m.day, m.month, m.year, m.of_birth))
        .collect()
}

fn only(text: &str) -> (i8, i8, i16) {
    let found = all(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    (
        found[0].0.unwrap(),
        found[0].1.unwrap(),
        found[0].2.unwrap(),
    )
}

#[test]
fn one_date_is_read_in_each_of_its_forms() {
    for text in [
        "1938-01-23",
        "23.01.1938",
        "23.1.1938",
        "23/01/1938",
        "23. 01. 1938",
        "23 января 1938 года",
        "23-го января 1938",
        "23 студзеня 1938",
        "23 січня 1938 року",
        "23 January 1938",
        "23rd of January, 1938",
        "January 23, 1938",
        "Jan. 23rd, 1938",
        "23. Januar 1938",
        "۲۳ ژانویهٔ ۱۹۳۸",
        "٢٣ ژانویه ١٩٣٨",
    ] {
        assert_eq!(only(text), (23, 1, 1938), "{text}");
    }
}

#[test]
fn a_day_without_a_year_is_a_mention_of_its_own() {
    assert_eq!(all("до 23 января."), [(Some(23), Some(1), None, false)]);
    assert_eq!(all("до 23.01 и дальше"), [(Some(23), Some(1), None, false)]);
    assert_eq!(all("в январе 1938"), [(None, Some(1), Some(1938), false)]);
}

#[test]
fn words_of_birth_mark_a_year() {
    for text in [
        "родился в 1938",
        "родилась в 1938 году",
        "1938 г.р.",
        "1938 года рождения",
        "born in 1938",
        "(b. 1938)",
        "нарадзілася ў 1938",
        "народився 1938",
    ] {
        assert_eq!(
            all(text).last().map(|m| (m.2, m.3)),
            Some((Some(1938), true)),
            "{text}"
        );
    }
    assert!(
        !all("Родился в Омске. Арестован в 1938 году")
            .last()
            .unwrap()
            .3
    );
    assert!(!all("He was arrested in 1938").last().unwrap().3);
}

#[test]
fn dates_of_the_solar_hijri_calendar_are_read_as_such() {
    for text in ["۳ بهمن ۱۳۱۶", "1316/11/03", "سوم ۳ بهمن ماه", "3 دلو ۱۳۱۶"]
    {
        let folded = fold(text);
        let found = date_mentions(&folded);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let mention = &found[0];
        assert_eq!((mention.day, mention.month), (Some(3), Some(11)), "{text}");
        assert_eq!(mention.calendar, Calendar::SolarHijri, "{text}");
    }
    assert_eq!(all("متولد ۱۳۱۶"), [(None, None, Some(1316), true)]);
    assert_eq!(all("او می‌تواند در مهر بنویسد"), []);
}

#[test]
fn what_is_not_a_date_is_passed_over() {
    for text in [
        "статья 205.2",
        "12345",
        "version 1.2.3",
        "42 человека",
        "он может 5 раз",
        "стр. 15",
    ] {
        assert_eq!(all(text), [], "{text}");
    }
}
