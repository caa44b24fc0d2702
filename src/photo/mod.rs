//! Portraits as readers get them: small, upright, in sRGB, in three formats, and
//! without a byte that says where, when or by whom.
//!
//! A function of bytes: files are read and written by the command.

mod colours;
mod crop;
mod encode;
mod note;
mod pixels;
mod refusal;
#[cfg(test)]
mod tests;

use image::imageops::FilterType;
use image::{DynamicImage, RgbImage};
use moxcms::ColorProfile;

use crate::picture::PictureType;

pub use crop::Focus;
pub use note::Note;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 30_000_000;
/// The most pixels that are decoded.
pub const MOST_PIXELS: u64 = 50_000_000;
/// The widest portrait; the height is five quarters of it.
pub const WIDEST: u32 = 320;
/// The narrowest: pages show a portrait 128 pixels wide.
pub const NARROWEST: u32 = 128;

/// A portrait in its three formats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// JPEG, WebP and AVIF, in this order.
    pub files: Vec<PortraitFile>,
    /// What the editor should look at.
    pub notes: Vec<Note>,
}

/// One format of a portrait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortraitFile {
    /// The format.
    pub kind: PictureType,
    /// The quality at which it fits, on the encoder's own scale up to 100.
    pub quality: u8,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a picture cannot become a portrait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong with it.
    pub message: String,
    /// What to do instead.
    pub hint: String,
}

/// Makes a portrait from any JPEG, PNG or WebP.
///
/// # Errors
///
/// What is wrong with the picture.
pub fn make(bytes: &[u8], focus: Focus) -> Result<Portrait, Refusal> {
    let mut picture = develop(bytes, focus)?;
    let (width, files) = encode::fitting(picture.widest, |width| picture.scaled(width))?;
    if width < picture.widest {
        picture.notes.push(Note::Detailed);
    }
    picture.notes.sort();
    Ok(Portrait {
        width,
        height: crop::height_for(width),
        files,
        notes: picture.notes,
    })
}

/// What a portrait is made from: the part that is shown, on white, upright.
struct Developed {
    pixels: DynamicImage,
    profile: Option<ColorProfile>,
    /// The width of the portrait, if its formats fit.
    widest: u32,
    notes: Vec<Note>,
}

fn develop(bytes: &[u8], focus: Focus) -> Result<Developed, Refusal> {
    let source = pixels::read(bytes)?;
    let (width, height) = (source.pixels.width(), source.pixels.height());
    let area = crop::around(focus, width, height);
    if area.width < NARROWEST {
        return Err(refusal::too_small(width, height));
    }
    let (profile, dropped) = colours::profile(source.profile.as_deref());
    let small = (area.width < WIDEST).then_some(Note::Small);
    let cut = source
        .pixels
        .crop_imm(area.x, area.y, area.width, area.height);
    Ok(Developed {
        pixels: DynamicImage::ImageRgb8(colours::over_white(cut)),
        profile,
        widest: area.width.min(WIDEST),
        notes: source
            .notes
            .into_iter()
            .chain(dropped)
            .chain(small)
            .collect(),
    })
}

impl Developed {
    /// In sRGB, and so wide.
    fn scaled(&self, width: u32) -> RgbImage {
        let height = crop::height_for(width);
        let same = (self.pixels.width(), self.pixels.height()) == (width, height);
        let pixels = match same {
            true => self.pixels.to_rgb8(),
            false => self
                .pixels
                .resize_exact(width, height, FilterType::Lanczos3)
                .into_rgb8(),
        };
        colours::to_srgb(pixels, self.profile.as_ref())
    }
}
