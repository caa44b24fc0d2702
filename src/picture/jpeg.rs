//! The segments of a JPEG: whether it is whole, what stands in it beside the
//! picture, and in how many colours it was written.

/// What the segments of a whole JPEG say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Jpeg {
    /// Whether there is Exif, XMP, IPTC, a comment, or anything behind the end.
    pub metadata: bool,
    /// 1 for grey, 3 for colour, 4 for the inks of a printer.
    pub components: u8,
}

/// Goes through all segments; none for a JPEG that is damaged or cut off.
pub(crate) fn survey(bytes: &[u8]) -> Option<Jpeg> {
    let mut jpeg = Jpeg {
        metadata: false,
        components: 0,
    };
    let mut at = 2;
    loop {
        let marker = marker(bytes, &mut at)?;
        if marker == 0xD9 {
            jpeg.metadata |= at < bytes.len();
            return Some(jpeg);
        }
        let length = usize::from(u16::from_be_bytes(*bytes.get(at..at + 2)?.first_chunk()?));
        let content = bytes.get(at + 2..at + length)?;
        jpeg.metadata |= is_metadata(marker, content);
        if is_frame(marker) {
            jpeg.components = *content.get(5)?;
        }
        at += length;
        if marker == 0xDA {
            at = end_of_scan(bytes, at)?;
        }
    }
}

/// The marker at a place, which is moved behind it; any number of 0xFF may fill the gap.
fn marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    if *bytes.get(*at)? != 0xFF {
        return None;
    }
    while *bytes.get(*at)? == 0xFF {
        *at += 1;
    }
    *at += 1;
    Some(bytes[*at - 1])
}

/// APP1 to APP15 (but Adobe's colour transform and an ICC profile) and comments.
fn is_metadata(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xE2 => !content.starts_with(b"ICC_PROFILE"),
        0xEE => !content.starts_with(b"Adobe"),
        0xE1..=0xEF | 0xFE => true,
        _ => false,
    }
}

/// The header of a frame; among its numbers stand those of tables for arithmetic
/// coding and Huffman's, and one that is reserved.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// The next marker but the restarts within the picture's data, where 0xFF has 0 after it.
fn end_of_scan(bytes: &[u8], from: usize) -> Option<usize> {
    let mut pairs = bytes.get(from..)?.windows(2);
    let found = pairs.position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7));
    found.map(|found| from + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: &[u8] = b"\xFF\xC0\0\x11\x08\0\x03\0\x02\x03\x01\"\0\x02\x11\x01\x03\x11\x01";
    const SCAN: &[u8] = b"\xFF\xDA\0\x02data\xFF\0data\xFF\xD0data";

    fn metadata(parts: &[&[u8]]) -> Option<bool> {
        let bytes = [b"\xFF\xD8", parts.concat().as_slice()].concat();
        survey(&bytes).map(|jpeg| jpeg.metadata)
    }

    #[test]
    fn metadata_is_seen_wherever_it_stands() {
        let (comment, end) = (b"\xFF\xFE\0\x04hi", b"\xFF\xD9");
        assert_eq!(metadata(&[FRAME, SCAN, end]), Some(false));
        assert_eq!(metadata(&[FRAME, SCAN, SCAN, b"\xFF", end]), Some(false));
        assert_eq!(
            metadata(&[b"\xFF\xE1\0\x08Exif\0\0", FRAME, SCAN, end]),
            Some(true)
        );
        assert_eq!(metadata(&[FRAME, SCAN, comment, SCAN, end]), Some(true));
        assert_eq!(
            metadata(&[FRAME, SCAN, end, b"a film of the same moment"]),
            Some(true)
        );
    }

    #[test]
    fn a_jpeg_without_its_end_is_not_whole() {
        assert_eq!(metadata(&[FRAME, SCAN]), None);
        assert_eq!(metadata(&[FRAME, b"\xFF\xDA\0\x20data"]), None);
    }

    #[test]
    fn the_colours_are_counted() {
        let four = [b"\xFF\xD8", FRAME, SCAN, b"\xFF\xD9"].concat();
        let four = four.iter().enumerate();
        let four: Vec<u8> = four
            .map(|(at, byte)| if at == 11 { 4 } else { *byte })
            .collect();
        assert_eq!(survey(&four).unwrap().components, 4);
    }
}
