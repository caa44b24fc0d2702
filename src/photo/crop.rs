//! Which part of a picture becomes the portrait: four to five, around a point.

use std::str::FromStr;

use super::WIDEST;

/// The point that shall be in the middle, in parts of width and height of the
/// upright picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Focus {
    x: f64,
    y: f64,
}

/// The upper middle, where portraits have the face.
impl Default for Focus {
    fn default() -> Self {
        Focus { x: 0.5, y: 0.4 }
    }
}

/// `0.5,0.3` or `50%,30%`.
impl FromStr for Focus {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let both = text.split_once(',');
        let both = both.and_then(|(x, y)| Some((part(x)?, part(y)?)));
        let (x, y) =
            both.ok_or("write two parts, from the left and from the top: `0.5,0.3` or `50%,30%`")?;
        Ok(Focus { x, y })
    }
}

fn part(text: &str) -> Option<f64> {
    let text = text.trim();
    let part = match text.strip_suffix('%') {
        Some(percent) => percent.trim_end().parse::<f64>().ok()? / 100.0,
        None => text.parse().ok()?,
    };
    (0.0..=1.0).contains(&part).then_some(part)
}

/// A part of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

/// The height of a portrait of this width.
pub(super) fn height_for(width: u32) -> u32 {
    width / 4 * 5
}

/// The largest part of four to five that lies within a picture and as much around
/// the focus as it can. A small picture is cut to whole fours and fives, since it is
/// not scaled.
pub(super) fn around(focus: Focus, width: u32, height: u32) -> Area {
    let widest = width.min(height / 5 * 4 + height % 5 * 4 / 5) / 4 * 4;
    let area = (widest, height_for(widest));
    Area {
        x: start(focus.x, area.0, width),
        y: start(focus.y, area.1, height),
        width: area.0,
        height: area.1,
    }
}

/// Where a stretch begins that has a point in its middle and stays within the whole.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and a side, which is an u32"
)]
fn start(focus: f64, stretch: u32, whole: u32) -> u32 {
    let start = focus * f64::from(whole) - f64::from(stretch) / 2.0;
    start.round().clamp(0.0, f64::from(whole - stretch)) as u32
}

const _: () = assert!(WIDEST.is_multiple_of(4));

#[cfg(test)]
mod tests {
    use super::*;

    fn area(focus: &str, width: u32, height: u32) -> (u32, u32, u32, u32) {
        let Area {
            x,
            y,
            width,
            height,
        } = around(focus.parse().unwrap(), width, height);
        (x, y, width, height)
    }

    #[test]
    fn the_crop_is_as_large_as_can_be_and_around_the_focus() {
        assert_eq!(area("0.5,0.5", 1000, 1000), (100, 0, 800, 1000));
        assert_eq!(area("50%, 50%", 400, 1000), (0, 250, 400, 500));
        assert_eq!(area("0,0", 1000, 1000), (0, 0, 800, 1000));
        assert_eq!(area("1,1", 1000, 1000), (200, 0, 800, 1000));
        assert_eq!(area("0.3,0.5", 3000, 1000), (500, 0, 800, 1000));
    }

    #[test]
    fn every_crop_lies_within_its_picture() {
        let mut crops = 0;
        for width in 1..90 {
            for height in 1..90 {
                for focus in ["0,0", "1,1", "0.2,0.9", "50%,40%"] {
                    let (x, y, w, h) = area(focus, width, height);
                    assert!(x + w <= width && y + h <= height, "{width} {height}");
                    assert_eq!(w * 5, h * 4);
                    assert!(w + 4 > width || h + 5 > height, "{width} {height}: {w} {h}");
                    crops += 1;
                }
            }
        }
        assert_eq!(crops, 89 * 89 * 4);
        let largest = u32::MAX;
        let (x, y, w, h) = area("1,1", largest, largest);
        assert!(x.checked_add(w).is_some() && y.checked_add(h).is_some());
    }

    #[test]
    fn a_focus_is_two_parts_of_a_whole() {
        for wrong in [
            "",
            "0.5",
            "0.5,",
            "50,30",
            "-0.1,0",
            "0,101%",
            "nan,0",
            "x,y",
            "0.1,0.2,0.3",
        ] {
            assert!(wrong.parse::<Focus>().is_err(), "{wrong}");
        }
    }
}
