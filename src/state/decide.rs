//! The one decision whether an address is shown, and if not, why.

use jiff::civil::Date;

use super::verification::{Staleness, Verification};
use crate::record::{Correspondence, Custody, PartialDate};

/// Everything that the decision rests on.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Where the person stands.
    pub custody: Custody,
    /// No confirmed event says that the person is held.
    pub custody_unconfirmed: bool,
    /// Who may write, from whatever level says it; `None` if none does.
    pub correspondence: Option<Correspondence>,
    /// Only a rumour, or a facility known by rumour, says who may write.
    pub correspondence_unconfirmed: bool,
    /// Where the person is.
    pub site: Whereabouts,
    /// No confirmed event says that the person is there.
    pub site_unconfirmed: bool,
    /// When that was verified.
    pub verified: Option<Verification>,
    /// When the person should be free.
    pub expected_release: Option<PartialDate>,
    /// A minor, or one who has not agreed to be named since.
    pub minor_protected: bool,
    /// The envelope needs a birth year that may not be published.
    pub birth_unpublished: bool,
    /// Something else that the envelope needs is missing.
    pub address_incomplete: bool,
    /// Whether somebody passes letters on.
    pub intermediary: Intermediation,
    /// Whether an organisation with an address carries letters.
    pub agency: bool,
    /// The build date.
    pub today: Date,
}

/// Whether the facility is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// Known, and open.
    Known,
    /// Nobody has said which.
    Unknown,
    /// It has closed.
    Closed,
}

/// Whether there is an intermediary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intermediation {
    /// Nobody.
    None,
    /// Somebody who has not agreed.
    WithoutConsent,
    /// Somebody who has agreed.
    Consented,
}

/// Whether one can write, and to which address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// This address is shown.
    Show(Via),
    /// None is, and this is the reason that tells most.
    Withhold(Reason),
}

/// Whose address is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Via {
    /// The facility's.
    Facility,
    /// That of somebody who passes letters on.
    Intermediary,
    /// That of the organisation that carries letters to prisoners of war.
    Agency,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $word:literal,)+) => {
        /// Why an address is withheld. Where several reasons hold, the first
        /// in this order is given: it tells the reader most.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason { $($(#[$doc])* $variant,)+ }

        impl Reason {
            /// Every reason, in the order in which they are tried.
            pub const ALL: &'static [Reason] = &[$(Reason::$variant,)+];

            /// The reason as a word, for templates and messages.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Reason::$variant => $word,)+ }
            }
        }
    };
}

reasons! {
    /// Free.
    Released = "released",
    /// Free, by an exchange.
    Exchanged = "exchanged",
    /// Free, and sent out of the country.
    Deported = "deported",
    /// Free, by a pardon.
    Pardoned = "pardoned",
    /// Free, by a court.
    Acquitted = "acquitted",
    /// Dead.
    Died = "died",
    /// In flight.
    Wanted = "wanted",
    /// Nobody says where.
    Disappeared = "disappeared",
    /// At home, and prosecuted.
    FreePendingTrial = "free_pending_trial",
    /// At home, and may not leave.
    TravelRestriction = "travel_restriction",
    /// At home, and may not go out. Home addresses are never stored.
    HouseArrest = "house_arrest",
    /// On the way; letters stay behind.
    InTransit = "in_transit",
    /// Nothing says where the person stands.
    CustodyUnknown = "custody_unknown",
    /// Under 18 at arrest.
    Minor = "minor",
    /// Only a rumour says that the person is there.
    Unconfirmed = "unconfirmed",
    /// The sentence should be over.
    ReleaseExpected = "release_expected",
    /// Nobody may write.
    CorrespondenceBanned = "correspondence_banned",
    /// The person asks for no mail.
    CorrespondenceRequestsNoMail = "correspondence_requests_no_mail",
    /// Only relatives may write.
    CorrespondenceRelativesOnly = "correspondence_relatives_only",
    /// Nothing says who may write.
    CorrespondenceUnknown = "correspondence_unknown",
    /// The only way is somebody who has not agreed, or whom nobody has named.
    IntermediaryWithoutConsent = "intermediary_without_consent",
    /// No organisation carries letters to this prisoner of war.
    PrisonerOfWarNoAgency = "prisoner_of_war_no_agency",
    /// Nobody says in which facility.
    FacilityUnknown = "facility_unknown",
    /// The facility has closed.
    FacilityClosed = "facility_closed",
    /// Nobody has verified that the person is there.
    NeverVerified = "never_verified",
    /// That was verified too long ago.
    VerificationTooOld = "verification_too_old",
    /// The envelope needs a birth year that may not be published.
    BirthUnpublished = "birth_unpublished",
    /// The envelope needs something else that is missing.
    AddressIncomplete = "address_incomplete",
}

/// Decides. Custody comes first, then what protects the person, then who may
/// write, then whether the address is right.
#[must_use]
pub fn decide(facts: &Facts) -> Decision {
    match shown(facts) {
        Ok(via) => Decision::Show(via),
        Err(reason) => Decision::Withhold(reason),
    }
}

fn shown(facts: &Facts) -> Result<Via, Reason> {
    held(facts.custody)?;
    refuse(facts.minor_protected, Reason::Minor)?;
    refuse(facts.custody_unconfirmed, Reason::Unconfirmed)?;
    refuse(release_expected(facts), Reason::ReleaseExpected)?;
    refuse(
        facts.correspondence_unconfirmed && may_write(facts).is_ok(),
        Reason::Unconfirmed,
    )?;
    let via = way(facts)?;
    if via == Via::Facility {
        known(facts)?;
    }
    verified(facts)?;
    refuse(facts.birth_unpublished, Reason::BirthUnpublished)?;
    refuse(facts.address_incomplete, Reason::AddressIncomplete)?;
    Ok(via)
}

fn refuse(hides: bool, reason: Reason) -> Result<(), Reason> {
    if hides { Err(reason) } else { Ok(()) }
}

fn held(custody: Custody) -> Result<(), Reason> {
    use Custody as C;
    Err(match custody {
        C::Pretrial
        | C::ConvictedAwaitingTransfer
        | C::OpenSettlement
        | C::Colony
        | C::Prison
        | C::CompulsoryPsychiatric
        | C::CompulsoryLabour
        | C::PrisonerOfWar => return Ok(()),
        C::Released => Reason::Released,
        C::Exchanged => Reason::Exchanged,
        C::Deported => Reason::Deported,
        C::Pardoned => Reason::Pardoned,
        C::Acquitted => Reason::Acquitted,
        C::Died => Reason::Died,
        C::Wanted => Reason::Wanted,
        C::Disappeared => Reason::Disappeared,
        C::FreePendingTrial => Reason::FreePendingTrial,
        C::TravelRestriction => Reason::TravelRestriction,
        C::HouseArrest => Reason::HouseArrest,
        C::InTransit => Reason::InTransit,
        C::Unknown => Reason::CustodyUnknown,
    })
}

/// From the first day that the date can mean: hiding counts early.
fn release_expected(facts: &Facts) -> bool {
    facts
        .expected_release
        .is_some_and(|date| date.first() <= facts.today)
}

fn may_write(facts: &Facts) -> Result<Correspondence, Reason> {
    use Correspondence as M;
    match facts.correspondence {
        Some(open @ (M::Open | M::ListedOnly | M::IntermediaryOnly)) => Ok(open),
        Some(M::Banned) => Err(Reason::CorrespondenceBanned),
        Some(M::RequestsNoMail) => Err(Reason::CorrespondenceRequestsNoMail),
        Some(M::RelativesOnly) => Err(Reason::CorrespondenceRelativesOnly),
        Some(M::Unknown) | None => Err(Reason::CorrespondenceUnknown),
    }
}

fn way(facts: &Facts) -> Result<Via, Reason> {
    let through_somebody = may_write(facts)? == Correspondence::IntermediaryOnly;
    match (facts.custody == Custody::PrisonerOfWar, through_somebody) {
        (false, false) => Ok(Via::Facility),
        (false, true) if facts.intermediary == Intermediation::Consented => Ok(Via::Intermediary),
        (false, true) => Err(Reason::IntermediaryWithoutConsent),
        (true, false) if facts.agency => Ok(Via::Agency),
        (true, false) => Err(Reason::PrisonerOfWarNoAgency),
        // Each rule allows only an address that the other forbids.
        (true, true) => Err(Reason::CorrespondenceUnknown),
    }
}

fn known(facts: &Facts) -> Result<(), Reason> {
    match facts.site {
        Whereabouts::Unknown => Err(Reason::FacilityUnknown),
        Whereabouts::Closed => Err(Reason::FacilityClosed),
        Whereabouts::Known => refuse(facts.site_unconfirmed, Reason::Unconfirmed),
    }
}

fn verified(facts: &Facts) -> Result<(), Reason> {
    let staleness = facts
        .verified
        .map_or(Staleness::Never, |v| v.staleness(facts.today));
    match staleness {
        Staleness::Never => Err(Reason::NeverVerified),
        Staleness::TooOld => Err(Reason::VerificationTooOld),
        Staleness::Fresh | Staleness::Notice => Ok(()),
    }
}
