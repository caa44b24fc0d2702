//! Finds the line and the columns of a range of bytes.

use std::ops::Range;

use super::Span;

/// Where the lines of a text begin.
pub(super) struct Lines {
    starts: Vec<usize>,
}

/// A range of bytes within one line, and the whole line without its end.
pub(super) struct LinePlace {
    pub span: Span,
    pub line: Range<usize>,
    pub marked: Range<usize>,
}

impl Lines {
    pub fn new(text: &str) -> Self {
        let after_ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines {
            starts: std::iter::once(0).chain(after_ends).collect(),
        }
    }

    /// The range's first line. Any range will do: it is cut to the text, and
    /// a character counts as a whole.
    pub fn place(&self, text: &str, range: Range<usize>) -> LinePlace {
        let start = char_start(text, range.start);
        let index = self.starts.partition_point(|&first| first <= start) - 1;
        let line = self.line(text, index);
        // A range may begin in the line's own `\r\n`, which is not shown.
        let start = start.min(line.end);
        let end = char_end(text, range.end).clamp(start, line.end);
        let column = 1 + text[line.start..start].chars().count();
        let end_column = column + text[start..end].chars().count();
        LinePlace {
            span: Span {
                line: index + 1,
                column,
                end_column,
            },
            line,
            marked: start..end,
        }
    }

    fn line(&self, text: &str, index: usize) -> Range<usize> {
        let start = self.starts[index];
        let end = self
            .starts
            .get(index + 1)
            .map_or(text.len(), |next| next - 1);
        start..start + text[start..end].trim_end_matches('\r').len()
    }
}

fn char_start(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

fn char_end(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, range: Range<usize>) -> (usize, usize, usize) {
        let span = Lines::new(text).place(text, range).span;
        (span.line, span.column, span.end_column)
    }

    #[test]
    fn columns_count_characters_and_start_at_one() {
        assert_eq!(span("имя: Анна\nx: 1\n", 8..16), (1, 6, 10));
        assert_eq!(span("a\nb: 1\n", 5..6), (2, 4, 5));
    }

    #[test]
    fn a_range_over_lines_ends_with_its_first() {
        assert_eq!(span("ab\r\ncd\n", 1..7), (1, 2, 3));
    }

    #[test]
    fn a_range_outside_of_the_text_is_cut_to_it() {
        assert_eq!(span("ab\n", 90..99), (2, 1, 1));
        assert_eq!(span("", 0..9), (1, 1, 1));
        #[allow(clippy::reversed_empty_ranges)]
        let backwards = 2..1;
        assert_eq!(span("abc", backwards), (1, 3, 3));
    }

    #[test]
    fn half_a_character_counts_as_a_whole_one() {
        assert_eq!(span("éa", 1..1), (1, 1, 2));
    }
}
