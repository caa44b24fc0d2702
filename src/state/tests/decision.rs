//! The decision, over every custody and every word on who may write.

use jiff::civil::date;

use crate::record::{Correspondence, Custody, PartialDate};
use crate::state::{
    Decision, Facts, Intermediation, Staleness, Verification, Via, Whereabouts, decide,
};

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
