//! A QR code (ISO/IEC 18004) of a short text: a key, a fingerprint, an address.
//!
//! As a picture it is one pixel a module, one bit a pixel, and small enough to
//! stand in a page; a page enlarges it without smoothing. As text it is two
//! modules a character, for a terminal. Both have the quiet zone of four
//! modules that readers need. The level of correction is M: a leaflet gets folded.

use std::fmt;

use qrcode::{Color, QrCode};

/// Light modules around the code, as the standard asks.
const QUIET: usize = 4;

/// A QR code.
pub struct Qr {
    modules: Vec<Color>,
    width: usize,
}

/// The text does not fit into any QR code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

impl Qr {
    /// The smallest code that holds a text.
    ///
    /// # Errors
    ///
    /// When none does: about 2,300 bytes are the most.
    pub fn of(text: &str) -> Result<Qr, TooLong> {
        let code = QrCode::new(text).map_err(|_| TooLong)?;
        Ok(Qr {
            width: code.width(),
            modules: code.into_colors(),
        })
    }

    /// How many modules it has on a side, quiet zone included: the pixels of its picture.
    #[must_use]
    pub fn side(&self) -> usize {
        self.width + 2 * QUIET
    }

    /// The code as a PNG picture of one bit a pixel.
    ///
    /// # Errors
    ///
    /// Never, as long as memory can be written to.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let side = u32::try_from(self.side()).unwrap_or(u32::MAX);
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.rows())?;
        writer.finish()?;
        Ok(bytes)
    }

    /// The code for a terminal: two rows of modules a line, light ones drawn,
    /// since terminals are dark; readers take either.
    #[must_use]
    pub fn text(&self) -> String {
        let line = |top: usize| -> String {
            (0..self.side())
                .map(|x| half_blocks(self.is_dark(x, top), self.is_dark(x, top + 1)))
                .chain(['\n'])
                .collect()
        };
        (0..self.side()).step_by(2).map(line).collect()
    }

    /// Rows of pixels, each filled up to whole bytes; a set bit is light.
    fn rows(&self) -> Vec<u8> {
        let byte = |y: usize, start: usize| {
            (0..8).fold(0_u8, |byte, bit| {
                byte << 1 | u8::from(!self.is_dark(start + bit, y))
            })
        };
        (0..self.side())
            .flat_map(|y| (0..self.side()).step_by(8).map(move |start| byte(y, start)))
            .collect()
    }

    /// Beside the code everything is light.
    fn is_dark(&self, x: usize, y: usize) -> bool {
        let inner = |at: usize| at.checked_sub(QUIET).filter(|at| *at < self.width);
        let (Some(x), Some(y)) = (inner(x), inner(y)) else {
            return false;
        };
        self.modules.get(y * self.width + x) == Some(&Color::Dark)
    }
}

fn half_blocks(top_is_dark: bool, bottom_is_dark: bool) -> char {
    match (top_is_dark, bottom_is_dark) {
        (false, false) => '█',
        (false, true) => '▀',
        (true, false) => '▄',
        (true, true) => ' ',
    }
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is too long for a QR code")
    }
}

impl std::error::Error for TooLong {}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 4] = [
        "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
        "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069",
        "https://mirror.example/ru/verify.html",
        "Весточка",
    ];

    /// What another program reads from a picture that is four times as large.
    fn read(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> String {
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(4 * side, 4 * side, |x, y| {
                if is_dark(x / 4, y / 4) { 0 } else { 255 }
            });
        let codes = picture.detect_grids();
        assert_eq!(codes.len(), 1);
        codes[0].decode().unwrap().1
    }

    #[test]
    fn another_program_reads_the_picture() {
        for text in TEXTS {
            let bytes = Qr::of(text).unwrap().png().unwrap();
            let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
                .read_info()
                .unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut pixels).unwrap();
            let dark =
                |x: usize, y: usize| pixels[y * info.line_size + x / 8] << (x % 8) & 128 == 0;
            assert_eq!(read(info.width as usize, dark), text);
            assert!(bytes.len() < 600, "{}", bytes.len());
        }
    }

    #[test]
    fn another_program_reads_the_text() {
        for text in TEXTS {
            let code = Qr::of(text).unwrap();
            let drawn = code.text();
            let lines: Vec<Vec<char>> = drawn.lines().map(|line| line.chars().collect()).collect();
            let dark = |x: usize, y: usize| match lines[y / 2][x] {
                ' ' => true,
                '▀' => !y.is_multiple_of(2),
                '▄' => y.is_multiple_of(2),
                _ => false,
            };
            assert_eq!(read(code.side(), dark), text);
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_refused() {
        assert_eq!(Qr::of(&"я".repeat(3_000)).err(), Some(TooLong));
    }
}
