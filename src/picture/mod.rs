//! What the bytes of a picture say: its type, its size, and whether they carry
//! metadata, such as a camera's GPS position, that must not be published.

pub(crate) mod jpeg;

/// The types of pictures that sites may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureType {
    /// ISO/IEC 10918 with JFIF.
    Jpeg,
    /// ISO/IEC 15948.
    Png,
    /// WebP.
    Webp,
    /// AVIF.
    Avif,
}

impl PictureType {
    /// The ending of file names, without the point.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            PictureType::Jpeg => "jpg",
            PictureType::Png => "png",
            PictureType::Webp => "webp",
            PictureType::Avif => "avif",
        }
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            PictureType::Jpeg => "image/jpeg",
            PictureType::Png => "image/png",
            PictureType::Webp => "image/webp",
            PictureType::Avif => "image/avif",
        }
    }

    /// The most bytes that a portrait of this type has which the program made, since
    /// it comes beside a page over a bad line; none for a type that it does not make.
    #[must_use]
    pub fn portrait_limit(self) -> Option<u64> {
        match self {
            PictureType::Avif => Some(5_000),
            PictureType::Webp => Some(8_000),
            PictureType::Jpeg => Some(14_000),
            PictureType::Png => None,
        }
    }
}

/// What is known of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Its type, by its bytes.
    pub kind: PictureType,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Whether it carries Exif, XMP, IPTC, comments or text.
    pub metadata: bool,
}

/// Whether a file's name says that it is a picture.
#[must_use]
pub fn has_picture_name(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["jpg", "jpeg", "png", "webp", "avif", "gif"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// Looks at the bytes of a picture.
///
/// # Errors
///
/// In words, when they are no picture of a type that sites may hold.
pub fn examine(bytes: &[u8]) -> Result<Picture, String> {
    let kind = picture_type(bytes).ok_or("this is not a JPEG, PNG, WebP or AVIF picture")?;
    let size =
        imagesize::blob_size(bytes).map_err(|_| "this picture is damaged: it has no size")?;
    let side = |length: usize| {
        u32::try_from(length)
            .ok()
            .filter(|side| (1..=10_000).contains(side))
    };
    let (Some(width), Some(height)) = (side(size.width), side(size.height)) else {
        return Err("this picture is larger than 10,000 pixels".into());
    };
    Ok(Picture {
        kind,
        width,
        height,
        metadata: has_metadata(kind, bytes),
    })
}

/// The type by the first bytes.
pub(crate) fn picture_type(bytes: &[u8]) -> Option<PictureType> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(PictureType::Jpeg),
        [0x89, b'P', b'N', b'G', ..] => Some(PictureType::Png),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(PictureType::Webp),
        [
            _,
            _,
            _,
            _,
            b'f',
            b't',
            b'y',
            b'p',
            b'a',
            b'v',
            b'i',
            b'f' | b's',
            ..,
        ] => Some(PictureType::Avif),
        _ => None,
    }
}

/// A damaged structure counts as metadata: what cannot be read cannot be cleared.
fn has_metadata(kind: PictureType, bytes: &[u8]) -> bool {
    match kind {
        PictureType::Jpeg => jpeg::survey(bytes).is_none_or(|jpeg| jpeg.metadata),
        PictureType::Png => png_metadata(bytes).unwrap_or(true),
        PictureType::Webp => webp_metadata(bytes).unwrap_or(true),
        PictureType::Avif => avif_metadata(bytes),
    }
}

fn png_metadata(bytes: &[u8]) -> Option<bool> {
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(*bytes.get(at..at + 4)?.first_chunk()?) as usize;
        match bytes.get(at + 4..at + 8)? {
            // What stands behind the end is shown by nobody, and read by whoever looks.
            b"IEND" => return Some(bytes.len() > at + 12),
            b"tEXt" | b"zTXt" | b"iTXt" | b"eXIf" | b"tIME" => return Some(true),
            _ => at = at.checked_add(length)?.checked_add(12)?,
        }
    }
}

fn webp_metadata(bytes: &[u8]) -> Option<bool> {
    let mut at = 12;
    while at < bytes.len() {
        let name = bytes.get(at..at + 4)?;
        if name == b"EXIF" || name == b"XMP " {
            return Some(true);
        }
        let length = u32::from_le_bytes(*bytes.get(at + 4..at + 8)?.first_chunk()?) as usize;
        at = at
            .checked_add(8)?
            .checked_add(length)?
            .checked_add(length % 2)?;
    }
    Some(false)
}

/// The item types that carry metadata stand as four letters in the `meta` box.
fn avif_metadata(bytes: &[u8]) -> bool {
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    holds(b"Exif") || holds(b"application/rdf+xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(extra: &[u8]) -> Vec<u8> {
        let mut bytes =
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03\x08\x02\0\0\0crc_".to_vec();
        bytes.extend_from_slice(extra);
        bytes.extend_from_slice(b"\0\0\0\0IENDcrc_");
        bytes
    }

    #[test]
    fn a_png_is_known_by_its_bytes_and_its_text_is_seen() {
        let plain = examine(&png(b"")).unwrap();
        assert_eq!(
            (plain.kind, plain.width, plain.height),
            (PictureType::Png, 2, 3)
        );
        assert!(!plain.metadata);
        assert!(examine(&png(b"\0\0\0\x03tEXta\0bcrc_")).unwrap().metadata);
    }

    #[test]
    fn what_stands_behind_the_end_of_a_png_counts_as_metadata() {
        let behind = [png(b""), b"notes".to_vec()].concat();
        assert!(examine(&behind).unwrap().metadata);
    }

    #[test]
    fn a_damaged_picture_is_refused_or_counts_as_carrying_metadata() {
        assert!(examine(b"hello").is_err());
        let cut = &png(b"")[..30];
        assert!(examine(cut).map_or(true, |picture| picture.metadata));
    }
}
