//! `site.yaml`: what the site is called and how it is built.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::word::words;
use super::{Country, EnvelopeFormat, Id, Lang, LangText, Url};
use crate::decode::{Decode, Value};

/// The edition of the content model that this program reads.
pub const EDITION: u32 = 1;

/// The site's configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// Goes into feed ids and never changes.
    pub id: Id,
    /// The site's name.
    pub title: LangText,
    /// One sentence about it.
    pub description: Option<LangText>,
    /// Its languages; the first is that of the bodies.
    pub languages: Vec<Lang>,
    /// The countries of its readers.
    pub audience: Vec<Country>,
    /// What becomes of links to organisations designated there.
    pub designated_links: Option<DesignatedLinks>,
    /// Organisations that may be linked for donations.
    pub vetted_organisations: Vec<Id>,
    /// Days after which an unverified address is withheld.
    pub address_max_age: u32,
    /// Days for which somebody counts as new.
    pub new_days: u32,
    /// Where the build date is taken.
    pub timezone: TimeZone,
    /// The pinned build date.
    pub date: Option<Date>,
    /// What becomes of raw HTML in bodies.
    pub raw_html: RawHtml,
    /// The theme's name.
    pub theme: String,
    /// The output folder, relative to the site.
    pub output: String,
    /// How readers find the site when an address is blocked.
    pub how_to_find_us: Option<LangText>,
    /// Where the link leads that leaves the site at once; an empty page if left out.
    pub leave: Option<Url>,
    /// The formats of envelopes; without it, those of the country that a letter goes to.
    pub envelopes: Option<Vec<EnvelopeFormat>>,
}

words! {
    /// What becomes of links to designated organisations.
    "choice" DesignatedLinks {
        Warn = "warn",
        Omit = "omit",
    }
}

words! {
    /// What becomes of raw HTML in bodies.
    #[derive(Default)]
    "choice" RawHtml {
        #[default]
        Refuse = "refuse",
        Sanitise = "sanitise",
    }
}

impl Decode for Config {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let edition = f.with("edition", edition);
        let (id, title, description) = (f.need("id"), f.need("title"), f.get("description"));
        let languages: Option<Vec<Lang>> = f.need("languages");
        if languages.as_ref().is_some_and(Vec::is_empty) {
            f.error(
                "languages",
                "a site needs at least one language",
                "write `languages: [en]`",
            );
        }
        let (audience, designated_links) = (f.list("audience"), f.get("designated_links"));
        let vetted_organisations = f.list("vetted_organisations");
        let address_max_age = f.get("address_max_age").unwrap_or(365);
        let new_days = f.get("new_days").unwrap_or(90);
        let timezone = f
            .with("timezone", time_zone)
            .flatten()
            .unwrap_or(TimeZone::UTC);
        let (date, raw_html) = (f.get("date"), f.get("raw_html").unwrap_or_default());
        let theme = f
            .with("theme", folder_name)
            .flatten()
            .unwrap_or_else(|| "default".into());
        let output = f
            .with("output", relative_folder)
            .flatten()
            .unwrap_or_else(|| "public".into());
        let (how_to_find_us, leave) = (f.get("how_to_find_us"), f.get("leave"));
        let envelopes: Option<Vec<EnvelopeFormat>> = f.get("envelopes");
        f.end();
        edition.unwrap_or(Some(()))?;
        Some(Config {
            id: id?,
            title: title?,
            description,
            languages: Some(distinct(languages?)).filter(|all| !all.is_empty())?,
            audience,
            designated_links,
            vetted_organisations,
            address_max_age,
            new_days,
            timezone,
            date,
            raw_html,
            theme,
            output,
            how_to_find_us,
            leave,
            envelopes: envelopes.map(distinct),
        })
    }
}

fn distinct<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut seen = Vec::new();
    for each in all {
        if !seen.contains(&each) {
            seen.push(each);
        }
    }
    seen
}

fn edition(value: Value<'_>) -> Option<()> {
    let number = u32::decode(value)?;
    if number == EDITION {
        return Some(());
    }
    value.error_hint(
        format!("edition {number} of the content model is not known to this program"),
        format!("this program reads edition {EDITION}"),
    )
}

fn time_zone(value: Value<'_>) -> Option<TimeZone> {
    let name = value.text()?;
    TimeZone::get(&name).ok().or_else(|| {
        value.error_hint(
            format!("unknown time zone `{name}`"),
            "write a name such as `Europe/Vilnius`, or `UTC`",
        )
    })
}

fn folder_name(value: Value<'_>) -> Option<String> {
    let name = value.text()?;
    let plain = name
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if plain {
        return Some(name);
    }
    value.error_hint(
        format!("`{name}` cannot be a theme's name"),
        "small Latin letters, digits and `-`",
    )
}

fn relative_folder(value: Value<'_>) -> Option<String> {
    let path = value.text()?;
    let part =
        |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains([':', '\\']);
    if path.split('/').all(part) {
        return Some(path);
    }
    value.error_hint(
        format!("`{path}` is not a folder inside the site"),
        "write a relative path such as `public`; `--output` takes any folder",
    )
}
