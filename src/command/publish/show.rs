//! What is going to be done on each host, and what came of it.

use super::{End, Stop};
use crate::command::print;
use crate::publish::{Change, Phase, Plan, size};

/// A longer list of files is cut.
const SHOWN: usize = 20;

/// Names files of the release's folder that are not signed for.
pub(super) fn left_out(files: &[String]) {
    for file in files.iter().take(SHOWN) {
        print::note(&format!(
            "left out: `{file}` is no part of the signed release"
        ));
    }
    more(files.len(), print::note);
}

/// Prints a plan; each file of it only when nothing else will be done.
pub(super) fn plan(name: &str, plan: &Plan, dry_run: bool) {
    if dry_run {
        print::say(&format!("{name}: {}", counts(plan)));
        Phase::ALL.into_iter().for_each(|of| phase(plan, of));
    }
    for path in plan.unknown.iter().take(SHOWN) {
        print::note(&format!("{name}: `{path}` is not ours and stays"));
    }
    more(plan.unknown.len(), print::note);
}

fn phase(plan: &Plan, phase: Phase) {
    let mut steps = plan.phase(phase).peekable();
    if steps.peek().is_none() {
        return;
    }
    print::say(&format!("  {}", phase.title()));
    for step in steps {
        let sign = match step.change {
            Change::Add => '+',
            Change::Replace => '~',
            Change::Remove => '-',
        };
        print::say(&format!("    {sign} {}", step.path));
    }
}

fn more(count: usize, say: fn(&str)) {
    if count > SHOWN {
        say(&format!("and {} more", count - SHOWN));
    }
}

fn counts(plan: &Plan) -> String {
    let sent = print::count(plan.uploads(), "file", "files");
    format!(
        "{sent} to send ({}), {} to remove, {} unchanged",
        size(plan.bytes()),
        plan.removals(),
        plan.unchanged
    )
}

/// The last table: one line for each host.
pub(super) fn table(ends: &[End], dry_run: bool) {
    let width = ends
        .iter()
        .map(|end| end.name.len())
        .max()
        .unwrap_or_default();
    for end in ends {
        for warning in &end.warnings {
            print::note(&format!("{}: warning: {warning}", end.name));
        }
        if dry_run && end.result.is_ok() {
            continue;
        }
        print::say(&format!("{:width$}  {}", end.name, outcome(&end.result)));
    }
}

fn outcome(result: &Result<Plan, Stop>) -> String {
    match result {
        Ok(plan) if plan.steps.is_empty() => "done: it had this release already".into(),
        Ok(plan) => format!(
            "done: {} sent ({}), {} removed, {} unchanged",
            print::count(plan.uploads(), "file", "files"),
            size(plan.bytes()),
            plan.removals(),
            plan.unchanged
        ),
        Err(Stop::Refused(why)) => format!("refused: {why}"),
        Err(Stop::Failed(why)) => format!("failed: {why}"),
    }
}
