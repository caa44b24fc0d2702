//! From the colours of a camera, a scanner or a drawing to those of a screen.

use image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::Note;

/// A profile that colours can be read by; a note where there is one that cannot.
pub(super) fn profile(bytes: Option<&[u8]>) -> (Option<ColorProfile>, Option<Note>) {
    let Some(bytes) = bytes else {
        return (None, None);
    };
    let parsed = ColorProfile::new_from_slice(bytes).ok();
    match parsed.filter(|profile| profile.color_space == DataColorSpace::Rgb) {
        Some(profile) if transformed(&[0; 3], &profile).is_some() => (Some(profile), None),
        _ => (None, Some(Note::ProfileDropped)),
    }
}

/// Pixels of a profile as pixels of sRGB; without one they are taken to be that.
pub(super) fn to_srgb(pixels: RgbImage, profile: Option<&ColorProfile>) -> RgbImage {
    let (width, height) = pixels.dimensions();
    profile
        .and_then(|profile| transformed(pixels.as_raw(), profile))
        .and_then(|bytes| RgbImage::from_raw(width, height, bytes))
        .unwrap_or(pixels)
}

fn transformed(bytes: &[u8], profile: &ColorProfile) -> Option<Vec<u8>> {
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform = profile
        .create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options)
        .ok()?;
    let mut out = vec![0; bytes.len()];
    transform.transform(bytes, &mut out).ok()?;
    Some(out)
}

/// Eight bits a channel, on white where one could see through.
pub(super) fn over_white(pixels: DynamicImage) -> RgbImage {
    if !pixels.has_alpha() {
        return pixels.into_rgb8();
    }
    let pixels: RgbaImage = pixels.into_rgba8();
    RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0;
        image::Rgb([red, green, blue].map(|colour| blend(colour, alpha)))
    })
}

fn blend(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u32::from(colour), u32::from(alpha));
    let sum = colour * alpha + 255 * (255 - alpha);
    u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
}
