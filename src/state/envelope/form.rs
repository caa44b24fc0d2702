//! The forms of addresses: one table, a row for each country that has its own.

use crate::record::{Country, EnvelopeFormat};

/// How a country's envelopes are written.
#[derive(Debug)]
pub(super) struct Form {
    /// ISO 3166-1; empty for all other countries.
    pub country: &'static str,
    /// The language of addresses where the country's rules name none.
    pub lang: &'static str,
    /// How the person is named.
    pub name: Name,
    /// Whether a patronymic (or the word `none`) is needed.
    pub patronymic: bool,
    /// Whether the birth year stands beside the name.
    pub birth_year: Wanted,
    /// Whether the prisoner number stands beside the name.
    pub number: Wanted,
    /// What a postcode looks like: `9` a digit, `A` a capital letter, all else
    /// itself. Without a pattern any postcode is taken, and none is needed.
    pub postcodes: &'static [&'static str],
    /// Parts of the facility's address that are needed, besides the postcode.
    pub needs: &'static [Part],
    /// The lines between the person and the country.
    pub lines: &'static [&'static [Part]],
    /// The formats that senders there have at hand, where the config names none.
    pub formats: &'static [EnvelopeFormat],
    /// Machines read the postcode from a stencil at the lower left.
    pub stencil: bool,
}

/// How the person is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// In the dative, which only an editor can write: `names.envelope`.
    Dative,
    /// Surname, given name, patronymic.
    SurnameFirst,
    /// Given name, surname, unless the record turns them around.
    GivenFirst,
}

/// Whether something stands on the envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A letter needs it.
    Needed,
    /// It helps, where it is known and may be published.
    Welcome,
    /// No.
    No,
}

/// A part of a facility's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Recipient,
    Street,
    Town,
    District,
    Region,
    Postcode,
}

/// The form of a country.
pub(super) fn form(country: &Country) -> &'static Form {
    FORMS
        .iter()
        .find(|form| form.country == country.as_str())
        .unwrap_or(&OTHER)
}

use Part::{District, Postcode, Recipient, Region, Street, Town};

/// Street before town before region: the order of the Russian rules for postal
/// services, which Belarus and Ukraine share in the main.
const EASTERN: &[&[Part]] = &[
    &[Recipient],
    &[Street],
    &[Town],
    &[District],
    &[Region],
    &[Postcode],
];
const CONTINENTAL: &[&[Part]] = &[&[Recipient], &[Street], &[Postcode, Town]];
/// From the large to the small, as Persian addresses are written: the order of
/// libaddressinput, which gathers what postal authorities publish.
const PERSIAN: &[&[Part]] = &[
    &[Recipient],
    &[Region],
    &[Town],
    &[District],
    &[Street],
    &[Postcode],
];
const PLACE: &[Part] = &[Recipient, Town];

/// ISO 269. In Russia, GOST R 51506-99 has the same two, as E65 and C6.
const ISO_269: &[EnvelopeFormat] = &[EnvelopeFormat::Dl, EnvelopeFormat::C6];

/// All other countries.
pub(super) const OTHER: Form = Form {
    country: "",
    lang: "",
    name: Name::GivenFirst,
    patronymic: false,
    birth_year: Wanted::No,
    number: Wanted::Welcome,
    postcodes: &[],
    needs: PLACE,
    lines: &[
        &[Recipient],
        &[Street],
        &[District],
        &[Postcode, Town],
        &[Region],
    ],
    formats: ISO_269,
    stencil: false,
};

const RUSSIA: Form = Form {
    country: "ru",
    lang: "ru",
    name: Name::Dative,
    patronymic: true,
    birth_year: Wanted::Needed,
    number: Wanted::No,
    postcodes: &["999999"],
    needs: PLACE,
    lines: EASTERN,
    formats: ISO_269,
    stencil: true,
};

const GERMANY: Form = Form {
    country: "de",
    lang: "de",
    postcodes: &["99999"],
    lines: CONTINENTAL,
    ..OTHER
};

/// Every country that has a form of its own.
pub(super) static FORMS: [Form; 9] = [
    RUSSIA,
    Form {
        country: "by",
        birth_year: Wanted::Welcome,
        stencil: false,
        ..RUSSIA
    },
    Form {
        country: "ua",
        lang: "uk",
        name: Name::SurnameFirst,
        patronymic: false,
        birth_year: Wanted::Welcome,
        postcodes: &["99999"],
        stencil: false,
        ..RUSSIA
    },
    Form {
        country: "gb",
        lang: "en",
        number: Wanted::Needed,
        postcodes: &[
            "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA",
        ],
        lines: &[&[Recipient], &[Street], &[Town], &[Postcode]],
        ..OTHER
    },
    Form {
        country: "us",
        lang: "en",
        number: Wanted::Needed,
        postcodes: &["99999", "99999-9999"],
        needs: &[Recipient, Town, Region],
        lines: &[&[Recipient], &[Street], &[Town, Region, Postcode]],
        formats: &[EnvelopeFormat::No10],
        ..OTHER
    },
    GERMANY,
    Form {
        country: "fr",
        lang: "fr",
        ..GERMANY
    },
    Form {
        country: "pl",
        lang: "pl",
        postcodes: &["99-999"],
        ..GERMANY
    },
    // Ten digits: Iran Post, and libaddressinput.
    Form {
        country: "ir",
        lang: "fa",
        postcodes: &["9999999999", "99999-99999"],
        lines: PERSIAN,
        ..OTHER
    },
];

impl Form {
    /// Whether a postcode has one of the country's forms.
    pub(super) fn takes(&self, postcode: &str) -> bool {
        self.postcodes.is_empty()
            || self
                .postcodes
                .iter()
                .any(|pattern| matches(pattern, postcode))
    }
}

fn matches(pattern: &str, postcode: &str) -> bool {
    let fits = |(wanted, found): (char, char)| match wanted {
        '9' => found.is_ascii_digit(),
        'A' => found.is_ascii_uppercase(),
        literal => literal == found,
    };
    pattern.chars().count() == postcode.chars().count()
        && pattern.chars().zip(postcode.chars()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_country_takes_its_own_postcodes_and_no_others() {
        let table = [
            ("ru", "600000", true),
            ("ru", "60000", false),
            ("ru", "60000O", false),
            ("ru", "６00000", false),
            ("by", "210000", true),
            ("ua", "01001", true),
            ("ua", "010010", false),
            ("gb", "ZZ99 9ZZ", true),
            ("gb", "W1A 1AA", true),
            ("gb", "zz99 9zz", false),
            ("gb", "ZZ999ZZ", false),
            ("us", "12345", true),
            ("us", "12345-6789", true),
            ("us", "12345 6789", false),
            ("pl", "00-950", true),
            ("pl", "00950", false),
            ("de", "10115", true),
            ("ir", "1234567890", true),
            ("ir", "12345-67890", true),
            ("ir", "123456789", false),
            ("ir", "۱۲۳۴۵۶۷۸۹۰", false),
            ("ch", "1202", true),
        ];
        for (country, postcode, taken) in table {
            let form = form(&Country::parse(country).unwrap());
            assert_eq!(form.takes(postcode), taken, "{country} {postcode}");
        }
    }

    #[test]
    fn every_form_is_of_a_real_country_and_stands_once() {
        for (at, form) in FORMS.iter().enumerate() {
            assert!(Country::parse(form.country).is_some(), "{}", form.country);
            assert!(
                FORMS[..at]
                    .iter()
                    .all(|other| other.country != form.country)
            );
        }
    }

    #[test]
    fn every_form_writes_what_it_needs() {
        for form in FORMS.iter().chain([&OTHER]) {
            for part in form.needs.iter().chain([&Part::Postcode]) {
                let written = form.lines.iter().any(|line| line.contains(part));
                assert!(written, "{} {part:?}", form.country);
            }
        }
    }
}
