//! Somebody's portrait: the file that the record names, and the same picture in
//! newer formats beside it.

use std::sync::Arc;

use super::{Person, Site};
use crate::picture::PictureType;
use crate::source::PictureFile;

/// The files of a portrait that is shown.
pub struct Portrait<'a> {
    /// The one that every browser can show.
    pub file: &'a PictureFile,
    /// The same in formats that some browsers cannot show, the smallest first.
    pub newer: Vec<&'a PictureFile>,
}

/// What `vestochka photo` makes beside a JPEG.
const NEWER: [PictureType; 2] = [PictureType::Avif, PictureType::Webp];

impl Site {
    /// Somebody's portrait; none for a protected minor.
    ///
    /// Without keys there is no list of the files that no link leads to. A program that
    /// copies a site by its links would miss the newer formats, and a browser that has chosen
    /// one shows nothing in its place: such a site has the one file alone.
    #[must_use]
    pub fn portrait(&self, person: &Person) -> Option<Portrait<'_>> {
        let photo = person.record.photo.as_ref()?;
        if person.derived.minor_protected {
            return None;
        }
        let file = self.photo(&photo.file)?;
        let is_listed = self.signing.newest().is_some();
        let newer = self.newer_formats(file).filter(|_| is_listed).collect();
        Some(Portrait { file, newer })
    }

    /// A file of `content/photos/`.
    #[must_use]
    pub fn photo(&self, name: &str) -> Option<&PictureFile> {
        self.pictures.get(format!("content/photos/{name}").as_str())
    }

    /// The files beside a JPEG that are named as it is but for the ending of a newer format.
    pub fn newer_formats(&self, file: &PictureFile) -> impl Iterator<Item = &PictureFile> {
        let is_jpeg = file.picture.kind == PictureType::Jpeg;
        let path: Arc<str> = Arc::clone(&file.path);
        let beside = move |kind: PictureType| {
            let (stem, _) = path.rsplit_once('.')?;
            self.pictures
                .get(format!("{stem}.{}", kind.extension()).as_str())
        };
        NEWER
            .into_iter()
            .filter(move |_| is_jpeg)
            .filter_map(beside)
    }
}
