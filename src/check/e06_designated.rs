//! E6: a link to a designated organisation is a danger to whoever follows it.

use super::findings::Findings;
use super::rule::Inspection;
use super::short_texts::Words;
use crate::problem::{Route, Step};
use crate::record::{Id, Kind, Url};
use crate::site::{Site, is_same_host};

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    if site.config.designated_links.is_some() {
        return;
    }
    let hosts = designated_hosts(site);
    if hosts.is_empty() {
        return;
    }
    let mut look_at = |file, route: Route, url: &str| {
        if let Some(organisation) = Url::parse(url).and_then(|url| whose(&url, &hosts)) {
            findings.at(
                file,
                route,
                format!("this links to `{organisation}`, which is designated in a country of the audience"),
                "say `designated_links: warn` or `omit` in `site.yaml`",
            );
        }
    };
    for entry in inspection.entries {
        for short in entry
            .short_texts()
            .into_iter()
            .filter(|short| is_url(&short.route))
        {
            if let Words::Plain(url) = short.words {
                look_at(entry.file, short.route.clone(), url);
            }
        }
        if entry.kind == Kind::Organisation {
            let urls = site
                .organisation(entry.id)
                .into_iter()
                .flat_map(|organisation| &organisation.urls);
            for (index, url) in urls.enumerate() {
                look_at(entry.file, Route::key("urls").then(index), url.as_str());
            }
        }
    }
    for (file, service) in site.services.values() {
        look_at(file, Route::key("url"), service.url.as_str());
    }
}

fn is_url(route: &Route) -> bool {
    matches!(route.0.last(), Some(Step::Key(key)) if &**key == "url")
}

/// The hosts of all organisations that the audience's countries forbid.
fn designated_hosts(site: &Site) -> Vec<(&Id, String)> {
    let organisations = site.organisations.iter();
    let dangerous = organisations.filter(|(_, (_, organisation))| {
        organisation.is_designated(&site.config.audience, site.today)
    });
    dangerous
        .flat_map(|(id, (_, organisation))| {
            organisation.urls.iter().map(move |url| (id, url.host()))
        })
        .collect()
}

fn whose<'a>(url: &Url, hosts: &[(&'a Id, String)]) -> Option<&'a Id> {
    let host = url.host();
    hosts
        .iter()
        .find(|(_, own)| is_same_host(&host, own))
        .map(|(id, _)| *id)
}
