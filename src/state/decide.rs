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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn favourable() -> Facts {
        Facts {
            custody: Custody::Colony,
            custody_unconfirmed: false,
            correspondence: Some(Correspondence::Open),
            correspondence_unconfirmed: false,
            site: Whereabouts::Known,
            site_unconfirmed: false,
            verified: Some(Verification::new(date(2026, 11, 1), Custody::Colony, 365)),
            expected_release: Some(PartialDate::Day(date(2026, 11, 22))),
            minor_protected: false,
            birth_unpublished: false,
            address_incomplete: false,
            intermediary: Intermediation::Consented,
            agency: true,
            today: date(2026, 11, 21),
        }
    }

    fn word(decision: Decision) -> &'static str {
        match decision {
            Decision::Show(Via::Facility) => "FACILITY",
            Decision::Show(Via::Intermediary) => "INTERMEDIARY",
            Decision::Show(Via::Agency) => "AGENCY",
            Decision::Withhold(reason) => reason.as_str(),
        }
    }

    /// What is expected where the facility is known / not known, all else being
    /// favourable. Rows are custodies, columns who may write. `F` the facility,
    /// `I` the intermediary, `A` the agency; `?` the facility is not known;
    /// `b r m u` banned, relatives only, requests no mail, unknown; `.` the
    /// custody itself is the reason.
    const GRID: &str = "
        custody                      open listed intermediary relatives banned no_mail unknown unstated
        pretrial                     F/?  F/?    I/I          r/r       b/b    m/m     u/u     u/u
        convicted_awaiting_transfer  F/?  F/?    I/I          r/r       b/b    m/m     u/u     u/u
        open_settlement              F/?  F/?    I/I          r/r       b/b    m/m     u/u     u/u
        colony                       F/?  F/?    I/I          r/r       b/b    m/m     u/u     u/u
        prison                       F/?  F/?    I/I          r/r       b/b    m/m     u/u     u/u
        compulsory_psychiatric       F/?  F/?    I/I          r/r       b/b    m/m     u/u     u/u
        compulsory_labour            F/?  F/?    I/I          r/r       b/b    m/m     u/u     u/u
        prisoner_of_war              A/A  A/A    u/u          r/r       b/b    m/m     u/u     u/u
        in_transit                   ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        disappeared                  ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        free_pending_trial           ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        travel_restriction           ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        house_arrest                 ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        wanted                       ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        released                     ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        exchanged                    ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        deported                     ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        pardoned                     ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        acquitted                    ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        died                         ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.
        unknown                      ./.  ./.    ./.          ./.       ./.    ./.     ./.     ./.";

    const COLUMNS: [Option<Correspondence>; 8] = [
        Some(Correspondence::Open),
        Some(Correspondence::ListedOnly),
        Some(Correspondence::IntermediaryOnly),
        Some(Correspondence::RelativesOnly),
        Some(Correspondence::Banned),
        Some(Correspondence::RequestsNoMail),
        Some(Correspondence::Unknown),
        None,
    ];

    fn expected(custody: &str, letter: &str) -> String {
        match letter {
            "F" => "FACILITY",
            "I" => "INTERMEDIARY",
            "A" => "AGENCY",
            "?" => "facility_unknown",
            "b" => "correspondence_banned",
            "r" => "correspondence_relatives_only",
            "m" => "correspondence_requests_no_mail",
            "u" => "correspondence_unknown",
            "." if custody == "unknown" => "custody_unknown",
            "." => custody,
            other => panic!("`{other}` means nothing"),
        }
        .to_owned()
    }

    #[test]
    fn every_custody_with_every_correspondence_decides_as_the_grid_says() {
        let rows = GRID.trim().lines().skip(1);
        let mut seen = 0;
        for row in rows {
            let mut cells = row.split_whitespace();
            let name = cells.next().unwrap();
            let (_, custody) = Custody::ALL.iter().find(|(word, _)| *word == name).unwrap();
            for (correspondence, cell) in COLUMNS.into_iter().zip(cells) {
                let letters = cell.split('/');
                for (site, letter) in [Whereabouts::Known, Whereabouts::Unknown]
                    .into_iter()
                    .zip(letters)
                {
                    let facts = Facts {
                        custody: *custody,
                        correspondence,
                        site,
                        ..favourable()
                    };
                    let decision = word(decide(&facts));
                    let wanted = expected(name, letter);
                    assert_eq!(decision, wanted, "{name}, {correspondence:?}, {site:?}");
                    seen += 1;
                }
            }
        }
        assert_eq!(seen, Custody::ALL.len() * COLUMNS.len() * 2);
    }

    type Change = fn(&mut Facts);

    #[test]
    fn each_fact_alone_withholds() {
        let old = Verification::new(date(2025, 11, 20), Custody::Colony, 365);
        assert_eq!(old.staleness(favourable().today), Staleness::TooOld);
        let changes: [(Change, &str); 14] = [
            (|f| f.site = Whereabouts::Closed, "facility_closed"),
            (|f| f.site = Whereabouts::Unknown, "facility_unknown"),
            (|f| f.site_unconfirmed = true, "unconfirmed"),
            (|f| f.custody_unconfirmed = true, "unconfirmed"),
            (|f| f.correspondence_unconfirmed = true, "unconfirmed"),
            (|f| f.verified = None, "never_verified"),
            (
                |f| f.verified = Some(Verification::new(date(2025, 11, 20), f.custody, 365)),
                "verification_too_old",
            ),
            (
                |f| f.expected_release = Some(PartialDate::Day(f.today)),
                "release_expected",
            ),
            (
                |f| f.expected_release = PartialDate::parse("2026-11"),
                "release_expected",
            ),
            (
                |f| f.expected_release = PartialDate::parse("2026"),
                "release_expected",
            ),
            (|f| f.minor_protected = true, "minor"),
            (|f| f.birth_unpublished = true, "birth_unpublished"),
            (|f| f.address_incomplete = true, "address_incomplete"),
            (
                |f| {
                    f.correspondence = Some(Correspondence::IntermediaryOnly);
                    f.intermediary = Intermediation::WithoutConsent;
                },
                "intermediary_without_consent",
            ),
        ];
        assert_eq!(decide(&favourable()), Decision::Show(Via::Facility));
        for (change, reason) in changes {
            let mut facts = favourable();
            change(&mut facts);
            assert_eq!(word(decide(&facts)), reason);
        }
    }

    /// What withholds whatever the way, and what concerns the facility alone.
    #[test]
    fn an_intermediary_and_an_agency_need_no_facility_but_all_the_rest() {
        let ways: [(Change, &str); 2] = [
            (
                |f| f.correspondence = Some(Correspondence::IntermediaryOnly),
                "INTERMEDIARY",
            ),
            (|f| f.custody = Custody::PrisonerOfWar, "AGENCY"),
        ];
        let needless: [Change; 3] = [
            |f| f.site = Whereabouts::Closed,
            |f| f.site = Whereabouts::Unknown,
            |f| f.site_unconfirmed = true,
        ];
        let needed: [(Change, &str); 7] = [
            (|f| f.minor_protected = true, "minor"),
            (|f| f.custody_unconfirmed = true, "unconfirmed"),
            (|f| f.correspondence_unconfirmed = true, "unconfirmed"),
            (|f| f.verified = None, "never_verified"),
            (|f| f.custody = Custody::InTransit, "in_transit"),
            (|f| f.address_incomplete = true, "address_incomplete"),
            (
                |f| f.expected_release = PartialDate::parse("2025"),
                "release_expected",
            ),
        ];
        for (way, shown) in ways {
            let facts = || {
                let mut facts = favourable();
                way(&mut facts);
                facts
            };
            for change in needless {
                let mut facts = facts();
                change(&mut facts);
                assert_eq!(word(decide(&facts)), shown);
            }
            for (change, reason) in needed {
                let mut facts = facts();
                change(&mut facts);
                assert_eq!(word(decide(&facts)), reason);
            }
        }
    }

    #[test]
    fn without_an_intermediary_or_an_agency_nothing_is_shown_in_its_place() {
        let mut facts = favourable();
        facts.correspondence = Some(Correspondence::IntermediaryOnly);
        facts.intermediary = Intermediation::None;
        assert_eq!(word(decide(&facts)), "intermediary_without_consent");
        facts = favourable();
        (facts.custody, facts.agency) = (Custody::PrisonerOfWar, false);
        assert_eq!(word(decide(&facts)), "prisoner_of_war_no_agency");
    }

    #[test]
    fn a_ban_is_told_rather_than_that_a_rumour_says_otherwise() {
        let mut facts = favourable();
        facts.correspondence = Some(Correspondence::Banned);
        facts.correspondence_unconfirmed = true;
        assert_eq!(word(decide(&facts)), "correspondence_banned");
    }
}
