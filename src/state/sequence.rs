//! What does not fit in a timeline: said to the editor, never guessed away.

use jiff::civil::Date;

use super::effect::{After, Arrival, arrival};
use super::fold::{Folded, Step};
use crate::record::{Custody, Event, EventKind, PartialDate};

/// An event that cannot be right where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Its place in the timeline, from 0.
    pub event: usize,
    /// The key of the event that is wrong.
    pub key: &'static str,
    /// The rule of the domain, if it is one.
    pub rule: Option<&'static str>,
    /// What is wrong: lower case, values in backticks.
    pub message: String,
    /// How to mend it.
    pub hint: String,
}

impl Misfit {
    fn new(
        event: usize,
        key: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Misfit {
            event,
            key,
            rule: None,
            message: message.into(),
            hint: hint.into(),
        }
    }

    fn impossible(self) -> Self {
        Misfit {
            rule: Some("E13"),
            ..self
        }
    }
}

/// Events in the future, and events that stand before earlier ones.
pub(super) fn dates(events: &[Event], today: Date) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    let mut latest: Option<&Event> = None;
    for (index, event) in events.iter().enumerate() {
        if event.date.is_future(today) {
            misfits.push(future(index, event.date));
            continue;
        }
        match latest {
            Some(former) if event.date.last() < former.date.first() => {
                misfits.push(backwards(index, event, former));
            }
            Some(former) if event.date.first() < former.date.first() => {}
            _ => latest = Some(event),
        }
    }
    misfits
}

fn future(index: usize, date: PartialDate) -> Misfit {
    Misfit::new(
        index,
        "date",
        format!("`{date}` is in the future"),
        "a timeline holds what has happened; a sentence's end is `expected_release`",
    )
    .impossible()
}

fn backwards(index: usize, event: &Event, former: &Event) -> Misfit {
    Misfit::new(
        index,
        "date",
        format!(
            "`{}` on `{}` stands after `{}` on `{}`",
            event.kind.as_str(),
            event.date,
            former.kind.as_str(),
            former.date
        ),
        "put the events in the order in which they happened, or mend the date",
    )
    .impossible()
}

/// Whether the kind may say when the person should be free.
pub(super) fn states_release(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Verdict | EventKind::Appeal | EventKind::Cassation
    )
}

/// What is wrong with an event in the state before it.
pub(super) fn misfits(before: &Folded, step: &Step<'_>) -> Vec<Misfit> {
    let found = if before.died.is_some() {
        [after_death(step), None]
    } else {
        [does_not_follow(before, step), custody_key(step)]
    };
    let keys = [
        expected_release_key(step),
        punishment_key(before, step),
        facility_key(before, step),
        correspondence_key(step),
    ];
    found.into_iter().chain(keys).flatten().collect()
}

fn after_death(step: &Step<'_>) -> Option<Misfit> {
    let event = step.event;
    let changes = event.custody.is_some() || event.correspondence.is_some();
    (!step.effect.posthumous || changes).then(|| {
        Misfit::new(
            step.index,
            "event",
            format!("`{}` cannot follow a death", event.kind.as_str()),
            "mend the order, or delete the event; a court may still acquit, and somebody recognise",
        )
        .impossible()
    })
}

fn does_not_follow(before: &Folded, step: &Step<'_>) -> Option<Misfit> {
    let kind = step.event.kind;
    if kind == EventKind::Acquittal && !before.ever_tried {
        return Some(Misfit::new(
            step.index,
            "event",
            "`acquittal` of somebody who was never tried",
            "the charge or the verdict is missing before it",
        ));
    }
    if step.effect.follows.contains(before.custody) {
        return None;
    }
    let misfit = Misfit::new(
        step.index,
        "event",
        format!("`{}` cannot follow: {}", kind.as_str(), standing(before)),
        step.effect.hint,
    );
    let before_arrest = matches!(kind, EventKind::Release | EventKind::Pardon) && !before.ever_held;
    Some(if before_arrest {
        misfit.impossible()
    } else {
        misfit
    })
}

fn standing(before: &Folded) -> String {
    let custody = before.custody.as_str();
    match before.custody_since {
        Some(since) => format!("the person is `{custody}` since `{since}`"),
        None => "nothing before it says where the person is".to_owned(),
    }
}

fn custody_key(step: &Step<'_>) -> Option<Misfit> {
    let kind = step.event.kind.as_str();
    match step.event.custody {
        Some(stated) if !step.effect.may_state.contains(stated) => Some(Misfit::new(
            step.index,
            "custody",
            format!("`{kind}` cannot have the custody `{}`", stated.as_str()),
            "leave `custody` out, or choose the event that says what happened",
        )),
        Some(_) => None,
        None => missing_custody(step),
    }
}

fn missing_custody(step: &Step<'_>) -> Option<Misfit> {
    let missing = |message: &str, hint: &str| {
        Some(Misfit::new(
            step.index,
            "event",
            message.to_owned(),
            hint.to_owned(),
        ))
    };
    match step.effect.after {
        After::Stated => missing(
            "`measure` does not say which",
            "add `custody:` with `house_arrest`, `travel_restriction` or `free_pending_trial`",
        ),
        After::Arrives if step.event.facility.is_none() => missing(
            "`transfer_end` does not say where",
            "add `facility:`, or `custody:` where the place is not known",
        ),
        After::Arrives if step.place.map(arrival) == Some(Arrival::Stated) => missing(
            "`transfer_end` at a facility of type `other` does not say the custody",
            "add `custody:`",
        ),
        _ => None,
    }
}

fn expected_release_key(step: &Step<'_>) -> Option<Misfit> {
    let misplaced = step.event.expected_release.is_some() && !states_release(step.event.kind);
    misplaced.then(|| {
        Misfit::new(
            step.index,
            "expected_release",
            format!(
                "`{}` cannot have an `expected_release`",
                step.event.kind.as_str()
            ),
            "it belongs to a `verdict`, an `appeal` or a `cassation`",
        )
    })
}

fn punishment_key(before: &Folded, step: &Step<'_>) -> Option<Misfit> {
    let starts = step.event.kind == EventKind::PunishmentStart;
    let misfit = |key, message: &str, hint: &str| Some(Misfit::new(step.index, key, message, hint));
    match step.event.punishment {
        None if starts => misfit(
            "event",
            "`punishment_start` does not say which",
            "add `punishment:` with `shizo`, `pkt`, `epkt` or `solitary`",
        ),
        Some(_) if !starts && step.event.kind != EventKind::PunishmentEnd => misfit(
            "punishment",
            "only `punishment_start` puts somebody in a punishment cell",
            "make it an event of its own",
        ),
        _ if step.event.kind == EventKind::PunishmentEnd && before.punishment.is_none() => misfit(
            "event",
            "`punishment_end` without a start",
            "add the `punishment_start`; a transfer or a release ends a cell by itself",
        ),
        _ => None,
    }
}

/// `facility` is where the person is *from this day on*.
fn facility_key(before: &Folded, step: &Step<'_>) -> Option<Misfit> {
    step.event.facility.as_ref()?;
    let outside = |custody: Custody| !super::fold::may_be_in_a_facility(custody);
    let misplaced = match (step.event.custody, step.effect.after) {
        _ if before.died.is_some() => true,
        (Some(stated), _) | (None, After::Becomes(stated)) => outside(stated),
        (None, After::Dies) => true,
        (None, After::Same | After::Convicts) => outside(before.custody),
        (None, After::Arrives | After::Stated) => false,
    };
    misplaced.then(|| {
        Misfit::new(
            step.index,
            "facility",
            format!(
                "nobody is in a facility after this `{}`",
                step.event.kind.as_str()
            ),
            "`facility` is where the person is from this day on; name the place in `place`",
        )
    })
}

fn correspondence_key(step: &Step<'_>) -> Option<Misfit> {
    let silent =
        step.event.kind == EventKind::Correspondence && step.event.correspondence.is_none();
    silent.then(|| {
        Misfit::new(
            step.index,
            "event",
            "`correspondence` does not say who may write",
            "add `correspondence:` with `open`, `banned` or another of its words",
        )
    })
}
