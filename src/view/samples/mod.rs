//! Sample views of every kind of page, rich and bare, for the theme's tests.

mod lists;
mod paper;
mod places;
mod profile;
mod releases;
mod shared;
mod small;

use serde_json::Value;

use super::View;

pub(crate) use shared::{InLanguage, RUSSIAN};

/// A view with the name under which a test speaks of it.
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) template: &'static str,
    pub(crate) view: Value,
}

impl Sample {
    fn of<V: View>(name: &'static str, view: &V) -> Self {
        let view = serde_json::to_value(view).expect("a view can be written as JSON");
        Sample {
            name,
            template: V::TEMPLATE,
            view,
        }
    }
}

/// All samples in a language, `ru` or `en`.
pub(crate) fn all(lang: &'static str) -> Vec<Sample> {
    let lang = InLanguage { lang };
    let mut samples = profile::samples(lang);
    samples.extend(lists::samples(lang));
    samples.extend(places::samples(lang));
    samples.extend(small::samples(lang));
    samples.extend(paper::samples(lang));
    samples.extend(releases::samples(lang));
    samples
}
