//! The timeline: what happened to somebody, and the words for it.

use super::word::words;
use super::{Id, LangText, PartialDate, SourceRefs};
use crate::decode::{Decode, Value};

words! {
    /// What happened.
    "event" EventKind {
        Search = "search",
        Measure = "measure",
        Capture = "capture",
        Disappearance = "disappearance",
        Wanted = "wanted",
        Arrest = "arrest",
        Charge = "charge",
        Hearing = "hearing",
        Verdict = "verdict",
        Appeal = "appeal",
        Cassation = "cassation",
        TransferStart = "transfer_start",
        TransferEnd = "transfer_end",
        PunishmentStart = "punishment_start",
        PunishmentEnd = "punishment_end",
        HungerStrike = "hunger_strike",
        HealthAlert = "health_alert",
        Recognition = "recognition",
        TerrorListAdd = "terror_list_add",
        TerrorListRemove = "terror_list_remove",
        Release = "release",
        Exchange = "exchange",
        Deportation = "deportation",
        Pardon = "pardon",
        Acquittal = "acquittal",
        Death = "death",
        Correspondence = "correspondence",
    }
}

words! {
    /// Where somebody stands with the state that persecutes.
    "custody" Custody {
        FreePendingTrial = "free_pending_trial",
        TravelRestriction = "travel_restriction",
        HouseArrest = "house_arrest",
        Pretrial = "pretrial",
        ConvictedAwaitingTransfer = "convicted_awaiting_transfer",
        InTransit = "in_transit",
        OpenSettlement = "open_settlement",
        Colony = "colony",
        Prison = "prison",
        CompulsoryPsychiatric = "compulsory_psychiatric",
        CompulsoryLabour = "compulsory_labour",
        PrisonerOfWar = "prisoner_of_war",
        Disappeared = "disappeared",
        Released = "released",
        Exchanged = "exchanged",
        Deported = "deported",
        Pardoned = "pardoned",
        Acquitted = "acquitted",
        Wanted = "wanted",
        Died = "died",
        Unknown = "unknown",
    }
}

impl Custody {
    /// Locked up, in a place to which letters could go.
    #[must_use]
    pub fn has_address(self) -> bool {
        use Custody::*;
        matches!(
            self,
            Pretrial
                | ConvictedAwaitingTransfer
                | OpenSettlement
                | Colony
                | Prison
                | CompulsoryPsychiatric
                | CompulsoryLabour
        )
    }

    /// In the hands of the state, wherever that is.
    #[must_use]
    pub fn is_held(self) -> bool {
        self.has_address()
            || matches!(
                self,
                Custody::InTransit | Custody::PrisonerOfWar | Custody::Disappeared
            )
    }

    /// The persecution has ended, for good or ill.
    #[must_use]
    pub fn is_over(self) -> bool {
        use Custody::*;
        matches!(
            self,
            Released | Exchanged | Deported | Pardoned | Acquitted | Died
        )
    }
}

words! {
    /// Who may write.
    "correspondence" Correspondence {
        Open = "open",
        RelativesOnly = "relatives_only",
        ListedOnly = "listed_only",
        IntermediaryOnly = "intermediary_only",
        Banned = "banned",
        RequestsNoMail = "requests_no_mail",
        Unknown = "unknown",
    }
}

impl Correspondence {
    /// Whether some letter from a stranger can arrive.
    #[must_use]
    pub fn lets_write(self) -> bool {
        matches!(
            self,
            Correspondence::Open | Correspondence::ListedOnly | Correspondence::IntermediaryOnly
        )
    }
}

words! {
    /// A punishment cell, which lies over the custody.
    "punishment" Punishment {
        Shizo = "shizo",
        Pkt = "pkt",
        Epkt = "epkt",
        Solitary = "solitary",
    }
}

words! {
    /// How sure an event is.
    "certainty" Certainty {
        Confirmed = "confirmed",
        Reported = "reported",
        Uncertain = "uncertain",
    }
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When it happened.
    pub date: PartialDate,
    /// What happened.
    pub kind: EventKind,
    /// Where the person is from this day on.
    pub facility: Option<Id>,
    /// Where it happened, in words.
    pub place: Option<LangText>,
    /// The custody, where the kind's default is wrong.
    pub custody: Option<Custody>,
    /// Who may write from this day on.
    pub correspondence: Option<Correspondence>,
    /// The punishment cell.
    pub punishment: Option<Punishment>,
    /// The articles of law.
    pub articles: Vec<String>,
    /// The sentence, in words.
    pub sentence: Option<LangText>,
    /// When the person should be free.
    pub expected_release: Option<PartialDate>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where that is said.
    pub source: SourceRefs,
    /// One or two sentences.
    pub note: Option<LangText>,
    /// The timeline may name the facility though the address is withheld.
    pub names_facility: bool,
}

impl Event {
    /// Whether it counts where showing needs a confirmation.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.certainty == Certainty::Confirmed
    }
}

impl Decode for Event {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (date, kind) = (f.need("date"), f.need("event"));
        let source: SourceRefs = f.get("source").unwrap_or_default();
        let assumed = if source.0.is_empty() {
            Certainty::Reported
        } else {
            Certainty::Confirmed
        };
        let (facility, place) = (f.get("facility"), f.get("place"));
        let (custody, correspondence, punishment) = (
            f.get("custody"),
            f.get("correspondence"),
            f.get("punishment"),
        );
        let (articles, sentence) = (f.list("articles"), f.get("sentence"));
        let expected_release = f.get("expected_release");
        let certainty = f.get("certainty").unwrap_or(assumed);
        let (note, names_facility) = (f.get("note"), f.flag("names_facility"));
        f.end();
        Some(Event {
            date: date?,
            kind: kind?,
            facility,
            place,
            custody,
            correspondence,
            punishment,
            articles,
            sentence,
            expected_release,
            certainty,
            source,
            note,
            names_facility,
        })
    }
}
