//! The default theme, compiled in.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../themes/default/", $path)))),*]
    };
}

/// Path in the theme's folder, and text; sorted by path.
pub(super) const FILES: &[(&str, &str)] = files![
    "icon.svg",
    "style.css",
    "templates/base.html",
    "templates/birthdays.html",
    "templates/calendar.html",
    "templates/case.html",
    "templates/facility.html",
    "templates/home.html",
    "templates/index.html",
    "templates/languages.html",
    "templates/moved.html",
    "templates/not-found.html",
    "templates/organisation.html",
    "templates/parts.html",
    "templates/people.html",
    "templates/profile.html",
    "templates/removed.html",
    "templates/rules.html",
    "templates/service.html",
    "templates/story.html",
    "templates/text.html",
];
