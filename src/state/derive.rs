//! Everything that follows from one prisoner's record on the build date.

use jiff::ToSpan;
use jiff::civil::Date;

use super::decide::{Decision, Facts, Intermediation, Reason, Via, Whereabouts, decide};
use super::envelope::{self, Envelope, Missing};
use super::fold::{Folded, fold};
use super::inherit::{self, Level};
use super::minor;
use super::sequence::Misfit;
use super::verification::{Staleness, Verification, day_after};
use crate::record::{
    Correspondence, Country, Facility, FacilityType, Id, Organisation, PartialDate, Prisoner,
    Records, Rules,
};

/// The other records that a prisoner's state depends on.
pub trait Places {
    /// A facility.
    fn facility(&self, id: &Id) -> Option<&Facility>;
    /// A country's letter rules.
    fn rules(&self, country: &Country) -> Option<&Rules>;
    /// An organisation.
    fn organisation(&self, id: &Id) -> Option<&Organisation>;
}

impl Places for Records {
    fn facility(&self, id: &Id) -> Option<&Facility> {
        self.facilities.get(id).map(|(_, facility)| facility)
    }

    fn rules(&self, country: &Country) -> Option<&Rules> {
        self.rules.get(&country.rules_id()).map(|(_, rules)| rules)
    }

    fn organisation(&self, id: &Id) -> Option<&Organisation> {
        self.organisations
            .get(id)
            .map(|(_, organisation)| organisation)
    }
}

/// What views may say of one prisoner, and whether an address goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The state by the timeline.
    pub folded: Folded,
    /// What does not fit in the timeline.
    pub misfits: Vec<Misfit>,
    /// Who may write, and which level says so.
    pub correspondence: Option<(Correspondence, Level)>,
    /// Whether an address is shown.
    pub decision: Decision,
    /// The address. It is here only if it is shown.
    pub envelope: Option<Envelope>,
    /// What the envelope lacks (E4), where nothing else withholds the address.
    pub missing: Vec<Missing>,
    /// Surname, photo and address stay off (E16).
    pub minor_protected: bool,
    /// How far the last verification holds.
    pub staleness: Staleness,
    /// The day after which to ask before writing.
    pub ask_after: Option<Date>,
    /// The next day on which any of this will be different by itself.
    pub next_change: Option<Date>,
}

/// Everything about a prisoner at `today`. `address_max_age` is in days.
#[must_use]
pub fn derive(
    prisoner: &Prisoner,
    places: &dyn Places,
    address_max_age: u32,
    today: Date,
) -> Derived {
    let look = Look {
        prisoner,
        places,
        max_age: address_max_age,
    };
    let now = look.at(today);
    let next_change = look.next_change(&now, today);
    Derived { next_change, ..now }
}

impl Derived {
    /// Whether one can write: an address is shown.
    #[must_use]
    pub fn one_may_write(&self) -> bool {
        matches!(self.decision, Decision::Show(_))
    }

    /// Why no address is shown.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        match self.decision {
            Decision::Withhold(reason) => Some(reason),
            Decision::Show(_) => None,
        }
    }

    /// The facility, if it may be named, linked and listed: only with its address.
    #[must_use]
    pub fn public_facility(&self) -> Option<&Id> {
        match self.decision {
            Decision::Show(Via::Facility) => self.folded.facility.as_ref(),
            _ => None,
        }
    }

    /// Whether a page made from this looks the same as one made from another.
    fn looks_like(&self, other: &Derived) -> bool {
        let seen = |derived: &Derived| derived.one_may_write().then_some(derived.staleness);
        self.folded == other.folded
            && self.decision == other.decision
            && self.correspondence == other.correspondence
            && self.minor_protected == other.minor_protected
            && seen(self) == seen(other)
    }
}

/// One prisoner among the other records, on whatever day.
struct Look<'a> {
    prisoner: &'a Prisoner,
    places: &'a dyn Places,
    max_age: u32,
}

impl<'a> Look<'a> {
    fn at(&self, today: Date) -> Derived {
        let facility_type = |id: &Id| self.facility_type(id);
        let (folded, misfits) = fold(&self.prisoner.timeline, &facility_type, today);
        let facility = folded
            .facility
            .as_ref()
            .and_then(|id| self.places.facility(id));
        let rules = facility.and_then(|facility| self.places.rules(&facility.country));
        let correspondence = inherit::correspondence(self.prisoner, &folded, facility, rules);
        let minor_protected = minor::is_protected(self.prisoner, &facility_type, today);
        let verified = self.verified(&folded, today);
        let facts = Facts {
            custody: folded.custody,
            custody_unconfirmed: folded.doubts.custody.is_some(),
            correspondence: correspondence.map(|(word, _)| word),
            correspondence_unconfirmed: in_doubt(&folded, correspondence),
            site: site(facility, today),
            site_unconfirmed: folded.doubts.facility.is_some(),
            verified,
            expected_release: folded.expected_release,
            minor_protected,
            birth_unpublished: false,
            address_incomplete: false,
            intermediary: self.intermediary(),
            agency: self.agency().is_some(),
            today,
        };
        let (decision, envelope, missing) = self.address(facts, facility);
        Derived {
            folded,
            misfits,
            correspondence,
            decision,
            envelope,
            missing,
            minor_protected,
            staleness: verified.map_or(Staleness::Never, |v| v.staleness(today)),
            ask_after: verified.map(Verification::ask_after),
            next_change: None,
        }
    }

    /// Writes the address only once everything else allows it.
    fn address(
        &self,
        mut facts: Facts,
        facility: Option<&Facility>,
    ) -> (Decision, Option<Envelope>, Vec<Missing>) {
        let decision = decide(&facts);
        let Decision::Show(via) = decision else {
            return (decision, None, Vec::new());
        };
        match self.envelope(via, facility) {
            Ok(envelope) => (decision, Some(envelope), Vec::new()),
            Err(missing) => {
                facts.birth_unpublished = missing.iter().any(|missing| missing.unpublished);
                facts.address_incomplete = true;
                (decide(&facts), None, missing)
            }
        }
    }

    fn envelope(&self, via: Via, facility: Option<&Facility>) -> Result<Envelope, Vec<Missing>> {
        let rules = |country: &Country| self.places.rules(country);
        match via {
            Via::Facility => facility.map(|facility| {
                envelope::to_facility(self.prisoner, facility, rules(&facility.country))
            }),
            Via::Intermediary => self
                .prisoner
                .intermediary
                .as_ref()
                .map(|somebody| envelope::to_intermediary(somebody, rules(&somebody.country))),
            Via::Agency => self.agency().map(|agency| {
                envelope::to_organisation(agency, agency.country.as_ref().and_then(rules))
            }),
        }
        // `decide` shows nothing that is not there.
        .unwrap_or(Err(Vec::new()))
    }

    fn facility_type(&self, id: &Id) -> Option<FacilityType> {
        self.places.facility(id).map(|facility| facility.kind)
    }

    /// A verification counts if it is not in the future, and not from before
    /// the person was last moved: then it speaks of another place.
    fn verified(&self, folded: &Folded, today: Date) -> Option<Verification> {
        let day = self.prisoner.address_verified.as_ref()?.date;
        let of_this_place = folded.moved.is_none_or(|moved| moved.last() <= day);
        (of_this_place && day <= day_after(today))
            .then(|| Verification::new(day, folded.custody, self.max_age))
    }

    fn intermediary(&self) -> Intermediation {
        match &self.prisoner.intermediary {
            None => Intermediation::None,
            Some(somebody) if somebody.consent.is_some() => Intermediation::Consented,
            Some(_) => Intermediation::WithoutConsent,
        }
    }

    fn agency(&self) -> Option<&'a Organisation> {
        let id = self.prisoner.agency.as_ref()?;
        let organisation = self.places.organisation(id)?;
        (!organisation.address.is_empty()).then_some(organisation)
    }

    fn next_change(&self, now: &Derived, today: Date) -> Option<Date> {
        let mut days = self.turning_days(now);
        days.retain(|day| *day > today);
        days.sort_unstable();
        days.dedup();
        days.into_iter().find(|day| !self.at(*day).looks_like(now))
    }

    /// Every day on which something could change by itself.
    fn turning_days(&self, now: &Derived) -> Vec<Date> {
        let mut days: Vec<Date> = self.prisoner.adult_consent.into_iter().collect();
        for event in &self.prisoner.timeline {
            days.push(day_before(event.date.first()));
            days.push(event.date.last());
            days.extend(event.expected_release.map(PartialDate::first));
            let facility = event
                .facility
                .as_ref()
                .and_then(|id| self.places.facility(id));
            let closed = facility.and_then(|facility| facility.closed.as_ref());
            days.extend(closed.map(|closed| closed.date.first()));
        }
        if let Some(verified) = &self.prisoner.address_verified {
            let verification = Verification::new(verified.date, now.folded.custody, self.max_age);
            days.push(day_before(verified.date));
            days.push(day_after(verification.ask_after()));
            days.push(day_after(verification.last_day()));
        }
        days
    }
}

/// An event is accepted on the day before, see [`PartialDate::is_future`].
fn day_before(day: Date) -> Date {
    day.saturating_sub(1.day())
}

fn site(facility: Option<&Facility>, today: Date) -> Whereabouts {
    match facility {
        None => Whereabouts::Unknown,
        Some(facility) => match &facility.closed {
            Some(closed) if closed.date.first() <= today => Whereabouts::Closed,
            _ => Whereabouts::Known,
        },
    }
}

/// Who may write is in doubt if a rumour says it, or a place known by rumour.
fn in_doubt(folded: &Folded, correspondence: Option<(Correspondence, Level)>) -> bool {
    let from_place = correspondence.is_some_and(|(_, level)| level <= Level::Facility);
    folded.doubts.correspondence.is_some() || (from_place && folded.doubts.facility.is_some())
}
