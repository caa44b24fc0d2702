//! The default theme, compiled in.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../themes/default/", $path)))),*]
    };
}

/// Path in the theme's folder, and text; sorted by path.
pub(super) const FILES: &[(&str, &str)] = files![
    "controls.css",
    "icon.svg",
    "paper.css",
    "scripts/check.js",
    "scripts/keep.js",
    "scripts/minisign.js",
    "scripts/paper.js",
    "scripts/release.js",
    "scripts/search.js",
    "scripts/worker.js",
    "style.css",
    "templates/base.html",
    "templates/birthdays.html",
    "templates/calendar.html",
    "templates/case.html",
    "templates/check.html",
    "templates/envelope.html",
    "templates/facility.html",
    "templates/files.html",
    "templates/home.html",
    "templates/index.html",
    "templates/keep.html",
    "templates/labels.html",
    "templates/languages.html",
    "templates/mirrors.html",
    "templates/moved.html",
    "templates/not-found.html",
    "templates/organisation.html",
    "templates/parts.html",
    "templates/people.html",
    "templates/profile.html",
    "templates/removed.html",
    "templates/rules.html",
    "templates/search.html",
    "templates/service.html",
    "templates/sheet.html",
    "templates/story.html",
    "templates/text.html",
    "templates/verify.html",
];
