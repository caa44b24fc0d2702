//! What an editor should look at before a portrait is committed.

use std::fmt;

/// Something that was decided in making a portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Exif said how the camera was held.
    Turned,
    /// The inks of a printer became the colours of a screen.
    Inks,
    /// A colour profile that could not be used.
    ProfileDropped,
    /// What one could see through is white.
    Transparent,
    /// The source has fewer pixels than a full portrait.
    Small,
    /// A full portrait would not fit the limits at any quality that one can look at.
    Detailed,
    /// There was metadata, and it stayed behind.
    MetadataLeft,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Note::Turned => "turned upright, as the camera noted it",
            Note::Inks => "made from the colours of a printer (CMYK) without their profile: look whether faces have their colour",
            Note::ProfileDropped => "its colour profile could not be used: look whether faces have their colour",
            Note::Transparent => "transparent parts are white now",
            Note::Small => "the original is small, and nothing is enlarged: a larger one would be sharper",
            Note::Detailed => "so full of detail that only a smaller picture fits; a calmer background or a closer crop helps",
            Note::MetadataLeft => "what the original says of its place, time and camera stays in the original alone",
        })
    }
}
