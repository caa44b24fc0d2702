//! The sources of a record, numbered, and the references to them.

use super::desk::Desk;
use super::frame::own_name;
use crate::record::{Source, SourceRefs};
use crate::view::{self, Named};

/// The numbered list at the end of a page.
pub(super) fn list(desk: &Desk<'_>, sources: &[Source]) -> Vec<view::Source> {
    let source = |(number, source): (u32, &Source)| view::Source {
        number,
        title: named(desk, source),
        publisher: desk.phrase_of(source.publisher.as_ref()),
        date: source.date.map(|date| desk.date(date)),
        language: source
            .lang
            .as_ref()
            .filter(|lang| *lang != desk.lang())
            .map(|lang| desk.words(&own_name(lang))),
    };
    (1..).zip(sources).map(source).collect()
}

/// The numbers of the sources that a fact names.
pub(super) fn numbers(refs: &SourceRefs, sources: &[Source]) -> Vec<u32> {
    let number = |id: &String| {
        (1..)
            .zip(sources)
            .find(|(_, source)| source.id == *id)
            .map(|(number, _)| number)
    };
    refs.0.iter().filter_map(number).collect()
}

/// A source by its title, else its address. The address of a designated
/// organisation is left out where the config says so.
pub(super) fn named(desk: &Desk<'_>, source: &Source) -> Named {
    let url = source.url.as_ref();
    let name = match (&source.title, url) {
        (Some(title), _) => {
            let mut phrase = desk.phrase(title);
            if phrase.lang.is_none()
                && source.lang.as_ref().is_some_and(|lang| {
                    !title.languages().any(|l| l == desk.lang()) && lang != desk.lang()
                })
            {
                (phrase.lang, phrase.dir) = desk.foreign(source.lang.as_ref());
            }
            phrase
        }
        (None, Some(url)) => desk.words(url.as_str()),
        (None, None) => desk.words(&source.id),
    };
    Named {
        name,
        href: url
            .filter(|url| !super::links::is_left_out(desk, url))
            .map(|url| url.as_str().to_owned()),
    }
}
