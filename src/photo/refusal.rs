//! Why a picture cannot become a portrait, and what to do instead.

use super::{LARGEST_FILE, MOST_PIXELS, NARROWEST, Refusal, crop};

fn refusal(message: impl Into<String>, hint: impl Into<String>) -> Refusal {
    Refusal {
        message: message.into(),
        hint: hint.into(),
    }
}

pub(super) fn too_small(width: u32, height: u32) -> Refusal {
    let least = crop::height_for(NARROWEST);
    refusal(
        format!("this picture has {width} × {height} pixels, too few for a portrait"),
        format!(
            "{NARROWEST} × {least} are needed, and nothing is enlarged: ask for the original, not a screenshot of it"
        ),
    )
}

pub(super) fn too_many_pixels(width: u32, height: u32) -> Refusal {
    refusal(
        format!("this picture has {width} × {height} pixels, too many to open"),
        format!(
            "save it smaller first: at most {} million pixels are read",
            MOST_PIXELS / 1_000_000
        ),
    )
}

pub(super) fn too_large() -> Refusal {
    refusal(
        "this picture is too large to open",
        format!(
            "save it smaller first: at most {} million pixels and {} MB are read",
            MOST_PIXELS / 1_000_000,
            LARGEST_FILE / 1_000_000
        ),
    )
}

pub(super) fn damaged() -> Refusal {
    refusal(
        "this picture is damaged or cut off",
        "ask for the file again; if a program still shows it whole, save it anew there as PNG",
    )
}

pub(super) fn moving() -> Refusal {
    refusal(
        "this picture moves",
        "save the one frame that shows the face, as PNG",
    )
}

pub(super) fn too_detailed() -> Refusal {
    refusal(
        "no portrait of this picture fits the limits at a quality that one can look at",
        "is it noise? take a picture with a calmer background, or a closer crop",
    )
}

/// The first bytes of formats that people send, and their names.
const OTHERS: &[(usize, &[u8], &str, &str)] = &[
    (0, b"GIF8", "a GIF", FRAME),
    (4, b"ftypavif", "an AVIF", AS_JPEG),
    (4, b"ftypavis", "an AVIF", AS_JPEG),
    (4, b"ftyphei", "a HEIC picture", HEIC),
    (4, b"ftyphev", "a HEIC picture", HEIC),
    (4, b"ftypmif1", "a HEIC picture", HEIC),
    (4, b"ftypmsf1", "a HEIC picture", HEIC),
    (4, b"ftyp", "a film", FRAME),
    (0, b"II*\0", "a TIFF or a camera's raw picture", AS_JPEG),
    (0, b"MM\0*", "a TIFF or a camera's raw picture", AS_JPEG),
    (0, b"BM", "a BMP", AS_JPEG),
    (0, b"%PDF", "a PDF", AS_JPEG),
    (0, b"8BPS", "a Photoshop document", AS_JPEG),
    (0, b"\xFF\x0A", "a JPEG XL", AS_JPEG),
    (4, b"JXL ", "a JPEG XL", AS_JPEG),
];

const AS_JPEG: &str = "save it as JPEG or PNG";
const FRAME: &str = "save the one frame that shows the face, as PNG";
const HEIC: &str = "save it as JPEG: an iPhone sends one under Settings, Camera, Formats, Most Compatible; on a computer `heif-convert IN.heic OUT.jpg`, or on a Mac `sips -s format jpeg IN.heic --out OUT.jpg`";

/// Bytes that are no JPEG, PNG or WebP.
pub(super) fn unknown(bytes: &[u8]) -> Refusal {
    if bytes.is_empty() {
        return refusal("this file is empty", "ask for the file again");
    }
    let begins = |(at, word, ..): &&(usize, &[u8], &str, &str)| {
        bytes.get(*at..).is_some_and(|rest| rest.starts_with(word))
    };
    if let Some((_, _, name, hint)) = OTHERS.iter().find(begins) {
        return refusal(format!("this is {name}, which cannot be read here"), *hint);
    }
    if is_markup(bytes) {
        return refusal(
            "this is a drawing (SVG) or another text",
            "export it as PNG, 640 × 800 pixels or larger",
        );
    }
    refusal("this is not a JPEG, PNG or WebP picture", AS_JPEG)
}

fn is_markup(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    start
        .trim_start_matches('\u{FEFF}')
        .trim_start()
        .starts_with('<')
}
