//! Splits a person's full name into its parts.

/// The parts of a name, in the order in which it is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PersonName {
    pub given: String,
    pub patronymic: Option<String>,
    pub surname: Option<String>,
}

/// How patronymics end: in Russian, Ukrainian and Belarusian, and in Latin
/// letters.
const PATRONYMICS: [&str; 11] = [
    "ич", "вна", "чна", "віч", "ўна", "vich", "vych", "vna", "ichna", "auna", "euna",
];

/// The last word is the surname; one before it may be a patronymic.
pub(super) fn split(name: &str) -> PersonName {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let surname = (words.len() > 1).then(|| words.pop()).flatten();
    let has_patronymic = words.len() > 1 && words.last().is_some_and(|word| is_patronymic(word));
    let patronymic = has_patronymic.then(|| words.pop()).flatten();
    PersonName {
        given: words.join(" "),
        patronymic: patronymic.map(str::to_owned),
        surname: surname.map(str::to_owned),
    }
}

fn is_patronymic(word: &str) -> bool {
    let word = word.to_lowercase();
    word.chars().count() > 4 && PATRONYMICS.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> (String, String, String) {
        let name = split(name);
        (
            name.given,
            name.patronymic.unwrap_or_default(),
            name.surname.unwrap_or_default(),
        )
    }

    #[test]
    fn the_last_word_is_the_surname() {
        assert_eq!(
            parts("Анна Мария Петрова"),
            ("Анна Мария".into(), String::new(), "Петрова".into())
        );
        assert_eq!(parts("Анна"), ("Анна".into(), String::new(), String::new()));
    }

    #[test]
    fn a_patronymic_in_the_middle_is_recognised() {
        for name in [
            "Анатолий Тихонович Марченко",
            "Анна Ильинична Ленская",
            "Марія Іванівна Коваль",
            "Алесь Віктаравіч Бяляцкі",
            "Марыя Аляксандраўна Калеснікава",
            "Ivan Petrovich Sidorov",
        ] {
            let words: Vec<&str> = name.split(' ').collect();
            assert_eq!(
                parts(name),
                (words[0].into(), words[1].into(), words[2].into()),
                "{name}"
            );
        }
    }

    #[test]
    fn a_surname_is_not_taken_for_a_patronymic() {
        assert_eq!(
            parts("Владимир Войнович"),
            ("Владимир".into(), String::new(), "Войнович".into())
        );
    }
}
