//! Minors: who was under 18 at arrest stays protected until, grown up, he or
//! she has agreed to be named.

use jiff::civil::Date;

use super::effect::{After, effect};
use crate::record::{Custody, Event, FacilityType, Id, PartialDate, Prisoner};

/// Whether surname, photo and address must stay off at `today`. In doubt, yes.
#[must_use]
pub fn is_protected(
    prisoner: &Prisoner,
    facility_type: &dyn Fn(&Id) -> Option<FacilityType>,
    today: Date,
) -> bool {
    if adult_consent_counts(prisoner, today) {
        return false;
    }
    let timeline = &prisoner.timeline;
    match prisoner.birth {
        Some(birth) => {
            let arrest = first_arrest(timeline).unwrap_or_else(|| calendar(today));
            arrest < eighteenth_birthday(birth.date)
        }
        None => timeline
            .iter()
            .filter_map(|event| event.facility.as_ref())
            .any(|id| facility_type(id) == Some(FacilityType::Vk)),
    }
}

/// Whether the consent has been given, and by somebody who was certainly 18:
/// a child cannot lift the protection.
#[must_use]
pub fn adult_consent_counts(prisoner: &Prisoner, today: Date) -> bool {
    let Some(consent) = prisoner.adult_consent else {
        return false;
    };
    let grown_up = prisoner
        .birth
        .is_none_or(|birth| calendar(consent) >= eighteenth_birthday(birth.date));
    consent <= today && grown_up
}

/// Year, month, day: the day after 28 February is 29 February in every year,
/// so that a birthday on it is never taken for an earlier one.
type Day = (i16, i8, i8);

fn calendar(date: Date) -> Day {
    (date.year(), date.month(), date.day())
}

/// The last day that it can be.
fn eighteenth_birthday(born: PartialDate) -> Day {
    let (year, month, day) = calendar(born.last());
    (year.saturating_add(18), month, day)
}

/// The first possible day on which the state laid hands on somebody, at any
/// certainty; if it never did, that of the first event.
fn first_arrest(timeline: &[Event]) -> Option<Day> {
    let first_day = |event: &Event| calendar(event.date.first());
    let arrests = timeline.iter().filter(|event| lays_hands(event));
    arrests
        .map(first_day)
        .min()
        .or_else(|| timeline.iter().map(first_day).min())
}

fn lays_hands(event: &Event) -> bool {
    let becomes = event.custody.or(match effect(event.kind).after {
        After::Becomes(custody) => Some(custody),
        After::Convicts => Some(Custody::ConvictedAwaitingTransfer),
        After::Arrives => Some(Custody::Pretrial),
        After::Same | After::Stated | After::Dies => None,
    });
    becomes.is_some_and(|custody| custody.is_held() || custody == Custody::HouseArrest)
}
