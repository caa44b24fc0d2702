//! A language of the interface: its code, direction and own name.

use std::fmt;
use std::sync::Arc;

use icu::locale::{LanguageIdentifier, Locale, LocaleDirectionality};
use icu::properties::CodePointMapData;
use icu::properties::props::BidiClass;

/// A language by its BCP 47 code in canonical form (`ru`, `en`, `pt-BR`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }

    /// The direction of a text in which this one is expected: the other one only if
    /// no letter is written in this one.
    #[must_use]
    pub fn of_text(self, text: &str) -> Direction {
        let mut letters = text.chars().filter_map(direction_of).peekable();
        let others = letters.peek().is_some() && letters.all(|direction| direction != self);
        match self {
            Direction::Ltr if others => Direction::Rtl,
            Direction::Rtl if others => Direction::Ltr,
            expected => expected,
        }
    }

    /// The direction of the first letter that has one.
    #[must_use]
    pub fn first_of(text: &str) -> Option<Direction> {
        text.chars().find_map(direction_of)
    }
}

/// The direction of a letter; none of a digit, a space or a sign.
pub(super) fn direction_of(c: char) -> Option<Direction> {
    match CodePointMapData::<BidiClass>::new().get(c) {
        BidiClass::LeftToRight => Some(Direction::Ltr),
        BidiClass::RightToLeft | BidiClass::ArabicLetter => Some(Direction::Rtl),
        _ => None,
    }
}

impl Language {
    /// Reads a code. The error says what is wrong, and the canonical form where
    /// only the form is wrong (`EN` for `en`).
    ///
    /// # Errors
    /// When the code is not a language, script and region in canonical form.
    pub fn parse(code: &str) -> Result<Self, String> {
        let Ok(parsed) = LanguageIdentifier::try_from_str(code) else {
            return Err(format!(
                "`{code}` is not a language code such as `ru` or `pt-BR`"
            ));
        };
        if parsed.language.is_unknown() {
            return Err(format!("`{code}` names no language"));
        }
        let canonical = parsed.to_string();
        if canonical != code {
            return Err(format!("write the language `{code}` as `{canonical}`"));
        }
        Ok(Language(code.into()))
    }

    /// The code, as it stands in paths and in HTML's `lang`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which way the language is written.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_extended().is_right_to_left(&self.locale().id) {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// The language's name in itself (`Русский`), or the code when it is not known.
    #[must_use]
    pub fn own_name(&self) -> &str {
        OWN_NAMES
            .iter()
            .find(|(code, _)| *code == self.as_str())
            .map_or(self.as_str(), |(_, name)| name)
    }

    /// Whether readers of the language live by the Solar Hijri calendar.
    #[must_use]
    pub fn has_solar_dates(&self) -> bool {
        self.locale().id.language.as_str() == "fa"
    }

    pub(super) fn locale(&self) -> Locale {
        Locale::try_from_str(&self.0).unwrap_or(Locale::UNKNOWN)
    }

    /// The locale that dates, numbers and lists follow: plain `en` would put the
    /// month first, which most readers abroad misread.
    pub(super) fn formatting_locale(&self) -> Locale {
        match self.as_str() {
            "en" => icu::locale::locale!("en-GB"),
            _ => self.locale(),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

const OWN_NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("az", "Azərbaycan"),
    ("be", "Беларуская"),
    ("bg", "Български"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("kk", "Қазақша"),
    ("ko", "한국어"),
    ("ky", "Кыргызча"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nb", "Norsk"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("tg", "Тоҷикӣ"),
    ("tr", "Türkçe"),
    ("tt", "Татарча"),
    ("uk", "Українська"),
    ("uz", "Oʻzbekcha"),
    ("zh", "中文"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_knows_its_direction_and_its_own_name() {
        let about = |code| {
            let language = Language::parse(code).unwrap();
            (
                language.direction().as_str(),
                language.own_name().to_owned(),
            )
        };
        assert_eq!(about("ru"), ("ltr", "Русский".into()));
        assert_eq!(about("en"), ("ltr", "English".into()));
        assert_eq!(about("fa"), ("rtl", "فارسی".into()));
        assert_eq!(about("pa-Arab"), ("rtl", "pa-Arab".into()));
        assert_eq!(about("ckb"), ("rtl", "ckb".into()));
    }

    #[test]
    fn a_text_without_a_letter_of_the_expected_direction_has_the_other() {
        use Direction::{Ltr, Rtl};
        let table = [
            (Rtl, "زندان ИК-2", Rtl),
            (Rtl, "ИК-2 زندان", Rtl),
            (Rtl, "ст. 205.2", Ltr),
            (Rtl, "205.2", Rtl),
            (Ltr, "تهران", Rtl),
            (Ltr, "۱۲", Ltr),
            (Ltr, "", Ltr),
        ];
        for (expected, text, direction) in table {
            assert_eq!(expected.of_text(text), direction, "{text}");
        }
        assert_eq!(Direction::first_of("1. ИК-2 زندان"), Some(Ltr));
        assert_eq!(Direction::first_of("1202"), None);
    }

    #[test]
    fn a_code_in_another_form_is_refused_with_the_right_form() {
        let refused = |code| Language::parse(code).unwrap_err();
        assert_eq!(refused("EN"), "write the language `EN` as `en`");
        assert_eq!(refused("pt-br"), "write the language `pt-br` as `pt-BR`");
        assert_eq!(refused("und"), "`und` names no language");
        assert_eq!(
            refused("русский"),
            "`русский` is not a language code such as `ru` or `pt-BR`"
        );
    }
}
