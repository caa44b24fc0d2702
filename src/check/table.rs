//! The table of rules.

use super::rule::Rule;
use super::{
    e01_consent, e02_private, e03_address, e04_complete_address, e05_birth, e06_designated,
    e07_money, e08_requests, e09_own_links, e10_recognition, e11_photo, e12_secrets, e13_dates,
    e14_people, e15_removed, e16_minors, w01_verification, w02_unchecked, w03_sensitive,
    w04_tactics, w09_translations, w10_printouts, w11_namesakes,
};
use crate::problem::Severity;

macro_rules! page {
    ($id:literal) => {
        include_str!(concat!("../../docs/rules/", $id, ".md"))
    };
}

macro_rules! rules {
    ($($id:literal $severity:ident $waivable:literal $title:literal $module:ident $($needles:ident)?;)+) => {
        &[$(Rule {
            id: $id,
            severity: Severity::$severity,
            waivable: $waivable,
            title: $title,
            explain: page!($id),
            needles: rules!(@needles $module $($needles)?),
            check: $module::check,
        },)+]
    };
    (@needles $module:ident) => { None };
    (@needles $module:ident $needles:ident) => { Some($module::$needles) };
}

/// Every rule that is built: id, severity, whether it can be waived, title.
pub const RULES: &[Rule] = rules! {
    "E1" Error true "nobody is published without consent" e01_consent needles;
    "E2" Error false "nothing private reaches an output" e02_private needles;
    "E3" Error false "a withheld address stands in no text" e03_address needles;
    "E4" Error true "an address is complete in its country's form" e04_complete_address;
    "E5" Error false "a birth date is shown no finer than allowed" e05_birth;
    "E6" Error true "no unmarked link to a designated organisation" e06_designated;
    "E7" Error true "no way to send money where that is prosecuted" e07_money;
    "E8" Error false "no request to another host" e08_requests;
    "E9" Error true "no absolute link to the site itself" e09_own_links;
    "E10" Error true "a recognition names its organisation and date" e10_recognition;
    "E11" Error true "a photo has credit, licence and alternative text" e11_photo;
    "E12" Error false "no secret key or token in content or config" e12_secrets;
    "E13" Error false "no impossible or future date" e13_dates;
    "E14" Error false "a release stops when many people vanish" e14_people;
    "E15" Error false "nothing refers to a removed person" e15_removed;
    "E16" Error false "a minor's surname, photo and address are off" e16_minors needles;
    "W1" Warning true "an address not verified for long" w01_verification;
    "W2" Warning true "a price or rule not checked for 180 days" w02_unchecked;
    "W3" Warning true "health, sexuality, religion, cooperation" w03_sensitive needles;
    "W4" Warning true "case tactics in what to write about" w04_tactics needles;
    "W9" Warning true "a missing or outdated translation" w09_translations;
    "W10" Warning false "a printout without its date or safety tips" w10_printouts;
    "W11" Warning true "two records with the same name" w11_namesakes;
};

/// Rules of the domain that are not built yet: id, title, page.
pub const NOT_BUILT: &[(&str, &str, &str)] = &[
    (
        "W5",
        "a word of the country's list in a sample letter",
        page!("W5"),
    ),
    (
        "W6",
        "an answer published without the prisoner's consent",
        page!("W6"),
    ),
    (
        "W7",
        "the place and hour of an event where evenings are raided",
        page!("W7"),
    ),
    ("W8", "letter counts shown per person", page!("W8")),
];
