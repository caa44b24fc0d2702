//! Ids: the names of files, languages and countries, which must not be mixed.

use std::fmt;
use std::sync::Arc;

use crate::decode::{Decode, Value};

/// A record's id: its file's name, from `a-z`, `0-9` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// The longest id, in characters.
pub const LONGEST_ID: usize = 80;

impl Id {
    /// An id, if the text can be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (Id::trouble(text).is_none()).then(|| Id(text.into()))
    }

    /// Why a text cannot be an id.
    #[must_use]
    pub fn trouble(text: &str) -> Option<&'static str> {
        let plain = text
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if text.is_empty() || !plain {
            Some("an id is made of small Latin letters, digits and `-`")
        } else if text.len() > LONGEST_ID {
            Some("an id has at most 80 characters")
        } else if text.starts_with('-') || text.ends_with('-') {
            Some("an id begins and ends with a letter or a digit")
        } else if is_reserved(text) {
            Some("this name is kept for pages of lists, or by Windows for devices: take another")
        } else {
            None
        }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Names of pages that lists use, and names that Windows keeps for devices.
fn is_reserved(text: &str) -> bool {
    let device = |prefix: &str| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            rest.len() == 1 && rest != "0" && rest.bytes().all(|b| b.is_ascii_digit())
        })
    };
    let part = text.starts_with("letter-")
        && text
            .bytes()
            .skip(7)
            .all(|b| b.is_ascii_digit() || b == b'-');
    matches!(text, "index" | "con" | "prn" | "aux" | "nul")
        || part
        || device("com")
        || device("lpt")
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Decode for Id {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.text()?;
        match Id::trouble(&text) {
            None => Id::parse(&text),
            Some(why) => value.error_hint(format!("`{text}` cannot be an id"), why),
        }
    }
}

/// A language, by its BCP 47 code (`ru`, `zh-hant`), in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// A language, if the text looks like a code.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let first = parts.next()?;
        let language =
            matches!(first.len(), 2 | 3) && first.bytes().all(|b| b.is_ascii_lowercase());
        let rest = |part: &str| {
            matches!(part.len(), 2..=8)
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        (language && parts.all(rest)).then(|| Lang(text.into()))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for Lang {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.text()?;
        Lang::parse(&text).or_else(|| {
            value.error_hint(
                format!("`{text}` is not a language code"),
                "write a code such as `ru`, `en` or `zh-hant`",
            )
        })
    }
}

/// A country, by its ISO 3166-1 code in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(Arc<str>);

impl Country {
    /// A country, if the code is one of ISO 3166-1 (or `xk`, which mail uses).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let known = text.len() == 2 && ISO_3166.split(' ').any(|code| code == text);
        known.then(|| Country(text.into()))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of the country's rules.
    #[must_use]
    pub fn rules_id(&self) -> Id {
        Id(Arc::clone(&self.0))
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for Country {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.text()?;
        Country::parse(&text).or_else(|| {
            value.error_hint(
                format!("`{text}` is not a country's code"),
                "write the two letters of ISO 3166-1 in lower case, such as `ru` or `by`",
            )
        })
    }
}

const ISO_3166: &str = "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj \
bl bm bn bo bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj \
dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt \
gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky \
kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx \
my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs \
ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn \
to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zw";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_plain_and_not_reserved() {
        assert!(Id::parse("anatoly-marchenko").is_some() && Id::parse("p-4k7m2x").is_some());
        for text in [
            "",
            "Anna",
            "анна",
            "a_b",
            "-a",
            "a-",
            "index",
            "con",
            "com1",
            "letter-03",
            "a.b",
            &"a".repeat(81),
        ] {
            assert!(Id::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn codes_are_checked() {
        assert!(Country::parse("by").is_some() && Country::parse("su").is_none());
        assert!(Country::parse("b ").is_none() && Country::parse(" b").is_none());
        assert!(Lang::parse("zh-hant").is_some() && Lang::parse("crh").is_some());
        assert!(
            Lang::parse("RU").is_none()
                && Lang::parse("r").is_none()
                && Lang::parse("ru-").is_none()
        );
    }
}
