//! Pictures that people send, kind and hostile, made here byte by byte.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;
use crate::picture;

/// A face of sorts: skin on a wall, a dark head of hair, soft edges.
pub(super) fn face(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let (dx, dy) = (
            f64::from(x) / f64::from(width) - 0.5,
            f64::from(y) / f64::from(height) - 0.4,
        );
        let shade = |base: f64| (base + 40.0 * dy + 20.0 * dx) as u8;
        match dx * dx * 2.0 + dy * dy {
            far if far > 0.09 => Rgb([shade(150.0), shade(165.0), shade(175.0)]),
            _ if dy < -0.12 => Rgb([shade(60.0), shade(45.0), shade(40.0)]),
            _ => Rgb([shade(205.0), shade(160.0), shade(135.0)]),
        }
    })
}

fn encoded(pixels: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    pixels.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn png(pixels: impl Into<DynamicImage>) -> Vec<u8> {
    encoded(pixels, ImageFormat::Png)
}

fn jpeg(pixels: &RgbImage) -> Vec<u8> {
    encoded(pixels.clone(), ImageFormat::Jpeg)
}

/// What the encoders get, and the notes.
fn seen(bytes: &[u8], focus: Focus) -> (RgbImage, Vec<Note>) {
    let mut picture = develop(bytes, focus).unwrap();
    picture.notes.sort();
    (picture.scaled(picture.widest), picture.notes)
}

fn looked_at(bytes: &[u8]) -> (RgbImage, Vec<Note>) {
    seen(bytes, Focus::default())
}

#[track_caller]
fn assert_like(found: Rgb<u8>, wanted: [u8; 3]) {
    let near = |(a, b): (&u8, &u8)| a.abs_diff(*b) < 24;
    assert!(
        found.0.iter().zip(&wanted).all(near),
        "{found:?} is not {wanted:?}"
    );
}

fn refused(bytes: &[u8]) -> String {
    develop(bytes, Focus::default()).err().unwrap().message
}

#[test]
fn a_portrait_has_three_formats_of_one_size_within_their_limits_and_nothing_else() {
    let bytes = jpeg(&face(1600, 1200));
    let portrait = make(&bytes, Focus::default()).unwrap();
    let kinds: Vec<_> = portrait.files.iter().map(|file| file.kind).collect();
    assert_eq!(
        kinds,
        [PictureType::Jpeg, PictureType::Webp, PictureType::Avif]
    );
    for file in &portrait.files {
        let picture = picture::examine(&file.bytes).unwrap();
        assert_eq!((picture.width, picture.height), (320, 400));
        assert_eq!(picture.kind, file.kind);
        assert!(!picture.metadata);
        assert!(file.bytes.len() as u64 <= file.kind.portrait_limit().unwrap());
    }
    assert_eq!(portrait.notes, []);
    assert_eq!(
        make(&bytes, Focus::default()).unwrap(),
        portrait,
        "the same again"
    );
}

#[test]
fn a_small_picture_keeps_its_pixels_and_a_tiny_one_is_refused() {
    let portrait = make(&png(face(203, 260)), Focus::default()).unwrap();
    assert_eq!((portrait.width, portrait.height), (200, 250));
    assert_eq!(portrait.notes, [Note::Small]);
    assert_eq!(looked_at(&png(face(128, 160))).0.dimensions(), (128, 160));
    for (width, height) in [(127, 400), (400, 159), (1, 1)] {
        let message = refused(&png(face(width, height)));
        assert_eq!(
            message,
            format!("this picture has {width} × {height} pixels, too few for a portrait")
        );
    }
}

#[test]
fn noise_becomes_a_smaller_portrait_that_fits() {
    let mut random = fastrand::Rng::with_seed(7);
    let noise = RgbImage::from_fn(320, 400, |_, _| Rgb([(); 3].map(|()| random.u8(..))));
    let portrait = make(&png(noise), Focus::default()).unwrap();
    assert!(portrait.width < 320 && portrait.width >= NARROWEST);
    assert_eq!(portrait.notes, [Note::Detailed]);
    for file in &portrait.files {
        assert!(file.bytes.len() as u64 <= file.kind.portrait_limit().unwrap());
        assert_eq!(picture::examine(&file.bytes).unwrap().width, portrait.width);
    }
}

#[test]
fn the_focus_says_what_is_in_the_picture() {
    let halves = RgbImage::from_fn(800, 400, |x, _| {
        if x < 400 {
            Rgb([200, 40, 40])
        } else {
            Rgb([40, 40, 200])
        }
    });
    let bytes = png(halves);
    for (focus, colour) in [("0,0.5", [200, 40, 40]), ("100%,50%", [40, 40, 200])] {
        let (pixels, _) = seen(&bytes, focus.parse().unwrap());
        assert_like(*pixels.get_pixel(160, 200), colour);
    }
}

/// Red above and blue below when upright; green on the left.
fn flag() -> RgbImage {
    RgbImage::from_fn(320, 400, |x, y| match (x, y) {
        (0..100, _) => Rgb([30, 160, 60]),
        (_, 0..200) => Rgb([210, 40, 40]),
        _ => Rgb([40, 40, 210]),
    })
}

/// Exif with an orientation and a place, as a telephone writes it.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend(b"\x12\x01\x03\0\x01\0\0\0");
    tiff.extend([orientation, 0, 0, 0]);
    tiff.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0");
    tiff.extend(b"\x01\0\x1D\0\x02\0\x0B\0\0\0\x38\0\0\0\0\0\0\x002026:05:04\0");
    tiff.extend(b"GPSzqplace");
    tiff
}

fn with_exif(jpeg: &[u8], exif: &[u8]) -> Vec<u8> {
    let content = [b"Exif\0\0".as_slice(), exif].concat();
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xFF\xE1", &length, &content, &jpeg[2..]].concat()
}

#[test]
fn each_orientation_of_exif_is_turned_upright() {
    use image::imageops::{flip_horizontal, flip_vertical, rotate90, rotate180, rotate270};
    let upright = flag();
    // How the camera stored what is upright when its note is followed.
    let stored = [
        upright.clone(),
        flip_horizontal(&upright),
        rotate180(&upright),
        flip_vertical(&upright),
        rotate90(&flip_vertical(&upright)),
        rotate270(&upright),
        rotate90(&flip_horizontal(&upright)),
        rotate90(&upright),
    ];
    for (orientation, pixels) in (1..).zip(&stored) {
        let bytes = with_exif(&jpeg(pixels), &exif(orientation));
        let (shown, notes) = looked_at(&bytes);
        let turned = (orientation > 1).then_some(Note::Turned);
        let expected: Vec<_> = turned.into_iter().chain([Note::MetadataLeft]).collect();
        assert_eq!(notes, expected, "{orientation}");
        assert_eq!(shown.dimensions(), (320, 400), "{orientation}");
        assert_like(*shown.get_pixel(50, 100), [30, 160, 60]);
        assert_like(*shown.get_pixel(250, 100), [210, 40, 40]);
        assert_like(*shown.get_pixel(250, 300), [40, 40, 210]);
    }
}

#[test]
fn no_byte_of_metadata_comes_through() {
    let plain = jpeg(&face(640, 800));
    let (comment, length) = (b"zqcomment", 11_u16.to_be_bytes());
    let comment = [b"\xFF\xFE", length.as_slice(), comment].concat();
    let noted = with_exif(&plain, &exif(1));
    let noted = [&noted[..2], &comment, &noted[2..], b"zqtrailer".as_slice()].concat();
    let from_noted = make(&noted, Focus::default()).unwrap();
    let from_plain = make(&plain, Focus::default()).unwrap();
    assert_eq!(from_noted.notes, [Note::MetadataLeft]);
    assert_eq!(from_noted.files, from_plain.files);
    for file in &from_noted.files {
        assert!(!file.bytes.windows(2).any(|two| two == b"zq"));
    }
}

#[test]
fn pixels_of_any_kind_become_eight_bits_of_red_green_and_blue() {
    let grey = DynamicImage::ImageLuma8(image::GrayImage::from_pixel(320, 400, image::Luma([90])));
    let deep: image::ImageBuffer<Rgb<u16>, _> =
        image::ImageBuffer::from_pixel(320, 400, Rgb([0x8000_u16, 0x4000, 0xC000]));
    let clear = RgbaImage::from_fn(320, 400, |x, _| {
        Rgba([200, 0, 0, if x < 160 { 0 } else { 128 }])
    });
    let colour = |pixels: DynamicImage, x| {
        let (pixels, notes) = looked_at(&png(pixels));
        (*pixels.get_pixel(x, 200), notes)
    };
    assert_like(colour(grey, 9).0, [90; 3]);
    assert_like(colour(deep.into(), 9).0, [0x80, 0x40, 0xC0]);
    let (left, notes) = colour(clear.clone().into(), 40);
    assert_like(left, [255; 3]);
    assert_eq!(notes, [Note::Transparent]);
    assert_like(colour(clear.into(), 280).0, [227, 127, 127]);
    assert_like(*looked_at(&palette()).0.get_pixel(9, 9), [20, 120, 220]);
    let webp = encoded(face(400, 500), ImageFormat::WebP);
    assert_like(*looked_at(&webp).0.get_pixel(160, 180), [205, 160, 135]);
}

/// One bit a pixel, two colours.
fn palette() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 320, 400);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::One);
    encoder.set_palette(vec![20, 120, 220, 0, 0, 0]);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0; 40 * 400]).unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn the_inks_of_a_printer_become_colours_with_a_note() {
    let mut bytes = Vec::new();
    let inks: Vec<u8> = (0..320 * 400).flat_map(|_| [0, 200, 200, 20]).collect();
    jpeg_encoder::Encoder::new(&mut bytes, 90)
        .encode(&inks, 320, 400, jpeg_encoder::ColorType::Cmyk)
        .unwrap();
    let (pixels, notes) = looked_at(&bytes);
    assert_eq!(notes, [Note::Inks]);
    assert_like(*pixels.get_pixel(160, 200), [235, 51, 51]);
}

fn with_profile(pixels: &RgbImage, profile: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    encoder.add_icc_profile(profile).unwrap();
    let (width, height) = (pixels.width() as u16, pixels.height() as u16);
    encoder
        .encode(pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    bytes
}

#[test]
fn a_colour_profile_is_followed_and_one_that_cannot_be_is_named() {
    let pixels = RgbImage::from_pixel(320, 400, Rgb([200, 100, 80]));
    let colour = |profile: &[u8]| {
        let (pixels, notes) = looked_at(&with_profile(&pixels, profile));
        (*pixels.get_pixel(160, 200), notes)
    };
    let wide = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let (Rgb([red, ..]), notes) = colour(&wide);
    assert!(
        red > 205,
        "a red of a wide screen is a stronger red of a narrow one: {red}"
    );
    assert_eq!(notes, []);
    let (found, notes) = colour(b"no profile");
    assert_like(found, [200, 100, 80]);
    assert_eq!(notes, [Note::ProfileDropped]);
}

#[test]
fn what_is_no_picture_is_called_what_it_is() {
    let cases: &[(&[u8], &str)] = &[
        (b"", "this file is empty"),
        (b"hello", "this is not a JPEG, PNG or WebP picture"),
        (
            b"GIF89a\x01\0\x01\0",
            "this is a GIF, which cannot be read here",
        ),
        (
            b"\0\0\0\x18ftypheic\0\0",
            "this is a HEIC picture, which cannot be read here",
        ),
        (
            b"\0\0\0\x18ftypavif\0\0",
            "this is an AVIF, which cannot be read here",
        ),
        (
            b"\0\0\0\x18ftypisom\0\0",
            "this is a film, which cannot be read here",
        ),
        (
            b"\xEF\xBB\xBF <svg xmlns='x'/>",
            "this is a drawing (SVG) or another text",
        ),
    ];
    for (bytes, message) in cases {
        assert_eq!(refused(bytes), *message);
    }
}

#[test]
fn a_picture_that_is_cut_off_is_refused_wherever_it_is() {
    let mut cuts = 0;
    for whole in [
        jpeg(&face(200, 250)),
        png(face(200, 250)),
        encoded(face(200, 250), ImageFormat::WebP),
    ] {
        looked_at(&whole);
        for part in 1..20 {
            let cut = &whole[..whole.len() * part / 20];
            refused(cut);
            cuts += 1;
        }
        refused(&whole[..whole.len() - 20]);
    }
    assert_eq!(cuts, 57);
}

#[test]
fn a_header_that_promises_too_much_is_refused_before_anything_is_decoded() {
    let header = |width: u32, height: u32, depth: u8| {
        let mut bytes = png(RgbImage::new(1, 1));
        bytes[24] = depth;
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let crc = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&crc.to_be_bytes());
        bytes
    };
    assert_eq!(
        refused(&header(60_000, 60_000, 8)),
        "this picture has 60000 × 60000 pixels, too many to open"
    );
    refused(&header(0, 400, 8));
    assert_eq!(
        refused(&header(7_000, 7_000, 16)),
        "this picture is too large to open",
        "six bytes for each pixel"
    );
    let mut large = jpeg(&face(128, 160));
    let frame = large.windows(2).position(|two| two == b"\xFF\xC0").unwrap();
    large[frame + 5..frame + 9].copy_from_slice(b"\xFF\xFF\xFF\xFF");
    assert_eq!(
        refused(&large),
        "this picture has 65535 × 65535 pixels, too many to open"
    );
    assert_eq!(
        refused(&vec![0; usize::try_from(LARGEST_FILE).unwrap() + 1]),
        "this picture is too large to open"
    );
}

/// CRC-32 of ISO 3309, as PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[test]
fn a_picture_that_moves_is_refused() {
    let mut moving = Vec::new();
    let mut encoder = png::Encoder::new(&mut moving, 200, 250);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_animated(2, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    for _ in 0..2 {
        writer.write_image_data(&[90; 200 * 250]).unwrap();
    }
    writer.finish().unwrap();
    assert_eq!(refused(&moving), "this picture moves");

    let webp = encoded(face(200, 250), ImageFormat::WebP);
    let frame = &webp[12..];
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let frame = [&[0; 6][..], &side(200), &side(250), &[50, 0, 0, 0], frame].concat();
    let chunk = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [name, &length, content].concat()
    };
    let header = [&[2, 0, 0, 0][..], &side(200), &side(250)].concat();
    let parts = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &header),
        chunk(b"ANIM", &[0; 6]),
        chunk(b"ANMF", &frame),
        chunk(b"ANMF", &frame),
    ];
    assert_eq!(
        refused(&chunk(b"RIFF", &parts.concat())),
        "this picture moves"
    );
}

#[test]
fn random_damage_gives_a_portrait_or_a_refusal_and_never_a_panic() {
    let mut random = fastrand::Rng::with_seed(20_261_121);
    let small = face(140, 180);
    let sources = [
        with_exif(&jpeg(&small), &exif(6)),
        with_profile(
            &small,
            &moxcms::ColorProfile::new_display_p3().encode().unwrap(),
        ),
        png(small.clone()),
        palette(),
        encoded(small.clone(), ImageFormat::WebP),
    ];
    let mut counts = [[0_u32; 2]; 5];
    for round in 0..2_000 {
        let which = round % sources.len();
        let mut bytes = sources[which].clone();
        for _ in 0..random.usize(1..6) {
            // Headers are short and decide much.
            let reach = if random.bool() {
                700.min(bytes.len())
            } else {
                bytes.len()
            };
            let at = random.usize(..reach);
            match random.u8(..4) {
                0 => bytes[at] = random.u8(..),
                1 => bytes[at] ^= 1 << random.u8(..8),
                2 => bytes.truncate(at.max(1)),
                _ => drop(bytes.splice(at..at, [random.u8(..), 0xFF])),
            }
        }
        let read = develop(&bytes, Focus::default()).map(|picture| picture.scaled(128));
        let read = read.is_ok();
        counts[which][usize::from(read)] += 1;
    }
    println!(
        "refused and read, of JPEG, JPEG with a profile, PNG, PNG with a palette, WebP: {counts:?}"
    );
    let both = counts
        .iter()
        .filter(|[refused, read]| *refused > 0 && *read > 0);
    assert!(both.count() >= 3, "{counts:?}");
    assert_eq!(counts.iter().flatten().sum::<u32>(), 2_000);
}
