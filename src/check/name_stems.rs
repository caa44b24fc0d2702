//! Names as they stand in sentences: what of a word stays in all its cases.

use super::folded::{fold, is_word};
use super::search::{Form, Hit};
use crate::record::{LangText, Names};

/// The beginnings that all forms of a name have in common, folded, with how
/// much may follow. A word with a fleeting vowel (`павел`, `павла`) has two.
#[must_use]
pub fn stems(name: &str) -> Vec<(String, Form)> {
    let name = fold(name);
    if !name.chars().any(|c| is_word(c) && !c.is_numeric()) {
        return if name.is_empty() {
            Vec::new()
        } else {
            vec![(name, Form::Words)]
        };
    }
    let is_latin = name.chars().any(|c| c.is_ascii_alphabetic());
    let form = Form::Stem(if is_latin { 2 } else { 3 });
    let short = cut(&name);
    let fleeting = without_fleeting_vowel(&name).map(|stem| (stem, form));
    std::iter::once((short.to_owned(), form))
        .chain(fleeting)
        .collect()
}

/// Endings of the nominative. At least three letters of the last word stay.
fn cut(name: &str) -> &str {
    const ENDINGS: [&str; 21] = [
        "ая", "яя", "ий", "ый", "ой", "ій", "ы", "а", "я", "о", "е", "и", "ь", "й", "у", "і", "a",
        "á", "o", "e", "y",
    ];
    let last = name.rsplit([' ', '-']).next().unwrap_or(name);
    let fits = |ending: &&&str| {
        last.ends_with(**ending) && last.chars().count() >= ending.chars().count() + 3
    };
    ENDINGS
        .iter()
        .find(fits)
        .map_or(name, |ending| &name[..name.len() - ending.len()])
}

fn without_fleeting_vowel(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let [before @ .., vowel, last] = letters.as_slice() else {
        return None;
    };
    let fits =
        matches!(vowel, 'е' | 'о') && matches!(last, 'ц' | 'к' | 'л' | 'н') && before.len() >= 2;
    fits.then(|| before.iter().chain([last]).collect())
}

/// The texts of every language.
pub fn spellings(text: Option<&LangText>) -> impl Iterator<Item = &str> {
    text.into_iter().flat_map(LangText::all)
}

/// Endings of patronymics without what their cases change.
const PATRONYMICS: [&str; 12] = [
    "ович", "евич", "ьич", "овн", "евн", "ичн", "авіч", "евіч", "аўн", "еўн", "vich", "vn",
];

/// Whether a given name stands beside a surname that was found: right before or
/// after it, or with a patronymic or an initial between.
#[must_use]
pub fn is_whole_name(hit: &Hit<'_, '_>, names: &Names) -> bool {
    let text = &hit.passage.text;
    let (before, after) = (&text[..hit.range.start], &text[hit.range.end..]);
    let mut left = before
        .strip_suffix(' ')
        .into_iter()
        .flat_map(|text| text.rsplit(' '));
    let mut right = after
        .trim_start_matches(',')
        .strip_prefix(' ')
        .into_iter()
        .flat_map(|text| text.split(' '));
    is_beside(&mut left, names) || is_beside(&mut right, names) || is_unspaced(before, after, names)
}

/// Whether the first of some words is the given name, or the second after a patronymic.
fn is_beside(words: &mut dyn Iterator<Item = &str>, names: &Names) -> bool {
    let Some(first) = words.next() else {
        return false;
    };
    is_given(bare(first), names)
        || (is_between(first)
            && words
                .next()
                .is_some_and(|second| is_given(bare(second), names)))
}

/// A word without its quotes, brackets and commas.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_between(word: &str) -> bool {
    (word.ends_with('.') && word.chars().count() <= 3)
        || PATRONYMICS.iter().any(|ending| word.contains(ending))
}

fn is_given(word: &str, names: &Names) -> bool {
    spellings(Some(&names.given)).any(|given| {
        let first = given.split(' ').next().unwrap_or(given);
        stems(first).iter().any(|(stem, form)| {
            let most = if let Form::Stem(most) = form {
                *most
            } else {
                0
            };
            word.strip_prefix(stem.as_str())
                .is_some_and(|rest| rest.chars().count() <= most)
        })
    })
}

/// Scripts without spaces write the given name right beside the surname.
fn is_unspaced(before: &str, after: &str, names: &Names) -> bool {
    spellings(Some(&names.given)).map(fold).any(|given| {
        !given.chars().any(is_word) && (before.ends_with(&given) || after.starts_with(&given))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_begins_every_case_of_a_name() {
        let cases = [
            ("Иванова", ["Ивановой", "Иванову", "Иванова"]),
            (
                "Достоевский",
                ["Достоевского", "Достоевскому", "Достоевский"],
            ),
            ("Павел", ["Павла", "Павлом", "Павел"]),
            ("Шевченко", ["Шевченко", "Шевченком", "Шевченку"]),
            ("Novák", ["Nováka", "Novák", "Novákem"]),
            ("Кравец", ["Кравца", "Кравцу", "Кравец"]),
        ];
        for (name, forms) in cases {
            for form in forms {
                let folded = fold(form);
                assert!(
                    stems(name).iter().any(|(stem, _)| folded.starts_with(stem)),
                    "{name}: {form}"
                );
            }
        }
    }

    #[test]
    fn a_short_name_keeps_its_letters() {
        assert_eq!(stems("Лия")[0].0, "лия");
        assert_eq!(stems("刘"), [("刘".to_owned(), Form::Words)]);
    }
}
