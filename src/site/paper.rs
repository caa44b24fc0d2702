//! What is printed for somebody: a sheet, envelopes, a label.
//!
//! The measures are those of `themes/default/paper.css`, in millimetres. The
//! address is never smaller than [`POINTS`] on an envelope: a format on which it
//! would not fit is not offered.

use super::{Person, Site};
use crate::record::{Correspondence, EnvelopeFormat};
use crate::state::{Decision, Envelope, Staleness, Via};

/// The size of the address on envelopes, in points.
const POINTS: f32 = 18.0;
/// A point in millimetres.
const POINT: f32 = 25.4 / 72.0;
/// Left to the stamp at the top, and free at the bottom.
const TOP_AND_BOTTOM: f32 = 28.0 + 6.0;
/// Free on the right.
const RIGHT: f32 = 10.0;
/// Where the address begins beside a stencil.
const BESIDE_STENCIL: f32 = 60.0;
/// Where it begins otherwise, as a part of the width.
const LEFT: f32 = 0.4;
/// The height of a line, as a part of the letters' size: at ease, and at least.
const LINES: (f32, f32) = (1.2, 1.02);

/// The sizes of letters that a label may have, in points.
const LABEL_POINTS: [u8; 5] = [11, 10, 9, 8, 7];
/// What a label of 70 × 37 mm has for its address.
const LABEL: (f32, f32) = (62.0, 32.0);
const LABEL_LINE: f32 = 1.08;

/// How an address stands on an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// With air between its lines.
    Loose,
    /// Close together.
    Tight,
}

impl Person {
    /// Whether there is a sheet to print: for everybody whose persecution goes
    /// on, also where it can only say why there is no address.
    #[must_use]
    pub fn has_sheet(&self) -> bool {
        !self.derived.folded.custody.is_over()
    }

    /// The size of the letters on a label, in points. Labels are for those to whom
    /// anybody may write, directly and without asking first.
    #[must_use]
    pub fn label_points(&self) -> Option<u8> {
        let listed = self
            .derived
            .correspondence
            .is_some_and(|(word, _)| word == Correspondence::ListedOnly);
        let direct = self.derived.decision == Decision::Show(Via::Facility);
        let fresh = self.derived.staleness == Staleness::Fresh;
        let envelope = self.derived.envelope.as_ref();
        label_points(envelope.filter(|_| direct && fresh && !listed)?)
    }

    /// How the address stands on an envelope of a format, if it fits.
    #[must_use]
    pub fn fit(&self, format: EnvelopeFormat) -> Option<Fit> {
        let envelope = self.derived.envelope.as_ref();
        fit(envelope.filter(|_| self.derived.one_may_write())?, format)
    }
}

impl Site {
    /// The formats of the envelopes for somebody: none where the address is withheld.
    pub fn formats<'a>(&'a self, person: &'a Person) -> impl Iterator<Item = EnvelopeFormat> + 'a {
        let own = person
            .derived
            .envelope
            .as_ref()
            .map_or(&[][..], Envelope::formats);
        let wanted = self.config.envelopes.as_deref().unwrap_or(own);
        wanted
            .iter()
            .copied()
            .filter(|format| person.fit(*format).is_some())
    }
}

fn fit(envelope: &Envelope, format: EnvelopeFormat) -> Option<Fit> {
    let (width, height) = format.size();
    let (width, height) = (tenths(width), tenths(height));
    let left = match envelope.stencil() {
        Some(_) => BESIDE_STENCIL,
        None => width * LEFT,
    };
    let em = POINTS * POINT;
    let lines = envelope.widths().lines_within((width - left - RIGHT) / em);
    let fits = |line: f32| as_f32(lines) * line * em <= height - TOP_AND_BOTTOM;
    if fits(LINES.0) {
        Some(Fit::Loose)
    } else {
        fits(LINES.1).then_some(Fit::Tight)
    }
}

fn label_points(envelope: &Envelope) -> Option<u8> {
    let widths = envelope.widths();
    let fits = |points: &u8| {
        let em = f32::from(*points) * POINT;
        let lines = widths.lines_within(LABEL.0 / em);
        as_f32(lines) * LABEL_LINE * em <= LABEL.1
    };
    LABEL_POINTS.into_iter().find(|points| fits(points))
}

fn tenths(length: u32) -> f32 {
    f32::from(u16::try_from(length).unwrap_or(u16::MAX)) / 10.0
}

fn as_f32(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Country, Lang};

    fn envelope(country: &str, lines: &[&str]) -> Envelope {
        Envelope {
            lines: lines.iter().map(|line| (*line).to_owned()).collect(),
            postcode: Some("600000".into()),
            country_latin: Some("RUSSIA".into()),
            country: Country::parse(country),
            lang: Lang::parse("ru"),
            needs_birth_year: false,
            needs_number: false,
        }
    }

    const LONG: &[&str] = &[
        "Образцовскому Образцу Образцовичу, 1985 г. р.",
        "ФКУ ИК-00 (образец) УФСИН России по Владимирской области",
        "ул. Примерная, д. 2",
        "пос. Примерный",
        "Образцовский район",
        "Владимирская область",
        "600000",
        "Россия",
    ];

    #[test]
    fn a_short_address_stands_at_ease_and_a_long_one_close() {
        let short = envelope("us", &["Tom Sample, 12345", "Prison", "Town 12345"]);
        assert_eq!(fit(&short, EnvelopeFormat::No10), Some(Fit::Loose));
        assert_eq!(
            fit(&envelope("ru", LONG), EnvelopeFormat::C6),
            Some(Fit::Tight)
        );
    }

    #[test]
    fn an_address_that_does_not_fit_has_no_envelope_and_no_label() {
        let endless = [LONG, LONG, LONG].concat();
        let endless = envelope("ru", &endless);
        for (_, format) in EnvelopeFormat::ALL {
            assert_eq!(fit(&endless, *format), None, "{format:?}");
        }
        assert_eq!(label_points(&endless), None);
    }

    #[test]
    fn letters_on_a_label_are_as_large_as_the_address_allows() {
        assert_eq!(label_points(&envelope("gb", &["Anna", "Prison"])), Some(11));
        assert_eq!(label_points(&envelope("ru", LONG)), Some(7));
    }
}
