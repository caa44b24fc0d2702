//! E11: a photo is there, and has credit, licence and alternative text.

use std::sync::Arc;

use super::findings::Findings;
use super::rule::Inspection;
use crate::picture::PictureType;
use crate::problem::{Route, did_you_mean};
use crate::record::Photo;
use crate::site::Site;

pub(super) fn check(inspection: &Inspection<'_, '_>, findings: &mut Findings<'_>) {
    for person in inspection.site.people.values() {
        if let Some(photo) = &person.record.photo {
            check_words(&person.file, photo, findings);
            check_file(inspection.site, &person.file, photo, findings);
        }
    }
}

fn check_words(file: &Arc<str>, photo: &Photo, findings: &mut Findings<'_>) {
    let wanted = [
        (
            photo.alt.is_some(),
            "alternative text",
            "add `alt:`: what is to be seen, for those who do not see it",
        ),
        (
            photo.credit.is_some(),
            "credit",
            "add `credit:`: who made it",
        ),
        (
            photo.licence.is_some(),
            "licence",
            "add `licence:`: why it may be shown here",
        ),
    ];
    for (_, what, hint) in wanted.into_iter().filter(|(is_there, ..)| !is_there) {
        findings.at(
            file,
            Route::key("photo"),
            format!("this photo has no {what}"),
            hint,
        );
    }
}

fn check_file(site: &Site, file: &Arc<str>, photo: &Photo, findings: &mut Findings<'_>) {
    let route = Route::key("photo").then("file");
    let path = format!("content/photos/{}", photo.file);
    let Some(found) = site.pictures.get(path.as_str()) else {
        let names = site
            .pictures
            .keys()
            .filter_map(|path| path.strip_prefix("content/photos/"));
        let hint = did_you_mean(&photo.file, names)
            .unwrap_or_else(|| "put it into `content/photos/`".into());
        findings.at(
            file,
            route,
            format!("there is no picture `{}`", photo.file),
            hint,
        );
        return;
    };
    if !fits(&photo.file, found.picture.kind) {
        let is = found.picture.kind.extension();
        let message = format!(
            "the name `{}` does not fit: by its bytes this is `.{is}`",
            photo.file
        );
        findings.at(
            file,
            route,
            message,
            format!("rename it so that it ends in `.{is}`"),
        );
    }
}

fn fits(name: &str, kind: PictureType) -> bool {
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_lowercase();
    ending == kind.extension() || (ending == "jpeg" && kind == PictureType::Jpeg)
}
