//! The embedded texts say everything that the content model can name, in each
//! language alike.

use jiff::civil::date;

use super::*;

/// The languages of the interface.
const LANGUAGES: [&str; 6] = ["be", "de", "en", "fa", "ru", "uk"];

/// Kind, its words as `docs/content-model.md` has them.
const ENUMERATIONS: &[(&str, &str)] = &[
    ("custody", CUSTODY),
    ("state", CUSTODY),
    ("punishment", "shizo pkt epkt solitary"),
    ("write", "yes listed intermediary agency no"),
    ("withheld", WITHHELD),
    (
        "event",
        "search measure wanted arrest capture disappearance charge hearing verdict appeal cassation \
         transfer_start transfer_end punishment_start punishment_end hunger_strike health_alert \
         recognition terror_list_add terror_list_remove correspondence release exchange deportation \
         pardon acquittal death",
    ),
    ("certainty", "confirmed reported uncertain"),
    (
        "facility-type",
        "ivs sizo ik kp prison lpu vk psychiatric camp other",
    ),
    ("correspondence", CORRESPONDENCE),
    (
        "recognition",
        "political_prisoner prisoner_of_conscience arbitrary_detention award rehabilitation other",
    ),
    (
        "designation",
        "foreign_agent undesirable extremist terrorist liquidated",
    ),
    ("support", "website petition donate group other"),
    (
        "role",
        "recognises supports legal_aid letters monitors media intergovernmental other",
    ),
    ("channel", "post parcels"),
    (
        "topic",
        "books poetry history languages philosophy theatre cinema music art photography crafts chess \
         games sport football nature animals gardening cooking science mathematics programming \
         travel humour",
    ),
    (
        "rule",
        "language who enclosures reply write_about avoid safety number",
    ),
    ("foreign-cards", "yes no unknown"),
    ("month-in", MONTHS),
    ("month-of", MONTHS),
    ("tail", "since when facility"),
];

const CUSTODY: &str = "free_pending_trial travel_restriction house_arrest pretrial \
    convicted_awaiting_transfer in_transit open_settlement colony prison compulsory_psychiatric \
    compulsory_labour prisoner_of_war disappeared released exchanged deported pardoned acquitted \
    wanted died unknown";
const CORRESPONDENCE: &str = "open relatives_only listed_only intermediary_only banned \
    requests_no_mail unknown";
const WITHHELD: &str = "not_held died wanted disappeared free_pending_trial travel_restriction \
    house_arrest in_transit custody_unknown facility_unknown facility_closed correspondence_banned \
    correspondence_relatives_only correspondence_requests_no_mail correspondence_unknown \
    never_verified verification_too_old release_expected birth_unpublished address_incomplete \
    unconfirmed intermediary_without_consent minor prisoner_of_war_no_agency";
const MONTHS: &str = "1 2 3 4 5 6 7 8 9 10 11 12";

/// Texts that belong to no enumeration.
const SINGLE: &str = "on-day in-month in-year since-day since-month since-year died-later \
    designated-risk";

fn texts(code: &str) -> Texts {
    let files: Vec<_> = embedded()
        .iter()
        .filter(|(language, _, _)| *language == code)
        .map(|(_, name, source)| (*name, *source))
        .filter(|(name, _)| name.ends_with("/domain.ftl"))
        .collect();
    let (texts, problems) = Texts::load(&Language::parse(code).unwrap(), &files);
    assert_eq!(problems, []);
    texts
}

fn expected_ids() -> BTreeSet<String> {
    let words = |(kind, words): &(&'static str, &'static str)| {
        let kind = *kind;
        words
            .split_whitespace()
            .map(move |word| id(kind, word))
            .collect::<Vec<_>>()
    };
    let mut ids: BTreeSet<String> = ENUMERATIONS.iter().flat_map(words).collect();
    ids.extend(
        WITHHELD
            .split_whitespace()
            .map(|word| id("withheld", word) + "-instead"),
    );
    ids.extend(SINGLE.split_whitespace().map(str::to_owned));
    ids
}

/// The variables that a caller gives to a text.
fn given(id: &str) -> &'static [&'static str] {
    match id {
        "on-day" | "since-day" => &["day", "month", "solar", "year"],
        "in-month" | "since-month" => &["month", "solar", "year"],
        "in-year" | "since-year" => &["solar", "year"],
        "tail-since" => &["since"],
        "tail-when" => &["when"],
        "tail-facility" => &["facility"],
        "died-later" => &["gender", "when"],
        "designated-risk" => &["country"],
        _ => match id.split('-').next() {
            Some("state") => &["facility", "gender", "since", "when"],
            Some("punishment") => &["since"],
            Some("withheld" | "recognition") => &["gender"],
            Some("designation") => &["country"],
            _ => &[],
        },
    }
}

/// Grammar asks for a gender in some languages, and readers of some for a second date.
fn without_what_some_leave_out(texts: &Texts) -> Vec<(&str, Vec<&str>)> {
    texts
        .ids()
        .map(|(id, variables)| {
            (
                id,
                variables
                    .iter()
                    .map(String::as_str)
                    .filter(|name| !["gender", "solar"].contains(name))
                    .collect(),
            )
        })
        .collect()
}

#[test]
fn every_word_of_the_content_model_has_its_text_in_every_language() {
    for code in LANGUAGES {
        let texts = texts(code);
        let ids: BTreeSet<String> = texts.ids().map(|(id, _)| id.to_owned()).collect();
        assert_eq!(ids, expected_ids(), "{code}");
    }
}

#[test]
fn all_languages_use_the_same_variables_but_for_gender_and_the_second_date() {
    for code in LANGUAGES {
        assert_eq!(
            without_what_some_leave_out(&texts(code)),
            without_what_some_leave_out(&texts("en")),
            "{code}"
        );
    }
}

#[test]
fn texts_use_no_variable_that_they_are_not_given() {
    for code in LANGUAGES {
        for (id, variables) in texts(code).ids() {
            let extra: Vec<_> = variables
                .iter()
                .filter(|name| !given(id).contains(&name.as_str()))
                .collect();
            assert!(extra.is_empty(), "{code}: `{id}` uses {extra:?}");
        }
    }
}

#[test]
fn every_text_reads_well_with_and_without_its_values() {
    let mut sentences = 0;
    for code in LANGUAGES {
        let texts = texts(code);
        for gender in ["male", "female", "other"] {
            for value in ["X", ""] {
                let args = [
                    "since", "when", "facility", "country", "month", "solar", "year",
                ]
                .into_iter()
                .fold(Args::new(), |args, name| args.with(name, value))
                .with("gender", gender)
                .with("day", 2)
                .with("count", 5);
                for (id, _) in texts
                    .ids()
                    .filter(|(id, _)| value == "X" || id.starts_with("state"))
                {
                    let text = texts.say_with(id, &args);
                    let torn = ["  ", " .", " :", "..", "{", "}", "⟨"]
                        .iter()
                        .any(|mark| text.contains(mark));
                    assert!(!torn, "{code}: `{id}`: {text}");
                    sentences += 1;
                }
            }
        }
        assert_eq!(texts.missing(), [""; 0]);
    }
    assert!(sentences > 1000, "{sentences}");
}

fn state(code: &str, custody: &str, gender: &str) -> String {
    let texts = texts(code);
    let day = Moment::Day(date(2019, 3, 5));
    let args = Args::new()
        .with("gender", gender)
        .with("since", texts.since(day))
        .with("when", texts.when(day))
        .with("facility", "ИК-2");
    texts.say_with(&id("state", custody), &args)
}

#[test]
fn the_head_of_a_profile_says_the_state_in_a_sentence() {
    assert_eq!(
        state("ru", "colony", "male"),
        "Находится в колонии с 5 марта 2019 года: ИК-2."
    );
    assert_eq!(
        state("ru", "released", "female"),
        "Освобождена 5 марта 2019 года."
    );
    assert_eq!(
        state("ru", "released", "other"),
        "Выход на свободу 5 марта 2019 года."
    );
    assert_eq!(
        state("ru", "in_transit", "male"),
        "Этапируется с 5 марта 2019 года: писать сейчас не надо."
    );
    assert_eq!(
        state("en", "colony", "male"),
        "In a penal colony since 5 March 2019: ИК-2."
    );
    assert_eq!(
        state("en", "exchanged", "other"),
        "Freed in a prisoner exchange on 5 March 2019."
    );
    assert_eq!(
        state("fa", "colony", "female"),
        "از ۵ مارس ۲۰۱۹ (۱۴ اسفند ۱۳۹۷) در کلنی کیفری است: \u{2068}ИК-2\u{2069}."
    );
    assert_eq!(
        state("fa", "released", "other"),
        "در ۵ مارس ۲۰۱۹ (۱۴ اسفند ۱۳۹۷) آزاد شد."
    );
}

#[test]
fn dates_stand_in_a_sentence_at_any_precision() {
    let both = |code, moment| [texts(code).when(moment), texts(code).since(moment)];
    let day = Moment::Day(date(2019, 3, 5));
    let second = Moment::Day(date(2019, 5, 2));
    let (month, year) = (Moment::Month(2019, 3), Moment::Year(1968));
    assert_eq!(
        both("ru", day),
        ["5 марта 2019 года", "с 5 марта 2019 года"]
    );
    assert_eq!(
        both("ru", second),
        ["2 мая 2019 года", "со 2 мая 2019 года"]
    );
    assert_eq!(
        both("ru", month),
        ["в марте 2019 года", "с марта 2019 года"]
    );
    assert_eq!(both("ru", year), ["в 1968 году", "с 1968 года"]);
    assert_eq!(both("en", day), ["on 5 March 2019", "since 5 March 2019"]);
    assert_eq!(both("en", month), ["in March 2019", "since March 2019"]);
    assert_eq!(both("en", year), ["in 1968", "since 1968"]);
    assert_eq!(texts("en").moment(month), "March 2019");
    assert_eq!(
        both("fa", day),
        [
            "در ۵ مارس ۲۰۱۹ (۱۴ اسفند ۱۳۹۷)",
            "از ۵ مارس ۲۰۱۹ (۱۴ اسفند ۱۳۹۷)"
        ]
    );
    assert_eq!(
        both("fa", month),
        [
            "در مارس ۲۰۱۹ (اسفند ۱۳۹۷ یا فروردین ۱۳۹۸)",
            "از مارس ۲۰۱۹ (اسفند ۱۳۹۷ یا فروردین ۱۳۹۸)"
        ]
    );
    assert_eq!(
        both("fa", year),
        ["در سال ۱۹۶۸ (۱۳۴۶ یا ۱۳۴۷)", "از سال ۱۹۶۸ (۱۳۴۶ یا ۱۳۴۷)"]
    );
}

#[test]
fn months_in_a_sentence_are_the_same_as_in_dates() {
    for code in LANGUAGES {
        let texts = texts(code);
        for month in 1..=12 {
            let named = texts.say(&format!("month-of-{month}"));
            let point = if code == "de" { "." } else { "" };
            let five = texts.number(5);
            assert_eq!(
                texts.day_month(month, 5),
                format!("{five}{point} {named}"),
                "{code}"
            );
        }
    }
}

#[test]
fn our_own_texts_wait_for_a_reader() {
    assert!(
        LANGUAGES
            .iter()
            .all(|code| texts(code).reviewed().is_none())
    );
}
