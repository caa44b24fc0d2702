//! The pages of facilities, services, organisations, cases, countries and texts.

use super::address;
use super::body;
use super::desk::Desk;
use super::frame::Frame;
use super::letters::{self, Notes};
use super::links;
use super::lists;
use super::row::rows;
use super::sources;
use crate::record::{Case, Correspondence, Facility, Id, Kind, Organisation, Page, Rules, Service};
use crate::view::{self, Named};
use crate::voice::{IndexKey, ListKey};

/// How many of those who were in a facility once its page names.
const ONCE: usize = 12;
/// How many facilities the page of a country names.
const FACILITIES: usize = 40;

/// A facility, with those whose place may be shown; later parts of its list
/// are plain lists.
pub(super) fn facility(desk: &Desk<'_>, id: &Id, facility: &Facility) -> view::Facility {
    let name = desk.phrase(&facility.name);
    let key = ListKey::Facility(id.clone());
    let listing = &desk.voice.listings[&key];
    let rules = desk.site().rules(&facility.country);
    let frame = Frame::titled(name.text.clone()).below(
        desk.to_index(IndexKey::Facilities),
        desk.say("list-facilities"),
    );
    let once = once_here(desk, id);
    let mut notes = Notes::default();
    view::Facility {
        page: frame.page(desk),
        short: desk.phrase_of(facility.short.as_ref()),
        kind: desk.word("facility-type", facility.kind.as_str()),
        region: region(desk, facility),
        country: desk.country(&facility.country),
        former_names: former_names(desk, facility),
        closed: facility.closed.as_ref().map(|closed| view::Closed {
            date: desk.date(closed.date),
            successor: closed.successor.as_ref().and_then(|id| desk.facility(id)),
        }),
        correspondence: correspondence(desk, facility, rules),
        address: address::of_facility(desk, facility),
        channels: facility
            .channels
            .iter()
            .map(|id| channel(desk, id))
            .collect(),
        rules: notes.level(desk, &facility.letters, &facility.common.sources),
        rule_notes: notes.list(),
        letters: lists::letters(desk, &key),
        people: rows(desk, &listing.whole().entries),
        once_here: rows(desk, once.iter().take(ONCE)),
        once_more: (once.len() > ONCE).then(|| Named {
            name: desk.say("list-released").into(),
            href: Some(desk.to_list(ListKey::Released)),
        }),
        labels: super::labels::link(desk, &key),
        body: body::whole(desk, Kind::Facility, id),
        sources: sources::list(desk, &facility.common.sources),
        name,
    }
}

/// Those who were in a facility once, by name.
fn once_here(desk: &Desk<'_>, id: &Id) -> Vec<Id> {
    let once = desk.site().lists.once_in.get(id);
    once.map(|ids| desk.voice.in_order(ids)).unwrap_or_default()
}

fn region(desk: &Desk<'_>, facility: &Facility) -> Option<Named> {
    let code = facility.region.as_ref()?;
    let key = ListKey::Region(code.clone());
    // A region has a page only while somebody there may be written to.
    desk.voice.listings.contains_key(&key).then(|| Named {
        name: desk.region_name(code),
        href: Some(desk.to_list(key)),
    })
}

fn former_names(desk: &Desk<'_>, facility: &Facility) -> Vec<view::FormerName> {
    let former = |renamed: &crate::record::Renamed| view::FormerName {
        name: desk.phrase(&renamed.from),
        until: renamed.date.map(|date| desk.date(date)),
    };
    facility.renamed.iter().map(former).collect()
}

/// What holds for letters to a facility: its own word, else the country's for its type.
fn correspondence(desk: &Desk<'_>, facility: &Facility, rules: Option<&Rules>) -> Option<String> {
    if facility.closed.is_some() {
        return None;
    }
    let of_type = rules.and_then(|rules| rules.by_type.get(&facility.kind)?.correspondence);
    let stated = facility
        .correspondence
        .or(of_type)
        .or(rules.and_then(|rules| rules.correspondence));
    stated.map(|word| sentence(desk, word))
}

fn sentence(desk: &Desk<'_>, word: Correspondence) -> String {
    desk.word("correspondence", word.as_str())
}

fn channel(desk: &Desk<'_>, id: &Id) -> Named {
    desk.service(id).unwrap_or_else(|| {
        let name = match id.as_str() {
            "post" | "parcels" => desk.word("channel", id.as_str()),
            other => other.to_owned(),
        };
        Named {
            name: name.into(),
            href: None,
        }
    })
}

/// A group prosecution.
pub(super) fn case(desk: &Desk<'_>, id: &Id, case: &Case) -> view::Case {
    let name = desk.phrase(&case.name);
    let key = ListKey::Case(id.clone());
    let listing = &desk.voice.listings[&key];
    let frame = Frame::titled(name.text.clone())
        .below(desk.to_index(IndexKey::Cases), desk.say("list-cases"));
    view::Case {
        page: frame.page(desk),
        date: case.date.map(|date| desk.date(date)),
        country: case
            .country
            .as_ref()
            .map(|country| desk.country(country).name),
        letters: lists::letters(desk, &key),
        people: rows(desk, &listing.whole().entries),
        labels: super::labels::link(desk, &key),
        body: body::whole(desk, Kind::Case, id),
        sources: sources::list(desk, &case.common.sources),
        name,
    }
}

/// An organisation.
pub(super) fn organisation(
    desk: &Desk<'_>,
    id: &Id,
    organisation: &Organisation,
) -> view::Organisation {
    let name = desk.phrase(&organisation.name);
    let frame = Frame::titled(name.text.clone()).below(
        desk.to_index(IndexKey::Organisations),
        desk.say("list-organisations"),
    );
    let shown = organisation
        .urls
        .iter()
        .filter(|url| !links::is_left_out(desk, url));
    view::Organisation {
        page: frame.page(desk),
        roles: organisation
            .roles
            .iter()
            .map(|role| desk.word("role", role.as_str()))
            .collect(),
        country: organisation
            .country
            .as_ref()
            .map(|country| desk.country(country).name),
        warning: desk.warning(id),
        urls: shown.map(|url| url.as_str().to_owned()).collect(),
        designations: organisation
            .designations
            .iter()
            .map(|it| designation(desk, organisation, it))
            .collect(),
        alternative: organisation
            .alternative
            .as_ref()
            .and_then(|id| desk.organisation(id)),
        address: organisation.address.clone(),
        body: body::whole(desk, Kind::Organisation, id),
        sources: sources::list(desk, &organisation.common.sources),
        name,
    }
}

fn designation(
    desk: &Desk<'_>,
    organisation: &Organisation,
    it: &crate::record::Designation,
) -> view::Designation {
    let args = crate::texts::Args::new().with("country", desk.country(&it.country).name.text);
    let id = crate::texts::id("designation", it.status.as_str());
    view::Designation {
        text: desk.texts().say_with(&id, &args),
        date: desk.date(it.date),
        sources: sources::numbers(&it.source, &organisation.common.sources),
    }
}

/// A letter service.
pub(super) fn service(desk: &Desk<'_>, id: &Id, service: &Service) -> view::Service {
    let name = desk.phrase(&service.name);
    let frame = Frame::titled(name.text.clone())
        .below(desk.to_index(IndexKey::Services), desk.say("list-services"));
    let url = (service.closed.is_none() && !links::is_left_out(desk, &service.url))
        .then(|| service.url.as_str().to_owned());
    let price = service.price.as_ref().and_then(|price| {
        Some(view::Price {
            text: desk.phrase(&price.text),
            checked: desk.day(price.checked?),
            sources: sources::numbers(&price.source, &service.common.sources),
        })
    });
    let mut notes = Notes::default();
    view::Service {
        page: frame.page(desk),
        url,
        closed: service.closed.as_ref().map(|closed| desk.date(closed.date)),
        countries: service
            .countries
            .iter()
            .map(|country| desk.country(country))
            .collect(),
        limits: desk.phrase_of(service.limits.as_ref()),
        price,
        foreign_cards: Some(desk.word("foreign-cards", service.foreign_cards.as_str())),
        rules: notes.level(desk, &service.letters, &service.common.sources),
        rule_notes: notes.list(),
        body: body::whole(desk, Kind::Service, id),
        sources: sources::list(desk, &service.common.sources),
        name,
    }
}

/// How to write to a country.
pub(super) fn country(desk: &Desk<'_>, id: &Id, rules: &Rules) -> view::Rules {
    let title = desk.phrase(rules.title.as_ref().unwrap_or(&rules.name));
    let frame = Frame::titled(title.text.clone()).below(
        desk.to_index(IndexKey::Countries),
        desk.say("list-countries"),
    );
    let site = desk.site();
    let here = |service: &Service| {
        service.closed.is_none() && service.countries.iter().any(|c| c.as_str() == id.as_str())
    };
    let services = site
        .services
        .iter()
        .filter(|(_, (_, service))| here(service));
    let facilities = site
        .facilities
        .iter()
        .filter(|(_, (_, facility))| facility.country.as_str() == id.as_str());
    let mut notes = Notes::default();
    let general = notes.level(desk, &rules.letters, &rules.common.sources);
    let by_type = rules.by_type.iter().map(|(kind, of_type)| view::TypeRules {
        heading: desk.word("facility-type", kind.as_str()),
        correspondence: of_type.correspondence.map(|word| sentence(desk, word)),
        rules: notes.level(desk, &of_type.letters, &rules.common.sources),
    });
    let by_type = by_type.collect();
    view::Rules {
        page: frame.page(desk),
        envelope_country: rules.envelope_country.clone(),
        correspondence: rules.correspondence.map(|word| sentence(desk, word)),
        donating: rules
            .donating_prosecuted
            .as_ref()
            .map(|_| desk.say("donating-prosecuted")),
        rules: general,
        safety: letters::safety(desk, rules),
        by_type,
        rule_notes: notes.list(),
        transit: rules
            .transit_days
            .iter()
            .map(|(from, days)| view::TransitTime {
                country: desk.country(from).name,
                days: *days,
            })
            .collect(),
        services: services.filter_map(|(id, _)| desk.service(id)).collect(),
        more_facilities: (facilities.clone().count() > FACILITIES).then(|| Named {
            name: desk.say("list-facilities").into(),
            href: Some(desk.to_index(IndexKey::Facilities)),
        }),
        facilities: facilities
            .take(FACILITIES)
            .filter_map(|(id, _)| desk.facility(id))
            .collect(),
        body: body::whole(desk, Kind::Rules, id),
        sources: sources::list(desk, &rules.common.sources),
        title,
    }
}

/// A page of text.
pub(super) fn text(desk: &Desk<'_>, id: &Id, page: &Page) -> view::TextPage {
    let chosen = desk
        .site()
        .bodies(Kind::Page, id)
        .and_then(|bodies| bodies.choose(desk.lang()));
    let own = chosen
        .filter(|chosen| !chosen.is_fallback)
        .and_then(|chosen| chosen.body.title.clone());
    let title = own.map_or_else(|| desk.phrase(&page.title), Into::into);
    view::TextPage {
        page: Frame::titled(title.text.clone()).page(desk),
        title,
        body: body::whole(desk, Kind::Page, id),
        sources: sources::list(desk, &page.common.sources),
    }
}
