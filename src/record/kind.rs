//! The kinds of records, with the folder and the word of each.

/// The kinds of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody in prison, or who was.
    Prisoner,
    /// A place where people are held.
    Facility,
    /// An electronic letter service.
    Service,
    /// An organisation.
    Organisation,
    /// A group prosecution.
    Case,
    /// A country's letter rules.
    Rules,
    /// A date when letters peak.
    LetterDay,
    /// Any other page.
    Page,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 8] = [
        Kind::Prisoner,
        Kind::Facility,
        Kind::Service,
        Kind::Organisation,
        Kind::Case,
        Kind::Rules,
        Kind::LetterDay,
        Kind::Page,
    ];

    /// The folder in `content/`, and in each language of the site.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Prisoner => "people",
            Kind::Facility => "facilities",
            Kind::Service => "services",
            Kind::Organisation => "organisations",
            Kind::Case => "cases",
            Kind::Rules => "rules",
            Kind::LetterDay => "calendar",
            Kind::Page => "pages",
        }
    }

    /// The kind as a word, as commands and messages name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Prisoner => "prisoner",
            Kind::Facility => "facility",
            Kind::Service => "service",
            Kind::Organisation => "organisation",
            Kind::Case => "case",
            Kind::Rules => "rules",
            Kind::LetterDay => "calendar",
            Kind::Page => "page",
        }
    }
}
