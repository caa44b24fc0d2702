//! Cuts a long body in two at a block's end.

use super::{Local, Rendered};

/// The byte of the HTML at which to cut it so that the first part is at most
/// `budget` bytes, or as long as its first block if that is longer. `None` if
/// nothing needs to be cut off.
#[must_use]
pub fn cut(rendered: &Rendered, budget: usize) -> Option<usize> {
    let fitting = rendered.blocks.iter().rev().find(|&&end| end <= budget);
    let at = *fitting.or(rendered.blocks.first())?;
    (rendered.html.len() > budget && at < rendered.html.len()).then_some(at)
}

/// The two parts of a body that is cut at a byte that [`cut`] gave. Links from
/// one part to an anchor in the other get the path of its page, as one page
/// writes it to link to the other.
#[must_use]
pub fn split(rendered: &Rendered, at: usize, first: &str, second: &str) -> (String, String) {
    let here = part(rendered, 0, at, second);
    let there = part(rendered, at, rendered.html.len(), first);
    (here, there)
}

fn part(rendered: &Rendered, start: usize, end: usize, elsewhere: &str) -> String {
    let mut html = String::with_capacity(end - start);
    let mut written = start;
    let outgoing = |local: &&Local| {
        (start..end).contains(&local.at) && leads_outside(rendered, local, start, end)
    };
    for local in rendered.locals.iter().filter(outgoing) {
        html.push_str(&rendered.html[written..local.at]);
        html.push_str(elsewhere);
        written = local.at;
    }
    html.push_str(&rendered.html[written..end]);
    html
}

fn leads_outside(rendered: &Rendered, local: &Local, start: usize, end: usize) -> bool {
    rendered
        .anchors
        .iter()
        .find(|anchor| anchor.id == local.id)
        .is_some_and(|anchor| !(start..end).contains(&anchor.at))
}
