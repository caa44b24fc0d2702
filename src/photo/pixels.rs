//! From the bytes of a picture that anybody may have sent to upright pixels.
//!
//! The header is asked before anything is decoded: for its size, and whether the
//! picture moves.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits};

use super::{LARGEST_FILE, MOST_PIXELS, Note, Refusal, refusal};
use crate::picture::{self, PictureType};

/// The most bytes that decoded pixels may take: so many of four channels, or half as
/// many of 16 bits.
const MOST_MEMORY: u64 = 4 * MOST_PIXELS;

/// A picture, upright, in the colours of its own profile.
pub(super) struct Source {
    pub pixels: DynamicImage,
    pub profile: Option<Vec<u8>>,
    pub notes: Vec<Note>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(refusal::too_large());
    }
    let input = Cursor::new(bytes);
    let mut source = match picture::picture_type(bytes) {
        Some(PictureType::Jpeg) => jpeg(bytes)?,
        Some(PictureType::Png) => {
            let decoder = PngDecoder::with_limits(input, limits()).map_err(refused)?;
            still(decoder.is_apng())?;
            decode(decoder)?
        }
        Some(PictureType::Webp) => {
            let decoder = WebPDecoder::new(input).map_err(refused)?;
            still(Ok(decoder.has_animation()))?;
            decode(decoder)?
        }
        Some(PictureType::Avif) | None => return Err(refusal::unknown(bytes)),
    };
    if picture::examine(bytes).is_ok_and(|picture| picture.metadata) {
        source.notes.push(Note::MetadataLeft);
    }
    if source.pixels.has_alpha() {
        source.notes.push(Note::Transparent);
    }
    Ok(source)
}

/// The decoder paints grey what is not there, so that a JPEG must be known to be whole.
fn jpeg(bytes: &[u8]) -> Result<Source, Refusal> {
    let survey = picture::jpeg::survey(bytes).ok_or_else(refusal::damaged)?;
    let mut source = decode(JpegDecoder::new(Cursor::new(bytes)).map_err(refused)?)?;
    if survey.components == 4 {
        source.notes.push(Note::Inks);
        source.profile = None;
    }
    Ok(source)
}

fn decode(mut decoder: impl ImageDecoder) -> Result<Source, Refusal> {
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(refusal::too_many_pixels(width, height));
    }
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(refusal::too_large());
    }
    decoder.set_limits(limits()).map_err(refused)?;
    let profile = decoder.icc_profile().unwrap_or_default();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(refused)?;
    pixels.apply_orientation(orientation);
    let turned = orientation != Orientation::NoTransforms;
    Ok(Source {
        pixels,
        profile,
        notes: turned.then_some(Note::Turned).into_iter().collect(),
    })
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

fn still(moves: ImageResult<bool>) -> Result<(), Refusal> {
    match moves.map_err(refused)? {
        true => Err(refusal::moving()),
        false => Ok(()),
    }
}

/// What a decoder says is for programmers, and may quote the file.
#[expect(clippy::needless_pass_by_value, reason = "as `map_err` gives it")]
fn refused(error: ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => refusal::too_large(),
        _ => refusal::damaged(),
    }
}
