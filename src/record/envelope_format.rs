//! The formats of envelopes that a printer can be fed with.

use super::word::words;

words! {
    /// The format of an envelope.
    "format" EnvelopeFormat {
        /// Takes a sheet of A4 that was folded twice; in Russia `E65`.
        Dl = "dl",
        /// Takes a sheet of A4 that was folded crosswise.
        C6 = "c6",
        /// The letter envelope of North America, `#10`.
        No10 = "no10",
    }
}

impl EnvelopeFormat {
    /// As it is called in shops.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EnvelopeFormat::Dl => "DL",
            EnvelopeFormat::C6 => "C6",
            EnvelopeFormat::No10 => "#10",
        }
    }

    /// Width and height in tenths of a millimetre: ISO 269 for DL and C6, and
    /// 9½ by 4⅛ inches for #10.
    #[must_use]
    pub fn size(self) -> (u32, u32) {
        match self {
            EnvelopeFormat::Dl => (2200, 1100),
            EnvelopeFormat::C6 => (1620, 1140),
            EnvelopeFormat::No10 => (2413, 1048),
        }
    }
}
