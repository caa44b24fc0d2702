//! A postcode in the shapes of the stencil on Russian envelopes: nine lines for
//! each digit, two squares one above the other with a diagonal in each.

use std::fmt::Write as _;

use crate::view::Stencil;

/// A digit is one square wide and two high; squares and the gap are in millimetres.
const SQUARE: u32 = 5;
const GAP: u32 = 3;

/// Corners of the squares, `(column, row)`, joined by lines.
type Stroke = &'static [(u32, u32)];

const DIGITS: [&[Stroke]; 10] = [
    &[&[(0, 0), (1, 0), (1, 2), (0, 2), (0, 0)]],
    &[&[(0, 1), (1, 0), (1, 2)]],
    &[&[(0, 0), (1, 0), (1, 1), (0, 2), (1, 2)]],
    &[&[(0, 0), (1, 0), (0, 1), (1, 1), (0, 2)]],
    &[&[(0, 0), (0, 1), (1, 1)], &[(1, 0), (1, 2)]],
    &[&[(1, 0), (0, 0), (0, 1), (1, 1), (1, 2), (0, 2)]],
    &[&[(1, 0), (0, 1), (0, 2), (1, 2), (1, 1), (0, 1)]],
    &[&[(0, 0), (1, 0), (0, 1), (0, 2)]],
    &[&[(0, 0), (1, 0), (1, 2), (0, 2), (0, 0)], &[(0, 1), (1, 1)]],
    &[&[(1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 2)]],
];

const OUTLINE: &[Stroke] = &[
    &[(0, 0), (1, 0), (1, 2), (0, 2), (0, 0)],
    &[(0, 2), (1, 1), (0, 1), (1, 0)],
];

/// A postcode as it is drawn; nothing if it is not made of digits.
pub(super) fn stencil(postcode: &str) -> Option<Stencil> {
    let digits: Option<Vec<u32>> = postcode.chars().map(|c| c.to_digit(10)).collect();
    let digits = digits.filter(|digits| !digits.is_empty())?;
    let (mut strokes, mut outline, mut left) = (String::new(), String::new(), 0);
    for digit in &digits {
        draw(&mut strokes, DIGITS[*digit as usize], left);
        draw(&mut outline, OUTLINE, left);
        left += SQUARE + GAP;
    }
    Some(Stencil {
        digits: postcode.to_owned(),
        width: left - GAP,
        height: 2 * SQUARE,
        strokes,
        outline,
    })
}

/// Adds strokes to the path of a drawing.
fn draw(path: &mut String, strokes: &[Stroke], left: u32) {
    for stroke in strokes {
        for (at, (column, row)) in stroke.iter().enumerate() {
            let letter = if at == 0 { 'M' } else { 'L' };
            // Writing to a text cannot fail.
            let _ = write!(path, "{letter}{} {}", left + column * SQUARE, row * SQUARE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of the nine that a digit has: the three bars from the top, the four
    /// sides (upper left and right, lower left and right), the two diagonals.
    fn lines_of(digit: usize) -> String {
        let all = [
            ('t', (0, 0), (1, 0)),
            ('m', (0, 1), (1, 1)),
            ('b', (0, 2), (1, 2)),
            ('l', (0, 0), (0, 1)),
            ('r', (1, 0), (1, 1)),
            ('L', (0, 1), (0, 2)),
            ('R', (1, 1), (1, 2)),
            ('u', (0, 1), (1, 0)),
            ('d', (0, 2), (1, 1)),
        ];
        let holds = |(_, from, to): &(char, (u32, u32), (u32, u32))| {
            DIGITS[digit].iter().any(|stroke| {
                stroke.windows(2).any(|pair| {
                    // A side is drawn in one go from the top to the bottom.
                    let through = pair[0].0 == pair[1].0 && from.0 == pair[0].0 && to.0 == from.0;
                    let long = pair[0].1.abs_diff(pair[1].1) == 2;
                    (through && long)
                        || (pair[0] == *from && pair[1] == *to)
                        || (pair[0] == *to && pair[1] == *from)
                })
            })
        };
        all.iter()
            .filter(|line| holds(line))
            .map(|line| line.0)
            .collect()
    }

    #[test]
    fn each_digit_has_the_lines_that_sorting_machines_read() {
        let expected = [
            "tblrLR", "rRu", "tbrd", "tmud", "mlrR", "tmblR", "mbLRu", "tLu", "tmblrLR", "tmlrd",
        ];
        for (digit, lines) in expected.iter().enumerate() {
            assert_eq!(lines_of(digit), *lines, "{digit}");
        }
    }

    #[test]
    fn digits_stand_side_by_side_and_anything_else_is_not_drawn() {
        let drawn = stencil("10").unwrap();
        assert_eq!(drawn.strokes, "M0 5L5 0L5 10M8 0L13 0L13 10L8 10L8 0");
        assert_eq!((drawn.width, drawn.height), (13, 10));
        assert_eq!(stencil("W1A 1AA"), None);
        assert_eq!(stencil(""), None);
    }
}
