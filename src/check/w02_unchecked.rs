//! W2: a price or a letter rule that nobody has checked for 180 days.

use jiff::civil::Date;
use jiff::{Span, Unit};

use super::entry::letter_rules;
use super::findings::Findings;
use super::rule::Inspection;
use crate::problem::Route;

/// For how many days a price or rule counts as checked.
const DAYS: i32 = 180;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    let site = inspection.site;
    for (file, service) in site
        .services
        .values()
        .filter(|(_, service)| service.closed.is_none())
    {
        let checked = service.price.as_ref().map(|price| price.checked);
        if let Some((what, hint)) =
            checked.and_then(|checked| unchecked("price", checked, site.today))
        {
            findings.at(file, Route::key("price"), what, hint);
        }
    }
    for (file, route, rules) in letter_rules(site) {
        for (key, rule) in rules.iter() {
            if let Some((what, hint)) = unchecked("letter rule", rule.checked, site.today) {
                findings.at(file, route.clone().then(key.as_str()), what, hint);
            }
        }
    }
}

fn unchecked(what: &str, checked: Option<Date>, today: Date) -> Option<(String, &'static str)> {
    let Some(checked) = checked else {
        let message = format!("this {what} does not say when it was last checked");
        return Some((message, "look it up, and add `checked:` with the day"));
    };
    let days = checked
        .until((Unit::Day, today))
        .map_or(0, |span: Span| span.get_days());
    (days > DAYS).then(|| {
        (
            format!("this {what} was last checked on {checked}, {days} days ago"),
            "look it up again, and change `checked:`",
        )
    })
}
