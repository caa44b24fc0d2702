//! The line that a problem stands in, as it can safely be printed.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::lines::LinePlace;
use super::{mask, visible};

/// How far from the mark's start a line is kept, in bytes.
const WINDOW: usize = 2_000;
const CUT: &str = "…";

/// A line in three parts, masked and with nothing that a terminal acts on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Excerpt {
    before: String,
    marked: String,
    after: String,
}

/// A line that fits the terminal, and where its carets stand, in columns.
pub(super) struct Fitted {
    pub text: String,
    pub caret: usize,
    pub carets: usize,
}

impl Excerpt {
    /// `hidden` are the secret ranges of the whole text, sorted.
    pub fn new(text: &str, place: &LinePlace, hidden: &[Range<usize>]) -> Self {
        let shown = window(text, place);
        let mut excerpt = Excerpt {
            before: cut_mark(shown.start > place.line.start),
            marked: String::new(),
            after: String::new(),
        };
        let mut at = shown.start;
        while let Some(cell) = Cell::next(text, at..shown.end, hidden) {
            at = cell.bytes.end;
            excerpt
                .part(&cell.bytes, &place.marked)
                .push_str(&cell.shown);
        }
        excerpt.after += &cut_mark(shown.end < place.line.end);
        excerpt
    }

    fn part(&mut self, cell: &Range<usize>, marked: &Range<usize>) -> &mut String {
        if cell.end <= marked.start {
            &mut self.before
        } else if cell.start >= marked.end {
            &mut self.after
        } else {
            &mut self.marked
        }
    }

    /// Cuts around the mark what does not fit into so many columns.
    pub fn fit(&self, columns: usize) -> Fitted {
        let marked = keep_start(&self.marked, columns);
        let carets = marked.width().max(1);
        let room = columns.saturating_sub(carets);
        let before = keep_end(&self.before, room - self.after.width().min(room / 2));
        let caret = before.width();
        let after = keep_start(&self.after, room.saturating_sub(caret));
        Fitted {
            text: (before + &marked + &after).trim_end().to_owned(),
            caret,
            carets,
        }
    }
}

/// A character or a secret, with the bytes of the text that it stands for.
struct Cell {
    bytes: Range<usize>,
    shown: String,
}

impl Cell {
    fn next(text: &str, rest: Range<usize>, hidden: &[Range<usize>]) -> Option<Self> {
        let c = text[rest.clone()].chars().next()?;
        let next = hidden.partition_point(|secret| secret.end <= rest.start);
        Some(
            match hidden.get(next).filter(|secret| secret.start <= rest.start) {
                Some(secret) => Cell {
                    bytes: rest.start..secret.end.min(rest.end),
                    shown: mask::DOTS.to_owned(),
                },
                None => Cell {
                    bytes: rest.start..rest.start + c.len_utf8(),
                    shown: visible::character(c).into_owned(),
                },
            },
        )
    }
}

fn window(text: &str, place: &LinePlace) -> Range<usize> {
    let near = |at: usize| {
        let at = at.clamp(place.line.start, place.line.end);
        (at..=place.line.end)
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(place.line.end)
    };
    near(place.marked.start.saturating_sub(WINDOW))..near(place.marked.start + WINDOW)
}

fn cut_mark(is_cut: bool) -> String {
    if is_cut {
        CUT.to_owned()
    } else {
        String::new()
    }
}

fn keep_start(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let kept: String = within(text.chars(), columns).collect();
    if columns == 0 { kept } else { kept + CUT }
}

fn keep_end(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let kept: Vec<char> = within(text.chars().rev(), columns).collect();
    let kept: String = kept.into_iter().rev().collect();
    if columns == 0 {
        kept
    } else {
        CUT.to_owned() + &kept
    }
}

/// As many characters as leave a column for the mark of the cut.
fn within(chars: impl Iterator<Item = char>, columns: usize) -> impl Iterator<Item = char> {
    let mut used = 1;
    chars.take_while(move |c| {
        used += c.width().unwrap_or(0);
        used <= columns
    })
}
