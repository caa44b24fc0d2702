//! x
use std::borrow::Cow;
/// nfc
pub fn nfc(text: &str) -> Cow<'_, str> {
    icu::normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text)
}
