//! The fold over a timeline: from events to the state on a day.
//!
//! *Hiding needs a rumour, showing needs a confirmation.* The narrative follows
//! every event that has begun, but what only a rumour put in place is in doubt,
//! and a doubt withholds. The fold is monotone: no unconfirmed event, wherever
//! it stands, can bring an address to light. A random test holds it to that.

use jiff::civil::Date;

use super::effect::{After, Arrival, Effect, States, arrival, effect};
use super::sequence::{self, Misfit};
use crate::record::{
    Correspondence, Custody, Event, EventKind, FacilityType, Id, PartialDate, Punishment,
};

/// The state on a day. Events are named by their place in the timeline, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// Where the person stands; `unknown` before the first event that says it.
    pub custody: Custody,
    /// Since when.
    pub custody_since: Option<PartialDate>,
    /// The event that brought it about.
    pub by_event: Option<usize>,
    /// The facility where the person is.
    pub facility: Option<Id>,
    /// Since when.
    pub facility_since: Option<PartialDate>,
    /// When the person was last moved or let go: what was verified before says
    /// nothing of the present place.
    pub moved: Option<PartialDate>,
    /// The punishment cell, and since when.
    pub punishment: Option<(Punishment, PartialDate)>,
    /// Who may write, if an event says it.
    pub correspondence: Option<Correspondence>,
    /// What no confirmed event stands behind.
    pub doubts: Doubts,
    /// When the present sentence should end.
    pub expected_release: Option<PartialDate>,
    /// The event with the words of the present sentence.
    pub sentence: Option<usize>,
    /// The event with the present articles of law.
    pub articles: Option<usize>,
    /// Whether there is a verdict in the present persecution.
    pub convicted: bool,
    /// The first arrest, capture or the like of the present persecution.
    pub arrested: Option<PartialDate>,
    /// Whether the person was ever held.
    pub ever_held: bool,
    /// Whether a court has dealt with the person.
    pub ever_tried: bool,
    /// When the person died.
    pub died: Option<PartialDate>,
}

/// The events that put something in place without being confirmed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Doubts {
    /// That the person is held.
    pub custody: Option<usize>,
    /// That the person is in this facility.
    pub facility: Option<usize>,
    /// That only an intermediary may be written to.
    pub correspondence: Option<usize>,
}

impl Doubts {
    /// The first of them, for the words on the page.
    #[must_use]
    pub fn first(self) -> Option<usize> {
        self.custody.or(self.facility).or(self.correspondence)
    }
}

impl Default for Folded {
    fn default() -> Self {
        Folded {
            custody: Custody::Unknown,
            custody_since: None,
            by_event: None,
            facility: None,
            facility_since: None,
            moved: None,
            punishment: None,
            correspondence: None,
            doubts: Doubts::default(),
            expected_release: None,
            sentence: None,
            articles: None,
            convicted: false,
            arrested: None,
            ever_held: false,
            ever_tried: false,
            died: None,
        }
    }
}

/// The state at `today`, and every event that does not fit. Events apply in the
/// order of the list; those in the future do not apply.
pub fn fold(
    events: &[Event],
    facility_type: &dyn Fn(&Id) -> Option<FacilityType>,
    today: Date,
) -> (Folded, Vec<Misfit>) {
    let mut folded = Folded::default();
    let mut misfits = sequence::dates(events, today);
    for (index, event) in events.iter().enumerate() {
        if event.date.is_future(today) {
            continue;
        }
        let step = Step {
            index,
            event,
            effect: effect(event.kind),
            place: event.facility.as_ref().and_then(facility_type),
            shows: event.is_confirmed() && event.date.has_come(today),
        };
        misfits.extend(sequence::misfits(&folded, &step));
        folded.apply(&step);
    }
    misfits.sort_by_key(|misfit| misfit.event);
    (folded, misfits)
}

/// One event on its way into the fold.
pub(super) struct Step<'a> {
    pub(super) index: usize,
    pub(super) event: &'a Event,
    pub(super) effect: &'static Effect,
    /// The type of the facility that it names.
    pub(super) place: Option<FacilityType>,
    /// Whether it counts for showing: confirmed, and its date has wholly come.
    pub(super) shows: bool,
}

/// What an event does to the custody.
enum Turn {
    Stays,
    /// This custody, whatever it was: as sure as the event.
    Into(Custody),
    /// This custody because of the former one: as sure as that was.
    Follows(Custody),
}

impl Folded {
    fn apply(&mut self, step: &Step<'_>) {
        // Nothing moves the dead: a later event can only speak of them.
        if self.died.is_none() {
            let turn = self.turn(step);
            self.turn_custody(&turn, step);
            self.turn_place(&turn, step);
            self.turn_punishment(step);
            self.turn_correspondence(step);
            self.turn_expected_release(step);
        }
        self.remember(step);
    }

    fn turn(&self, step: &Step<'_>) -> Turn {
        if let Some(stated) = step.event.custody {
            let fits = step.effect.may_state.contains(stated);
            return Turn::Into(if fits { stated } else { Custody::Unknown });
        }
        match step.effect.after {
            After::Same => Turn::Stays,
            After::Becomes(custody) => Turn::Into(custody),
            After::Stated => Turn::Into(Custody::Unknown),
            After::Convicts if self.custody == Custody::Pretrial => {
                Turn::Follows(Custody::ConvictedAwaitingTransfer)
            }
            After::Convicts => Turn::Stays,
            After::Arrives => Turn::Into(self.arrival(step.place)),
            After::Dies if States::FREE.contains(self.custody) => Turn::Stays,
            After::Dies => Turn::Into(Custody::Died),
        }
    }

    fn arrival(&self, place: Option<FacilityType>) -> Custody {
        match place.map(arrival) {
            Some(Arrival::Custody(custody)) => custody,
            Some(Arrival::Remand) if self.convicted => Custody::ConvictedAwaitingTransfer,
            Some(Arrival::Remand) => Custody::Pretrial,
            Some(Arrival::Stated) | None => Custody::Unknown,
        }
    }

    fn turn_custody(&mut self, turn: &Turn, step: &Step<'_>) {
        let custody = match *turn {
            Turn::Stays => return,
            Turn::Follows(custody) => custody,
            Turn::Into(custody) => {
                self.doubt_custody(custody, step);
                custody
            }
        };
        if self.custody.is_over() && !custody.is_over() {
            self.begin_anew();
        }
        if custody == Custody::Pretrial {
            self.convicted = false;
        }
        if self.custody != custody || self.custody_since.is_none() {
            self.custody_since = Some(step.event.date);
            self.by_event = Some(step.index);
        }
        self.custody = custody;
        if begins_custody(custody) {
            self.arrested = self.arrested.or(Some(step.event.date));
        }
        self.ever_held |= custody.is_held();
    }

    fn doubt_custody(&mut self, custody: Custody, step: &Step<'_>) {
        let nothing_new = is_no_news(custody, self.custody) && self.doubts.custody.is_none();
        let doubtful = may_be_in_a_facility(custody) && !step.shows && !nothing_new;
        self.doubts.custody = doubtful.then_some(step.index);
    }

    /// A new persecution: what belonged to the former one is no longer present.
    fn begin_anew(&mut self) {
        self.sentence = None;
        self.articles = None;
        self.arrested = None;
        self.convicted = false;
    }

    fn turn_place(&mut self, turn: &Turn, step: &Step<'_>) {
        let stays_inside = may_be_in_a_facility(self.custody);
        let moves = step.effect.moves || (!stays_inside && !matches!(turn, Turn::Stays));
        match &step.event.facility {
            Some(facility) if stays_inside => self.place(facility, moves, step),
            Some(_) => self.leave(step),
            None if moves => self.leave(step),
            None => {}
        }
    }

    fn place(&mut self, facility: &Id, moves: bool, step: &Step<'_>) {
        let same = self.facility.as_ref() == Some(facility);
        if same && self.doubts.facility.is_none() {
            if moves {
                self.moved_on(step.event.date);
                self.facility_since = Some(step.event.date);
            }
            return;
        }
        // A place is no surer than that the person is held at all.
        let unsure = (!step.shows).then_some(step.index);
        self.doubts.facility = unsure.or(self.doubts.custody);
        self.facility = Some(facility.clone());
        self.facility_since = Some(step.event.date);
        self.moved_on(step.event.date);
    }

    fn leave(&mut self, step: &Step<'_>) {
        self.facility = None;
        self.facility_since = None;
        self.doubts.facility = None;
        self.moved_on(step.event.date);
    }

    fn moved_on(&mut self, date: PartialDate) {
        let later = self.moved.is_none_or(|moved| moved.last() <= date.last());
        if later {
            self.moved = Some(date);
        }
    }

    fn turn_punishment(&mut self, step: &Step<'_>) {
        let over = step.effect.moves
            || step.effect.kind == EventKind::PunishmentEnd
            || !may_be_in_a_facility(self.custody);
        if over {
            self.punishment = None;
        } else if step.effect.kind == EventKind::PunishmentStart {
            self.punishment = step.event.punishment.map(|cell| (cell, step.event.date));
        }
    }

    fn turn_correspondence(&mut self, step: &Step<'_>) {
        let Some(stated) = step.event.correspondence else {
            return;
        };
        if step.shows || !stated.lets_write() {
            self.correspondence = Some(stated);
            self.doubts.correspondence = None;
        } else if stated == Correspondence::IntermediaryOnly && self.correspondence != Some(stated)
        {
            // It would hide the facility's address and show another one: for
            // the first a rumour is enough, for the second it is not.
            self.doubts.correspondence = Some(step.index);
        }
    }

    /// A rumour may bring the expected release forward, never put it off.
    fn turn_expected_release(&mut self, step: &Step<'_>) {
        if step.shows && matches!(step.effect.kind, EventKind::Arrest | EventKind::Capture) {
            self.expected_release = None;
        }
        let (true, Some(date)) = (
            sequence::states_release(step.event.kind),
            step.event.expected_release,
        ) else {
            return;
        };
        let earlier = self
            .expected_release
            .is_none_or(|present| date.first() < present.first());
        if step.shows || earlier {
            self.expected_release = Some(date);
        }
    }

    fn remember(&mut self, step: &Step<'_>) {
        use EventKind as E;
        let (event, kind) = (step.event, step.event.kind);
        if event.sentence.is_some() {
            self.sentence = Some(step.index);
        }
        if !event.articles.is_empty() {
            self.articles = Some(step.index);
        }
        self.convicted |= kind == E::Verdict && event.custody != Some(Custody::Pretrial);
        self.ever_tried |= matches!(
            kind,
            E::Arrest | E::Charge | E::Hearing | E::Verdict | E::Appeal | E::Cassation
        );
        if kind == E::Death {
            self.died = self.died.or(Some(event.date));
        }
    }
}

/// Before and after a verdict somebody on remand is in the same place. Which of
/// the two it is depends on the past; whether an event is news must not, or a
/// rumour about the past could make a later one pass for known.
fn is_no_news(one: Custody, other: Custody) -> bool {
    let on_remand = |custody| {
        matches!(
            custody,
            Custody::Pretrial | Custody::ConvictedAwaitingTransfer
        )
    };
    one == other || (on_remand(one) && on_remand(other))
}

/// Whether a custody is one in which the present persecution began to hold
/// the person, house arrest included.
fn begins_custody(custody: Custody) -> bool {
    custody.is_held() || custody == Custody::HouseArrest
}

/// Unknown included: somebody may be known to be somewhere, but not as what.
pub(super) fn may_be_in_a_facility(custody: Custody) -> bool {
    custody.has_address() || matches!(custody, Custody::PrisonerOfWar | Custody::Unknown)
}
