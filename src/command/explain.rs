//! `vestochka check --explain E3`: a rule's page.

use super::{Exit, print};
use crate::check;
use crate::problem::did_you_mean;

pub(super) fn run(name: &str) -> Exit {
    let wanted = name.to_uppercase();
    if let Some(page) = check::explain(&wanted) {
        print::say(page.trim_end());
        return Exit::Success;
    }
    let hint = did_you_mean(&wanted, check::ids()).unwrap_or_else(|| {
        format!(
            "the rules are {}",
            check::ids().collect::<Vec<_>>().join(", ")
        )
    });
    print::note(&format!("error: there is no rule `{name}`; {hint}"));
    Exit::Usage
}

/// A rule's title.
pub(super) fn summary(rule: &str) -> Option<&'static str> {
    check::title(rule)
}
