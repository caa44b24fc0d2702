//! The tables of `docs/ids.md`, letter by letter.

use any_ascii::any_ascii_char;

const RU: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', "ie"),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
];

const UK: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "h"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('є', "ie"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "y"),
    ('і', "i"),
    ('ї', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ь', ""),
    ('ю', "iu"),
    ('я', "ia"),
];

const UK_FIRST: &[(char, &str)] = &[
    ('є', "ye"),
    ('ї', "yi"),
    ('й', "y"),
    ('ю', "yu"),
    ('я', "ya"),
];

const BE: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "h"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "io"),
    ('ж', "zh"),
    ('з', "z"),
    ('і', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ў', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
];

const BE_FIRST: &[(char, &str)] = &[('е', "ye"), ('ё', "yo"), ('ю', "yu"), ('я', "ya")];

const FA: &[(char, &str)] = &[
    ('آ', "a"),
    ('ا', "a"),
    ('ب', "b"),
    ('پ', "p"),
    ('ت', "t"),
    ('ث', "s"),
    ('ج', "j"),
    ('چ', "ch"),
    ('ح', "h"),
    ('خ', "kh"),
    ('د', "d"),
    ('ذ', "z"),
    ('ر', "r"),
    ('ز', "z"),
    ('ژ', "zh"),
    ('س', "s"),
    ('ش', "sh"),
    ('ص', "s"),
    ('ض', "z"),
    ('ط', "t"),
    ('ظ', "z"),
    ('ع', "a"),
    ('غ', "gh"),
    ('ف', "f"),
    ('ق', "gh"),
    ('ک', "k"),
    ('ك', "k"),
    ('گ', "g"),
    ('ل', "l"),
    ('م', "m"),
    ('ن', "n"),
    ('و', "u"),
    ('ه', "h"),
    ('ی', "i"),
    ('ي', "i"),
    ('ئ', "e"),
];

const FA_FIRST: &[(char, &str)] = &[('و', "v"), ('ی', "y"), ('ي', "y")];

const FA_PAIRS: &[(&str, &str)] = &[
    ("خوا", "kha"),
    ("وا", "va"),
    ("یا", "ya"),
    ("يا", "ya"),
    ("یو", "yu"),
    ("يو", "yu"),
    ("عا", "a"),
    ("اع", "a"),
];

/// How one language is written in Latin letters.
pub(super) struct Table {
    pub letters: &'static [(char, &'static str)],
    /// Letters that differ at the start of a word and after one of `after`.
    pub first: &'static [(char, &'static str)],
    after: &'static str,
    /// Letters beside one another that differ from their parts.
    pub pairs: &'static [(&'static str, &'static str)],
    /// Letters that differ at the end of a word.
    pub last: &'static [(&'static str, &'static str)],
}

pub(super) const RUSSIAN: Table = Table {
    letters: RU,
    first: &[],
    after: "",
    pairs: &[],
    last: &[],
};
pub(super) const UKRAINIAN: Table = Table {
    letters: UK,
    first: UK_FIRST,
    after: "",
    pairs: &[("зг", "zgh")],
    last: &[],
};
pub(super) const BELARUSIAN: Table = Table {
    letters: BE,
    first: BE_FIRST,
    after: "аеёіоуўэюяь'",
    pairs: &[],
    last: &[("ый", "y")],
};
pub(super) const PERSIAN: Table = Table {
    letters: FA,
    first: FA_FIRST,
    after: "آا",
    pairs: FA_PAIRS,
    last: &[("اه", "ah"), ("وه", "uh"), ("یه", "yeh"), ("ه", "eh")],
};
const OTHERS: Table = Table {
    letters: &[],
    first: &[],
    after: "",
    pairs: &[],
    last: &[],
};

impl Table {
    pub fn of(language: Option<&str>) -> &'static Table {
        match language.and_then(|tag| tag.split(['-', '_']).next()) {
            Some("ru") => &RUSSIAN,
            Some("uk") => &UKRAINIAN,
            Some("be") => &BELARUSIAN,
            Some("fa") => &PERSIAN,
            _ => &OTHERS,
        }
    }

    /// A word in small letters, perhaps with characters that no id may have.
    pub fn latin(&self, word: &str) -> String {
        let (mut latin, mut rest, mut before) = (String::new(), word, None);
        while let Some(c) = rest.chars().next() {
            let (length, letters) = self
                .pair(rest)
                .unwrap_or((c.len_utf8(), self.letter(c, before)));
            latin.push_str(letters);
            before = rest[..length].chars().next_back();
            rest = &rest[length..];
        }
        latin
    }

    fn pair(&self, rest: &str) -> Option<(usize, &'static str)> {
        let last = self.last.iter().find(|(pair, _)| rest == *pair);
        let found = last.or_else(|| self.pairs.iter().find(|(pair, _)| rest.starts_with(pair)));
        found.map(|(pair, latin)| (pair.len(), *latin))
    }

    fn letter(&self, c: char, before: Option<char>) -> &'static str {
        let is_first = before.is_none_or(|before| self.after.contains(before));
        let first = self.first.iter().filter(|_| is_first);
        let found = first.chain(self.letters).find(|(letter, _)| *letter == c);
        found.map_or_else(|| any_ascii_char(c), |(_, latin)| latin)
    }
}
