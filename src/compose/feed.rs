//! The Atom feed of what changed (RFC 4287): arrests, transfers, verdicts, ends.
//!
//! Ids are version 5 UUIDs of site, person, event and date, so that a mirror
//! gives the same ids under any host. Times come from events, never from a clock.

use serde::Serialize;
use uuid::Uuid;

use super::about::state_sentence;
use super::body::escape;
use super::desk::Desk;
use crate::record::{Event, EventKind, Lang, PartialDate};
use crate::site::Person;

/// How many entries a feed holds.
const ENTRIES: usize = 50;

/// A feed before it is written out.
#[derive(Debug, Serialize)]
pub(super) struct Feed {
    lang: String,
    id: String,
    title: String,
    updated: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    title: String,
    updated: String,
    href: String,
    summary: String,
}

/// The newest events of everybody who is published.
pub(super) fn feed(desk: &Desk<'_>) -> Feed {
    let site = desk.site();
    let mut events: Vec<(&Person, usize, &Event)> = site
        .people
        .values()
        .flat_map(|person| {
            (0..)
                .zip(&person.record.timeline)
                .map(move |(index, event)| (person, index, event))
        })
        .filter(|(_, _, event)| is_news(event.kind))
        .collect();
    events.sort_by(|a, b| key(b).cmp(&key(a)));
    events.truncate(ENTRIES);
    let updated = events.first().map_or_else(
        || time(PartialDate::Day(site.today)),
        |(_, _, event)| time(event.date),
    );
    Feed {
        lang: desk.lang().to_string(),
        id: urn(&[site.config.id.as_str(), "feed", desk.lang().as_str()]),
        title: format!(
            "{}: {}",
            desk.texts().apart(&desk.phrase(&site.config.title).text),
            desk.say("feed-title")
        ),
        updated,
        entries: events
            .into_iter()
            .map(|(person, index, event)| entry(desk, person, index, event))
            .collect(),
    }
}

fn key<'a>(
    (person, index, event): &(&'a Person, usize, &'a Event),
) -> (jiff::civil::Date, &'a str, usize) {
    (event.date.last(), person.id.as_str(), *index)
}

/// What moves somebody: not hearings and other steps on the way.
fn is_news(kind: EventKind) -> bool {
    use EventKind::*;
    matches!(
        kind,
        Arrest
            | Capture
            | Disappearance
            | Measure
            | Verdict
            | Appeal
            | Cassation
            | TransferStart
            | TransferEnd
            | Release
            | Exchange
            | Deportation
            | Pardon
            | Acquittal
            | Death
    )
}

fn entry(desk: &Desk<'_>, person: &Person, index: usize, event: &Event) -> Entry {
    let name = &desk.voice.name(&person.id).short;
    let label = desk.word("event", event.kind.as_str());
    // Two events of one kind on one day are told apart by their order.
    let twins = person.record.timeline[..index]
        .iter()
        .filter(|other| other.kind == event.kind && other.date == event.date)
        .count();
    let (date, twin) = (event.date.to_string(), twins.to_string());
    let site = desk.site().config.id.as_str();
    let mut parts = vec![site, person.id.as_str(), event.kind.as_str(), &date];
    if twins > 0 {
        parts.push(&twin);
    }
    Entry {
        id: urn(&parts),
        title: format!(
            "{}: {}",
            desk.texts().apart(name),
            after_colon(desk.lang(), &label)
        ),
        updated: time(event.date),
        href: desk.person_link(&person.id),
        summary: format!(
            "{}. {}",
            desk.date(event.date).text,
            state_sentence(desk, person)
        ),
    }
}

/// A label as it goes on after a colon. In German it begins with a noun, and keeps its capital.
fn after_colon(lang: &Lang, text: &str) -> String {
    if lang.as_str() == "de" {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

fn time(date: PartialDate) -> String {
    format!("{}T00:00:00Z", date.last())
}

fn urn(parts: &[&str]) -> String {
    format!("urn:uuid:{}", uuid(parts))
}

/// An id that is the same on every mirror; its namespace is the UUID of the word
/// `vestochka` among OIDs.
pub(super) fn uuid(parts: &[&str]) -> Uuid {
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_OID, b"vestochka");
    Uuid::new_v5(&namespace, parts.join("\n").as_bytes())
}

impl Feed {
    /// The feed as XML.
    pub(super) fn xml(&self) -> String {
        let Feed {
            lang,
            id,
            title,
            updated,
            entries,
        } = self;
        let (lang, title) = (escape(lang), escape(title));
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n\
             <id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
             <author><name>{title}</name></author>\n<link rel=\"self\" href=\"feed.xml\"/>\n\
             <link href=\"index.html\"/>\n"
        );
        entries.iter().for_each(|entry| entry.write(&mut xml));
        xml.push_str("</feed>\n");
        xml
    }
}

impl Entry {
    fn write(&self, xml: &mut String) {
        let Entry {
            id,
            title,
            updated,
            href,
            summary,
        } = self;
        let (title, href, summary) = (escape(title), escape(href), escape(summary));
        xml.push_str(&format!(
            "<entry>\n<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
             <link href=\"{href}\"/>\n<summary>{summary}</summary>\n</entry>\n"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_nouns_keep_their_capital_after_a_colon() {
        let after = |lang: &str, text| after_colon(&Lang::parse(lang).unwrap(), text);
        assert_eq!(after("de", "Urteil"), "Urteil");
        assert_eq!(after("ru", "Приговор"), "приговор");
    }
}
