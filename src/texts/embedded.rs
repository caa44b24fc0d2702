//! The default theme's texts, compiled in.

macro_rules! embedded {
    ($($language:literal / $name:literal),* $(,)?) => {
        &[$((
            $language,
            concat!("themes/default/texts/", $language, "/", $name),
            include_str!(concat!("../../themes/default/texts/", $language, "/", $name)),
        )),*]
    };
}

/// The default theme's files of texts: language, name and Fluent source, sorted.
#[must_use]
pub fn embedded() -> &'static [(&'static str, &'static str, &'static str)] {
    embedded![
        "be" / "domain.ftl",
        "be" / "interface.ftl",
        "be" / "lists.ftl",
        "de" / "domain.ftl",
        "de" / "interface.ftl",
        "de" / "lists.ftl",
        "en" / "domain.ftl",
        "en" / "interface.ftl",
        "en" / "lists.ftl",
        "fa" / "domain.ftl",
        "fa" / "interface.ftl",
        "fa" / "lists.ftl",
        "ru" / "domain.ftl",
        "ru" / "interface.ftl",
        "ru" / "lists.ftl",
        "uk" / "domain.ftl",
        "uk" / "interface.ftl",
        "uk" / "lists.ftl",
    ]
}
