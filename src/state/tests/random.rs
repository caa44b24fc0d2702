//! Random timelines, sensible or not: the fold never panics, and no rumour ever
//! brings an address to light.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::people::{Made, TODAY, id, made, prisoner};
use crate::record::{
    Certainty, Correspondence, Custody, Event, EventKind, PartialDate, Prisoner, Punishment,
    SourceRefs, Verified,
};
use crate::state::{Decision, Derived, Via, derive};

const CASES: u32 = 6_000;

fn date_near_today() -> impl Strategy<Value = PartialDate> {
    (-700..40i32, 0..8u8).prop_map(|(days, precision)| {
        let day: Date = TODAY.saturating_add(days.days());
        match precision {
            0 => PartialDate::Month(day.first_of_month()),
            1 => PartialDate::Year(day.first_of_year()),
            _ => PartialDate::Day(day),
        }
    })
}

/// Half the events are of the kinds that move people.
fn kind() -> impl Strategy<Value = EventKind> {
    use EventKind::*;
    let any: Vec<_> = EventKind::ALL.iter().map(|(_, kind)| *kind).collect();
    prop_oneof![
        prop::sample::select(any),
        prop::sample::select(vec![
            Arrest,
            TransferEnd,
            Verdict,
            Hearing,
            Correspondence,
            Appeal
        ]),
    ]
}

fn word<T: Clone + std::fmt::Debug + 'static>(
    all: &'static [(&'static str, T)],
    percent: f64,
) -> impl Strategy<Value = Option<T>> {
    let values: Vec<T> = all.iter().map(|(_, value)| value.clone()).collect();
    prop::option::weighted(percent, prop::sample::select(values))
}

fn event() -> impl Strategy<Value = Event> {
    let places = vec![
        "sizo",
        "ik",
        "ik",
        "other",
        "closed",
        "through",
        "forbidden",
        "nowhere",
    ];
    (
        date_near_today(),
        kind(),
        prop::option::weighted(0.6, prop::sample::select(places)),
        word(Custody::ALL, 0.2),
        word(Correspondence::ALL, 0.15),
        word(Punishment::ALL, 0.1),
        prop::option::weighted(0.2, date_near_today()),
        prop::bool::weighted(0.85),
    )
        .prop_map(
            |(date, kind, place, custody, correspondence, punishment, release, confirmed)| Event {
                date,
                kind,
                facility: place.map(id),
                place: None,
                custody,
                correspondence,
                punishment,
                articles: Vec::new(),
                sentence: None,
                expected_release: release,
                certainty: if confirmed {
                    Certainty::Confirmed
                } else {
                    Certainty::Reported
                },
                source: SourceRefs::default(),
                note: None,
                names_facility: false,
            },
        )
}

/// Mostly in order, as editors write them; sometimes not.
fn timeline() -> impl Strategy<Value = Vec<Event>> {
    (
        prop::collection::vec(event(), 0..8),
        prop::bool::weighted(0.8),
    )
        .prop_map(|(mut events, in_order)| {
            if in_order {
                events.sort_by_key(|event| event.date.last());
            }
            events
        })
}

#[derive(Debug, Clone)]
struct Case {
    timeline: Vec<Event>,
    verified: i32,
    correspondence: Option<Correspondence>,
    rumour: Event,
    at: prop::sample::Index,
}

fn case() -> impl Strategy<Value = Case> {
    let rumour = event().prop_map(|event| Event {
        certainty: Certainty::Uncertain,
        ..event
    });
    (
        timeline(),
        -500..5i32,
        word(Correspondence::ALL, 0.4),
        rumour,
        any::<prop::sample::Index>(),
    )
        .prop_map(|(timeline, verified, correspondence, rumour, at)| Case {
            timeline,
            verified,
            correspondence,
            rumour,
            at,
        })
}

impl Case {
    fn person(&self, base: &Prisoner) -> Prisoner {
        let mut person = base.clone();
        person.timeline.clone_from(&self.timeline);
        person.correspondence = self.correspondence;
        person.address_verified = Some(Verified {
            date: TODAY.saturating_add(self.verified.days()),
            by: None,
            source: SourceRefs::default(),
        });
        person
    }

    fn with_rumour(&self, person: &Prisoner) -> Prisoner {
        let mut person = person.clone();
        let at = self.at.index(person.timeline.len() + 1);
        person.timeline.insert(at, self.rumour.clone());
        person
    }
}

fn look(person: &Prisoner, places: &Made) -> Derived {
    derive(person, places, 365, TODAY)
}

/// What is shown, to be compared: the way and, where it matters, the place.
fn shown(derived: &Derived) -> Option<(Via, Option<&[String]>)> {
    match derived.decision {
        Decision::Show(via) => Some((via, derived.envelope.as_ref().map(|e| &e.lines[..]))),
        Decision::Withhold(_) => None,
    }
}

/// What came up, so that the test cannot quietly try nothing.
#[derive(Default)]
struct Count {
    outcomes: BTreeMap<String, u32>,
    rumours: BTreeMap<EventKind, u32>,
    hidden: BTreeMap<EventKind, u32>,
    misfits: u32,
}

#[test]
fn no_rumour_turns_a_withheld_address_into_a_shown_one() {
    let count = RefCell::new(Count::default());
    let (base, places) = (prisoner(""), made());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let result = TestRunner::new_with_rng(config, rng).run(&case(), |case| {
        let person = case.person(&base);
        let before = look(&person, &places);
        let after = look(&case.with_rumour(&person), &places);
        prop_assert_eq!(before.envelope.is_some(), before.one_may_write());
        if let Some(shown_after) = shown(&after) {
            prop_assert_eq!(Some(shown_after), shown(&before));
        }
        prop_assert!(before.next_change.is_none_or(|day| day > TODAY));
        count.borrow_mut().add(&case, &before, &after);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    count.into_inner().saw_enough();
}

impl Count {
    fn add(&mut self, case: &Case, before: &Derived, after: &Derived) {
        let outcome = match before.decision {
            Decision::Show(via) => format!("{via:?}"),
            Decision::Withhold(reason) => reason.as_str().to_owned(),
        };
        *self.outcomes.entry(outcome).or_default() += 1;
        *self.rumours.entry(case.rumour.kind).or_default() += 1;
        if before.one_may_write() && !after.one_may_write() {
            *self.hidden.entry(case.rumour.kind).or_default() += 1;
        }
        self.misfits += u32::from(!before.misfits.is_empty());
    }

    fn saw_enough(&self) {
        for (word, kind) in EventKind::ALL {
            let tried = self.rumours.get(kind).copied().unwrap_or(0);
            assert!(tried > 30, "{tried} rumours of `{word}`");
        }
        let hid: u32 = self.hidden.values().sum();
        let kinds = self.hidden.len();
        assert!(
            hid >= 30 && kinds >= 8,
            "{hid} of {kinds} kinds hid an address"
        );
        for outcome in [
            "Facility",
            "Intermediary",
            "Agency",
            "unconfirmed",
            "release_expected",
        ] {
            let times = self.outcomes.get(outcome).copied().unwrap_or(0);
            assert!(
                times >= 10,
                "`{outcome}` {times} times: {:?}",
                self.outcomes
            );
        }
        assert!(self.misfits > CASES / 4 && self.misfits < CASES - CASES / 20);
    }
}
