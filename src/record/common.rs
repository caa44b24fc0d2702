//! What every record holds: sources, waivers, translations, verification.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Id, Lang, LangText, PartialDate};
use crate::decode::{Decode, Fields, Value};
use crate::yaml::Node;

/// The keys that every record may have.
#[derive(Debug, Clone, Default)]
pub struct Common {
    /// The language of the body, if it is not the site's first.
    pub lang: Option<Lang>,
    /// Not published yet.
    pub draft: bool,
    /// Old ids, each of which stays as a page that links here.
    pub formerly: Vec<Id>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// Rules that are silenced for this record.
    pub waivers: Vec<Waiver>,
    /// The day on which a second pair of eyes read the text.
    pub sensitive_reviewed: Option<Date>,
    /// What must not reach any output.
    pub private: Secrets,
}

/// Private values, kept only so that their appearance elsewhere is noticed.
/// They have no `Display`, and no stage after the checks reads them.
#[derive(Clone, Default)]
pub struct Secrets(pub(crate) Vec<String>);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secrets({})", self.0.len())
    }
}

impl Common {
    /// Reads the keys that every record may have.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        Common {
            lang: fields.get("lang"),
            draft: fields.flag("draft"),
            formerly: fields.list("formerly"),
            sources: fields.list("sources"),
            waivers: fields.list("waivers"),
            sensitive_reviewed: fields.get("sensitive_reviewed"),
            private: Secrets(
                fields
                    .get::<Node>("private")
                    .map(|node| node.scalars())
                    .unwrap_or_default(),
            ),
        }
    }

    /// One of the record's own sources.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}

/// The text below the front matter, with where it stands in its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// The file.
    pub file: Arc<str>,
    /// All that stands in the file: one copy for everybody who needs it.
    pub whole: Arc<str>,
    /// Bytes of the file before the text.
    pub offset: usize,
}

impl Body {
    /// The Markdown text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.whole.get(self.offset..).unwrap_or_default()
    }

    /// Whether there is nothing but white space.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name by which facts of the record refer to it.
    pub id: String,
    /// Its title.
    pub title: Option<LangText>,
    /// Who published it.
    pub publisher: Option<LangText>,
    /// Where it can be read.
    pub url: Option<Url>,
    /// When it appeared.
    pub date: Option<PartialDate>,
    /// Its language.
    pub lang: Option<Lang>,
}

impl Decode for Source {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let id = f.need("id");
        let (title, url) = (f.get("title"), f.get("url"));
        let (publisher, date, lang) = (f.get("publisher"), f.get("date"), f.get("lang"));
        if !f.has("title") && !f.has("url") {
            f.value()
                .error_hint::<()>("this source has neither a title nor a URL", "add `title:`");
        }
        f.end();
        Some(Source {
            id: id?,
            title,
            publisher,
            url,
            date,
            lang,
        })
    }
}

/// The sources of one fact: one id or a list of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceRefs(pub Vec<String>);

impl Decode for SourceRefs {
    fn decode(value: Value<'_>) -> Option<Self> {
        match value.node() {
            Node::List(_) => value.list().map(SourceRefs),
            _ => value.text().map(|id| SourceRefs(vec![id])),
        }
    }
}

/// An address on the web, with `https://` or `http://`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Url(String);

impl Url {
    /// A URL, if the text begins like one and holds neither space nor quote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or("");
        let odd = |c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`')
        };
        (host.contains('.') && !host.contains('@') && !text.contains(odd))
            .then(|| Url(text.to_owned()))
    }

    /// The URL as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host in lower case, without `www.` and port.
    #[must_use]
    pub fn host(&self) -> String {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest
            .split(['/', '?', '#', ':'])
            .next()
            .unwrap_or("")
            .to_lowercase();
        host.strip_prefix("www.")
            .map_or(host.clone(), str::to_owned)
    }
}

impl Decode for Url {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.text()?;
        Url::parse(&text).or_else(|| {
            value.error_hint(
                format!("`{text}` is not a web address"),
                "write it whole, with `https://`",
            )
        })
    }
}

/// A rule that is silenced for one record for [`Waiver::DAYS`] days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The rule's id.
    pub rule: String,
    /// Since when.
    pub date: Date,
}

impl Waiver {
    /// How long a waiver holds.
    pub const DAYS: i32 = 180;
}

impl Decode for Waiver {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (rule, date, reason) = (f.need("rule"), f.need("date"), f.need::<String>("reason"));
        f.end();
        // The reason is for editors: it is required, and goes no further.
        reason?;
        Some(Waiver {
            rule: rule?,
            date: date?,
        })
    }
}

/// That somebody found a fact to hold on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The day.
    pub date: Date,
    /// Who, in words.
    pub by: Option<LangText>,
    /// Where that is said.
    pub source: SourceRefs,
}

impl Decode for Verified {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let (date, by) = (f.need("date"), f.get("by"));
        let source = f.get("source").unwrap_or_default();
        f.end();
        Some(Verified {
            date: date?,
            by,
            source,
        })
    }
}

/// The mark of a body that a translation was made from: the first eight bytes
/// of its SHA-256 in hexadecimal, over the text without white space at its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyMark(pub String);

impl BodyMark {
    /// The mark of a body.
    #[must_use]
    pub fn of(text: &str) -> Self {
        use sha2::{Digest, Sha256};
        let digest = Sha256::digest(text.trim().as_bytes());
        BodyMark(
            digest
                .iter()
                .take(8)
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        )
    }
}

impl Decode for BodyMark {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.text().map(BodyMark)
    }
}

/// A body in another language than the record's own.
#[derive(Debug, Clone)]
pub struct Translation {
    /// Its language.
    pub lang: Lang,
    /// The page's title in this language, if it is not in the record.
    pub title: Option<String>,
    /// Who translated.
    pub translator: Option<String>,
    /// What it was made from.
    pub of: Option<BodyMark>,
    /// The text.
    pub body: Body,
    /// Private values of this file.
    pub private: Secrets,
}
