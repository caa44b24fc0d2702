//! Ids that lead nowhere. This is no rule of the domain: it cannot be waived.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::entry::{Entry, letter_rules};
use super::findings::Findings;
use super::rule::Inspection;
use crate::problem::{Place, Problem, Route, did_you_mean};
use crate::record::{Common, Facility, Id, Kind, Prisoner, Rules, Service, SourceRefs, Verified};
use crate::site::Site;

/// Channels that are not services.
const CHANNELS: [&str; 2] = ["post", "parcels"];

/// Reports every id that no record has.
pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    let mut links = Links { site, findings };
    for person in site.people.values() {
        links.of_person(&person.file, &person.record);
    }
    for (file, facility) in site.facilities.values() {
        links.of_facility(file, facility);
    }
    for (file, service) in site.services.values() {
        links.of_service(file, service);
    }
    for (file, organisation) in site.organisations.values() {
        links.one(
            file,
            Route::key("alternative"),
            Kind::Organisation,
            organisation.alternative.as_ref(),
        );
        for (index, designation) in organisation.designations.iter().enumerate() {
            let route = Route::key("designations").then(index);
            links.sources(file, route, &organisation.common, &designation.source);
        }
    }
    for (file, rules) in site.rules.values() {
        links.of_rules(file, rules);
    }
    let config: Arc<str> = "content/site.yaml".into();
    links.many(
        &config,
        "vetted_organisations",
        Kind::Organisation,
        &site.config.vetted_organisations,
    );
    links.of_letter_rules(inspection.entries);
    check_old_ids(site, inspection.entries, findings);
    check_source_ids(inspection.entries, findings);
}

struct Links<'f, 's, 'w> {
    site: &'s Site,
    findings: &'f mut Findings<'w>,
}

impl Links<'_, '_, '_> {
    fn of_person(&mut self, file: &Arc<str>, record: &Prisoner) {
        let common = &record.common;
        for (index, event) in record.timeline.iter().enumerate() {
            let here = Route::key("timeline").then(index);
            self.one(
                file,
                here.clone().then("facility"),
                Kind::Facility,
                event.facility.as_ref(),
            );
            self.sources(file, here, common, &event.source);
        }
        for (index, recognition) in record.recognitions.iter().enumerate() {
            let here = Route::key("recognitions").then(index);
            self.one(
                file,
                here.clone().then("organisation"),
                Kind::Organisation,
                recognition.organisation.as_ref(),
            );
            self.sources(file, here, common, &recognition.source);
        }
        for (index, support) in record.support.iter().enumerate() {
            let here = Route::key("support").then(index).then("organisation");
            self.one(
                file,
                here,
                Kind::Organisation,
                support.organisation.as_ref(),
            );
        }
        self.many(file, "cases", Kind::Case, &record.cases);
        self.many(file, "not_same_as", Kind::Prisoner, &record.not_same_as);
        self.one(
            file,
            Route::key("agency"),
            Kind::Organisation,
            record.agency.as_ref(),
        );
        self.verified(file, "address", common, record.address_verified.as_ref());
        self.verified(
            file,
            "correspondence",
            common,
            record.correspondence_verified.as_ref(),
        );
    }

    fn of_facility(&mut self, file: &Arc<str>, facility: &Facility) {
        let common = &facility.common;
        for (index, channel) in facility.channels.iter().enumerate() {
            if !CHANNELS.contains(&channel.as_str()) {
                self.one(
                    file,
                    Route::key("channels").then(index),
                    Kind::Service,
                    Some(channel),
                );
            }
        }
        if let Some(closed) = &facility.closed {
            let here = Route::key("closed");
            self.one(
                file,
                here.clone().then("successor"),
                Kind::Facility,
                closed.successor.as_ref(),
            );
            self.sources(file, here, common, &closed.source);
        }
        self.verified(file, "address", common, facility.address_verified.as_ref());
        self.verified(file, "letters", common, facility.letters_verified.as_ref());
        let country = &facility.country;
        if !self
            .site
            .known
            .contains_key(&(Kind::Rules, country.rules_id()))
        {
            self.findings.at(
                file,
                Route::key("country"),
                format!("there are no letter rules for `{country}`"),
                format!("add `content/rules/{country}.md`; it may hold no more than `name:` and `title:`"),
            );
        }
    }

    fn of_service(&mut self, file: &Arc<str>, service: &Service) {
        if let Some(closed) = &service.closed {
            let here = Route::key("closed");
            self.one(
                file,
                here.clone().then("successor"),
                Kind::Service,
                closed.successor.as_ref(),
            );
            self.sources(file, here, &service.common, &closed.source);
        }
        if let Some(price) = &service.price {
            self.sources(file, Route::key("price"), &service.common, &price.source);
        }
    }

    fn of_rules(&mut self, file: &Arc<str>, rules: &Rules) {
        if let Some(law) = &rules.donating_prosecuted {
            self.sources(
                file,
                Route::key("donating_prosecuted"),
                &rules.common,
                &law.source,
            );
        }
    }

    fn of_letter_rules(&mut self, entries: &[Entry<'_>]) {
        let common: BTreeMap<&str, &Common> = entries
            .iter()
            .map(|entry| (&**entry.file, entry.common))
            .collect();
        for (file, route, rules) in letter_rules(self.site) {
            let Some(common) = common.get(&**file) else {
                continue;
            };
            for (key, rule) in rules.iter() {
                self.sources(file, route.clone().then(key.as_str()), common, &rule.source);
            }
        }
    }

    fn verified(
        &mut self,
        file: &Arc<str>,
        key: &str,
        common: &Common,
        verified: Option<&Verified>,
    ) {
        if let Some(verified) = verified {
            self.sources(
                file,
                Route::key("verified").then(key),
                common,
                &verified.source,
            );
        }
    }

    fn many(&mut self, file: &Arc<str>, key: &str, kind: Kind, ids: &[Id]) {
        for (index, id) in ids.iter().enumerate() {
            self.one(file, Route::key(key).then(index), kind, Some(id));
        }
    }

    /// A record that could not be read counts as known: it has problems of its own.
    fn one(&mut self, file: &Arc<str>, route: Route, kind: Kind, id: Option<&Id>) {
        let Some(id) = id.filter(|id| !self.site.known.contains_key(&(kind, (*id).clone()))) else {
            return;
        };
        let ids = self
            .site
            .known
            .keys()
            .filter(|(other, _)| *other == kind)
            .map(|(_, id)| id.as_str());
        let hint = did_you_mean(id.as_str(), ids)
            .unwrap_or_else(|| format!("add `content/{}/{id}.md`, or mend the id", kind.folder()));
        self.findings.at(
            file,
            route,
            format!("there is no {} `{id}`", noun(kind)),
            hint,
        );
    }

    fn sources(&mut self, file: &Arc<str>, fact: Route, common: &Common, refs: &SourceRefs) {
        for (index, id) in refs
            .0
            .iter()
            .enumerate()
            .filter(|(_, id)| common.source(id).is_none())
        {
            let mut route = fact.clone().then("source");
            if refs.0.len() > 1 {
                route = route.then(index);
            }
            let hint = did_you_mean(id, common.sources.iter().map(|source| source.id.as_str()))
                .unwrap_or_else(|| "add it to this record's own `sources:`".into());
            self.findings.at(
                file,
                route,
                format!("this record has no source `{id}`"),
                hint,
            );
        }
    }
}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Rules => "country with rules",
        Kind::LetterDay => "date",
        other => other.as_str(),
    }
}

/// An old id leads to one page: it is neither a record's own nor another's old one.
fn check_old_ids(site: &Site, entries: &[Entry<'_>], findings: &mut Findings<'_>) {
    let mut taken: BTreeMap<(Kind, &Id), &Arc<str>> = BTreeMap::new();
    for entry in entries {
        for (index, old) in entry.common.formerly.iter().enumerate() {
            let own = site.known.get(&(entry.kind, old.clone()));
            if let Some(other) = own.or_else(|| taken.get(&(entry.kind, old)).copied()) {
                findings.at(
                    entry.file,
                    Route::key("formerly").then(index),
                    format!("the id `{old}` belongs to `{other}`"),
                    "an old id can lead to one page only: delete it here or there",
                );
            }
            taken.insert((entry.kind, old), entry.file);
        }
    }
}

fn check_source_ids(entries: &[Entry<'_>], findings: &mut Findings<'_>) {
    for entry in entries {
        let mut seen = BTreeSet::new();
        for (index, source) in entry.common.sources.iter().enumerate() {
            if !seen.insert(&source.id) {
                let place = Place::Value(Route::key("sources").then(index).then("id"));
                let message = format!("the source `{}` stands here a second time", source.id);
                let problem = Problem::error(Arc::clone(entry.file), place, message);
                findings.add(problem.hint("give one of the two another id"));
            }
        }
    }
}
