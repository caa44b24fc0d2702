//! The address exactly as it goes on the envelope, or what is missing for it.

mod form;
mod lines;
mod recipient;
#[cfg(test)]
mod tests;

use form::{Form, Part, Wanted, form};

use crate::problem::Route;
use crate::record::{
    Country, EnvelopeFormat, Facility, Intermediary, Kind, Lang, Organisation, PostalAddress,
    Prisoner, Rules,
};

/// An address, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The lines in the country's own order: the recipient first, the country
    /// (in its own script, where its name is known) last.
    pub lines: Vec<String>,
    /// The postcode, which also stands in one of the lines.
    pub postcode: Option<String>,
    /// The country in Latin letters, for senders abroad.
    pub country_latin: Option<String>,
    /// The country.
    pub country: Option<Country>,
    /// The language of the lines.
    pub lang: Option<Lang>,
    /// A letter needs the birth year, so that showing this publishes it.
    pub needs_birth_year: bool,
    /// A letter needs the prisoner number.
    pub needs_number: bool,
}

impl Envelope {
    /// The country in Latin letters, unless the last line says just that.
    #[must_use]
    pub fn latin_line(&self) -> Option<&str> {
        let name = self.country_latin.as_deref()?;
        let last = self.lines.last();
        (!last.is_some_and(|line| line.eq_ignore_ascii_case(name))).then_some(name)
    }

    /// The formats of envelopes that senders in the country itself have at hand.
    #[must_use]
    pub fn formats(&self) -> &'static [EnvelopeFormat] {
        self.form().formats
    }

    /// What stands in the stencil at the lower left, where the country has one.
    #[must_use]
    pub fn stencil(&self) -> Option<&str> {
        self.postcode.as_deref().filter(|_| self.form().stencil)
    }

    fn form(&self) -> &'static Form {
        self.country.as_ref().map_or(&form::OTHER, form)
    }
}

/// What keeps an address from being written (rule E4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The kind of record in which to mend it.
    pub record: Kind,
    /// The key, whether it is there or not.
    pub route: Route,
    /// It is known, but may not be published (rule E5).
    pub unpublished: bool,
    /// What is wrong: lower case, values in backticks.
    pub message: String,
    /// How to mend it.
    pub hint: String,
}

impl Missing {
    fn new(record: Kind, route: Route, message: String, hint: impl Into<String>) -> Self {
        Missing {
            record,
            route,
            unpublished: false,
            message,
            hint: hint.into(),
        }
    }
}

/// The address of a prisoner in a facility.
///
/// # Errors
/// Everything that is missing or has the wrong form, never the first only.
pub fn to_facility(
    prisoner: &Prisoner,
    facility: &Facility,
    rules: Option<&Rules>,
) -> Result<Envelope, Vec<Missing>> {
    let form = form(&facility.country);
    let lang = language(form, rules);
    let mut missing = Vec::new();
    let recipient = recipient::lines(prisoner, form, lang.as_ref(), &mut missing);
    match to_place(facility, rules) {
        Err(found) => Err([missing, found].concat()),
        Ok(_) if !missing.is_empty() => Err(missing),
        Ok(mut envelope) => {
            envelope.lines.splice(0..0, recipient);
            Ok(envelope)
        }
    }
}

/// The address of a facility, without anybody's name above it.
///
/// # Errors
/// Everything that is missing or has the wrong form, never the first only.
pub fn to_place(facility: &Facility, rules: Option<&Rules>) -> Result<Envelope, Vec<Missing>> {
    let form = form(&facility.country);
    let lang = language(form, rules);
    let mut missing = Vec::new();
    let mut lines = place(facility, form, &mut missing);
    if !missing.is_empty() {
        return Err(missing);
    }
    let postcode = facility.address.as_ref().and_then(|a| a.postcode.clone());
    lines.extend(country_line(rules, lang.as_ref()));
    Ok(Envelope {
        lines,
        postcode,
        country_latin: rules.and_then(|rules| rules.envelope_country.clone()),
        country: Some(facility.country.clone()),
        lang,
        needs_birth_year: form.birth_year == Wanted::Needed,
        needs_number: form.number == Wanted::Needed,
    })
}

/// The address of somebody who passes letters on; the rules are those of the
/// intermediary's country.
///
/// # Errors
/// If the record gives no lines.
pub fn to_intermediary(
    intermediary: &Intermediary,
    rules: Option<&Rules>,
) -> Result<Envelope, Vec<Missing>> {
    let route = Route::key("intermediary").then("address");
    let country = Some(&intermediary.country);
    elsewhere(&intermediary.name, &intermediary.address, country, rules)
        .ok_or_else(|| vec![no_lines(Kind::Prisoner, route)])
}

/// The address of an organisation that carries letters to prisoners of war.
///
/// # Errors
/// If its record gives no address.
pub fn to_organisation(
    organisation: &Organisation,
    rules: Option<&Rules>,
) -> Result<Envelope, Vec<Missing>> {
    let lang = rules.and_then(|rules| rules.address_lang.as_ref());
    let name = lang
        .and_then(|lang| organisation.name.get(lang))
        .or_else(|| organisation.name.all().next())
        .unwrap_or_default();
    let country = organisation.country.as_ref();
    elsewhere(name, &organisation.address, country, rules)
        .ok_or_else(|| vec![no_lines(Kind::Organisation, Route::key("address"))])
}

fn elsewhere(
    name: &str,
    address: &[String],
    country: Option<&Country>,
    rules: Option<&Rules>,
) -> Option<Envelope> {
    let mut lines = filled(name).into_iter().collect::<Vec<_>>();
    let below: Vec<_> = address.iter().filter_map(|line| filled(line)).collect();
    if lines.is_empty() || below.is_empty() {
        return None;
    }
    let lang = rules.and_then(|rules| rules.address_lang.clone());
    lines.extend(below);
    lines.extend(country_line(rules, lang.as_ref()));
    Some(Envelope {
        lines,
        postcode: None,
        country_latin: rules.and_then(|rules| rules.envelope_country.clone()),
        country: country.cloned(),
        lang,
        needs_birth_year: false,
        needs_number: false,
    })
}

fn no_lines(record: Kind, route: Route) -> Missing {
    Missing::new(
        record,
        route,
        "the address has no lines".into(),
        "add `address: [line, line]`, as it stands on the envelope",
    )
}

fn language(form: &Form, rules: Option<&Rules>) -> Option<Lang> {
    rules
        .and_then(|rules| rules.address_lang.clone())
        .or_else(|| Lang::parse(form.lang))
}

/// The country in the language of its addresses.
fn country_line(rules: Option<&Rules>, lang: Option<&Lang>) -> Option<String> {
    let rules = rules?;
    let own = lang.and_then(|lang| rules.name.get(lang));
    own.and_then(filled)
        .or_else(|| rules.envelope_country.as_deref().and_then(filled))
}

fn place(facility: &Facility, form: &Form, missing: &mut Vec<Missing>) -> Vec<String> {
    let Some(address) = &facility.address else {
        missing.push(Missing::new(
            Kind::Facility,
            Route::key("address"),
            "the facility has no postal address".into(),
            "add `address:` with its parts",
        ));
        return Vec::new();
    };
    let absent = form.needs.iter().filter(|part| part.of(address).is_none());
    missing.extend(absent.map(|part| part.missing()));
    missing.extend(wrong_postcode(address, form));
    let line = |parts: &&[Part]| {
        let words: Vec<_> = parts.iter().filter_map(|part| part.of(address)).collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    form.lines.iter().filter_map(line).collect()
}

fn wrong_postcode(address: &PostalAddress, form: &Form) -> Option<Missing> {
    if form.postcodes.is_empty() {
        return None;
    }
    let Some(postcode) = Part::Postcode.of(address) else {
        return Some(Part::Postcode.missing());
    };
    let forms: Vec<_> = form.postcodes.iter().map(|p| format!("`{p}`")).collect();
    (!form.takes(&postcode)).then(|| {
        Missing::new(
            Kind::Facility,
            Part::Postcode.route(),
            format!("`{postcode}` is not a postcode of `{}`", form.country),
            format!(
                "its form is {} (`9` is a digit, `A` a capital letter)",
                forms.join(" or ")
            ),
        )
    })
}

impl Part {
    fn key(self) -> &'static str {
        match self {
            Part::Recipient => "recipient",
            Part::Street => "street",
            Part::Town => "town",
            Part::District => "district",
            Part::Region => "region",
            Part::Postcode => "postcode",
        }
    }

    fn route(self) -> Route {
        Route::key("address").then(self.key())
    }

    fn of(self, address: &PostalAddress) -> Option<String> {
        let part = match self {
            Part::Recipient => &address.recipient,
            Part::Street => &address.street,
            Part::Town => &address.town,
            Part::District => &address.district,
            Part::Region => &address.region,
            Part::Postcode => &address.postcode,
        };
        part.as_deref().and_then(filled)
    }

    fn missing(self) -> Missing {
        let key = self.key();
        Missing::new(
            Kind::Facility,
            self.route(),
            format!("the facility's address has no `{key}`"),
            format!("add `address.{key}`"),
        )
    }
}

/// One line of an envelope: without line breaks, or nothing.
fn filled(text: &str) -> Option<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
