//! Indexes: pages that list other pages.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::frame::Frame;
use super::lists::number;
use crate::plan::Local;
use crate::record::{Country, Facility, Id, LangText};
use crate::view::{Index, IndexGroup, IndexItem, Phrase};
use crate::voice::ListKey;

/// All facilities, by country.
pub(super) fn facilities(desk: &Desk<'_>) -> Index {
    let mut by_country: BTreeMap<&Country, Vec<IndexItem>> = BTreeMap::new();
    for (id, (_, facility)) in &desk.site().facilities {
        by_country
            .entry(&facility.country)
            .or_default()
            .push(facility_item(desk, id, facility));
    }
    let group = |(country, items): (&Country, Vec<IndexItem>)| IndexGroup {
        heading: Some(desk.country(country).name),
        items: sorted(desk, items),
    };
    let mut groups: Vec<IndexGroup> = by_country.into_iter().map(group).collect();
    groups.sort_by(|a, b| desk.voice.collator.compare(heading_of(a), heading_of(b)));
    index(desk, "list-facilities", groups)
}

fn heading_of(group: &IndexGroup) -> &str {
    group.heading.as_ref().map_or("", |heading| &heading.text)
}

fn facility_item(desk: &Desk<'_>, id: &Id, facility: &Facility) -> IndexItem {
    let held = desk.site().lists.held_in.get(id).map_or(0, Vec::len);
    IndexItem {
        href: desk.to_list(ListKey::Facility(id.clone())),
        name: desk.phrase(&facility.name),
        note: Some(desk.word("facility-type", facility.kind.as_str()).into()),
        people: (held > 0).then(|| number(held)),
    }
}

/// All letter services.
pub(super) fn services(desk: &Desk<'_>) -> Index {
    let items =
        desk.site().services.iter().map(|(id, (_, service))| {
            item(desk, desk.to(Local::Service(id.clone())), &service.name)
        });
    one_group(desk, "list-services", items.collect())
}

/// All organisations.
pub(super) fn organisations(desk: &Desk<'_>) -> Index {
    let items = desk
        .site()
        .organisations
        .iter()
        .map(|(id, (_, organisation))| {
            item(
                desk,
                desk.to(Local::Organisation(id.clone())),
                &organisation.name,
            )
        });
    one_group(desk, "list-organisations", items.collect())
}

/// All cases.
pub(super) fn cases(desk: &Desk<'_>) -> Index {
    let items = desk.site().cases.iter().map(|(id, (_, case))| IndexItem {
        people: Some(number(
            desk.site().lists.by_case.get(id).map_or(0, Vec::len),
        )),
        ..item(desk, desk.to_list(ListKey::Case(id.clone())), &case.name)
    });
    one_group(desk, "list-cases", items.collect())
}

/// The countries whose letter rules are known; those that only name a country
/// are reached from their facilities.
pub(super) fn countries(desk: &Desk<'_>) -> Index {
    let known = desk
        .site()
        .rules
        .iter()
        .filter(|(_, (_, rules))| rules.letters.iter().next().is_some());
    let items = known.map(|(id, (_, rules))| {
        item(
            desk,
            desk.to(Local::Rules(id.clone())),
            rules.title.as_ref().unwrap_or(&rules.name),
        )
    });
    one_group(desk, "list-countries", items.collect())
}

/// Regions in which somebody may be written to.
pub(super) fn regions(desk: &Desk<'_>) -> Index {
    let items = desk
        .site()
        .lists
        .by_region
        .iter()
        .map(|(code, people)| IndexItem {
            href: desk.to_list(ListKey::Region(code.clone())),
            name: region_name(desk, code),
            note: None,
            people: Some(number(people.len())),
        });
    one_group(desk, "list-regions", items.collect())
}

/// Articles of law under which somebody is or was accused.
pub(super) fn articles(desk: &Desk<'_>) -> Index {
    let items = desk
        .site()
        .lists
        .by_article
        .iter()
        .map(|(slug, (name, people))| IndexItem {
            href: desk.to_list(ListKey::Article(slug.clone())),
            name: desk.words(name),
            note: None,
            people: Some(number(people.len())),
        });
    one_group(desk, "list-articles", items.collect())
}

/// A region's name, from a facility that has one.
pub(super) fn region_name(desk: &Desk<'_>, code: &str) -> Phrase {
    let facilities = desk
        .site()
        .lists
        .facilities_in
        .get(code)
        .into_iter()
        .flatten();
    let mut names = facilities.filter_map(|id| desk.site().facility(id)?.region_name.as_ref());
    names
        .next()
        .map_or_else(|| desk.words(code), |name| desk.phrase(name))
}

fn item(desk: &Desk<'_>, href: String, name: &LangText) -> IndexItem {
    IndexItem {
        href,
        name: desk.phrase(name),
        note: None,
        people: None,
    }
}

fn one_group(desk: &Desk<'_>, id: &str, items: Vec<IndexItem>) -> Index {
    let items = sorted(desk, items);
    let groups = if items.is_empty() {
        Vec::new()
    } else {
        vec![IndexGroup {
            heading: None,
            items,
        }]
    };
    index(desk, id, groups)
}

fn index(desk: &Desk<'_>, id: &str, groups: Vec<IndexGroup>) -> Index {
    let heading = desk.say(id);
    let intro = desk.say(&format!("{id}-intro"));
    Index {
        page: Frame::titled(heading.clone())
            .described(Some(intro.clone()))
            .page(desk),
        heading,
        intro: Some(intro),
        groups,
    }
}

/// In the language's order; equal names by their address, which does not change.
fn sorted(desk: &Desk<'_>, mut items: Vec<IndexItem>) -> Vec<IndexItem> {
    let order = &desk.voice.collator;
    items.sort_by(|a, b| {
        order
            .compare(&a.name.text, &b.name.text)
            .then_with(|| a.href.cmp(&b.href))
    });
    items
}
