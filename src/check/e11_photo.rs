//! E11: a photo is there, and has credit, licence and alternative text.

use std::sync::Arc;

use super::findings::Findings;
use super::rule::Inspection;
use crate::picture::PictureType;
use crate::problem::{Route, did_you_mean};
use crate::record::Photo;
use crate::site::Site;
use crate::source::PictureFile;

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
    let Some(found) = site.photo(&photo.file) else {
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
    check_name(file, found, findings);
    let newer: Vec<&PictureFile> = site.newer_formats(found).collect();
    for other in &newer {
        check_name(file, other, findings);
        check_sides(file, found, other, findings);
    }
    if !newer.is_empty() {
        let all = std::iter::once(found).chain(newer);
        all.for_each(|portrait| check_size(file, portrait, findings));
    }
}

fn check_name(file: &Arc<str>, portrait: &PictureFile, findings: &mut Findings<'_>) {
    let (name, kind) = (name(portrait), portrait.picture.kind);
    if !fits(name, kind) {
        let is = kind.extension();
        findings.at(
            file,
            Route::key("photo").then("file"),
            format!("the name `{name}` does not fit: by its bytes this is `.{is}`"),
            format!("rename it so that it ends in `.{is}`"),
        );
    }
}

const ANEW: &str = "make all three anew with `vestochka photo ID FILE`";

/// Readers see one of the formats, and must not see another picture than the others.
fn check_sides(
    file: &Arc<str>,
    portrait: &PictureFile,
    other: &PictureFile,
    findings: &mut Findings<'_>,
) {
    let sides = |file: &PictureFile| (file.picture.width, file.picture.height);
    let ((width, height), (other_width, other_height)) = (sides(portrait), sides(other));
    if (width, height) != (other_width, other_height) {
        let message = format!(
            "`{}` has {width} × {height} pixels and `{}` {other_width} × {other_height}: they are not one portrait",
            name(portrait),
            name(other),
        );
        findings.at(file, Route::key("photo").then("file"), message, ANEW);
    }
}

/// Of portraits in several formats; of one file alone nothing is known but that it is a picture.
fn check_size(file: &Arc<str>, portrait: &PictureFile, findings: &mut Findings<'_>) {
    let limit = portrait.picture.kind.portrait_limit();
    if let Some(limit) = limit.filter(|limit| portrait.size > *limit) {
        let message = format!(
            "`{}` has {} bytes; a portrait in this format has {limit} at most",
            name(portrait),
            portrait.size
        );
        findings.at(file, Route::key("photo").then("file"), message, ANEW);
    }
}

fn name(portrait: &PictureFile) -> &str {
    let path = &*portrait.path;
    path.strip_prefix("content/photos/").unwrap_or(path)
}

fn fits(name: &str, kind: PictureType) -> bool {
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_lowercase();
    ending == kind.extension() || (ending == "jpeg" && kind == PictureType::Jpeg)
}
