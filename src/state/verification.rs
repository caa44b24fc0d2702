//! How old the knowledge is that somebody is where the timeline says.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::record::Custody;

/// Days after which a page asks for a new verification, before a verdict.
const NOTICE_BEFORE_TRIAL: i32 = 60;
/// The same in a place where people stay longer.
const NOTICE: i32 = 180;

/// When it was verified that somebody is there, and how long that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verification {
    /// The day.
    pub day: Date,
    /// Days until a notice (W1).
    notice: i32,
    /// Days until the address is withheld.
    max_age: i32,
}

/// How far a verification still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staleness {
    /// Nobody has verified it, or only before the person came there.
    Never,
    /// Verified lately.
    Fresh,
    /// The page says that it was long ago (W1).
    Notice,
    /// Older than the site's `address_max_age`: the address is withheld.
    TooOld,
}

impl Verification {
    /// A verification, for somebody in a custody, with the site's maximum age in days.
    #[must_use]
    pub fn new(day: Date, custody: Custody, max_age: u32) -> Self {
        let notice = match custody {
            Custody::Pretrial => NOTICE_BEFORE_TRIAL,
            _ => NOTICE,
        };
        Verification {
            day,
            notice,
            max_age: i32::try_from(max_age).unwrap_or(i32::MAX),
        }
    }

    /// How far it holds on a day.
    #[must_use]
    pub fn staleness(self, today: Date) -> Staleness {
        if today > self.last_day() {
            Staleness::TooOld
        } else if today > self.ask_after() {
            Staleness::Notice
        } else {
            Staleness::Fresh
        }
    }

    /// The day after which to ask before writing.
    #[must_use]
    pub fn ask_after(self) -> Date {
        self.last_day().min(self.after(self.notice))
    }

    /// The last day on which the address is shown.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.after(self.max_age)
    }

    fn after(self, days: i32) -> Date {
        // Far more days than a calendar has: the calendar's last day.
        jiff::Span::new()
            .try_days(days)
            .map_or(Date::MAX, |span| self.day.saturating_add(span))
    }
}

/// The day after this one, on which something that ends with it changes.
pub(super) fn day_after(day: Date) -> Date {
    day.saturating_add(1.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn after(days: i32, custody: Custody, max_age: u32) -> Staleness {
        let day = date(2026, 1, 1);
        let verification = Verification::new(day, custody, max_age);
        verification.staleness(day.saturating_add(days.days()))
    }

    #[test]
    fn each_threshold_is_the_last_good_day() {
        use Staleness::*;
        let table = [
            (Custody::Pretrial, 60, Fresh),
            (Custody::Pretrial, 61, Notice),
            (Custody::Colony, 180, Fresh),
            (Custody::Colony, 181, Notice),
            (Custody::Colony, 365, Notice),
            (Custody::Colony, 366, TooOld),
        ];
        for (custody, days, expected) in table {
            assert_eq!(after(days, custody, 365), expected, "{custody:?} {days}");
        }
    }

    #[test]
    fn a_short_maximum_age_leaves_no_room_for_a_notice() {
        assert_eq!(after(30, Custody::Colony, 30), Staleness::Fresh);
        assert_eq!(after(31, Custody::Colony, 30), Staleness::TooOld);
        assert_eq!(after(31, Custody::Colony, u32::MAX), Staleness::Fresh);
    }
}
