//! What each kind of event does to somebody's state, and what it may follow:
//! one table.

use crate::record::{Custody, EventKind, FacilityType};

/// A set of custodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct States(u32);

impl States {
    /// Locked up in a place to which letters could go.
    pub const PLACED: States = States::of(&[
        Custody::Pretrial,
        Custody::ConvictedAwaitingTransfer,
        Custody::OpenSettlement,
        Custody::Colony,
        Custody::Prison,
        Custody::CompulsoryPsychiatric,
        Custody::CompulsoryLabour,
    ]);
    /// In the hands of the state, wherever that is.
    pub const HELD: States = States::PLACED.and(&[
        Custody::InTransit,
        Custody::PrisonerOfWar,
        Custody::Disappeared,
    ]);
    /// At home, or in flight, and prosecuted.
    pub const RESTRICTED: States = States::of(&[
        Custody::FreePendingTrial,
        Custody::TravelRestriction,
        Custody::HouseArrest,
        Custody::Wanted,
    ]);
    /// Alive, and no longer prosecuted.
    pub const FREE: States = States::of(&[
        Custody::Released,
        Custody::Exchanged,
        Custody::Deported,
        Custody::Pardoned,
        Custody::Acquitted,
    ]);
    /// Nothing is known, as before the first event.
    pub const UNKNOWN: States = States::of(&[Custody::Unknown]);
    /// Everybody alive.
    pub const ANY: States = States::HELD
        .or(States::RESTRICTED)
        .or(States::FREE)
        .or(States::UNKNOWN);
    /// Everybody alive whose persecution has not ended.
    const LIVE: States = States::HELD.or(States::RESTRICTED).or(States::UNKNOWN);
    const HELD_OR_UNKNOWN: States = States::HELD.or(States::UNKNOWN);
    /// Where a punishment cell can be.
    const IN_A_FACILITY: States = States::PLACED.and(&[Custody::PrisonerOfWar]);
    /// Not locked up as far as is known, so that it can begin (again).
    const AT_LARGE: States = States::RESTRICTED
        .or(States::FREE)
        .or(States::UNKNOWN)
        .and(&[Custody::Disappeared]);
    const UNDER_CUSTODY: States = States::HELD.and(&[
        Custody::FreePendingTrial,
        Custody::TravelRestriction,
        Custody::HouseArrest,
    ]);

    /// These custodies.
    #[must_use]
    pub const fn of(list: &[Custody]) -> States {
        let (mut bits, mut at) = (0, 0);
        while at < list.len() {
            bits |= 1 << list[at] as u32;
            at += 1;
        }
        States(bits)
    }

    /// This set and more.
    #[must_use]
    pub const fn and(self, more: &[Custody]) -> States {
        self.or(States::of(more))
    }

    /// Both sets.
    #[must_use]
    pub const fn or(self, other: States) -> States {
        States(self.0 | other.0)
    }

    /// Whether a custody is in the set.
    #[must_use]
    pub const fn contains(self, custody: Custody) -> bool {
        self.0 & (1 << custody as u32) != 0
    }
}

/// The custody after an event that states none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// As before.
    Same,
    /// This one, whatever it was.
    Becomes(Custody),
    /// The event must state it.
    Stated,
    /// Somebody held before trial now awaits the transfer; others stay.
    Convicts,
    /// By the type of the facility, see [`arrival`].
    Arrives,
    /// Died, unless the persecution had ended.
    Dies,
}

/// The custody after an arrival at a type of facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// This one.
    Custody(Custody),
    /// Before trial, or awaiting the transfer once there is a verdict.
    Remand,
    /// The event must state it.
    Stated,
}

/// What an arrival at a facility of a type means.
#[must_use]
pub const fn arrival(kind: FacilityType) -> Arrival {
    use FacilityType as F;
    match kind {
        F::Ik | F::Vk | F::Camp => Arrival::Custody(Custody::Colony),
        F::Kp => Arrival::Custody(Custody::OpenSettlement),
        F::Prison | F::Lpu => Arrival::Custody(Custody::Prison),
        F::Psychiatric => Arrival::Custody(Custody::CompulsoryPsychiatric),
        F::Ivs | F::Sizo => Arrival::Remand,
        F::Other => Arrival::Stated,
    }
}

/// One kind of event: what it does where it says nothing else, and when it fits.
#[derive(Debug, Clone, Copy)]
pub struct Effect {
    /// The kind.
    pub kind: EventKind,
    /// The custody afterwards.
    pub after: After,
    /// The person is in another place from now on: the former facility no
    /// longer counts, and a punishment cell is over.
    pub moves: bool,
    /// The custodies in which it can happen.
    pub follows: States,
    /// The custodies that its `custody` key may state.
    pub may_state: States,
    /// It can happen after a death.
    pub posthumous: bool,
    /// What an editor can do when it does not follow.
    pub hint: &'static str,
}

/// The row of a kind of event.
#[must_use]
pub fn effect(kind: EventKind) -> &'static Effect {
    &EFFECTS[kind as usize]
}

const fn row(kind: EventKind, after: After, follows: States, may_state: States) -> Effect {
    Effect {
        kind,
        after,
        moves: false,
        follows,
        may_state,
        posthumous: false,
        hint: "look for an event that is missing before it",
    }
}

impl Effect {
    const fn moves(self) -> Effect {
        Effect {
            moves: true,
            ..self
        }
    }

    const fn posthumous(self) -> Effect {
        Effect {
            posthumous: true,
            ..self
        }
    }

    const fn hint(self, hint: &'static str) -> Effect {
        Effect { hint, ..self }
    }
}

const fn ends(kind: EventKind, custody: Custody, follows: States) -> Effect {
    row(
        kind,
        After::Becomes(custody),
        follows,
        States::of(&[custody]),
    )
    .hint("the arrest, or whatever it ended, is missing before it")
}

/// Every kind of event, in the order of [`EventKind`].
pub static EFFECTS: [Effect; 27] = {
    use Custody as C;
    use EventKind as E;
    use States as S;
    [
        row(E::Search, After::Same, S::ANY, S::LIVE).posthumous(),
        row(
            E::Measure,
            After::Stated,
            S::ANY,
            S::of(&[C::HouseArrest, C::TravelRestriction, C::FreePendingTrial]),
        ),
        row(
            E::Capture,
            After::Becomes(C::PrisonerOfWar),
            S::AT_LARGE,
            S::HELD_OR_UNKNOWN,
        )
        .moves()
        .hint("a release is missing before it, or this is a `transfer_end`"),
        row(
            E::Disappearance,
            After::Becomes(C::Disappeared),
            S::ANY,
            S::of(&[C::Disappeared]),
        ),
        row(
            E::Wanted,
            After::Becomes(C::Wanted),
            S::RESTRICTED
                .or(S::FREE)
                .or(S::UNKNOWN)
                .and(&[C::OpenSettlement, C::CompulsoryLabour]),
            S::of(&[C::Wanted]),
        )
        .hint("a release is missing before it"),
        row(
            E::Arrest,
            After::Becomes(C::Pretrial),
            S::AT_LARGE.and(&[C::PrisonerOfWar]),
            S::HELD_OR_UNKNOWN,
        )
        .moves()
        .hint("a release is missing before it, or this is a `transfer_end`"),
        row(E::Charge, After::Same, S::ANY, S::LIVE).posthumous(),
        row(E::Hearing, After::Same, S::ANY, S::ANY).posthumous(),
        row(E::Verdict, After::Convicts, S::ANY, S::ANY).posthumous(),
        row(E::Appeal, After::Same, S::ANY, S::ANY).posthumous(),
        row(E::Cassation, After::Same, S::ANY, S::ANY).posthumous(),
        row(
            E::TransferStart,
            After::Becomes(C::InTransit),
            S::HELD,
            S::of(&[C::InTransit]),
        )
        .moves()
        .hint("the arrest is missing before it"),
        row(
            E::TransferEnd,
            After::Arrives,
            S::HELD_OR_UNKNOWN,
            S::IN_A_FACILITY.or(S::UNKNOWN),
        )
        .moves()
        .hint("the arrest is missing before it, or this is an `arrest`"),
        row(
            E::PunishmentStart,
            After::Same,
            S::IN_A_FACILITY,
            S::IN_A_FACILITY,
        )
        .hint("the arrest or the `transfer_end` is missing before it"),
        row(
            E::PunishmentEnd,
            After::Same,
            S::IN_A_FACILITY,
            S::IN_A_FACILITY,
        )
        .hint("a cell ends by itself with a transfer or a release: delete this event"),
        row(E::HungerStrike, After::Same, S::ANY, S::LIVE),
        row(E::HealthAlert, After::Same, S::ANY, S::LIVE),
        row(E::Recognition, After::Same, S::ANY, S::LIVE).posthumous(),
        row(E::TerrorListAdd, After::Same, S::ANY, S::LIVE).posthumous(),
        row(E::TerrorListRemove, After::Same, S::ANY, S::LIVE).posthumous(),
        ends(E::Release, C::Released, S::UNDER_CUSTODY),
        ends(
            E::Exchange,
            C::Exchanged,
            S::UNDER_CUSTODY.and(&[C::Pardoned, C::Unknown]),
        ),
        ends(
            E::Deportation,
            C::Deported,
            S::UNDER_CUSTODY.and(&[C::Released, C::Pardoned, C::Unknown]),
        ),
        ends(E::Pardon, C::Pardoned, S::UNDER_CUSTODY.and(&[C::Wanted]))
            .hint("an arrest or a verdict is missing before it, or it belongs before the release"),
        ends(E::Acquittal, C::Acquitted, S::ANY).posthumous(),
        row(E::Death, After::Dies, S::ANY, S::of(&[C::Died])),
        row(E::Correspondence, After::Same, S::ANY, S::LIVE),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_one_row_for_each_kind_in_its_place() {
        assert_eq!(EFFECTS.len(), EventKind::ALL.len());
        for (_, kind) in EventKind::ALL {
            assert_eq!(effect(*kind).kind, *kind);
        }
    }

    #[test]
    fn the_sets_say_the_same_as_the_words_of_the_record() {
        for (word, custody) in Custody::ALL {
            assert_eq!(
                States::PLACED.contains(*custody),
                custody.has_address(),
                "{word}"
            );
            assert_eq!(States::HELD.contains(*custody), custody.is_held(), "{word}");
            let over = States::FREE.contains(*custody) || *custody == Custody::Died;
            assert_eq!(over, custody.is_over(), "{word}");
            assert_eq!(
                States::ANY.contains(*custody),
                *custody != Custody::Died,
                "{word}"
            );
        }
    }

    #[test]
    fn what_an_event_does_by_itself_it_may_also_state() {
        for effect in &EFFECTS {
            if let After::Becomes(custody) = effect.after {
                assert!(effect.may_state.contains(custody), "{:?}", effect.kind);
            }
        }
    }
}
