//! The three formats of a portrait, each at the best quality that fits its limit.
//!
//! Each encoder runs on one thread: with several, the bytes of an AVIF differ.

use image::RgbImage;
use jpeg_encoder::{ColorType, SamplingFactor};
use ravif::{Img, RGBA8};

use super::{PortraitFile, Refusal, WIDEST, refusal};
use crate::picture::PictureType;

/// One format: between which qualities, each on its encoder's own scale.
struct Recipe {
    kind: PictureType,
    /// Below it, faces become blocks or wax.
    worst: u8,
    /// Above it, nobody sees a difference.
    best: u8,
    encode: fn(&RgbImage, u8) -> Option<Vec<u8>>,
}

const RECIPES: [Recipe; 3] = [
    Recipe {
        kind: PictureType::Jpeg,
        worst: 40,
        best: 90,
        encode: jpeg,
    },
    Recipe {
        kind: PictureType::Webp,
        worst: 35,
        best: 90,
        encode: webp,
    },
    Recipe {
        kind: PictureType::Avif,
        worst: 30,
        best: 85,
        encode: avif,
    },
];

/// The widths that are tried where the widest does not fit.
const WIDTHS: [u32; 7] = [WIDEST, 288, 256, 224, 192, 160, super::NARROWEST];

/// The widest portrait of which every format fits, with its files.
pub(super) fn fitting(
    widest: u32,
    scaled: impl Fn(u32) -> RgbImage,
) -> Result<(u32, Vec<PortraitFile>), Refusal> {
    let narrower = WIDTHS.into_iter().filter(|width| *width < widest);
    for width in std::iter::once(widest).chain(narrower) {
        let pixels = scaled(width);
        let files: Option<Vec<_>> = RECIPES.iter().map(|recipe| recipe.fit(&pixels)).collect();
        if let Some(files) = files {
            return Ok((width, files));
        }
    }
    Err(refusal::too_detailed())
}

impl Recipe {
    /// The best quality that fits, by bisection.
    fn fit(&self, pixels: &RgbImage) -> Option<PortraitFile> {
        let limit = self.kind.portrait_limit()?;
        let (mut low, mut high) = (self.worst, self.best);
        let mut found = None;
        while low <= high {
            let quality = low.midpoint(high);
            let bytes = (self.encode)(pixels, quality)?;
            if bytes.len() as u64 <= limit {
                found = Some(PortraitFile {
                    kind: self.kind,
                    quality,
                    bytes,
                });
                low = quality + 1;
            } else {
                high = quality - 1;
            }
        }
        found
    }
}

fn jpeg(pixels: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let side = |side: u32| u16::try_from(side).ok();
    let (width, height) = (side(pixels.width())?, side(pixels.height())?);
    encoder
        .encode(pixels.as_raw(), width, height, ColorType::Rgb)
        .ok()?;
    Some(bytes)
}

fn webp(pixels: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let mut config = webp::WebPConfig::new().ok()?;
    config.quality = f32::from(quality);
    config.method = 6;
    config.use_sharp_yuv = 1;
    config.thread_level = 0;
    let encoder = webp::Encoder::from_rgb(pixels.as_raw(), pixels.width(), pixels.height());
    Some(encoder.encode_advanced(&config).ok()?.to_vec())
}

/// Opaque pixels leave no alpha in the file. `encode_rgb` would bring the whole encoder
/// into this crate, to be compiled with it, and without optimisation in tests.
fn avif(pixels: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let opaque = |pixel: &image::Rgb<u8>| RGBA8::new(pixel[0], pixel[1], pixel[2], u8::MAX);
    let colours: Vec<RGBA8> = pixels.pixels().map(opaque).collect();
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let encoded = ravif::Encoder::new()
        .with_quality(f32::from(quality))
        .with_speed(4)
        .with_num_threads(Some(1))
        .encode_rgba(Img::new(&colours, width, height));
    Some(encoded.ok()?.avif_file)
}
