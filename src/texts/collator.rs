//! The order of names in a language, and the letter under which each is listed.

use std::cmp::Ordering;

use icu::collator::CollatorBorrowed;
use icu::collator::options::{CollatorOptions, Strength};
use icu::locale::Locale;
use icu::properties::props::Script;

use super::{Language, alphabet, nfc};

/// The heading of names that begin with no letter of a known alphabet.
pub const OTHERS: &str = "#";

/// The order of a language.
pub struct Collator {
    full: CollatorBorrowed<'static>,
    letters_only: CollatorBorrowed<'static>,
    letters: Vec<(Script, &'static str)>,
}

impl Collator {
    /// The order of this language; Unicode's root order where it has none of its own.
    #[must_use]
    pub fn new(language: &Language) -> Self {
        let full = collator(language, Strength::Tertiary);
        let letters_only = collator(language, Strength::Primary);
        let mut letters: Vec<_> = alphabet::letters(language.as_str()).collect();
        letters.sort_by(|(_, a), (_, b)| full.compare(a, b));
        letters.dedup_by(|(_, a), (_, b)| letters_only.compare(a, b) == Ordering::Equal);
        Collator {
            full,
            letters_only,
            letters,
        }
    }

    /// Compares two names. Names that differ in nothing that the language orders
    /// by are equal: break the tie by something that does not change, as an id.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.full.compare(a, b)
    }

    /// A key whose bytes order as [`Collator::compare`] does. It changes with
    /// the version of ICU's data, so it is not for files.
    #[must_use]
    pub fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.full.write_sort_key_to(name, &mut key);
        key
    }

    /// The letter of [`Collator::alphabet`] under which a name is listed: the
    /// last one of the name's script that does not come after it. So ё stands
    /// under Е in Russian and under Ё in Belarusian, and Ł under L in English.
    #[must_use]
    pub fn initial(&self, name: &str) -> &'static str {
        let name = nfc(name.trim_start());
        let Some(script) = alphabet::script(&name) else {
            return OTHERS;
        };
        let of_script = || self.letters.iter().filter(|(of, _)| *of == script);
        of_script()
            .take_while(|(_, letter)| self.letters_only.compare(letter, &name).is_le())
            .last()
            .or_else(|| of_script().next())
            .map_or(OTHERS, |(_, letter)| letter)
    }

    /// Every heading that [`Collator::initial`] can give, in order, with
    /// [`OTHERS`] last. The language's own script stands first.
    pub fn alphabet(&self) -> impl Iterator<Item = &'static str> {
        self.letters
            .iter()
            .map(|(_, letter)| *letter)
            .chain([OTHERS])
    }
}

fn collator(language: &Language, strength: Strength) -> CollatorBorrowed<'static> {
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    CollatorBorrowed::try_new((&language.locale()).into(), options)
        .or_else(|_| CollatorBorrowed::try_new((&Locale::UNKNOWN).into(), options))
        .expect("the root collation is compiled in")
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

    use super::*;

    fn order(code: &str) -> Collator {
        Collator::new(&Language::parse(code).unwrap())
    }

    fn initials(code: &str, names: &[&str]) -> Vec<&'static str> {
        let order = order(code);
        names.iter().map(|name| order.initial(name)).collect()
    }

    fn own_letters(code: &str, count: usize) -> String {
        order(code)
            .alphabet()
            .take(count)
            .collect::<Vec<_>>()
            .join("")
    }

    #[test]
    fn yo_stands_under_ye_in_russian_and_by_itself_in_belarusian() {
        assert_eq!(initials("ru", &["Ёжиков", "Елена", "йод"]), ["Е", "Е", "Й"]);
        assert_eq!(
            initials("be", &["Ёжыкаў", "Елена", "Ўладзь"]),
            ["Ё", "Е", "Ў"]
        );
        assert!(order("ru").compare("Ёжиков", "Ель").is_lt());
        assert!(order("be").compare("Ёжыкаў", "Ель").is_gt());
    }

    #[test]
    fn letters_with_marks_stand_where_the_language_puts_them() {
        assert_eq!(
            initials("pl", &["łukasz", "Świętosław", "Óscar"]),
            ["Ł", "Ś", "Ó"]
        );
        assert_eq!(
            initials("en", &["Łukasz", "Østergård", "Ångström"]),
            ["L", "O", "A"]
        );
        assert_eq!(initials("de", &["Özdemir", "ßa"]), ["O", "S"]);
        assert_eq!(initials("sv", &["Öberg", "Ångström"]), ["Ö", "Å"]);
        assert_eq!(
            initials("tr", &["irmak", "ırmak", "İnci", "Işık"]),
            ["İ", "I", "İ", "I"]
        );
        assert_eq!(
            initials("cs", &["Charta", "Cibulka", "chalupa"]),
            ["Ch", "C", "Ch"]
        );
        assert_eq!(initials("uk", &["Ґалаґан", "Їжак", "Єва"]), ["Ґ", "Ї", "Є"]);
        assert_eq!(
            initials("fa", &["آرش", "احمد", "أحمد", "كاظم", "یاسر"]),
            ["آ", "ا", "ا", "ک", "ی"]
        );
    }

    #[test]
    fn a_decomposed_letter_is_the_same_letter() {
        assert_eq!(
            initials("ru", &["\u{418}\u{306}од", "Е\u{308}лка"]),
            ["Й", "Е"]
        );
    }

    #[test]
    fn names_in_another_script_stand_under_its_letters() {
        assert_eq!(
            initials("ru", &["Łukasz", "Ірына", "გიორგი"]),
            ["L", "И", "გ"]
        );
        assert_eq!(initials("en", &["Ёжиков"]), ["Е"]);
        let before_the_first_letter = initials("en", &["ءب"]);
        assert_eq!(before_the_first_letter, ["آ"]);
    }

    #[test]
    fn what_begins_with_no_known_letter_stands_last() {
        assert_eq!(
            initials("ru", &["", " ", "1984", "«Мемориал»", "王", "\u{301}"]),
            ["#"; 6]
        );
        assert_eq!(order("ru").alphabet().last(), Some("#"));
    }

    #[test]
    fn an_alphabet_begins_with_the_languages_own_script_in_its_order() {
        assert_eq!(own_letters("ru", 32), "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ");
        assert_eq!(own_letters("be", 10), "АБВГДЕЁЖЗИ");
        assert_eq!(own_letters("uk", 10), "АБВГҐДЕЄЖЗ");
        assert_eq!(own_letters("cs", 12), "ABCČDEFGHChIJ");
        assert_eq!(own_letters("tr", 11), "ABCÇDEFGĞHI");
        assert_eq!(own_letters("fa", 33), "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی");
    }

    /// Where a name's heading stands, if the heading is a letter.
    fn heading(order: &Collator, name: &str) -> Option<usize> {
        let initial = order.initial(name);
        let place = order.alphabet().position(|letter| letter == initial);
        assert!(place.is_some(), "{name:?} stands under {initial}");
        place.filter(|_| initial != OTHERS)
    }

    #[test]
    fn every_name_has_a_heading_and_headings_never_run_backwards() {
        let name = "[ЁёЕеЖжЙйІіЎўҐґЇїŁłÖöÅåİıIi'آاكک1 -]{1,3}\\PC{0,1}";
        let orders = ["ru", "be", "en", "pl", "tr", "fa", "cs"].map(order);
        let compared = Cell::new(0);
        let mut runner = TestRunner::new_with_rng(
            Config {
                cases: 512,
                failure_persistence: None,
                ..Config::default()
            },
            TestRng::deterministic_rng(RngAlgorithm::ChaCha),
        );
        let checked = runner.run(&(name, name), |(a, b)| {
            for order in &orders {
                let way = order.compare(&a, &b);
                prop_assert_eq!(order.sort_key(&a).cmp(&order.sort_key(&b)), way);
                let (Some(first), Some(second)) = (heading(order, &a), heading(order, &b)) else {
                    continue;
                };
                let one_script = alphabet::script(&nfc(&a)) == alphabet::script(&nfc(&b));
                if one_script && a.trim_start() == a && b.trim_start() == b && way.is_lt() {
                    prop_assert!(first <= second, "{a:?} {b:?}");
                    compared.set(compared.get() + 1);
                }
            }
            Ok(())
        });
        checked.unwrap();
        assert!(compared.get() > 100, "{} pairs", compared.get());
    }
}
